/* test-link-attempt.c: tests of the link attempt, with the real consent pages and without widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libsoup/soup.h>

#include "desk-await.h"
#include "link-stage.h"

static void
assert_linked (DeskAppFixture *fixture,
               LinkStage      *stage)
{
  DeskConsent *consent;
  GListModel *consents;
  g_autoptr(DeskConsent) listed = NULL;

  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (desk_link_attempt_get_outcome (stage->attempt)->code, ==, DESK_OUTCOME_LINKED);
  g_assert_cmpuint (stage->n_closed, ==, 1);

  consent = desk_link_attempt_get_consent (stage->attempt);
  g_assert_nonnull (consent);
  g_assert_cmpstr (desk_consent_get_end_user_id (consent), ==, desk_end_user_get_id (fixture->end_user));

  consents = desk_directory_get_consents (desk_context_get_directory (fixture->context),
                                          desk_end_user_get_id (fixture->end_user));
  listed = g_list_model_get_item (consents, 0);
  g_assert_true (listed == consent);
}

static void
assert_failed (LinkStage  *stage,
               const char *code)
{
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (desk_link_attempt_get_code (stage->attempt), ==, code);
  g_assert_nonnull (desk_link_attempt_get_outcome (stage->attempt));
  g_assert_null (desk_link_attempt_get_consent (stage->attempt));
}

static void
test_redirect_is_linked (DeskAppFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  g_assert_cmpint (stage->way, ==, DESK_LINK_WAY_REDIRECT);
  g_assert_true (desk_link_attempt_judge_navigation (stage->attempt, stage->uri));

  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  g_assert_false (desk_link_attempt_judge_navigation (stage->attempt, browser->target));
  assert_linked (fixture, stage);
}

static void
test_message_is_linked (DeskAppFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, DESK_TEST_RETAILER);
  g_assert_cmpint (stage->way, ==, DESK_LINK_WAY_EMBEDDED);
  browser = link_stage_walk (fixture, stage, DESK_TEST_RETAILER, NULL);
  desk_link_attempt_take_message (stage->attempt, desk_link_attempt_get_auth_origin (stage->attempt),
                                  DESK_LINK_MESSAGE_SOURCE_FRAME, browser->message);
  assert_linked (fixture, stage);
}

static void
test_message_of_another_origin_is_ignored (DeskAppFixture *fixture,
                                           gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  desk_link_attempt_take_message (stage->attempt, "https://elsewhere.example", DESK_LINK_MESSAGE_SOURCE_FRAME,
                                  "{\"isCompleted\":true,\"consentID\":\"c\"}");
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_OPEN);
}

static void
test_browser_is_linked (DeskAppFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autoptr(SoupMessage) message = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_BROWSER, NULL);
  g_assert_cmpint (stage->way, ==, DESK_LINK_WAY_BROWSER);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  g_assert_true (g_str_has_prefix (browser->target, "http://127.0.0.1:"));

  message = soup_message_new (SOUP_METHOD_GET, browser->target);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  assert_linked (fixture, stage);
}

static guint
count_entries (LinkStage *stage)
{
  return g_list_model_get_n_items (desk_link_attempt_get_timeline (stage->attempt));
}

static void
send (SoupSession *session,
      const char  *uri)
{
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
test_browser_of_another_session_is_not_the_way_back (DeskAppFixture *fixture,
                                                     gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autofree char *foreign = NULL;
  guint n_entries;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_BROWSER, NULL);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, "email");
  n_entries = count_entries (stage);
  foreign = g_strconcat (browser->target, "&session_id=another", NULL);
  send (session, foreign);
  while (count_entries (stage) == n_entries)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_OPEN);

  send (session, browser->target);
  assert_failed (stage, "CONSENT_ENDUSER_DENIED");
}

static void
test_cancel_on_the_page (DeskAppFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, "");
  g_assert_false (desk_link_attempt_judge_navigation (stage->attempt, browser->target));

  assert_failed (stage, "AUTH_SESSION_CANCELLED");
  g_assert_nonnull (desk_link_attempt_get_error_id (stage->attempt));
  g_assert_nonnull (desk_link_attempt_get_error_uri (stage->attempt));
  g_assert_nonnull (desk_link_attempt_get_message (stage->attempt));
}

static void
test_cancel_at_the_institution (DeskAppFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, "email");
  desk_link_attempt_judge_navigation (stage->attempt, browser->target);
  assert_failed (stage, "CONSENT_ENDUSER_DENIED");
}

static void
test_cancel_of_the_dialog (DeskAppFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_cancel (stage->attempt);
  assert_failed (stage, DESK_OUTCOME_USER_CANCELLED);
  g_assert_cmpuint (stage->n_closed, ==, 1);
  g_assert_cmpuint (desk_link_attempt_get_seconds_left (stage->attempt), ==, 0);
}

static void
test_cancel_while_preparing (DeskAppFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_new (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_start (stage->attempt);
  desk_link_attempt_cancel (stage->attempt);
  assert_failed (stage, DESK_OUTCOME_USER_CANCELLED);
  desk_await_idle ();
  g_assert_cmpuint (stage->n_opened, ==, 0);
}

static void
test_foreign_state_is_ignored (DeskAppFixture *fixture,
                               gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  g_assert_false (desk_link_attempt_judge_navigation (stage->attempt,
                                                      "https://consent-desk.invalid/linked?state=guess&consent_id=c"));
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_OPEN);
}

static void
test_claim_without_a_consent_is_not_linked (DeskAppFixture *fixture,
                                            gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  desk_link_attempt_take_message (stage->attempt, desk_link_attempt_get_auth_origin (stage->attempt),
                                  DESK_LINK_MESSAGE_SOURCE_FRAME,
                                  "{\"isCompleted\":true,\"consentID\":\"0d5bd1a5-0000-4000-8000-000000000000\"}");
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_CHECKING);
  desk_link_attempt_cancel (stage->attempt);
  assert_failed (stage, DESK_OUTCOME_UNCONFIRMED);
}

static void
test_refused_frame_goes_on_at_top_level (DeskAppFixture *fixture,
                                         gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  desk_link_attempt_frame_refused (stage->attempt, NULL);
  g_assert_cmpint (stage->way, ==, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpint (desk_link_attempt_get_way (stage->attempt), ==, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpuint (stage->n_opened, ==, 2);
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_OPEN);
}

static void
test_refused_page_goes_on_from_there (DeskAppFixture *fixture,
                                      gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  desk_link_attempt_page_shown (stage->attempt, stage->uri);
  desk_link_attempt_frame_refused (stage->attempt, "https://bank.example/login");
  g_assert_cmpint (stage->way, ==, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpstr (stage->uri, ==, "https://bank.example/login");
}

static void
test_page_that_breaks_out_goes_on (DeskAppFixture *fixture,
                                   gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  desk_link_attempt_frame_broke_out (stage->attempt);
  g_assert_cmpint (desk_link_attempt_get_way (stage->attempt), ==, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpuint (stage->n_opened, ==, 1);
}

static void
test_failures_of_the_page (DeskAppFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no route");
  g_autoptr(LinkStage) network = NULL;
  g_autoptr(LinkStage) tls = NULL;
  g_autoptr(LinkStage) crash = NULL;
  g_autoptr(LinkStage) stuck = NULL;
  g_autoptr(LinkStage) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  network = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_load_failed (network->attempt, error);
  assert_failed (network, DESK_OUTCOME_NETWORK_FAILED);

  tls = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_tls_failed (tls->attempt, "https://auth.example/page?code=1");
  assert_failed (tls, DESK_OUTCOME_TLS_FAILED);

  crash = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_web_process_ended (crash->attempt);
  assert_failed (crash, DESK_OUTCOME_PAGE_CRASHED);

  stuck = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_unresponsive (stuck->attempt);
  assert_failed (stuck, DESK_OUTCOME_PAGE_UNRESPONSIVE);

  browser = link_stage_open (fixture, DESK_LINK_WAY_BROWSER, NULL);
  desk_link_attempt_load_failed (browser->attempt, error);
  assert_failed (browser, DESK_OUTCOME_BROWSER_FAILED);
}

static void
test_timeline_names_hosts_only (DeskAppFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autofree char *report = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_page_shown (stage->attempt, "https://auth.example:8443/page?code=hidden");
  desk_link_attempt_page_shown (stage->attempt, "https://auth.example:8443/next");
  desk_link_attempt_cancel (stage->attempt);

  report = desk_link_attempt_dup_report (stage->attempt);
  g_assert_nonnull (strstr (report, "auth.example:8443\n"));
  g_assert_null (strstr (report, "hidden"));
  g_assert_nonnull (strstr (report, desk_link_attempt_get_session_id (stage->attempt)));
  g_assert_nonnull (strstr (report, desk_end_user_get_id (fixture->end_user)));
  g_assert_nonnull (strstr (report, DESK_OUTCOME_USER_CANCELLED));
}

static void
test_timeline_is_not_filled_by_a_page (DeskAppFixture *fixture,
                                       gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTimelineEntry) last = NULL;
  guint n_full;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *uri = g_strdup_printf ("https://bank-%u.example/", i);

      desk_link_attempt_page_shown (stage->attempt, uri);
    }
  n_full = count_entries (stage);
  g_assert_cmpuint (n_full, <, 100);
  last = g_list_model_get_item (desk_link_attempt_get_timeline (stage->attempt), n_full - 1);
  g_assert_cmpstr (desk_timeline_entry_get_title (last), ==, "What else happened here is not noted: it was too much");

  /* There is room again for what comes after. */
  desk_link_attempt_taken_elsewhere (stage->attempt);
  desk_link_attempt_page_shown (stage->attempt, "https://bank.example/");
  g_assert_cmpuint (count_entries (stage), ==, n_full + 2);
}

