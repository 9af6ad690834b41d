/* test-consent-dialog.c: the dialog in which an account is linked, on a real sandbox
 *
 * The pages are gone through over HTTP; what they lead to is handed to the dialog's attempt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-dialog-private.h"

#include "desk-app-fixture.h"
#include "desk-format.h"
#include "desk-test-browser.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture     app;
  DeskConsentDialog *dialog; /* (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  fixture->dialog = DESK_CONSENT_DIALOG (desk_consent_dialog_new (fixture->app.context, fixture->app.end_user));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE));
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->dialog->stack);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->dialog), action, NULL));
}

static void
wait_for_page (Fixture    *fixture,
               const char *name)
{
  UI_WAIT (g_strcmp0 (get_page (fixture), name) == 0);
}

static void
open_page (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  wait_for_page (fixture, "page");
}

/* Goes through the page that is open as the bank's first customer. */
static void
walk (Fixture    *fixture,
      const char *cancel_at)
{
  g_autofree char *login = desk_test_sandbox_dup_login (fixture->app.sandbox, DESK_TEST_BANK);
  g_autoptr(DeskTestBrowser) browser = NULL;

  browser = desk_test_browser_walk (fixture->dialog->page_uri, DESK_TEST_BANK, login, cancel_at, FALSE);
  desk_link_attempt_judge_navigation (fixture->dialog->attempt, browser->target);
}

static void
switch_fault_on (Fixture    *fixture,
                 const char *fault)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":true}", fault);

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults", body));
}

static gboolean
is_button_visible (Fixture    *fixture,
                   const char *id)
{
  return gtk_widget_get_visible (ui_find (fixture->dialog->result, id));
}

static void
test_linked (Fixture       *fixture,
             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  walk (fixture, NULL);
  wait_for_page (fixture, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, "The account is linked"));
  g_assert_true (is_button_visible (fixture, "view_data_button"));
  g_assert_false (is_button_visible (fixture, "retry_button"));
}

static gboolean
says_session_expiry (Fixture *fixture)
{
  g_autofree char *expiry = desk_format_instant (desk_link_attempt_get_session_expires_at (fixture->dialog->attempt));

  return ui_has_text (fixture->dialog->result, expiry);
}

static void
test_try_again_keeps_the_session (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *session_id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  walk (fixture, "email");
  wait_for_page (fixture, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, "The end user said no"));
  g_assert_true (says_session_expiry (fixture));
  session_id = g_strdup (desk_link_attempt_get_session_id (fixture->dialog->attempt));

  activate (fixture, "link.retry");
  wait_for_page (fixture, "page");
  g_assert_cmpstr (desk_link_attempt_get_session_id (fixture->dialog->attempt), ==, session_id);
}

static void
test_new_session_is_new (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *session_id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  walk (fixture, "");
  wait_for_page (fixture, "result");
  g_assert_false (says_session_expiry (fixture));
  session_id = g_strdup (desk_link_attempt_get_session_id (fixture->dialog->attempt));

  activate (fixture, "link.retry");
  wait_for_page (fixture, "page");
  g_assert_cmpstr (desk_link_attempt_get_session_id (fixture->dialog->attempt), !=, session_id);
}

/* The page ends without a consent id, and another consent is new as well. */
static void
reach_the_choice (Fixture *fixture)
{
  g_autofree char *other = NULL;

  switch_fault_on (fixture, "redirect-without-consent-id");
  open_page (fixture);
  other = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                   DESK_TEST_RETAILER);
  walk (fixture, NULL);
  wait_for_page (fixture, "choosing");
}

static void
test_user_chooses_between_several (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkListBoxRow *row;

  if (fixture->app.sandbox == NULL)
    return;

  reach_the_choice (fixture);
  g_assert_true (ui_has_text (fixture->dialog->chooser, "Wattle Bank"));
  g_assert_true (ui_has_text (fixture->dialog->chooser, "Gumtree Energy"));

  row = gtk_list_box_get_row_at_index (ui_find (fixture->dialog->chooser, "list_box"), 0);
  g_signal_emit_by_name (row, "activate");
  wait_for_page (fixture, "result");
  g_assert_true (is_button_visible (fixture, "view_data_button"));
}

