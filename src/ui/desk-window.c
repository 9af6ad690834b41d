/* desk-window.c: the main window: whom, what they share, the data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-catalogue.h"
#include "desk-consent-window.h"
#include "desk-size-watch.h"
#include "desk-production-band.h"
#include "desk-ui-error.h"
#include "desk-window-private.h"

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_BUSY = 1,
  PROP_INSPECTOR_SHOWN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_sandbox (DeskWindow *self)
{
  return desk_environment_get_kind (desk_context_get_environment (self->context)) == DESK_ENVIRONMENT_KIND_SANDBOX;
}

static const DeskResource *
choose_resource (DeskWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "resource");
  const DeskResource *remembered = desk_catalogue_find (name);

  return remembered != NULL ? remembered : desk_catalogue_find ("banking.transactions");
}

static gboolean
has_active_consent (DeskWindow  *self,
                    DeskEndUser *end_user)
{
  DeskDirectorySummary summary;

  desk_directory_summarise (desk_context_get_directory (self->context), desk_end_user_get_id (end_user), &summary);
  return summary.n_active > 0;
}

/* Data are fetched once per start without being asked for. */
static void
fetch_if_new (DeskWindow *self)
{
  if (self->end_user != NULL && has_active_consent (self, self->end_user) &&
      !g_hash_table_contains (self->synced, desk_end_user_get_id (self->end_user)))
    _desk_window_fetch (self);
}

/* What was shown, for who is chosen now. */
static void
show_again (DeskWindow *self)
{
  if (self->shows_quality)
    _desk_window_show_quality (self);
  else
    _desk_window_show_resource (self, self->resource);
}

static void
set_end_user (DeskWindow  *self,
              DeskEndUser *end_user)
{
  if (!g_set_object (&self->end_user, end_user))
    return;
  _desk_window_drop_link (self);
  if (end_user != NULL && self->resource == NULL)
    self->resource = choose_resource (self);
  desk_end_user_pane_set_end_user (self->end_user_pane, self->context, end_user);
  show_again (self);
  _desk_window_update_actions (self);
  if (is_sandbox (self))
    g_settings_set_string (self->settings, "end-user", end_user != NULL ? desk_end_user_get_id (end_user) : "");
  fetch_if_new (self);
}

static void
end_user_notify_cb (DeskWindow *self)
{
  set_end_user (self, desk_end_users_pane_get_end_user (self->end_users_pane));
}

static void
end_user_activated_cb (DeskWindow *self)
{
  adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
resource_activated_cb (DeskWindow *self,
                       gpointer    resource)
{
  _desk_window_show_resource (self, resource);
  adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* (nullable): the window that shows the consent already */
static GtkWindow *
find_consent_window (DeskWindow  *self,
                     DeskConsent *consent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (DESK_IS_CONSENT_WINDOW (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self) &&
          desk_consent_window_get_consent (DESK_CONSENT_WINDOW (window)) == consent)
        return window;
    }

  return NULL;
}

static void
consent_activated_cb (DeskWindow  *self,
                      DeskConsent *consent)
{
  GtkWindow *window = find_consent_window (self, consent);

  if (window == NULL)
    {
      window = GTK_WINDOW (desk_consent_window_new (self->context, consent));
      gtk_window_set_transient_for (window, GTK_WINDOW (self));
    }
  gtk_window_present (window);
}

static gboolean
show_listed_consent (DeskWindow *self,
                     const char *consent_id)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (desk_context_get_directory (self->context));

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (!g_str_equal (desk_consent_get_id (consent), consent_id))
        continue;
      _desk_window_select_end_user (self, desk_consent_get_end_user_id (consent));
      consent_activated_cb (self, consent);
      return TRUE;
    }

  return FALSE;
}

static void
show_pending_consent (DeskWindow *self)
{
  g_autofree char *consent_id = g_steal_pointer (&self->pending_consent_id);

  if (consent_id != NULL && !show_listed_consent (self, consent_id))
    _desk_window_show_toast (self, _("This consent is not listed any more"));
}

static void
consents_changed_cb (DeskWindow *self)
{
  if (self->end_user == NULL)
    return;
  show_again (self);
  fetch_if_new (self);
}

static void
folded_cb (DeskWindow *self)
{
  desk_end_user_pane_set_folded (self->end_user_pane, adw_leaflet_get_folded (self->outer_leaflet));
  desk_end_user_pane_set_alone (self->end_user_pane, adw_leaflet_get_folded (self->inner_leaflet));
  desk_data_pane_set_folded (self->data_pane, adw_leaflet_get_folded (self->inner_leaflet));
  desk_data_pane_set_narrow (self->data_pane, adw_leaflet_get_folded (self->outer_leaflet));
}

