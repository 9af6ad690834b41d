/* test-flow-follow.c: link attempts that go on where another one ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

/* Returns: (transfer full): an attempt that is over, after its page was open */
static DeskLinkFlow *
flow_new_over (DeskLinkEventKind last)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  g_free (flow_driver_send_kind (flow, last));
  g_free (flow_driver_send_kind (flow, last));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_DONE);
  return flow;
}

/* Returns: (transfer full): an attempt whose page reported success, and which was closed before it was confirmed */
static DeskLinkFlow *
flow_new_unconfirmed (const char *consent_id)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, consent_id));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_USER_CANCELLED),
          "finish:DESK_UNCONFIRMED:DESK_UNCONFIRMED");
  return flow;
}

static DeskLinkFlow *
flow_new_after (DeskLinkFlow *earlier)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  desk_link_flow_follow (flow, earlier);
  return flow;
}

static void
test_opens_again (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "create list");
  expect (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL), "");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "top:" FLOW_DRIVER_AUTH_URL " arm:540");
}

static void
test_list_before_session (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "");
  expect (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL), "top:" FLOW_DRIVER_AUTH_URL " arm:540");
}

static void
test_finds_what_was_finished_meanwhile (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_says_how_it_was_found (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);
  g_autofree char *cause = NULL;

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  cause = flow_driver_dup_cause (flow, CONSENTS_NEW);
  g_assert_cmpstr (cause, ==, "A new consent appeared at the service since the page was first opened; "
                              "the page itself reported no result.");
}

static void
test_a_foreign_consent_is_not_found (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW_FOREIGN), "");
}

static void
test_waits_on_for_a_consent (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_unconfirmed ("c_new");
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "list");
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_CONFIRMING);
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_waits_on_without_an_id (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_unconfirmed (NULL);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_TWO_NEW), "offer:c_new:c_newer");
}

static void
test_claims_nothing_after_a_failure (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_USER_CANCELLED);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "create list");
}

/* Returns: (transfer full): an attempt that went on after @earlier, and could not read the consents before it opened the page */
static DeskLinkFlow *
flow_new_blind (DeskLinkFlow *earlier)
{
  DeskLinkFlow *flow = flow_new_after (earlier);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED),
          "finish:DESK_SNAPSHOT_FAILED:DESK_SNAPSHOT_FAILED");
  return flow;
}

static void
test_list_that_fails_loses_nothing (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) blind = flow_new_blind (earlier);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (blind);

  g_assert_cmpint (desk_outcome_find (DESK_OUTCOME_SNAPSHOT_FAILED)->retry, ==, DESK_OUTCOME_RETRY_SAME_SESSION);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static char *
dup_cause (DeskLinkFlow *flow)
{
  g_autoptr(GPtrArray) commands = desk_link_flow_handle (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_CONSENTS_FAILED });
  const DeskLinkCommand *last = g_ptr_array_index (commands, commands->len - 1);

  return g_strdup (last->cause);
}

static void
test_list_that_fails_says_what_it_was_for (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_over (DESK_LINK_EVENT_TIMEOUT);
  g_autoptr(DeskLinkFlow) flow = flow_new_after (earlier);
  g_autoptr(DeskLinkFlow) first = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);
  g_autofree char *cause = NULL;
  g_autofree char *first_cause = NULL;

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_kind (first, DESK_LINK_EVENT_START));
  cause = dup_cause (flow);
  first_cause = dup_cause (first);
  g_assert_cmpstr (cause, ==, "Before the page is opened again, the service is asked whether the consent was given "
                              "meanwhile. That failed, so the page was not opened.");
  g_assert_null (first_cause);
}

/* Both pages can be finished: one session gives one consent, wherever. */
static void
test_goes_on_watching_the_other_device (void)
{
  g_autoptr(DeskLinkFlow) earlier = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);
  g_autoptr(DeskLinkFlow) flow = NULL;

  g_free (flow_driver_send_kind (earlier, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (earlier, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (earlier, CONSENTS_BEFORE));
  g_free (flow_driver_send_kind (earlier, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  g_free (flow_driver_send_failure (earlier, DESK_LINK_FAILURE_CRASHED));
  g_free (flow_driver_send_kind (earlier, DESK_LINK_EVENT_USER_CANCELLED));

  flow = flow_new_after (earlier);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "top:" FLOW_DRIVER_AUTH_URL " arm:540 poll:1");
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_CRASHED), "close tell:DESK_PAGE_CRASHED");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-flow-follow/opens-the-page-again", test_opens_again);
  g_test_add_func ("/link-flow-follow/opens-after-list-and-session", test_list_before_session);
  g_test_add_func ("/link-flow-follow/finds-what-was-finished-meanwhile", test_finds_what_was_finished_meanwhile);
  g_test_add_func ("/link-flow-follow/says-how-it-was-found", test_says_how_it_was_found);
  g_test_add_func ("/link-flow-follow/a-foreign-consent-is-not-found", test_a_foreign_consent_is_not_found);
  g_test_add_func ("/link-flow-follow/waits-on-for-a-consent", test_waits_on_for_a_consent);
  g_test_add_func ("/link-flow-follow/waits-on-without-an-id", test_waits_on_without_an_id);
  g_test_add_func ("/link-flow-follow/claims-nothing-after-a-failure", test_claims_nothing_after_a_failure);
  g_test_add_func ("/link-flow-follow/list-that-fails-loses-nothing", test_list_that_fails_loses_nothing);
  g_test_add_func ("/link-flow-follow/list-that-fails-says-what-it-was-for", test_list_that_fails_says_what_it_was_for);
  g_test_add_func ("/link-flow-follow/goes-on-watching-the-other-device", test_goes_on_watching_the_other_device);
  return g_test_run ();
}
