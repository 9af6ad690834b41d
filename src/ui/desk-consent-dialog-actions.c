/* desk-consent-dialog-actions.c: what can be done in the consent dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-way.h"

void
_desk_consent_dialog_set_action_enabled (DeskConsentDialog *self,
                                         const char        *name,
                                         gboolean           enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
ask (DeskConsentDialog *self,
     const char        *heading,
     const char        *body,
     const char        *yes_label,
     GCallback          on_response)
{
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_responses (question, "no", _("_Go on here"), "yes", yes_label, NULL);
  adw_message_dialog_set_response_appearance (question, "yes", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "no");
  adw_message_dialog_set_close_response (question, "no");
  g_signal_connect_object (question, "response", on_response, self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, GTK_WINDOW (question));
  gtk_window_present (GTK_WINDOW (question));
}

void
_desk_consent_dialog_withdraw_question (DeskConsentDialog *self)
{
  GtkWindow *question = self->question;

  g_clear_weak_pointer (&self->question);
  if (question != NULL)
    gtk_window_destroy (question);
}

static void
stop_answered_cb (DeskConsentDialog *self,
                  const char        *response,
                  AdwMessageDialog  *question)
{
  if (!g_str_equal (response, "yes"))
    return;

  /* The question lives until its signal is over, longer than we do: it must not remember us as its parent. */
  gtk_window_set_transient_for (GTK_WINDOW (question), NULL);
  _desk_consent_dialog_close_for_good (self);
}

static const char *
describe_stopping (DeskConsentDialog *self)
{
  if (desk_link_attempt_get_state (self->attempt) != DESK_LINK_ATTEMPT_OPEN)
    return _("The consent may exist already. It is listed after the next refresh.");
  if (self->is_elsewhere || desk_link_attempt_get_way (self->attempt) == DESK_LINK_WAY_BROWSER)
    return _("The page can still be finished where it is open. What is agreed to there is listed after the next refresh.");

  return _("The consent page is open. What was entered there is lost, and nothing is shared.");
}

void
_desk_consent_dialog_ask_to_stop (DeskConsentDialog *self)
{
  if (self->question == NULL)
    ask (self, _("Stop linking?"), describe_stopping (self), _("_Stop linking"), G_CALLBACK (stop_answered_cb));
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
retry_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  _desk_consent_dialog_start_attempt (user_data);
}

static void
other_institution_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  _desk_consent_dialog_show_institutions (user_data);
}

static void
show_elsewhere_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  self->is_elsewhere = TRUE;
  _desk_consent_dialog_show_elsewhere (self);
  desk_link_attempt_taken_elsewhere (self->attempt);
}

static void
show_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  _desk_consent_dialog_show_page (user_data);
}

static void
choose_consent_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  if (self->attempt != NULL)
    desk_link_attempt_choose_consent (self->attempt, g_variant_get_string (parameter, NULL));
}

/* Each of the consents is listed with the end user, and the result offers to go on. */
static void
decide_later_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  desk_link_attempt_cancel (DESK_CONSENT_DIALOG (user_data)->attempt);
}

static void
keep_waiting_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  _desk_consent_dialog_hide_notice (self);
  if (self->attempt != NULL)
    desk_link_attempt_keep_waiting (self->attempt);
}

static void
show_result_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  if (self->attempt != NULL && desk_link_attempt_get_state (self->attempt) == DESK_LINK_ATTEMPT_DONE)
    _desk_consent_dialog_show_result (self);
}

static void
copy_report_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DeskConsentDialog *self = user_data;
  g_autofree char *report = self->attempt != NULL ? desk_link_attempt_dup_report (self->attempt) : NULL;

  if (report != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), report);
}

static void
open_browser_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  if (self->page_uri != NULL)
    _desk_consent_dialog_open_in_browser (self);
}

static void
copy_address_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->page_uri);
  self->is_elsewhere = TRUE;
  desk_link_attempt_taken_elsewhere (self->attempt);
}

static void
open_error_uri_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  gtk_show_uri (GTK_WINDOW (self), desk_link_attempt_get_error_uri (self->attempt), GDK_CURRENT_TIME);
}

static void
view_data_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DeskConsentDialog *self = user_data;
  g_autoptr(DeskConsent) consent = g_object_ref (desk_link_attempt_get_consent (self->attempt));

  g_object_ref (self);
  _desk_consent_dialog_close_for_good (self);
  g_signal_emit_by_name (self, "view-data", consent);
  g_object_unref (self);
}

static void
start_again_answered_cb (DeskConsentDialog *self,
                         const char        *response,
                         AdwMessageDialog  *question)
{
  const char *name = g_object_get_data (G_OBJECT (question), "way");

  if (!g_str_equal (response, "yes"))
    return;

  _desk_consent_dialog_set_way (self, desk_consent_way_from_name (name));
  _desk_consent_dialog_start_attempt (self);
}

static void
ask_to_start_again (DeskConsentDialog *self,
                    const char        *way_name)
{
  if (self->question != NULL)
    return;

  ask (self, _("Start again in another way?"),
       _("The consent page is open. What was entered there is lost."),
       _("_Start again"), G_CALLBACK (start_again_answered_cb));
  g_object_set_data_full (G_OBJECT (self->question), "way", g_strdup (way_name), g_free);
}

/* Not where the account is linked, and not while another institution is being chosen. */
static gboolean
is_worth_another_attempt (DeskConsentDialog *self)
{
  const DeskOutcome *outcome = self->attempt != NULL ? desk_link_attempt_get_outcome (self->attempt) : NULL;
  gboolean is_choosing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "institution") == 0;

  return self->attempt != NULL && !is_choosing && (outcome == NULL || outcome->retry != DESK_OUTCOME_RETRY_NONE);
}

static void
change_way_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  DeskConsentDialog *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  if (g_strcmp0 (name, desk_consent_way_get_name (self->way)) == 0)
    return;

  if (_desk_consent_dialog_is_page_in_use (self))
    {
      ask_to_start_again (self, name);
      return;
    }

  _desk_consent_dialog_set_way (self, desk_consent_way_from_name (name));
  if (is_worth_another_attempt (self))
    _desk_consent_dialog_start_attempt (self);
}

static const GActionEntry action_entries[] = {
  { .name = "close", .activate = close_cb },
  { .name = "retry", .activate = retry_cb },
  { .name = "other-institution", .activate = other_institution_cb },
  { .name = "show-elsewhere", .activate = show_elsewhere_cb },
  { .name = "show-page", .activate = show_page_cb },
  { .name = "choose-consent", .parameter_type = "s", .activate = choose_consent_cb },
  { .name = "decide-later", .activate = decide_later_cb },
  { .name = "keep-waiting", .activate = keep_waiting_cb },
  { .name = "show-result", .activate = show_result_cb },
  { .name = "copy-report", .activate = copy_report_cb },
  { .name = "open-browser", .activate = open_browser_cb },
  { .name = "copy-address", .activate = copy_address_cb },
  { .name = "open-error-uri", .activate = open_error_uri_cb },
  { .name = "view-data", .activate = view_data_cb },
  { .name = "way", .parameter_type = "s", .state = "'redirect'", .change_state = change_way_cb },
};

void
_desk_consent_dialog_add_actions (DeskConsentDialog *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (self->actions));

  /* There is no page before the first attempt. */
  _desk_consent_dialog_set_action_enabled (self, "decide-later", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "copy-address", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "show-elsewhere", FALSE);
}
