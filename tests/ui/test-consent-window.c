/* test-consent-window.c: what the window of a consent shows from its beginning to its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-consent-window.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture app;
  DeskConsent *consent;
  GtkWindow *parent;
  GtkWidget *window;
  char *renewed; /* (nullable): the consent id that the action was given */
} Fixture;

static void
renew_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->renewed);
  fixture->renewed = g_variant_dup_string (parameter, NULL);
}

static GtkWindow *
make_parent (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "renew-consent", .activate = renew_activated_cb, .parameter_type = "s" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (parent), "win", G_ACTION_GROUP (actions));
  gtk_window_present (parent);

  return parent;
}

static DeskConsent *
get_consent (Fixture *fixture)
{
  return g_list_model_get_item (desk_directory_get_consents (desk_context_get_directory (fixture->app.context),
                                                             desk_end_user_get_id (fixture->app.end_user)), 0);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = desk_consent_window_new (fixture->app.context, fixture->consent);
  gtk_window_set_transient_for (GTK_WINDOW (fixture->window), fixture->parent);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *consent_id = NULL;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                        data != NULL ? data : DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  fixture->consent = get_consent (fixture);
  fixture->parent = make_parent (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  if (fixture->parent != NULL)
    gtk_window_destroy (fixture->parent);
  g_free (fixture->renewed);
  g_clear_object (&fixture->consent);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
advance_clock (Fixture *fixture,
               gint64   days)
{
  DeskClock *clock = desk_context_get_clock (fixture->app.context);

  desk_clock_set (clock, desk_clock_get_now (clock) + days * G_TIME_SPAN_DAY);
}

static void
end_at_the_institution (Fixture *fixture)
{
  g_autofree char *path = g_strdup_printf ("/sandbox/consents/%s/end", desk_consent_get_id (fixture->consent));
  g_autofree char *answer = desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}");

  desk_app_fixture_refresh (&fixture->app);
}

static void
test_accounts_have_names_once_they_are_fetched (Fixture       *fixture,
                                                gconstpointer  data)
{
  const char *const *ids;
  gpointer accounts;

  if (fixture->app.sandbox == NULL)
    return;

  open_window (fixture);
  accounts = ui_find (fixture->window, "accounts");
  ids = desk_consent_get_account_ids (fixture->consent);
  g_assert_true (ui_has_text (accounts, ids[0]));
  desk_app_fixture_sync (&fixture->app);
  UI_WAIT (!ui_has_text (accounts, ids[0]));
  g_assert_true (ui_has_text (accounts, "Day to day"));
  g_assert_true (ui_has_text (accounts, "xxxx 2210"));
}

static void
test_energy_accounts_have_names (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_app_fixture_sync (&fixture->app);
  open_window (fixture);
  UI_WAIT (ui_has_text (ui_find (fixture->window, "accounts"), "Home electricity"));
}

static void
test_names_go_with_the_consent (Fixture       *fixture,
                                gconstpointer  data)
{
  gpointer accounts;

  if (fixture->app.sandbox == NULL)
    return;

  desk_app_fixture_sync (&fixture->app);
  open_window (fixture);
  accounts = ui_find (fixture->window, "accounts");
  UI_WAIT (ui_has_text (accounts, "Day to day"));
  end_at_the_institution (fixture);
  g_assert_false (ui_has_text (accounts, "Day to day"));
  g_assert_true (ui_has_text (accounts, desk_consent_get_account_ids (fixture->consent)[0]));
}

static void
test_days_left_follow_the_clock (Fixture       *fixture,
                                 gconstpointer  data)
{
  gpointer term;

  if (fixture->app.sandbox == NULL)
    return;

  open_window (fixture);
  term = ui_find (fixture->window, "term");
  g_assert_cmpstr (ui_get_text (term, "left"), ==, "Expires in 90 days");
  g_assert_false (ui_is_shown (term, "advice"));
  advance_clock (fixture, 85);
  g_assert_cmpstr (ui_get_text (term, "left"), ==, "Expires in 5 days");
  g_assert_true (ui_is_shown (term, "advice"));
  g_assert_true (g_str_has_prefix (ui_get_text (term, "advice"), "Agree again before "));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (ui_find (term, "time_bar")), <, 0.1);
  g_assert_true (ui_has_text (ui_find (fixture->window, "pill"), "5 days left"));
}

static void
test_agree_again_asks_the_window_behind (Fixture       *fixture,
                                         gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_window (fixture);
  ui_click (ui_find (fixture->window, "term"), "renew_button");
  g_assert_cmpstr (fixture->renewed, ==, desk_consent_get_id (fixture->consent));
  UI_WAIT (fixture->window == NULL);
}

static void
test_agree_again_needs_an_institution (Fixture       *fixture,
                                       gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_clear_object (&fixture->consent);
  fixture->consent = desk_consent_new_from_json (ui_parse ("{\"arrangement_id\":\"c\",\"active\":true}"), NULL);
  open_window (fixture);
  g_assert_false (ui_is_shown (ui_find (fixture->window, "term"), "renew_button"));
}

