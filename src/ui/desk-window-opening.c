/* desk-window-opening.c: the main window comes to what it shows, or says why it does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-window-private.h"

void
_desk_window_show_sandbox_ended (DeskWindow *self)
{
  g_autoptr(GError) error = g_error_new_literal (DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                                                  _("The sandbox's process is gone. What it had saved is kept; start it again to go on."));

  desk_sync_bar_cancel (self->sync_bar);
  desk_status_view_set_failed (self->status, _("The sandbox has ended"), error);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* Whether there are settings that can be mended. */
static gboolean
is_saved (DeskWindow *self)
{
  return desk_environment_get_kind (desk_context_get_environment (self->context)) == DESK_ENVIRONMENT_KIND_FISKIL;
}

static void
ask_credentials (DeskWindow   *self,
                 const char   *title,
                 const GError *error)
{
  desk_status_view_set_empty (self->status, "dialog-password-symbolic", title, error->message,
                              _("_Enter the client secret"), "win.edit-environment");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean refreshed = desk_directory_refresh_finish (DESK_DIRECTORY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  desk_end_users_pane_set_loading (self->end_users_pane, FALSE, error);
  if (is_saved (self) && g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NOT_AUTHORISED))
    {
      ask_credentials (self, _("The service refuses the client secret"), error);
      return;
    }
  if (!refreshed)
    {
      _desk_window_show_error (self, error);
      return;
    }
  if (self->pending_end_user_id != NULL)
    {
      g_autofree char *end_user_id = g_steal_pointer (&self->pending_end_user_id);

      desk_end_users_pane_select (self->end_users_pane, end_user_id);
    }
  _desk_window_show_pending_consent (self);
  _desk_window_meet_requests (self);
  _desk_window_fetch_if_new (self);
}

void
_desk_window_refresh (DeskWindow *self)
{
  desk_end_users_pane_set_loading (self->end_users_pane, TRUE, NULL);
  desk_directory_refresh_async (desk_context_get_directory (self->context), self->cancellable, refreshed_cb,
                                g_object_ref (self));
}

static void
show_open_failure (DeskWindow   *self,
                   const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (is_saved (self) && g_error_matches (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_CREDENTIALS))
    ask_credentials (self, _("The client secret is needed"), error);
  else
    desk_status_view_set_failed (self->status,
                                 _desk_window_is_sandbox (self) ? _("The sandbox could not be started")
                                                                 : _("The service could not be reached"),
                                 error);
}

static void
show_opened (DeskWindow *self)
{
  g_autofree char *end_user_id = self->end_user != NULL ? g_strdup (desk_end_user_get_id (self->end_user))
                                                        : g_settings_get_string (self->settings, "end-user");

  desk_end_users_pane_set_context (self->end_users_pane, self->context);
  _desk_window_follow_directory (self);
  if (self->notifier != NULL)
    desk_notifier_set_notices (self->notifier, desk_context_get_notices (self->context));
  gtk_stack_set_visible_child_name (self->stack, "panes");
  if (self->pending_end_user_id == NULL && *end_user_id != '\0')
    self->pending_end_user_id = g_steal_pointer (&end_user_id);
  _desk_window_update_actions (self);
  desk_context_judge (self->context, self->cancellable);
  _desk_window_refresh (self);
}

void
_desk_window_begin_anew (DeskWindow *self)
{
  desk_sync_bar_cancel (self->sync_bar);
  g_hash_table_remove_all (self->synced);
  g_clear_pointer (&self->pending_end_user_id, g_free);
  g_clear_pointer (&self->pending_consent_id, g_free);
  g_ptr_array_set_size (self->requests, 0);
  _desk_window_set_end_user (self, NULL);
  g_settings_set_string (self->settings, "end-user", "");
  show_opened (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!desk_context_open_finish (DESK_CONTEXT (source), result, &error))
    {
      show_open_failure (self, error);
      return;
    }

  show_opened (self);
  /* One that was started again has no fault on. */
  if (self->sandbox_control != NULL)
    desk_sandbox_control_load_async (self->sandbox_control, self->cancellable, NULL, NULL);
}

void
_desk_window_open_context (DeskWindow *self)
{
  desk_status_view_set_loading (self->status, _desk_window_is_sandbox (self) ? _("Starting the sandbox …")
                                                                              : _("Reaching the service …"));
  gtk_stack_set_visible_child_name (self->stack, "status");
  self->is_read = FALSE;
  desk_context_open_async (self->context, self->cancellable, opened_cb, g_object_ref (self));
}