static void
test_choice_can_wait (Fixture       *fixture,
                      gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  reach_the_choice (fixture);
  activate (fixture, "link.decide-later");
  g_assert_cmpstr (get_page (fixture), ==, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, "More than one consent is new"));

  activate (fixture, "link.retry");
  wait_for_page (fixture, "choosing");
}

/* It would look for the same consent again. */
static void
test_way_stays_while_the_consent_is_looked_for (Fixture       *fixture,
                                                gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  reach_the_choice (fixture);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->dialog->actions), "way"));

  activate (fixture, "link.decide-later");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->dialog->actions), "way"));
}

static void
test_another_institution_is_offered (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  switch_fault_on (fixture, "consent-enduser-ineligible");
  open_page (fixture);
  walk (fixture, NULL);
  wait_for_page (fixture, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, "No account can be shared"));
  g_assert_true (is_button_visible (fixture, "other_institution_button"));
}

static void
test_error_is_told_with_its_ids (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  walk (fixture, "");
  wait_for_page (fixture, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, "AUTH_SESSION_CANCELLED"));
  g_assert_true (ui_has_text (fixture->dialog->result, desk_link_attempt_get_error_id (fixture->dialog->attempt)));
  g_assert_true (ui_has_text (fixture->dialog->result, desk_link_attempt_get_session_id (fixture->dialog->attempt)));
  g_assert_true (is_button_visible (fixture, "error_uri_button"));
}

static void
test_renewal_says_of_what (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  g_autoptr(DeskConsent) consent = NULL;
  const char *end_user_id;

  if (fixture->app.sandbox == NULL)
    return;

  end_user_id = desk_end_user_get_id (fixture->app.end_user);
  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, end_user_id, DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  consent = g_list_model_get_item (desk_directory_get_consents (desk_context_get_directory (fixture->app.context),
                                                                end_user_id), 0);
  desk_consent_dialog_set_renewed (fixture->dialog, consent);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->dialog)), ==, "Agree again: Wattle Bank");
  open_page (fixture);
  walk (fixture, NULL);
  wait_for_page (fixture, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, consent_id));
}

static void
test_institution_is_chosen_first (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_consent_dialog_ask_institution (fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  g_assert_cmpstr (get_page (fixture), ==, "institution");
  g_assert_null (fixture->dialog->attempt);

  g_signal_emit_by_name (fixture->dialog->picker, "chosen", DESK_TEST_BANK);
  wait_for_page (fixture, "page");
  walk (fixture, NULL);
  wait_for_page (fixture, "result");
  g_assert_true (ui_has_text (fixture->dialog->result, "Wattle Bank"));
}

static void
test_another_institution_starts_afresh (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *session_id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  walk (fixture, "email");
  wait_for_page (fixture, "result");
  session_id = g_strdup (desk_link_attempt_get_session_id (fixture->dialog->attempt));

  activate (fixture, "link.other-institution");
  g_assert_cmpstr (get_page (fixture), ==, "institution");
  g_signal_emit_by_name (fixture->dialog->picker, "chosen", DESK_TEST_RETAILER);
  wait_for_page (fixture, "page");
  g_assert_cmpstr (desk_link_attempt_get_session_id (fixture->dialog->attempt), !=, session_id);
}

static gboolean
is_action_enabled (Fixture    *fixture,
                   const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->dialog->actions), name);
}

static void
fail_page (Fixture *fixture)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no route");

  desk_link_attempt_load_failed (fixture->dialog->attempt, error);
}

static void
test_page_that_fails_while_elsewhere (Fixture       *fixture,
                                      gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  activate (fixture, "link.copy-address");
  fail_page (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "elsewhere");
  g_assert_true (gtk_revealer_get_reveal_child (fixture->dialog->notice_revealer));
  g_assert_false (is_action_enabled (fixture, "show-page"));
  g_assert_true (is_action_enabled (fixture, "copy-address"));

  /* The clock of the page leaves it in sight. */
  g_object_notify (G_OBJECT (fixture->dialog->attempt), "seconds-left");
  g_assert_true (gtk_revealer_get_reveal_child (fixture->dialog->notice_revealer));
}

static void
test_page_that_failed_is_opened_again (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *session_id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  g_assert_false (is_action_enabled (fixture, "retry"));
  session_id = g_strdup (desk_link_attempt_get_session_id (fixture->dialog->attempt));
  activate (fixture, "link.copy-address");
  fail_page (fixture);
  activate (fixture, "link.retry");
  wait_for_page (fixture, "page");
  g_assert_cmpstr (desk_link_attempt_get_session_id (fixture->dialog->attempt), ==, session_id);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->dialog->notice_revealer));
  g_assert_true (is_action_enabled (fixture, "show-page"));
  g_assert_false (is_action_enabled (fixture, "retry"));
}

