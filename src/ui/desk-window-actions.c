/* desk-window-actions.c: what can be done in the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-consent-dialog.h"
#include "desk-end-user-dialog.h"
#include "desk-export-dialog.h"
#include "desk-production-gate.h"
#include "desk-ui-error.h"
#include "desk-window-private.h"

static void
show_quality (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  _desk_window_show_quality (self);
  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
select_end_user (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  if (!_desk_window_select_end_user (self, g_variant_get_string (parameter, NULL)))
    return;

  /* Where both are to be seen, it would only move the focus: to "Link account", as if the user meant to. */
  if (adw_leaflet_get_folded (self->inner_leaflet))
    adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  if (adw_leaflet_get_folded (self->outer_leaflet))
    adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
show_resource (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  const DeskResource *resource = desk_catalogue_find (g_variant_get_string (parameter, NULL));

  if (resource == NULL)
    return;
  _desk_window_show_resource (self, resource);
  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
linked_cb (DeskWindow  *self,
           DeskConsent *consent)
{
  /* A notification may have led to somebody else meanwhile. */
  _desk_window_select_end_user (self, desk_consent_get_end_user_id (consent));
  _desk_window_refresh (self);
  g_hash_table_remove (self->synced, desk_consent_get_end_user_id (consent));
  if (self->end_user == NULL)
    return;

  /* A fetch that is under way knows nothing of what is shared since. */
  desk_sync_bar_cancel (self->sync_bar);
  _desk_window_fetch (self);
}

static void
view_data_cb (DeskWindow  *self,
              DeskConsent *consent)
{
  gboolean energy = g_strcmp0 (desk_consent_get_institution_type (consent), "energy") == 0;

  _desk_window_select_end_user (self, desk_consent_get_end_user_id (consent));
  _desk_window_show_resource (self, desk_catalogue_find (energy ? "energy.usage" : "banking.transactions"));
  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static gboolean
is_in_sandbox (DeskWindow *self)
{
  return desk_environment_get_kind (desk_context_get_environment (self->context)) == DESK_ENVIRONMENT_KIND_SANDBOX;
}

/* Each environment has its way. That of the sandbox, which no file describes, is one of our settings. */
static void
way_chosen_cb (DeskWindow *self,
               GParamSpec *pspec,
               GtkWidget  *dialog)
{
  int way = DESK_LINK_WAY_REDIRECT;

  g_object_get (dialog, "way", &way, NULL);
  if (is_in_sandbox (self))
    g_settings_set_enum (self->settings, "link-way", way);
  else
    desk_environment_set_link_way (desk_context_get_environment (self->context), way);
}

static void
recall_way (DeskWindow *self,
            GtkWidget  *dialog)
{
  int way = is_in_sandbox (self) ? g_settings_get_enum (self->settings, "link-way")
                                 : (int) desk_environment_get_link_way (desk_context_get_environment (self->context));

  g_object_set (dialog, "way", way, NULL);
}

/* Returns: (transfer none): a dialog that is not shown yet, and owned by GTK */
static DeskConsentDialog *
create_consent_dialog (DeskWindow *self)
{
  GtkWidget *dialog = desk_consent_dialog_new (self->context, self->end_user);

  recall_way (self, dialog);
  desk_consent_dialog_set_warmer (DESK_CONSENT_DIALOG (dialog), self->warmer);
  g_signal_connect_object (dialog, "notify::way", G_CALLBACK (way_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "linked", G_CALLBACK (linked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "view-data", G_CALLBACK (view_data_cb), self, G_CONNECT_SWAPPED);

  return DESK_CONSENT_DIALOG (dialog);
}

void
_desk_window_prepare_link (DeskWindow *self)
{
  if (self->end_user == NULL)
    return;

  desk_consent_warmer_warm_up (self->warmer);

  /* It is no window of the application yet. */
  if (self->link_dialog == NULL)
    self->link_dialog = GTK_WIDGET (create_consent_dialog (self));
  desk_consent_dialog_prepare (DESK_CONSENT_DIALOG (self->link_dialog));
}

void
_desk_window_drop_link (DeskWindow *self)
{
  if (self->link_dialog != NULL)
    desk_consent_dialog_discard (DESK_CONSENT_DIALOG (g_steal_pointer (&self->link_dialog)));
}

/* Returns: (transfer none): the dialog that was prepared, or a new one */
static DeskConsentDialog *
take_consent_dialog (DeskWindow *self)
{
  GtkWidget *prepared = g_steal_pointer (&self->link_dialog);
  DeskConsentDialog *dialog = prepared != NULL ? DESK_CONSENT_DIALOG (prepared) : create_consent_dialog (self);

  /* Another may have been chosen since it was prepared. */
  recall_way (self, GTK_WIDGET (dialog));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  return dialog;
}

static void
link_account (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  desk_consent_dialog_start (take_consent_dialog (DESK_WINDOW (widget)));
}

static void
link_institution (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DeskConsentDialog *dialog = take_consent_dialog (DESK_WINDOW (widget));

  desk_consent_dialog_set_institution_id (dialog, g_variant_get_string (parameter, NULL));
  desk_consent_dialog_start (dialog);
}

static void
choose_institution (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  DeskConsentDialog *dialog = take_consent_dialog (DESK_WINDOW (widget));

  desk_consent_dialog_ask_institution (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static DeskConsent *
find_consent (DeskWindow *self,
              const char *consent_id)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (desk_context_get_directory (self->context));

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (desk_consent_get_id (consent), consent_id))
        return g_object_ref (consent);
    }

  return NULL;
}

static void
renew_consent (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  g_autoptr(DeskConsent) consent = find_consent (self, g_variant_get_string (parameter, NULL));
  DeskConsentDialog *dialog;

  if (consent == NULL || !_desk_window_select_end_user (self, desk_consent_get_end_user_id (consent)))
    {
      _desk_window_show_toast (self, _("This consent is no longer listed: refresh, then try again"));
      return;
    }
  dialog = take_consent_dialog (self);
  desk_consent_dialog_set_renewed (dialog, consent);
  desk_consent_dialog_start (dialog);
}

static void
end_user_saved_cb (DeskWindow  *self,
                   DeskEndUser *end_user)
{
  /* It is headed by a name that may be another now. */
  _desk_window_drop_link (self);

  /* One whose making was never answered is known to the service only. */
  if (!_desk_window_select_end_user (self, desk_end_user_get_id (end_user)))
    _desk_window_refresh (self);
  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
link_account_wanted_cb (DeskWindow  *self,
                        DeskEndUser *end_user)
{
  /* Whoever waited for the next refresh is not chosen yet. */
  if (self->end_user == end_user)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.link-account", NULL);
}

static void
open_end_user_dialog (DeskWindow  *self,
                      DeskEndUser *end_user)
{
  GtkWidget *dialog = desk_end_user_dialog_new (desk_context_get_directory (self->context), end_user);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (end_user_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "link-account", G_CALLBACK (link_account_wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_end_user (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  open_end_user_dialog (DESK_WINDOW (widget), NULL);
}

static void
edit_end_user (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  open_end_user_dialog (self, self->end_user);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (desk_directory_delete_finish (DESK_DIRECTORY (source), result, &error))
    {
      _desk_window_show_toast (self, _("The end user and all fetched data are deleted"));
      adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
      adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _desk_window_show_error (self, error);
}

static void
delete_answered_cb (DeskWindow       *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  DeskEndUser *end_user = g_object_get_data (G_OBJECT (dialog), "end-user");

  if (g_strcmp0 (response, "delete") != 0)
    return;
  if (end_user == self->end_user)
    desk_sync_bar_cancel (self->sync_bar);
  desk_directory_delete_async (desk_context_get_directory (self->context), end_user, self->cancellable, deleted_cb,
                               g_object_ref (self));
}

static char *
dup_delete_consequence (DeskWindow *self)
{
  DeskDirectorySummary summary;

  desk_directory_summarise (desk_context_get_directory (self->context), desk_end_user_get_id (self->end_user),
                            &summary);
  if (summary.n_active == 0)
    return g_strdup_printf (_("%s is deleted at the service and here. This cannot be undone."),
                            desk_end_user_get_title (self->end_user));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s is deleted at the service and here. %u consent ends at once, and the data fetched under it is removed. This cannot be undone.",
                                       "%s is deleted at the service and here. %u consents end at once, and the data fetched under them is removed. This cannot be undone.",
                                       summary.n_active),
                          desk_end_user_get_title (self->end_user), summary.n_active);
}

static void
delete_end_user (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  g_autofree char *consequence = dup_delete_consequence (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Delete this end user?"), consequence);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "end-user", g_object_ref (self->end_user), g_object_unref);
  desk_production_gate_add (ADW_MESSAGE_DIALOG (dialog), "delete", self->context,
                            desk_end_user_get_id (self->end_user));
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_end_user_id (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  desk_ui_copy (widget, desk_end_user_get_id (DESK_WINDOW (widget)->end_user));
}

static void
copy_text (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  desk_ui_copy (widget, g_variant_get_string (parameter, NULL));
}

static void
refresh (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  _desk_window_refresh (self);
  if (self->end_user != NULL)
    _desk_window_fetch (self);
}

static void
fetch_resource (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  const DeskResource *resource = desk_catalogue_find (g_variant_get_string (parameter, NULL));

  if (self->end_user != NULL && resource != NULL)
    desk_sync_bar_run_only (self->sync_bar, self->context, self->end_user, resource);
}

static void
open_export_dialog (DeskWindow *self,
                    gboolean    wants_everything)
{
  GtkWidget *dialog = desk_export_dialog_new (self->context, self->end_user);
  g_autoptr(DeskQuery) query = desk_data_pane_dup_query (self->data_pane);
  g_autoptr(GArray) ids = desk_data_pane_dup_selected_ids (self->data_pane);

  desk_export_dialog_offer (DESK_EXPORT_DIALOG (dialog), query, ids, wants_everything);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  open_export_dialog (DESK_WINDOW (widget), FALSE);
}

static void
export_everything (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  open_export_dialog (DESK_WINDOW (widget), TRUE);
}

static void
search (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector_pane)))
    gtk_widget_activate_action (focus, "inspector.search", NULL);
  else
    desk_data_pane_start_search (self->data_pane);
}

static void
search_end_users (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  desk_end_users_pane_focus_search (self->end_users_pane);
}

static void
find_end_users (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  desk_end_users_pane_search (self->end_users_pane, g_variant_get_string (parameter, NULL));
}

static void
edit_environment (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DeskEnvironment *environment = desk_context_get_environment (DESK_WINDOW (widget)->context);

  gtk_widget_activate_action (widget, "app.edit-environment", "s", desk_environment_get_name (environment));
}

static void
go_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  DeskWindow *self = DESK_WINDOW (widget);

  if (!adw_leaflet_get_folded (self->inner_leaflet) ||
      !adw_leaflet_navigate (self->inner_leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    adw_leaflet_navigate (self->outer_leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

void
_desk_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.select-end-user", "s", select_end_user);
  gtk_widget_class_install_action (widget_class, "win.show-resource", "s", show_resource);
  gtk_widget_class_install_action (widget_class, "win.show-quality", NULL, show_quality);
  gtk_widget_class_install_action (widget_class, "win.link-account", NULL, link_account);
  gtk_widget_class_install_action (widget_class, "win.link-institution", "s", link_institution);
  gtk_widget_class_install_action (widget_class, "win.choose-institution", NULL, choose_institution);
  gtk_widget_class_install_action (widget_class, "win.renew-consent", "s", renew_consent);
  gtk_widget_class_install_action (widget_class, "win.new-end-user", NULL, new_end_user);
  gtk_widget_class_install_action (widget_class, "win.edit-end-user", NULL, edit_end_user);
  gtk_widget_class_install_action (widget_class, "win.delete-end-user", NULL, delete_end_user);
  gtk_widget_class_install_action (widget_class, "win.copy-end-user-id", NULL, copy_end_user_id);
  gtk_widget_class_install_action (widget_class, "win.copy-text", "s", copy_text);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh);
  gtk_widget_class_install_action (widget_class, "win.fetch-resource", "s", fetch_resource);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.export-everything", NULL, export_everything);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_property_action (widget_class, "win.toggle-inspector", "inspector-shown");
  gtk_widget_class_install_action (widget_class, "win.search-end-users", NULL, search_end_users);
  gtk_widget_class_install_action (widget_class, "win.find-end-users", "s", find_end_users);
  gtk_widget_class_install_action (widget_class, "win.edit-environment", NULL, edit_environment);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back);
  _desk_window_install_sandbox_actions (widget_class);
}

void
_desk_window_update_actions (DeskWindow *self)
{
  static const char *const for_end_user[] = {
    "win.link-account", "win.link-institution", "win.choose-institution", "win.edit-end-user",
    "win.delete-end-user", "win.copy-end-user-id", "win.export", "win.export-everything",
  };
  gboolean open = self->context != NULL && desk_context_get_directory (self->context) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (for_end_user); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), for_end_user[i], open && self->end_user != NULL);
  if (desk_presentation_get_active (desk_context_get_presentation (self->context)))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.edit-end-user", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-inspector",
                                 !desk_presentation_get_active (desk_context_get_presentation (self->context)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-end-user", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.renew-consent", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", open);
  _desk_window_update_sandbox_actions (self, open);
}
