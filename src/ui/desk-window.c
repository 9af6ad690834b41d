/* desk-window.c: the main window: whom, what they share, the data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-catalogue.h"
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

gboolean
_desk_window_is_sandbox (DeskWindow *self)
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

void
_desk_window_fetch_if_new (DeskWindow *self)
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

void
_desk_window_set_end_user (DeskWindow  *self,
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
  if (_desk_window_is_sandbox (self))
    g_settings_set_string (self->settings, "end-user", end_user != NULL ? desk_end_user_get_id (end_user) : "");
  _desk_window_fetch_if_new (self);
}

static void
end_user_notify_cb (DeskWindow *self)
{
  _desk_window_set_end_user (self, desk_end_users_pane_get_end_user (self->end_users_pane));
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

static void
consents_changed_cb (DeskWindow *self)
{
  if (self->end_user == NULL)
    return;
  show_again (self);
  _desk_window_fetch_if_new (self);
}

/* A sandbox that was started again keeps its directory. The panes take in what is shared before the window looks. */
void
_desk_window_follow_directory (DeskWindow *self)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);

  g_signal_handlers_disconnect_by_func (directory, consents_changed_cb, self);
  g_signal_connect_object (directory, "consents-changed", G_CALLBACK (consents_changed_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
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
  gtk_widget_class_bind_template_callback (widget_class, _desk_window_show_consent);
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
  g_signal_connect_object (context, "sandbox-ended", G_CALLBACK (_desk_window_show_sandbox_ended), self,
                           G_CONNECT_SWAPPED);
  _desk_window_follow_presentation (self);
  follow_background (self);
  if (_desk_window_is_sandbox (self))
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
