/* desk-consent-dialog-page.c: what the consent dialog shows of an attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-way.h"
#include "desk-http.h"

#define LAST_SECONDS 60

void
_desk_consent_dialog_show_way (DeskConsentDialog *self,
                               DeskLinkWay        way)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "way");

  gtk_menu_button_set_label (self->way_button, desk_consent_way_get_label (way));
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (desk_consent_way_get_name (way)));
}

/* A page that is only covered by another would be styled with the window, when it is shown. */
void
_desk_consent_dialog_turn_to (DeskConsentDialog *self,
                              const char        *page_name)
{
  GtkWidget *earlier = gtk_stack_get_visible_child (self->stack);
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, page_name);

  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (self->stack, page);
  if (earlier != page)
    gtk_widget_set_visible (earlier, FALSE);
}

void
_desk_consent_dialog_close_view (DeskConsentDialog *self)
{
  if (self->view == NULL)
    return;

  desk_consent_view_close (self->view);
  g_signal_handlers_disconnect_by_data (self->view, self->attempt);
  self->view = NULL;
  adw_bin_set_child (self->view_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
}

void
_desk_consent_dialog_hide_notice (DeskConsentDialog *self)
{
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
}

static void
show_notice (DeskConsentDialog *self,
             const char        *text,
             const char        *button_label,
             const char        *action_name)
{
  gtk_label_set_text (self->notice_label, text);
  gtk_button_set_label (self->notice_button, button_label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button), action_name);
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
}

static void
show_page_failure (DeskConsentDialog *self,
                   const DeskOutcome *failure)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, failure->title);
  g_autofree char *text = NULL;

  if (desk_link_attempt_get_way (self->attempt) == DESK_LINK_WAY_BROWSER)
    /* Translators: %s says what happened, such as: The browser could not be opened */
    text = g_strdup_printf (_("%s. It can still be finished on the other device."), title);
  else
    /* Translators: %s says what happened, such as: The consent page crashed */
    text = g_strdup_printf (_("The page in this window failed: %s. It can still be finished on the other device."), title);

  show_notice (self, text, _("_Try again"), "link.retry");
}

/* Of two notices the one that does not wait. */
static void
show_open_notice (DeskConsentDialog *self)
{
  guint seconds_left = desk_link_attempt_get_seconds_left (self->attempt);
  const DeskOutcome *failure = desk_link_attempt_get_page_failure (self->attempt);

  if (seconds_left > 0 && seconds_left <= LAST_SECONDS)
    show_notice (self, _("The time for this page is nearly over."), _("_Keep waiting"), "link.keep-waiting");
  else if (failure != NULL)
    show_page_failure (self, failure);
  else
    _desk_consent_dialog_hide_notice (self);
}

void
_desk_consent_dialog_show_result (DeskConsentDialog *self)
{
  _desk_consent_dialog_close_view (self);
  _desk_consent_dialog_hide_notice (self);
  _desk_consent_dialog_turn_to (self, "result");
  desk_consent_result_show (self->result, self->attempt);
}

static void
done_cb (DeskConsentDialog *self)
{
  const DeskOutcome *outcome = desk_link_attempt_get_outcome (self->attempt);
  DeskConsent *consent = desk_link_attempt_get_consent (self->attempt);
  const char *error_uri = desk_link_attempt_get_error_uri (self->attempt);
  g_autofree char *web_origin = error_uri != NULL ? desk_http_dup_origin (error_uri) : NULL;

  gtk_button_set_label (self->cancel_button, _("_Close"));
  desk_consent_timeline_set_open (self->timeline, FALSE);
  _desk_consent_dialog_set_action_enabled (self, "view-data", consent != NULL);
  _desk_consent_dialog_set_action_enabled (self, "open-error-uri", web_origin != NULL);
  _desk_consent_dialog_set_action_enabled (self, "retry", TRUE);
  _desk_consent_dialog_withdraw_question (self);

  if (self->view != NULL && outcome->keeps_page)
    {
      _desk_consent_dialog_show_page (self);
      show_notice (self, g_dgettext (GETTEXT_PACKAGE, outcome->title), _("_Show details"), "link.show-result");
    }
  else
    _desk_consent_dialog_show_result (self);

  if (consent != NULL)
    g_signal_emit_by_name (self, "linked", consent);
}

