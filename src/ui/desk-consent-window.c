/* desk-consent-window.c: one consent in full: how long it lasts, what is shared, ids, times, and its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-accounts.h"
#include "desk-consent-history.h"
#include "desk-consent-receipt.h"
#include "desk-consent-status-words.h"
#include "desk-consent-term.h"
#include "desk-consent-window.h"
#include "desk-copy-button.h"
#include "desk-format.h"
#include "desk-institution-tile.h"
#include "desk-permission-words.h"
#include "desk-production-gate.h"

struct _DeskConsentWindow
{
  AdwWindow            parent_instance;

  /* Template widgets */
  DeskInstitutionTile *tile;
  GtkLabel            *name;
  DeskStatusPill      *pill;
  DeskConsentReceipt  *receipt;
  GtkWidget           *term_group;
  DeskConsentTerm     *term;
  DeskConsentAccounts *accounts;
  AdwPreferencesGroup *permissions_group;
  AdwPreferencesGroup *times_group;
  AdwPreferencesGroup *ids_group;
  DeskConsentHistory  *history;
  GtkWidget           *end_group;
  GtkWidget           *end_button;
  GtkSpinner          *spinner;
  GtkWidget           *problem;
  GtkLabel            *problem_label;

  /* Owned */
  DeskContext         *context;
  DeskConsent         *consent;
  GPtrArray           *rows; /* (element-type GtkWidget) (unowned): that show what the consent says */
  GCancellable        *cancellable;

  gboolean             ended;
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
add_row (DeskConsentWindow   *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (DeskConsentWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)),
                                    row);
    }
  g_ptr_array_set_size (self->rows, 0);
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
  add_row (self, self->ids_group, row);
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
  add_row (self, self->times_group, row);
}

static void
show_accounts (DeskConsentWindow *self)
{
  desk_consent_accounts_show (self->accounts, self->ended ? NULL : desk_context_get_store (self->context),
                              self->consent);
}

static void
fill (DeskConsentWindow *self)
{
  const char *const *permissions = desk_consent_get_permissions (self->consent);
  const char *institution = desk_consent_get_institution_name (self->consent);
  const char *name = institution != NULL ? institution : _("Unnamed institution");

  clear_rows (self);
  desk_institution_tile_set_name (self->tile, name);
  gtk_label_set_text (self->name, name);
  for (guint i = 0; permissions != NULL && permissions[i] != NULL; i++)
    add_row (self, self->permissions_group, create_row (desk_permission_get_words (permissions[i]), permissions[i]));
  add_time (self, _("Shared since"), desk_consent_get_created_at (self->consent));
  add_time (self, _("Last agreed to"), desk_consent_get_last_consent (self->consent));
  add_time (self, _("Data last used"), desk_consent_get_last_accessed (self->consent));
  add_time (self, _("Ends"), desk_consent_get_expires_at (self->consent));
  add_id (self, _("Consent id"), desk_consent_get_id (self->consent));
  add_id (self, _("End user id"), desk_consent_get_end_user_id (self->consent));
  add_id (self, _("Institution id"), desk_consent_get_institution_id (self->consent));
  show_accounts (self);
}

static void
set_ended (DeskConsentWindow *self,
           gboolean           ended)
{
  if (self->ended == ended)
    return;
  self->ended = ended;
  show_accounts (self);
}

/* (nullable): of the attempt that led to the consent */
static DeskLinkRecord *
find_record (DeskConsentWindow *self)
{
  DeskLinkHistory *history = desk_context_get_link_history (self->context);
  const char *end_user_id = desk_consent_get_end_user_id (self->consent);

  if (history == NULL || end_user_id == NULL)
    return NULL;
  return desk_link_history_find (history, end_user_id, desk_consent_get_id (self->consent));
}

