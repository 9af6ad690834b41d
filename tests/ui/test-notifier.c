/* test-notifier.c: what the desktop shows of notices about consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-notifier.h"

#include "desk-notice-words.h"
#include "desk-test-life.h"
#include "notification-daemon.h"
#include "ui-probe.h"

typedef struct
{
  DeskTestLife life;
  NotificationDaemon *desktop;
  GApplication *application;
  DeskEnvironment *environment;
  DeskConsentNotices *notices;
  DeskNotifier *notifier;
  char *asked_for; /* (nullable): the action and the consent id that it was given */
} Fixture;

static void
action_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->asked_for);
  fixture->asked_for = g_strconcat (g_action_get_name (G_ACTION (action)), " ", g_variant_get_string (parameter, NULL), NULL);
}

static void
activate_cb (GApplication *application,
             gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->asked_for);
  fixture->asked_for = g_strdup ("activate");
}

/* data: (nullable): not for the built-in sandbox */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "show-consent", .activate = action_cb, .parameter_type = "s" },
    { .name = "renew-consent", .activate = action_cb, .parameter_type = "s" },
  };
  g_autoptr(GError) error = NULL;

  desk_test_life_set_up (&fixture->life, NULL);
  fixture->desktop = notification_daemon_new ();
  fixture->application = g_application_new ("io.github.consentdesk.Test", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (fixture->application, "activate", G_CALLBACK (activate_cb), fixture);
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->application), entries, G_N_ELEMENTS (entries), fixture);
  g_application_register (fixture->application, NULL, &error);
  g_assert_no_error (error);

  fixture->notices = desk_consent_notices_new (fixture->life.directory, fixture->life.clock, fixture->life.place);
  fixture->environment = data == NULL ? desk_environment_new_sandbox ()
                                      : desk_environment_new_temporary ("http://127.0.0.1:1/v1", "http://127.0.0.1:1/", &error);
  g_assert_no_error (error);
  fixture->notifier = desk_notifier_new (fixture->application, fixture->environment);
  desk_notifier_set_notices (fixture->notifier, fixture->notices);
}

/* What was sent before on @connection is with the bus, and what the bus had for it is here. */
static void
go_to_the_bus_and_back (GDBusConnection *connection)
{
  g_autoptr(GVariant) answer = NULL;

  answer = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                                        NULL, NULL);
  g_assert_nonnull (answer);
}

/* Lets the answers of the desktop arrive: until then GIO withdraws nothing, and one that comes to an application that is
 * gone crashes it (2.74). A call goes to the bus, to the desktop, which answers in the main loop, and all the way back. */
static void
settle (Fixture *fixture)
{
  GDBusConnection *connection = g_application_get_dbus_connection (fixture->application);

  go_to_the_bus_and_back (connection);
  go_to_the_bus_and_back (fixture->desktop->connection);
  while (g_main_context_iteration (NULL, FALSE));
  go_to_the_bus_and_back (fixture->desktop->connection);
  go_to_the_bus_and_back (connection);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  settle (fixture);
  g_clear_object (&fixture->notifier);
  g_clear_object (&fixture->notices);
  g_clear_object (&fixture->environment);

  /* GIO (2.74) forgets what is still shown when the desktop goes, and crashes if the application has gone before. */
  g_clear_pointer (&fixture->desktop, notification_daemon_free);
  go_to_the_bus_and_back (g_application_get_dbus_connection (fixture->application));
  while (g_main_context_iteration (NULL, FALSE));
  g_clear_object (&fixture->application);
  g_free (fixture->asked_for);
  desk_test_life_tear_down (&fixture->life, NULL);
}

static void
show_one_that_expires (Fixture *fixture)
{
  desk_test_life_list (&fixture->life, desk_test_consent ("c1", -83, 7, NULL), NULL);
  UI_WAIT (fixture->desktop->n_shown == 1);
  settle (fixture);
}

static void
test_says_what_expires_and_what_to_do (Fixture       *fixture,
                                       gconstpointer  data)
{
  show_one_that_expires (fixture);
  g_assert_cmpstr (fixture->desktop->title, ==, "Wattle Bank stops sharing in 7 days");
  g_assert_cmpstr (fixture->desktop->body, ==, "Agree again before 4 December 2026 to keep the data of this consent.");
}

static void
test_says_that_it_has_ended (Fixture       *fixture,
                             gconstpointer  data)
{
  show_one_that_expires (fixture);
  desk_test_life_set_day (&fixture->life, 8);
  UI_WAIT (fixture->desktop->n_shown == 2);
  g_assert_cmpstr (fixture->desktop->title, ==, "Wattle Bank has stopped sharing");
  g_assert_nonnull (strstr (fixture->desktop->body, "The agreed time was over."));
}

static void
test_never_names_the_end_user (Fixture       *fixture,
                               gconstpointer  data)
{
  show_one_that_expires (fixture);
  g_assert_null (strstr (fixture->desktop->title, "mia"));
  g_assert_null (strstr (fixture->desktop->body, "mia"));
  g_assert_null (strstr (fixture->desktop->body, "eu_1"));
}

static void
test_click_asks_for_the_consent (Fixture       *fixture,
                                 gconstpointer  data)
{
  show_one_that_expires (fixture);
  desk_test_life_set_day (&fixture->life, 6);
  UI_WAIT (fixture->desktop->n_shown == 2);
  notification_daemon_click (fixture->desktop, NULL);
  UI_WAIT (fixture->asked_for != NULL);
  g_assert_cmpstr (fixture->asked_for, ==, "show-consent c1");
}