void
_desk_consent_dialog_show_page (DeskConsentDialog *self)
{
  gboolean is_in_view = self->view != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), is_in_view);
  _desk_consent_dialog_turn_to (self, is_in_view ? "page" : "browser");
}

void
_desk_consent_dialog_show_elsewhere (DeskConsentDialog *self)
{
  desk_consent_elsewhere_set_uri (self->elsewhere, self->page_uri);
  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
  _desk_consent_dialog_turn_to (self, "elsewhere");
}

/* Once the page has ended, the same consent would be looked for in any way. */
static void
update_actions (DeskConsentDialog *self)
{
  DeskLinkAttemptState state = desk_link_attempt_get_state (self->attempt);
  gboolean is_open = state == DESK_LINK_ATTEMPT_OPEN;
  gboolean is_looking = state == DESK_LINK_ATTEMPT_CHECKING || state == DESK_LINK_ATTEMPT_CHOOSING;
  gboolean has_failed = desk_link_attempt_get_page_failure (self->attempt) != NULL;

  _desk_consent_dialog_set_action_enabled (self, "retry", is_open && has_failed);
  _desk_consent_dialog_set_action_enabled (self, "copy-address", is_open);
  _desk_consent_dialog_set_action_enabled (self, "show-elsewhere", is_open);
  _desk_consent_dialog_set_action_enabled (self, "decide-later", state == DESK_LINK_ATTEMPT_CHOOSING);
  _desk_consent_dialog_set_action_enabled (self, "way", !is_looking);
}

/* The other device goes on; here the page is gone, unless it was the browser's. */
static void
page_failed_cb (DeskConsentDialog *self)
{
  gboolean is_in_browser = desk_link_attempt_get_way (self->attempt) == DESK_LINK_WAY_BROWSER;

  update_actions (self);
  _desk_consent_dialog_set_action_enabled (self, "show-page", is_in_browser);
  if (is_in_browser)
    _desk_consent_dialog_show_page (self);
  else
    _desk_consent_dialog_show_elsewhere (self);
  show_open_notice (self);
}