static void
sync_finished_cb (DeskWindow  *self,
                  DeskEndUser *end_user,
                  gboolean     complete)
{
  if (complete)
    g_hash_table_add (self->synced, g_strdup (desk_end_user_get_id (end_user)));
}

static void
sync_running_cb (DeskWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
sandbox_ended_cb (DeskWindow *self)
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
  show_pending_consent (self);
  _desk_window_meet_requests (self);
  fetch_if_new (self);
}

void
_desk_window_refresh (DeskWindow *self)
{
  desk_end_users_pane_set_loading (self->end_users_pane, TRUE, NULL);
  desk_directory_refresh_async (desk_context_get_directory (self->context), self->cancellable, refreshed_cb,
                                g_object_ref (self));
}

void
_desk_window_fetch (DeskWindow *self)
{
  desk_sync_bar_run (self->sync_bar, self->context, self->end_user);
}

gboolean
_desk_window_select_end_user (DeskWindow *self,
                              const char *end_user_id)
{
  if (desk_end_users_pane_select (self->end_users_pane, end_user_id))
    return TRUE;

  g_free (self->pending_end_user_id);
  self->pending_end_user_id = g_strdup (end_user_id);
  return FALSE;
}

void
_desk_window_show_resource (DeskWindow         *self,
                            const DeskResource *resource)
{
  const DeskResource *shown = desk_end_user_pane_select_resource (self->end_user_pane, resource);

  self->resource = resource;
  self->shows_quality = FALSE;
  desk_data_pane_show (self->data_pane, self->context, self->end_user, shown);
  if (resource != NULL)
    g_settings_set_string (self->settings, "resource", resource->name);
}

void
_desk_window_show_quality (DeskWindow *self)
{
  if (self->end_user == NULL || !desk_end_user_pane_select_quality (self->end_user_pane))
    {
      _desk_window_show_resource (self, self->resource);
      return;
    }

  self->shows_quality = TRUE;
  desk_data_pane_show_quality (self->data_pane, self->context, self->end_user);
}

void
_desk_window_show_toast (DeskWindow *self,
                         const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
_desk_window_show_error (DeskWindow   *self,
                         const GError *error)
{
  desk_ui_show_error (GTK_WIDGET (self), error);
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
                                 is_sandbox (self) ? _("The sandbox could not be started")
                                                   : _("The service could not be reached"),
                                 error);
}

static void
show_opened (DeskWindow *self)
{
  g_autofree char *end_user_id = self->end_user != NULL ? g_strdup (desk_end_user_get_id (self->end_user))
                                                        : g_settings_get_string (self->settings, "end-user");

  desk_end_users_pane_set_context (self->end_users_pane, self->context);
  /* A sandbox that was started again keeps its directory. The panes take in what is shared before the window looks. */
  g_signal_handlers_disconnect_by_func (desk_context_get_directory (self->context), consents_changed_cb, self);
  g_signal_connect_object (desk_context_get_directory (self->context), "consents-changed",
                           G_CALLBACK (consents_changed_cb), self, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
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
  set_end_user (self, NULL);
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
  desk_status_view_set_loading (self->status, is_sandbox (self) ? _("Starting the sandbox …")
                                                                 : _("Reaching the service …"));
  gtk_stack_set_visible_child_name (self->stack, "status");
  self->is_read = FALSE;
  desk_context_open_async (self->context, self->cancellable, opened_cb, g_object_ref (self));
}

static void
restore_size (DeskWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
desk_window_close_request (GtkWindow *window)
{
  DeskWindow *self = DESK_WINDOW (window);
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  _desk_window_keep_drawer_height (self);
  /* What is under way holds the window, and with it the windows that go along. */
  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (desk_window_parent_class)->close_request (window);
}

static void
desk_window_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (property_id == PROP_BUSY)
    g_value_set_boolean (value, desk_window_get_busy (DESK_WINDOW (object)));
  else if (property_id == PROP_INSPECTOR_SHOWN)
    g_value_set_boolean (value, DESK_WINDOW (object)->inspector_shown);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_window_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (property_id == PROP_INSPECTOR_SHOWN)
    _desk_window_set_inspector_shown (DESK_WINDOW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  /* An action that follows the settings would tell the window, which is gone, when another one changes them. */
  g_action_map_remove_action (G_ACTION_MAP (self), "presentation-mode");
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  _desk_window_drop_link (self);
  g_clear_object (&self->end_user);
  g_clear_object (&self->notifier);
  g_clear_object (&self->warmer);
  g_clear_object (&self->sandbox_control);
  if (self->context != NULL)
    desk_context_close (self->context);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->synced, g_hash_table_unref);
  g_clear_pointer (&self->pending_end_user_id, g_free);
  g_clear_pointer (&self->pending_consent_id, g_free);
  g_clear_pointer (&self->requests, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_window_get_property;
  object_class->set_property = desk_window_set_property;
  object_class->dispose = desk_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = desk_window_close_request;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_INSPECTOR_SHOWN] = g_param_spec_boolean ("inspector-shown", NULL, NULL, FALSE,
                                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  _desk_window_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/consentdesk/ConsentDesk/ui/desk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, drawer);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, inspector_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, environment_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, status);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, outer_leaflet);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, inner_leaflet);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, end_users_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, end_user_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, data_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, sync_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, presentation_band);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, fault_pill);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, _desk_window_open_context);
  gtk_widget_class_bind_template_callback (widget_class, _desk_window_refresh);
  gtk_widget_class_bind_template_callback (widget_class, _desk_window_update_drawer);
  gtk_widget_class_bind_template_callback (widget_class, end_user_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_user_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, resource_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, consent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, _desk_window_prepare_link);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, sync_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, sync_running_cb);
}