/* A consent that is not listed any more still says of itself that it is active; its receipt knows better. */
static void
update (DeskConsentWindow *self)
{
  DeskReceiptBook *receipts = desk_context_get_receipts (self->context);
  DeskReceipt *receipt = receipts != NULL ? desk_receipt_book_find (receipts, desk_consent_get_id (self->consent))
                                          : NULL;
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));
  gboolean ended = receipt != NULL || desk_consent_get_status (self->consent, now) == DESK_CONSENT_STATUS_ENDED;
  g_autoptr(DeskLinkRecord) record = find_record (self);

  if (receipt != NULL)
    desk_status_pill_set (self->pill, DESK_STATUS_PILL_OVER, _("Ended"));
  else
    desk_status_pill_show_consent (self->pill, self->consent, now);
  adw_preferences_group_set_title (self->permissions_group, ended ? _("What was shared") : _("What is shared"));
  desk_consent_receipt_show (self->receipt, receipt);
  desk_consent_term_show (self->term, self->consent, now);
  desk_consent_history_show (self->history, record);
  set_ended (self, ended);
  gtk_widget_set_visible (self->term_group, !ended);
  gtk_widget_set_visible (self->end_group, !ended);
}

static void
consent_changed_cb (DeskConsentWindow *self)
{
  fill (self);
  update (self);
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
  g_autofree GWeakRef *window = user_data;
  g_autoptr(DeskConsentWindow) self = g_weak_ref_get (window);
  g_autoptr(GError) error = NULL;
  gboolean ended = desk_directory_revoke_finish (DESK_DIRECTORY (source), result, &error);

  g_weak_ref_clear (window);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (ended)
    {
      /* Brings the receipt into view, which stands where the page begins. */
      gtk_widget_child_focus (GTK_WIDGET (self->receipt), GTK_DIR_TAB_FORWARD);
      return;
    }
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
end_answered_cb (DeskConsentWindow *self,
                 const char        *response)
{
  GWeakRef *window = NULL;

  if (g_strcmp0 (response, "end") != 0)
    return;
  gtk_widget_set_visible (self->problem, FALSE);
  set_busy (self, TRUE);
  /* A window that were held beyond its end would outlive the one it is transient for. */
  window = g_new0 (GWeakRef, 1);
  g_weak_ref_init (window, self);
  desk_directory_revoke_async (desk_context_get_directory (self->context), self->consent, self->cancellable,
                               revoked_cb, window);
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
  desk_production_gate_add (ADW_MESSAGE_DIALOG (dialog), "end", self->context,
                            desk_consent_get_end_user_id (self->consent));
  g_signal_connect_object (dialog, "response", G_CALLBACK (end_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
renew_cb (DeskConsentWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL ||
      !gtk_widget_activate_action (GTK_WIDGET (parent), "win.renew-consent", "s", desk_consent_get_id (self->consent)))
    return;
  gtk_window_close (GTK_WINDOW (self));
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
desk_consent_window_finalize (GObject *object)
{
  g_clear_pointer (&DESK_CONSENT_WINDOW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_consent_window_parent_class)->finalize (object);
}

static void
desk_consent_window_class_init (DeskConsentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_consent_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_consent_window_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, tile);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, receipt);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, term_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, term);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, accounts);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, permissions_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, times_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, ids_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, history);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, end_group);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, end_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentWindow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_cb);
}

static void
desk_consent_window_init (DeskConsentWindow *self)
{
  g_type_ensure (DESK_TYPE_CONSENT_ACCOUNTS);
  g_type_ensure (DESK_TYPE_CONSENT_HISTORY);
  g_type_ensure (DESK_TYPE_CONSENT_RECEIPT);
  g_type_ensure (DESK_TYPE_CONSENT_TERM);
  g_type_ensure (DESK_TYPE_INSTITUTION_TILE);
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

DeskConsent *
desk_consent_window_get_consent (DeskConsentWindow *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_WINDOW (self), NULL);

  return self->consent;
}

GtkWidget *
desk_consent_window_new (DeskContext *context,
                         DeskConsent *consent)
{
  DeskConsentWindow *self = g_object_new (DESK_TYPE_CONSENT_WINDOW, NULL);

  self->context = g_object_ref (context);
  self->consent = g_object_ref (consent);
  g_signal_connect_object (consent, "changed", G_CALLBACK (consent_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_context_get_directory (context), "consents-changed", G_CALLBACK (update), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_context_get_receipts (context), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  consent_changed_cb (self);
  return GTK_WIDGET (self);
}