static void
test_button_asks_to_renew_it (Fixture       *fixture,
                              gconstpointer  data)
{
  show_one_that_expires (fixture);
  notification_daemon_click (fixture->desktop, "Agree again …");
  UI_WAIT (fixture->asked_for != NULL);
  g_assert_cmpstr (fixture->asked_for, ==, "renew-consent c1");
}

static void
test_what_has_ended_is_not_renewed (Fixture       *fixture,
                                    gconstpointer  data)
{
  show_one_that_expires (fixture);
  desk_test_life_set_day (&fixture->life, 8);
  UI_WAIT (fixture->desktop->n_shown == 2);
  g_assert_cmpuint (g_strv_length (fixture->desktop->actions), ==, 2);
}

static void
test_moot_one_is_withdrawn (Fixture       *fixture,
                            gconstpointer  data)
{
  show_one_that_expires (fixture);
  desk_test_life_list (&fixture->life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  UI_WAIT (fixture->desktop->n_closed == 1);
  g_assert_cmpuint (fixture->desktop->n_shown, ==, 1);
}

static void
test_others_go_with_the_notifier (Fixture       *fixture,
                                  gconstpointer  data)
{
  show_one_that_expires (fixture);
  g_clear_object (&fixture->notifier);
  UI_WAIT (fixture->desktop->n_closed == 1);
}

static void
test_those_of_the_sandbox_stay (Fixture       *fixture,
                                gconstpointer  data)
{
  show_one_that_expires (fixture);
  g_clear_object (&fixture->notifier);
  settle (fixture);
  g_assert_cmpuint (fixture->desktop->n_closed, ==, 0);
}

static void
test_one_of_an_earlier_window_is_withdrawn (Fixture       *fixture,
                                            gconstpointer  data)
{
  show_one_that_expires (fixture);
  g_clear_object (&fixture->notifier);
  fixture->notifier = desk_notifier_new (fixture->application, fixture->environment);
  desk_notifier_set_notices (fixture->notifier, fixture->notices);
  desk_test_life_list (&fixture->life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  UI_WAIT (fixture->desktop->n_closed == 1);
}

static DeskConsentNotice *
make_end (DeskConsentEnd how,
          gboolean       is_ours)
{
  g_autofree char *json = desk_test_consent ("c1", 0, 90, NULL);
  g_autoptr(DeskConsent) consent = desk_consent_new_from_json (ui_parse (json), NULL);

  return desk_consent_notice_new_ended (consent, how, is_ours);
}

static void
test_says_who_ended_it (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    DeskConsentEnd  how;
    gboolean        is_ours;
    const char     *words;
  } rows[] = {
    { DESK_CONSENT_END_REVOKED, TRUE, "You ended it with End sharing." },
    { DESK_CONSENT_END_DELETED, TRUE, "You deleted its end user." },
    { DESK_CONSENT_END_DELETED, FALSE, "Its end user was deleted outside this program." },
    { DESK_CONSENT_END_EXPIRED, FALSE, "The agreed time was over." },
    { DESK_CONSENT_END_CLOSED, FALSE, "No account is left to share." },
    { DESK_CONSENT_END_ELSEWHERE, FALSE, "The service does not say how:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskConsentNotice) notice = make_end (rows[i].how, rows[i].is_ours);
      g_autofree char *body = desk_notice_dup_body (notice);

      g_assert_true (g_str_has_prefix (body, rows[i].words));
    }
}

static void
test_click_after_the_end_user_opens_the_application (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr(DeskConsentNotice) notice = make_end (DESK_CONSENT_END_DELETED, TRUE);

  g_signal_emit_by_name (fixture->notices, "notice", notice);
  UI_WAIT (fixture->desktop->n_shown == 1);
  notification_daemon_click (fixture->desktop, NULL);
  UI_WAIT (fixture->asked_for != NULL);
  g_assert_cmpstr (fixture->asked_for, ==, "activate");
}

static void
test_unnamed_institution_has_words (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = desk_consent_new_from_json (ui_parse ("{\"arrangement_id\":\"c\"}"), NULL);
  g_autoptr(DeskConsentNotice) notice = desk_consent_notice_new_expires (consent, 1);
  g_autofree char *title = desk_notice_dup_title (notice);

  g_assert_cmpstr (title, ==, "An institution stops sharing in 1 day");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/notifier/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("says-what-expires-and-what-to-do", test_says_what_expires_and_what_to_do);
  ADD ("says-that-it-has-ended", test_says_that_it_has_ended);
  ADD ("never-names-the-end-user", test_never_names_the_end_user);
  ADD ("click-asks-for-the-consent", test_click_asks_for_the_consent);
  ADD ("button-asks-to-renew-it", test_button_asks_to_renew_it);
  ADD ("what-has-ended-is-not-renewed", test_what_has_ended_is_not_renewed);
  ADD ("moot-one-is-withdrawn", test_moot_one_is_withdrawn);
  ADD ("those-of-the-sandbox-stay", test_those_of_the_sandbox_stay);
  ADD ("one-of-an-earlier-window-is-withdrawn", test_one_of_an_earlier_window_is_withdrawn);
  g_test_add ("/notifier/others-go-with-the-notifier", Fixture, "temporary", set_up,
              test_others_go_with_the_notifier, tear_down);
  ADD ("says-who-ended-it", test_says_who_ended_it);
  ADD ("click-after-the-end-user-opens-the-application", test_click_after_the_end_user_opens_the_application);
  ADD ("unnamed-institution-has-words", test_unnamed_institution_has_words);
#undef ADD

  return g_test_run ();
}