static void
test_timeline_settles_its_steps (DeskAppFixture *fixture,
                                 gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  GListModel *timeline;
  guint n_items;
  g_autoptr(DeskTimelineEntry) current = NULL;
  g_autoptr(DeskTimelineEntry) last = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  timeline = desk_link_attempt_get_timeline (stage->attempt);
  n_items = g_list_model_get_n_items (timeline);
  g_assert_cmpuint (n_items, >=, 2);
  current = g_list_model_get_item (timeline, n_items - 1);
  g_assert_cmpint (desk_timeline_entry_get_kind (current), ==, DESK_TIMELINE_CURRENT);

  desk_link_attempt_cancel (stage->attempt);
  g_assert_cmpint (desk_timeline_entry_get_kind (current), ==, DESK_TIMELINE_FAILED);
  last = g_list_model_get_item (timeline, g_list_model_get_n_items (timeline) - 1);
  g_assert_cmpint (desk_timeline_entry_get_kind (last), ==, DESK_TIMELINE_FAILED);
}

static void
test_time_is_counted_down (DeskAppFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  guint timeout;

  if (fixture->sandbox == NULL)
    return;

  timeout = desk_environment_get_timeout (desk_context_get_environment (fixture->context));
  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  g_assert_cmpuint (desk_link_attempt_get_seconds_left (stage->attempt), >, 0);
  g_assert_cmpuint (desk_link_attempt_get_seconds_left (stage->attempt), <=, timeout);

  while (desk_link_attempt_get_seconds_left (stage->attempt) == timeout)
    g_main_context_iteration (NULL, TRUE);

  desk_link_attempt_keep_waiting (stage->attempt);
  g_assert_cmpuint (desk_link_attempt_get_seconds_left (stage->attempt), ==, timeout);
}