static void
test_finished_on_another_device (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *login = NULL;
  g_autoptr(DeskTestBrowser) phone = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  activate (fixture, "link.show-elsewhere");
  g_assert_cmpstr (get_page (fixture), ==, "elsewhere");
  login = desk_test_sandbox_dup_login (fixture->app.sandbox, DESK_TEST_BANK);
  phone = desk_test_browser_walk (fixture->dialog->page_uri, DESK_TEST_BANK, login, NULL, FALSE);
  wait_for_page (fixture, "result");
  g_assert_true (is_button_visible (fixture, "view_data_button"));
}

static void
test_page_is_still_there (Fixture       *fixture,
                          gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  activate (fixture, "link.show-elsewhere");
  activate (fixture, "link.show-page");
  g_assert_cmpstr (get_page (fixture), ==, "page");
}

static void
test_closing_is_asked_about (Fixture       *fixture,
                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  activate (fixture, "link.close");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ui_find_window (ADW_TYPE_MESSAGE_DIALOG)), "yes");
  UI_WAIT (fixture->dialog == NULL);
}

static void
test_copied_address_is_watched (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *copied = NULL;
  g_autofree char *login = NULL;
  g_autoptr(DeskTestBrowser) other = NULL;
  const char *cause;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  activate (fixture, "link.copy-address");
  copied = ui_dup_clipboard ();
  login = desk_test_sandbox_dup_login (fixture->app.sandbox, DESK_TEST_BANK);
  other = desk_test_browser_walk (copied, DESK_TEST_BANK, login, NULL, FALSE);
  wait_for_page (fixture, "result");
  cause = desk_link_attempt_get_cause (fixture->dialog->attempt);
  g_assert_true (g_str_has_prefix (cause, "A new consent appeared at the service"));
  g_assert_true (ui_has_text (fixture->dialog->result, cause));
  g_assert_true (is_button_visible (fixture, "view_data_button"));
}

/* The page that is refused may be one that only this view can open. */
static void
test_copied_address_is_that_of_the_session (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *copied = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  g_object_set (fixture->dialog, "way", DESK_LINK_WAY_EMBEDDED, NULL);
  open_page (fixture);
  first = g_strdup (fixture->dialog->page_uri);
  refused = g_strconcat (desk_link_attempt_get_auth_origin (fixture->dialog->attempt), "/refused", NULL);
  desk_link_attempt_frame_refused (fixture->dialog->attempt, refused);
  activate (fixture, "link.copy-address");
  copied = ui_dup_clipboard ();

  g_assert_cmpstr (copied, ==, first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/consent-dialog/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("linked", test_linked);
  ADD ("try-again-keeps-the-session", test_try_again_keeps_the_session);
  ADD ("new-session-is-new", test_new_session_is_new);
  ADD ("user-chooses-between-several", test_user_chooses_between_several);
  ADD ("choice-can-wait", test_choice_can_wait);
  ADD ("way-stays-while-the-consent-is-looked-for", test_way_stays_while_the_consent_is_looked_for);
  ADD ("another-institution-is-offered", test_another_institution_is_offered);
  ADD ("error-is-told-with-its-ids", test_error_is_told_with_its_ids);
  ADD ("renewal-says-of-what", test_renewal_says_of_what);
  ADD ("institution-is-chosen-first", test_institution_is_chosen_first);
  ADD ("another-institution-starts-afresh", test_another_institution_starts_afresh);
  ADD ("finished-on-another-device", test_finished_on_another_device);
  ADD ("page-is-still-there", test_page_is_still_there);
  ADD ("closing-is-asked-about", test_closing_is_asked_about);
  ADD ("copied-address-is-watched", test_copied_address_is_watched);
  ADD ("page-that-fails-while-elsewhere", test_page_that_fails_while_elsewhere);
  ADD ("page-that-failed-is-opened-again", test_page_that_failed_is_opened_again);
  ADD ("copied-address-is-that-of-the-session", test_copied_address_is_that_of_the_session);
#undef ADD

  return g_test_run ();
}
