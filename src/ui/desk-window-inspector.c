/* desk-window-inspector.c: the drawer at the bottom of the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-window-private.h"

/* With less room than this for both, in pixels, the drawer takes all of it. */
#define LEAST_WIDTH 600
#define LEAST_HEIGHT 560

static gboolean
is_split (DeskWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->stack)) && gtk_widget_get_visible (GTK_WIDGET (self->inspector_pane));
}

/* With the handle, so that it comes out the same each time. */
static int
measure_inspector (DeskWindow *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self->drawer)) - gtk_paned_get_position (self->drawer);
}

void
_desk_window_keep_drawer_height (DeskWindow *self)
{
  if (is_split (self) && measure_inspector (self) > 0)
    g_settings_set_int (self->settings, "inspector-height", measure_inspector (self));
}

static void
split (DeskWindow *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->drawer));

  gtk_paned_set_position (self->drawer, MAX (height - g_settings_get_int (self->settings, "inspector-height"), 0));
}

/* What was said with the service is nothing for an audience. */
static gboolean
shows_inspector (DeskWindow *self)
{
  return self->inspector_shown
         && (self->context == NULL || !desk_presentation_get_active (desk_context_get_presentation (self->context)));
}

void
_desk_window_update_drawer (DeskWindow *self)
{
  gboolean shown = shows_inspector (self);
  gboolean was_split = is_split (self);
  gboolean is_small = gtk_widget_get_width (GTK_WIDGET (self->drawer)) < LEAST_WIDTH ||
                      gtk_widget_get_height (GTK_WIDGET (self->drawer)) < LEAST_HEIGHT;
  gboolean alone = shown && is_small;

  if (was_split && (alone || !shown))
    _desk_window_keep_drawer_height (self);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !alone);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector_pane), shown);
  desk_inspector_pane_set_alone (self->inspector_pane, alone);
  if (!was_split && is_split (self))
    split (self);
}

void
_desk_window_set_inspector_shown (DeskWindow *self,
                                  gboolean    shown)
{
  self->inspector_shown = shown;
  g_settings_set_boolean (self->settings, "inspector-shown", shown);
  _desk_window_update_drawer (self);
  if (shown)
    gtk_widget_activate_action (GTK_WIDGET (self->inspector_pane), "inspector.search", NULL);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