static void
remember_attempt (Fixture *fixture)
{
  const DeskLinkFacts facts = {
    .end_user_id = desk_end_user_get_id (fixture->app.end_user),
    .consent_id = desk_consent_get_id (fixture->consent),
    .way = DESK_LINK_WAY_BROWSER,
    .outcome = "DESK_LINKED",
    .began_at = 1,
    .timeline = "  0.004 s  Session created\n  1.204 s  Account linked\n",
  };
  g_autoptr(DeskLinkRecord) record = desk_link_record_new (&facts);

  desk_link_history_add (desk_context_get_link_history (fixture->app.context), record);
}

static void
test_steps_of_the_attempt_are_shown_and_copied (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autofree char *copied = NULL;
  gpointer history;

  if (fixture->app.sandbox == NULL)
    return;

  remember_attempt (fixture);
  open_window (fixture);
  history = ui_find (fixture->window, "history");
  g_assert_true (gtk_widget_get_visible (history));
  g_assert_true (ui_has_text (history, "My browser"));
  g_assert_true (ui_has_text (history, "  0.004 s  Session created\n  1.204 s  Account linked"));
  g_signal_emit_by_name (ui_find_nth (history, GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_dup_clipboard ();
  g_assert_cmpstr (copied, ==, "  0.004 s  Session created\n  1.204 s  Account linked");
}

static void
test_without_a_kept_attempt_there_is_no_group (Fixture       *fixture,
                                               gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_window (fixture);
  g_assert_false (ui_is_shown (fixture->window, "history"));
}

static void
test_receipt_stands_there_after_the_end (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *copied = NULL;
  gpointer receipt;

  if (fixture->app.sandbox == NULL)
    return;

  open_window (fixture);
  receipt = ui_find (fixture->window, "receipt");
  g_assert_false (gtk_widget_get_visible (receipt));
  ui_click (fixture->window, "end_button");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ui_find_window (ADW_TYPE_MESSAGE_DIALOG)), "end");
  UI_WAIT (gtk_widget_get_visible (receipt));
  g_assert_false (ui_is_shown (fixture->window, "end_button"));
  g_assert_false (ui_is_shown (fixture->window, "term"));
  g_assert_true (ui_has_text (receipt, "It was ended from this program. What was fetched under it has been removed here."));

  g_signal_emit_by_name (ui_find_nth (receipt, GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_dup_clipboard ();
  g_assert_nonnull (strstr (copied, desk_consent_get_id (fixture->consent)));
  g_assert_nonnull (strstr (copied, "Cause: by you"));
  g_assert_null (strstr (copied, "Mia"));
}

static void
test_end_elsewhere_shows_in_the_open_window (Fixture       *fixture,
                                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_window (fixture);
  end_at_the_institution (fixture);
  g_assert_true (ui_is_shown (fixture->window, "receipt"));
  g_assert_true (ui_has_text (ui_find (fixture->window, "pill"), "Ended"));
  g_assert_false (ui_is_shown (fixture->window, "end_button"));
}

static void
test_receipt_of_an_ended_consent_is_found_again (Fixture       *fixture,
                                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  advance_clock (fixture, 91);
  open_window (fixture);
  g_assert_true (ui_is_shown (fixture->window, "receipt"));
  g_assert_false (ui_is_shown (fixture->window, "term"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, institution_id, function) \
  g_test_add ("/consent-window/" path, Fixture, institution_id, set_up, function, tear_down)
  ADD ("accounts-have-names-once-they-are-fetched", NULL, test_accounts_have_names_once_they_are_fetched);
  ADD ("energy-accounts-have-names", DESK_TEST_RETAILER, test_energy_accounts_have_names);
  ADD ("names-go-with-the-consent", NULL, test_names_go_with_the_consent);
  ADD ("days-left-follow-the-clock", NULL, test_days_left_follow_the_clock);
  ADD ("agree-again-asks-the-window-behind", NULL, test_agree_again_asks_the_window_behind);
  ADD ("agree-again-needs-an-institution", NULL, test_agree_again_needs_an_institution);
  ADD ("steps-of-the-attempt-are-shown-and-copied", NULL, test_steps_of_the_attempt_are_shown_and_copied);
  ADD ("without-a-kept-attempt-there-is-no-group", NULL, test_without_a_kept_attempt_there_is_no_group);
  ADD ("receipt-stands-there-after-the-end", NULL, test_receipt_stands_there_after_the_end);
  ADD ("end-elsewhere-shows-in-the-open-window", NULL, test_end_elsewhere_shows_in_the_open_window);
  ADD ("receipt-of-an-ended-consent-is-found-again", NULL, test_receipt_of_an_ended_consent_is_found_again);
#undef ADD

  return g_test_run ();
}
