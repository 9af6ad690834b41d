/* desk-window-presentation.c: the main window before an audience
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-record-window.h"
#include "desk-sheet-window.h"
#include "desk-usage-day-window.h"
#include "desk-window-private.h"

/* How much larger text is. */
#define TEXT_SCALE 1.2

static void
scale_text (DeskWindow *self,
            gboolean    active)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int dpi = 0;

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (active && dpi > 0)
    g_object_set (settings, "gtk-xft-dpi", (int) (dpi * TEXT_SCALE), NULL);
}

static gboolean
shows_record (GtkWindow *window)
{
  return DESK_IS_RECORD_WINDOW (window) || DESK_IS_SHEET_WINDOW (window) || DESK_IS_USAGE_DAY_WINDOW (window);
}

/* They show what was read before. */
static void
close_records (DeskWindow *self)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      GtkWindow *window = GTK_WINDOW (item->data);

      if (shows_record (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        gtk_window_close (window);
    }
}

static void
active_cb (DeskWindow *self)
{
  gboolean active = desk_presentation_get_active (desk_context_get_presentation (self->context));

  scale_text (self, active);
  close_records (self);
  _desk_window_update_drawer (self);
  _desk_window_update_actions (self);
}

void
_desk_window_follow_presentation (DeskWindow *self)
{
  DeskPresentation *presentation = desk_context_get_presentation (self->context);
  g_autoptr(GAction) action = g_settings_create_action (self->settings, "presentation-mode");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  desk_presentation_band_set_presentation (self->presentation_band, presentation);
  g_signal_connect_object (presentation, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "presentation-mode", presentation, "active", G_SETTINGS_BIND_DEFAULT);
}