static void
desk_window_init (DeskWindow *self)
{
  g_type_ensure (DESK_TYPE_ENVIRONMENT_BUTTON);
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_END_USERS_PANE);
  g_type_ensure (DESK_TYPE_END_USER_PANE);
  g_type_ensure (DESK_TYPE_DATA_PANE);
  g_type_ensure (DESK_TYPE_SYNC_BAR);
  g_type_ensure (DESK_TYPE_PRESENTATION_BAND);
  g_type_ensure (DESK_TYPE_INSPECTOR_PANE);
  g_type_ensure (DESK_TYPE_SIZE_WATCH);

  self->settings = g_settings_new (APPLICATION_ID);
  self->cancellable = g_cancellable_new ();
  self->synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_size (self);
  folded_cb (self);
  self->inspector_shown = g_settings_get_boolean (self->settings, "inspector-shown");
}

static void
follow_background (DeskWindow *self)
{
  g_autoptr(GAction) action = g_settings_create_action (self->settings, "refresh-in-background");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_settings_bind (self->settings, "refresh-in-background", self->context, "refreshes-in-background",
                   G_SETTINGS_BIND_GET);
}

GtkWidget *
desk_window_new (GtkApplication *application,
                 DeskContext    *context)
{
  DeskWindow *self = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);
  self->context = g_object_ref (context);
  desk_context_set_live (context, TRUE);
  desk_inspector_pane_set_inspector (self->inspector_pane, desk_context_get_inspector (context));
  if (application != NULL)
    self->notifier = desk_notifier_new (G_APPLICATION (application), desk_context_get_environment (context));
  self->warmer = desk_consent_warmer_new (context);
  g_signal_connect_object (context, "sandbox-ended", G_CALLBACK (sandbox_ended_cb), self, G_CONNECT_SWAPPED);
  _desk_window_follow_presentation (self);
  follow_background (self);
  if (is_sandbox (self))
    _desk_window_watch_sandbox (self);
  desk_environment_button_set_environment (self->environment_button, desk_context_get_environment (context));
  desk_production_band_attach (GTK_WINDOW (self), desk_context_get_environment (context));
  _desk_window_update_actions (self);
  _desk_window_open_context (self);
  return GTK_WIDGET (self);
}

DeskContext *
desk_window_get_context (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);

  return self->context;
}

void
desk_window_set_book (DeskWindow          *self,
                      DeskEnvironmentBook *book)
{
  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (DESK_IS_ENVIRONMENT_BOOK (book));

  desk_environment_button_set_book (self->environment_button, book);
  desk_end_users_pane_set_book (self->end_users_pane, book);
}

void
desk_window_show_consent (DeskWindow *self,
                          const char *consent_id)
{
  gboolean open = FALSE;

  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (consent_id != NULL);

  open = desk_context_get_directory (self->context) != NULL;
  if (open && show_listed_consent (self, consent_id))
    return;
  g_free (self->pending_consent_id);
  self->pending_consent_id = g_strdup (consent_id);
  if (open)
    _desk_window_refresh (self);
}

DeskEndUser *
desk_window_get_end_user (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);

  return self->end_user;
}

gboolean
desk_window_get_busy (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), FALSE);

  return desk_sync_bar_get_running (self->sync_bar);
}
