/* test-flow-unseen.c: link attempts whose page says nothing, or is in another window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

static void
test_other_sessions_page (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new_completed ("c_old");
  const char *const sessions[] = { "earlier", "", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      expect (flow_driver_send (flow, &(DeskLinkEvent) {
                .kind = DESK_LINK_EVENT_VERDICT, .session_id = sessions[i], .verdict = verdict }), "");
      expect (flow_driver_send (flow, &(DeskLinkEvent) {
                .kind = DESK_LINK_EVENT_PAGE_FAILED, .session_id = sessions[i] }), "");
    }
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_WAITING);
}

static void
test_page_is_not_needed_elsewhere (void)
{
  static const char *const answers[] = {
    [DESK_LINK_FAILURE_NETWORK] = "close tell:DESK_NETWORK_FAILED",
    [DESK_LINK_FAILURE_TLS] = "close tell:DESK_TLS_FAILED",
    [DESK_LINK_FAILURE_CRASHED] = "close tell:DESK_PAGE_CRASHED",
    [DESK_LINK_FAILURE_UNRESPONSIVE] = "close tell:DESK_PAGE_UNRESPONSIVE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();

      g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
      expect (flow_driver_send_failure (flow, i), answers[i]);
      expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
      expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm finish:DESK_LINKED:c_new");
    }
}

static void
test_closed_page_says_no_more (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  g_free (flow_driver_send_failure (flow, DESK_LINK_FAILURE_CRASHED));
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_NETWORK), "");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT"), "");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_REFUSED), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT), "ask:60 arm:60");
}

static void
test_browser_is_not_needed_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_started (DESK_LINK_WAY_BROWSER);

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_BROWSER), "tell:DESK_BROWSER_FAILED");
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_BROWSER), "tell:DESK_BROWSER_FAILED");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"), "disarm close list");
}

static void
test_lost_result (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "poll:3");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

/* The service has the consent a moment before the browser comes back with it. */
static void
test_word_of_the_page_comes_first (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_started (DESK_LINK_WAY_BROWSER);
  g_autofree char *cause = NULL;

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "poll:3");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"), "disarm close list");
  cause = flow_driver_dup_cause (flow, CONSENTS_NEW);
  g_assert_null (cause);
}

static void
test_says_how_it_was_found (void)
{
  g_autoptr(DeskLinkFlow) watched = flow_driver_new_waiting ();
  g_autoptr(DeskLinkFlow) failed = flow_driver_new_waiting ();
  g_autoptr(DeskLinkFlow) reported = flow_driver_new_confirming ("c_new");
  g_autofree char *watched_cause = NULL;
  g_autofree char *failed_cause = NULL;
  g_autofree char *reported_cause = NULL;

  g_free (flow_driver_send_kind (watched, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  g_free (flow_driver_send_kind (watched, DESK_LINK_EVENT_POLL_DUE));
  g_free (flow_driver_send_verdict (failed, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"));
  watched_cause = flow_driver_dup_cause (watched, CONSENTS_NEW);
  failed_cause = flow_driver_dup_cause (failed, CONSENTS_NEW);
  reported_cause = flow_driver_dup_cause (reported, CONSENTS_NEW);
  g_assert_cmpstr (watched_cause, ==, "A new consent appeared at the service while the page was open; "
                                      "the page itself reported no result.");
  g_assert_cmpstr (failed_cause, ==, "A new consent appeared at the service, although the page reported a failure.");
  g_assert_null (reported_cause);
}

static void
test_taken_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE), "poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_ignored_result_watches_the_consents (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_IGNORED, NULL), "");
  expect (flow_driver_send_ignored_result (flow), "poll:1");
  expect (flow_driver_send_ignored_result (flow), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "poll:2");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "poll:3");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_no_way_back (void)
{
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_BROWSER, 600);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_LISTENER_FAILED),
          "finish:DESK_LISTENER_FAILED:DESK_LISTENER_FAILED");
}

static void
test_browser (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_started (DESK_LINK_WAY_BROWSER);

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "browser:" FLOW_DRIVER_AUTH_URL " arm:540 poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_TWO_NEW), "poll:2");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED), "poll:4");
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_CRASHED), "");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"), "disarm close list");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "");
  expect (flow_driver_send_consents (flow, CONSENTS_TWO_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_browser_without_a_browser (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_started (DESK_LINK_WAY_BROWSER);

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_BROWSER),
          "disarm close finish:DESK_BROWSER_FAILED:DESK_BROWSER_FAILED");
}

static void
test_browser_watches_all_the_time (void)
{
  static const char *const polls[] = { "poll:2", "poll:4", "poll:8", "poll:15", "poll:15", "poll:15", "poll:15" };
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_started (DESK_LINK_WAY_BROWSER);

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  for (gsize i = 0; i < G_N_ELEMENTS (polls); i++)
    {
      expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
      expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), polls[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-flow-unseen/another-sessions-page-cannot-end-it", test_other_sessions_page);
  g_test_add_func ("/link-flow-unseen/page-is-not-needed-elsewhere", test_page_is_not_needed_elsewhere);
  g_test_add_func ("/link-flow-unseen/closed-page-says-no-more", test_closed_page_says_no_more);
  g_test_add_func ("/link-flow-unseen/browser-is-not-needed-elsewhere", test_browser_is_not_needed_elsewhere);
  g_test_add_func ("/link-flow-unseen/finds-a-lost-result", test_lost_result);
  g_test_add_func ("/link-flow-unseen/word-of-the-page-comes-first", test_word_of_the_page_comes_first);
  g_test_add_func ("/link-flow-unseen/says-how-a-lost-result-was-found", test_says_how_it_was_found);
  g_test_add_func ("/link-flow-unseen/taken-elsewhere-watches-the-consents", test_taken_elsewhere);
  g_test_add_func ("/link-flow-unseen/ignored-result-watches-the-consents", test_ignored_result_watches_the_consents);
  g_test_add_func ("/link-flow-unseen/browser-watches-the-consents", test_browser);
  g_test_add_func ("/link-flow-unseen/browser-without-a-way-back", test_no_way_back);
  g_test_add_func ("/link-flow-unseen/browser-that-does-not-open", test_browser_without_a_browser);
  g_test_add_func ("/link-flow-unseen/browser-watches-all-the-time", test_browser_watches_all_the_time);
  return g_test_run ();
}