static void
state_changed_cb (DeskConsentDialog *self)
{
  update_actions (self);
  switch (desk_link_attempt_get_state (self->attempt))
    {
    case DESK_LINK_ATTEMPT_PREPARING:
      _desk_consent_dialog_show_preparing (self);
      break;
    case DESK_LINK_ATTEMPT_OPEN:
      break;
    case DESK_LINK_ATTEMPT_CHECKING:
      _desk_consent_dialog_withdraw_question (self);
      _desk_consent_dialog_hide_notice (self);
      desk_consent_timeline_set_open (self->timeline, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
      _desk_consent_dialog_turn_to (self, "checking");
      break;
    case DESK_LINK_ATTEMPT_CHOOSING:
      desk_consent_chooser_set_consents (self->chooser, desk_link_attempt_get_candidates (self->attempt));
      _desk_consent_dialog_turn_to (self, "choosing");
      gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
      break;
    case DESK_LINK_ATTEMPT_DONE:
      done_cb (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
seconds_left_changed_cb (DeskConsentDialog *self)
{
  desk_consent_origin_bar_set_seconds_left (self->origin_bar, desk_link_attempt_get_seconds_left (self->attempt));
  if (desk_link_attempt_get_state (self->attempt) == DESK_LINK_ATTEMPT_OPEN)
    show_open_notice (self);
}

static void
way_changed_cb (DeskConsentDialog *self)
{
  _desk_consent_dialog_show_way (self, desk_link_attempt_get_way (self->attempt));
}

static void
origin_changed_cb (DeskConsentDialog *self)
{
  desk_consent_origin_bar_set_origin (self->origin_bar, desk_consent_view_get_origin (self->view));
}

/* Every signal of the view has the arguments of the function that takes it in. */
static void
connect_view (DeskConsentDialog *self)
{
  const struct
  {
    const char *signal;
    GCallback function;
  } links[] = {
    { "judge-navigation", G_CALLBACK (desk_link_attempt_judge_navigation) },
    { "message", G_CALLBACK (desk_link_attempt_take_message) },
    { "message-dropped", G_CALLBACK (desk_link_attempt_message_dropped) },
    { "page-shown", G_CALLBACK (desk_link_attempt_page_shown) },
    { "popup-shown", G_CALLBACK (desk_link_attempt_popup_shown) },
    { "load-failed", G_CALLBACK (desk_link_attempt_load_failed) },
    { "error-answered", G_CALLBACK (desk_link_attempt_error_answered) },
    { "answer-dropped", G_CALLBACK (desk_link_attempt_answer_dropped) },
    { "tls-failed", G_CALLBACK (desk_link_attempt_tls_failed) },
    { "frame-refused", G_CALLBACK (desk_link_attempt_frame_refused) },
    { "frame-broke-out", G_CALLBACK (desk_link_attempt_frame_broke_out) },
    { "web-process-ended", G_CALLBACK (desk_link_attempt_web_process_ended) },
    { "unresponsive", G_CALLBACK (desk_link_attempt_unresponsive) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_signal_connect_object (self->view, links[i].signal, links[i].function, self->attempt, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->view, "page-shown", G_CALLBACK (_desk_consent_dialog_end_head_start), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::origin", G_CALLBACK (origin_changed_cb), self, G_CONNECT_SWAPPED);
}

/* A page that goes on at top level does so in the same view, with its cookies. */
static void
open_in_view (DeskConsentDialog *self,
              const char        *uri,
              DeskLinkWay        way)
{
  if (self->view == NULL)
    {
      g_autoptr(DeskConsentView) view = self->warmer != NULL ? desk_consent_warmer_take (self->warmer) : NULL;

      self->view = view != NULL ? view : DESK_CONSENT_VIEW (desk_consent_view_new ());
      connect_view (self);
      adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
    }

  desk_consent_origin_bar_set_origin (self->origin_bar, NULL);
  desk_consent_origin_bar_set_opened_by (self->origin_bar, desk_link_attempt_get_auth_origin (self->attempt));
  _desk_consent_dialog_show_page (self);
  desk_consent_view_open (self->view, uri, way);
}

static void
browser_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(DeskLinkAttempt) attempt = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    desk_link_attempt_load_failed (attempt, error);
}

void
_desk_consent_dialog_open_in_browser (DeskConsentDialog *self)
{
  /* The first attempt starts a moment before we are shown, and the browser is told which window asks. */
  gtk_widget_realize (GTK_WIDGET (self));
  gtk_show_uri_full (GTK_WINDOW (self), self->page_uri, GDK_CURRENT_TIME, NULL,
                     browser_opened_cb, g_object_ref (self->attempt));
}

static void
open_page_cb (DeskConsentDialog *self,
              const char        *uri,
              int                way)
{
  /* A page that goes on at top level may be one that only this view can open. */
  if (self->page_uri == NULL)
    self->page_uri = g_strdup (uri);

  if (way == DESK_LINK_WAY_BROWSER)
    {
      _desk_consent_dialog_close_view (self);
      _desk_consent_dialog_show_page (self);
      _desk_consent_dialog_open_in_browser (self);
    }
  else
    {
      open_in_view (self, uri, way);
    }
}

void
_desk_consent_dialog_connect_attempt (DeskConsentDialog *self)
{
  g_signal_connect_object (self->attempt, "open-page", G_CALLBACK (open_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "close-page", G_CALLBACK (_desk_consent_dialog_close_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::way", G_CALLBACK (way_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::page-failure", G_CALLBACK (page_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::seconds-left", G_CALLBACK (seconds_left_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
