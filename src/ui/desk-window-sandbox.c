/* desk-window-sandbox.c: how the main window goes with the controls of the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-window.h"
#include "desk-window-private.h"

static void
faults_changed_cb (DeskWindow *self)
{
  guint n = desk_sandbox_control_get_n_faults (self->sandbox_control);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fault on", "%u faults on", n), n);

  gtk_label_set_text (self->fault_label, text);
  gtk_widget_set_visible (self->fault_pill, n > 0);
}

/* (nullable) */
static GtkWindow *
find_window (DeskWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (DESK_IS_SANDBOX_WINDOW (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return window;
    }

  return NULL;
}

static GtkWindow *
open_window (DeskWindow *self)
{
  GtkWindow *window = find_window (self);

  if (window == NULL)
    {
      window = GTK_WINDOW (desk_sandbox_window_new (self->context, self->sandbox_control));
      gtk_window_set_transient_for (window, GTK_WINDOW (self));
    }

  gtk_window_present (window);
  return window;
}

static void
show_controls (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  open_window (DESK_WINDOW (widget));
}

static void
show_faults (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (open_window (DESK_WINDOW (widget))), "faults");
}

/* What the sandbox has changed is read before anything is fetched: a fetch asks for what is shared then. */
static void
follow_sandbox (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  desk_sync_bar_cancel (self->sync_bar);
  g_hash_table_remove_all (self->synced);
  _desk_window_refresh (self);
}

/* What stands in other windows belongs to a state that is gone. */
static void
close_windows (DeskWindow *self)
{
  g_autolist(GtkWindow) windows = gtk_window_list_toplevels ();

  /* One may take others along. */
  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (self) && !DESK_IS_SANDBOX_WINDOW (item->data))
      gtk_window_destroy (item->data);
}

static void
sandbox_reset_cb (DeskWindow *self)
{
  close_windows (self);
  _desk_window_begin_anew (self);
}

void
_desk_window_install_sandbox_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.sandbox-controls", NULL, show_controls);
  gtk_widget_class_install_action (widget_class, "win.sandbox-faults", NULL, show_faults);
  gtk_widget_class_install_action (widget_class, "win.follow-sandbox", NULL, follow_sandbox);
}

void
_desk_window_update_sandbox_actions (DeskWindow *self,
                                     gboolean    open)
{
  static const char *const names[] = { "win.sandbox-controls", "win.sandbox-faults", "win.follow-sandbox" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], open && self->sandbox_control != NULL);
}

void
_desk_window_watch_sandbox (DeskWindow *self)
{
  self->sandbox_control = desk_sandbox_control_new (self->context);
  g_signal_connect_object (self->sandbox_control, "notify::n-faults", G_CALLBACK (faults_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "sandbox-reset", G_CALLBACK (sandbox_reset_cb), self, G_CONNECT_SWAPPED);
}
