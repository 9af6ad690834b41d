/* desk-sandbox-window.c: the controls of the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-window.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-clock-page.h"
#include "desk-sandbox-consents-page.h"
#include "desk-sandbox-faults-page.h"
#include "desk-sandbox-people-page.h"
#include "desk-sandbox-state-page.h"
#include "desk-sandbox-webhooks-page.h"
#include "desk-ui-error.h"

struct _DeskSandboxWindow
{
  AdwPreferencesWindow  parent_instance;

  GCancellable         *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskSandboxWindow, desk_sandbox_window, ADW_TYPE_PREFERENCES_WINDOW)

static GtkWidget *(*const pages[]) (DeskContext        *context,
                                    DeskSandboxControl *control) = {
  desk_sandbox_clock_page_new,
  desk_sandbox_consents_page_new,
  desk_sandbox_webhooks_page_new,
  desk_sandbox_faults_page_new,
  desk_sandbox_people_page_new,
  desk_sandbox_state_page_new,
};

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree GWeakRef *window = user_data;
  g_autoptr(DeskSandboxWindow) self = g_weak_ref_get (window);
  g_autoptr(GError) error = NULL;

  g_weak_ref_clear (window);
  if (!desk_sandbox_control_finish (DESK_SANDBOX_CONTROL (source), result, &error) && self != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_ui_show_error (GTK_WIDGET (self), error);
}

static void
copy_text (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  desk_ui_copy (widget, g_variant_get_string (parameter, NULL));
}

static void
desk_sandbox_window_dispose (GObject *object)
{
  DeskSandboxWindow *self = DESK_SANDBOX_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (desk_sandbox_window_parent_class)->dispose (object);
}

static void
desk_sandbox_window_class_init (DeskSandboxWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sandbox_window_dispose;

  /* What is said of an error can be copied. */
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.copy-text", "s", copy_text);
}

static void
desk_sandbox_window_init (DeskSandboxWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_title (GTK_WINDOW (self), _("Sandbox controls"));
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
}

GtkWidget *
desk_sandbox_window_new (DeskContext        *context,
                         DeskSandboxControl *control)
{
  DeskSandboxWindow *self;
  GWeakRef *window;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_SANDBOX_CONTROL (control), NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_WINDOW, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (pages[i] (context, control)));

  /* A window that were held beyond its end would outlive the one it is transient for. */
  window = g_new0 (GWeakRef, 1);
  g_weak_ref_init (window, self);
  desk_sandbox_control_load_async (control, self->cancellable, loaded_cb, window);

  return GTK_WIDGET (self);
}