static void
test_unreachable_service (DeskAppFixture *fixture,
                          gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  desk_test_sandbox_kill (fixture->sandbox);
  stage = link_stage_new (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_start (stage->attempt);
  assert_failed (stage, DESK_OUTCOME_SESSION_FAILED);
  g_assert_nonnull (desk_link_attempt_get_message (stage->attempt));
  g_assert_true (desk_link_attempt_get_end_user (stage->attempt) == fixture->end_user);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/link-attempt/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("redirect-is-linked", test_redirect_is_linked);
  ADD ("message-is-linked", test_message_is_linked);
  ADD ("message-of-another-origin-is-ignored", test_message_of_another_origin_is_ignored);
  ADD ("browser-is-linked", test_browser_is_linked);
  ADD ("browser-of-another-session-is-not-the-way-back", test_browser_of_another_session_is_not_the_way_back);
  ADD ("cancel-on-the-page", test_cancel_on_the_page);
  ADD ("cancel-at-the-institution", test_cancel_at_the_institution);
  ADD ("cancel-of-the-stage", test_cancel_of_the_dialog);
  ADD ("cancel-while-preparing", test_cancel_while_preparing);
  ADD ("foreign-state-is-ignored", test_foreign_state_is_ignored);
  ADD ("claim-without-a-consent-is-not-linked", test_claim_without_a_consent_is_not_linked);
  ADD ("refused-frame-goes-on-at-top-level", test_refused_frame_goes_on_at_top_level);
  ADD ("refused-page-goes-on-from-there", test_refused_page_goes_on_from_there);
  ADD ("page-that-breaks-out-goes-on", test_page_that_breaks_out_goes_on);
  ADD ("failures-of-the-page", test_failures_of_the_page);
  ADD ("timeline-names-hosts-only", test_timeline_names_hosts_only);
  ADD ("timeline-is-not-filled-by-a-page", test_timeline_is_not_filled_by_a_page);
  ADD ("timeline-settles-its-steps", test_timeline_settles_its_steps);
  ADD ("time-is-counted-down", test_time_is_counted_down);
  ADD ("unreachable-service", test_unreachable_service);
#undef ADD

  return g_test_run ();
}
