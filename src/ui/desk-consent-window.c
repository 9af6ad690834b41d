/* desk-consent-window.c: one consent in full: permissions, ids, times, and its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-window.h"
#include "desk-consent-status-words.h"
#include "desk-copy-button.h"
#include "desk-format.h"
#include "desk-permission-words.h"

struct _DeskConsentWindow
{
  AdwWindow            parent_instance;

  /* Template widgets */
  AdwWindowTitle      *title;
  DeskStatusPill      *pill;
  AdwPreferencesGroup *permissions_group;
  AdwPreferencesGroup *times_group;
  AdwPreferencesGroup *ids_group;
  GtkWidget           *end_button;
  GtkSpinner          *spinner;
  GtkWidget           *problem;
  GtkLabel            *problem_label;

  /* Owned */
  DeskContext         *context;
  DeskConsent         *consent;
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskConsentWindow, desk_consent_window, ADW_TYPE_WINDOW)

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_id (DeskConsentWindow *self,
        const char        *title,
        const char        *id)
{
  GtkWidget *row = NULL;
  GtkWidget *button = NULL;

  if (id == NULL)
    return;
  row = create_row (title, id);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (row, "id");
  button = desk_copy_button_new (title, id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->ids_group, row);
}

static void
add_time (DeskConsentWindow *self,
          const char        *title,
          gint64             instant)
{
  g_autofree char *text = desk_format_instant (instant);
  GtkWidget *row = NULL;

  if (instant == 0)
    return;
  row = create_row (title, text);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->times_group, row);
}

static void
fill (DeskConsentWindow *self)
{
  const char *const *permissions = desk_consent_get_permissions (self->consent);
  const char *name = desk_consent_get_institution_name (self->consent);

  adw_window_title_set_title (self->title, name != NULL ? name : _("Unnamed institution"));
  for (guint i = 0; permissions != NULL && permissions[i] != NULL; i++)
    adw_preferences_group_add (self->permissions_group, create_row (desk_permission_get_words (permissions[i]),
                                                                    permissions[i]));
  add_time (self, _("Shared since"), desk_consent_get_created_at (self->consent));
  add_time (self, _("Last agreed to"), desk_consent_get_last_consent (self->consent));
  add_time (self, _("Data last used"), desk_consent_get_last_accessed (self->consent));
  add_time (self, _("Ends"), desk_consent_get_expires_at (self->consent));
  add_id (self, _("Consent id"), desk_consent_get_id (self->consent));
  add_id (self, _("End user id"), desk_consent_get_end_user_id (self->consent));
  add_id (self, _("Institution id"), desk_consent_get_institution_id (self->consent));
}

static void
update (DeskConsentWindow *self)
{
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));

  desk_status_pill_show_consent (self->pill, self->consent, now);
  gtk_widget_set_visible (self->end_button,
                          desk_consent_get_status (self->consent, now) != DESK_CONSENT_STATUS_ENDED);
}

static void
set_busy (DeskConsentWindow *self,
          gboolean           busy)
{
  gtk_widget_set_sensitive (self->end_button, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskConsentWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (desk_directory_revoke_finish (DESK_DIRECTORY (source), result, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
end_answered_cb (DeskConsentWindow *self,
                 const char        *response)
{
  if (g_strcmp0 (response, "end") != 0)
    return;
  gtk_widget_set_visible (self->problem, FALSE);
  set_busy (self, TRUE);
  desk_directory_revoke_async (desk_context_get_directory (self->context), self->consent, self->cancellable,
                               revoked_cb, g_object_ref (self));
}

static void
end_clicked_cb (DeskConsentWindow *self)
{
  const char *name = desk_consent_get_institution_name (self->consent);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("End sharing?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("%s stops sending data at once, and what was fetched under this consent is removed here. "
                                    "This cannot be undone: to share again, the end user has to agree again."),
                                  name != NULL ? name : _("The institution"));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep sharing"), "end", _("_End sharing"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "end", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (end_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
desk_consent_window_dispose (GObject *object)
{
  DeskConsentWindow *self = DESK_CONSENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->consent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_consent_window_parent_class)->dispose (object);
}

static void
desk_consent_window_class_init (DeskConsentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_consent_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, permissions_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, times_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, ids_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, end_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
}

static void
desk_consent_window_init (DeskConsentWindow *self)
{
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
desk_consent_window_new (DeskContext *context,
                         DeskConsent *consent)
{
  DeskConsentWindow *self = g_object_new (DESK_TYPE_CONSENT_WINDOW, NULL);

  self->context = g_object_ref (context);
  self->consent = g_object_ref (consent);
  g_signal_connect_object (consent, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fill (self);
  update (self);
  return GTK_WIDGET (self);
}
