/* test-flow.c: link attempts from start to finish
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

#include <string.h>

static DeskLinkFlow *
flow_new_started (DeskLinkWay way)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, way, 600);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "create list");
  expect (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL), "");
  return flow;
}

static DeskLinkFlow *
flow_new_waiting (void)
{
  DeskLinkFlow *flow = flow_new_started (DESK_LINK_WAY_REDIRECT);

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "top:" FLOW_DRIVER_AUTH_URL " arm:540");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_PAGE_LOADED), "");
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_WAITING);
  return flow;
}

static DeskLinkFlow *
flow_new_framed (void)
{
  DeskLinkFlow *flow = flow_new_started (DESK_LINK_WAY_EMBEDDED);

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "frame:" FLOW_DRIVER_AUTH_URL " arm:540");
  return flow;
}

static DeskLinkFlow *
flow_new_confirming (const char *consent_id)
{
  DeskLinkFlow *flow = flow_new_waiting ();

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, consent_id), "disarm close list");
  return flow;
}

static void
test_states (void)
{
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_IDLE);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_CREATING_SESSION);
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_OPENING);
  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, NULL));
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_RESOLVING);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_USER_CANCELLED));
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_DONE);
}

static void
test_linked (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_CONFIRMING);
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_DONE);
}

static void
test_snapshot_before_session (void)
{
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_START), "create list");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "");
  expect (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL), "top:" FLOW_DRIVER_AUTH_URL " arm:540");
}

static void
test_only_the_named_consent_counts (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_other");

  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "poll:1");
}

static void
test_foreign_consent (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_FOREIGN), "finish:DESK_FOREIGN_CONSENT:DESK_FOREIGN_CONSENT");
}

/* Answers every poll with @consents until the flow gives up. */
static char *
poll_until_finished (DeskLinkFlow       *flow,
                     FlowDriverConsents  consents)
{
  static const char *const polls[] = { "poll:1", "poll:2", "poll:4", "poll:8", "poll:15", "poll:30" };

  for (gsize i = 0; i < G_N_ELEMENTS (polls); i++)
    {
      expect (flow_driver_send_consents (flow, consents), polls[i]);
      expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
    }

  return flow_driver_send_consents (flow, consents);
}

static void
test_never_listed (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  expect (poll_until_finished (flow, CONSENTS_BEFORE), "finish:DESK_NOT_LISTED:DESK_NOT_LISTED");
}

static void
test_never_active (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  expect (poll_until_finished (flow, CONSENTS_NEW_ENDED), "finish:DESK_NOT_ACTIVE:DESK_NOT_ACTIVE");
}

static void
test_never_answered (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  for (guint i = 0; i < 6; i++)
    {
      g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED));
      expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
    }
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED), "finish:DESK_UNCONFIRMED:DESK_UNCONFIRMED");
}

static void
test_last_answer_counts (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  for (guint i = 0; i < 6; i++)
    {
      g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED));
      expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
    }
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "finish:DESK_NOT_LISTED:DESK_NOT_LISTED");
}

static void
test_confirmed_late (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED), "poll:2");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_resolved (void)
{
  g_autoptr(DeskLinkFlow) created = flow_new_confirming (NULL);
  g_autoptr(DeskLinkFlow) renewed = flow_new_confirming (NULL);

  g_assert_cmpint (desk_link_flow_get_state (created), ==, DESK_LINK_STATE_RESOLVING);
  expect (flow_driver_send_consents (created, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
  expect (flow_driver_send_consents (renewed, CONSENTS_RENEWED), "finish:DESK_LINKED:c_old");
}

static void
test_resolved_late (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_several (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_TWO_NEW), "offer:c_new:c_newer");
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_CHOOSING);
}

static void
test_chosen (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  g_free (flow_driver_send_consents (flow, CONSENTS_TWO_NEW));
  expect (flow_driver_send_choice (flow, "c_newer"), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_TWO_NEW), "finish:DESK_LINKED:c_newer");
}

static void
test_chosen_is_confirmed (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  g_free (flow_driver_send_consents (flow, CONSENTS_TWO_NEW));
  g_free (flow_driver_send_choice (flow, "c_newer"));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "poll:1");
}

static void
test_only_what_was_offered_can_be_chosen (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  expect (flow_driver_send_choice (flow, "c_new"), "");
  g_free (flow_driver_send_consents (flow, CONSENTS_TWO_NEW));
  expect (flow_driver_send_choice (flow, "c_old"), "");
  expect (flow_driver_send_choice (flow, NULL), "");
}

static void
test_nothing_chosen (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  g_free (flow_driver_send_consents (flow, CONSENTS_TWO_NEW));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_USER_CANCELLED),
          "finish:DESK_SEVERAL_CONSENTS:DESK_SEVERAL_CONSENTS");
}

static void
test_nothing_to_resolve (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming (NULL);

  expect (poll_until_finished (flow, CONSENTS_NEW_FOREIGN), "finish:DESK_NOT_LISTED:DESK_NOT_LISTED");
}

static void
test_failed (void)
{
  g_autoptr(DeskLinkFlow) known = flow_new_waiting ();
  g_autoptr(DeskLinkFlow) unknown = flow_new_waiting ();
  g_autoptr(DeskLinkFlow) forged = flow_new_waiting ();

  expect (flow_driver_send_verdict (known, DESK_LINK_VERDICT_FAILED, "CONSENT_OTP_FAILURE"),
          "disarm close finish:CONSENT_OTP_FAILURE:CONSENT_OTP_FAILURE");
  expect (flow_driver_send_verdict (unknown, DESK_LINK_VERDICT_FAILED, "CONSENT_NEW_KIND"),
          "disarm close finish:LINK_INTERNAL_ERROR:CONSENT_NEW_KIND");
  expect (flow_driver_send_verdict (forged, DESK_LINK_VERDICT_FAILED, DESK_OUTCOME_LINKED),
          "disarm close finish:LINK_INTERNAL_ERROR:DESK_LINKED");
}

static void
test_failure_keeps_the_verdict (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);
  g_autoptr(GPtrArray) commands = NULL;
  const DeskLinkCommand *last;

  verdict->code = g_strdup ("CONSENT_TIMEOUT");
  verdict->error_id = g_strdup ("err_1");
  commands = desk_link_flow_handle (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_VERDICT,
    .session_id = FLOW_DRIVER_SESSION,
    .verdict = verdict,
  });
  last = g_ptr_array_index (commands, commands->len - 1);
  g_assert_cmpstr (last->verdict->error_id, ==, "err_1");
  g_assert_null (last->consent_id);
}

static void
test_invalid_session_keeps_the_page (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_framed ();
  g_autoptr(DeskLinkFlow) browser = flow_new_started (DESK_LINK_WAY_BROWSER);

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "LINK_INVALID_SESSION"),
          "disarm list");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "finish:AUTH_SESSION_INVALID:LINK_INVALID_SESSION");
  g_free (flow_driver_send_consents (browser, CONSENTS_BEFORE));
  expect (flow_driver_send_verdict (browser, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"), "disarm close list");
  expect (flow_driver_send_consents (browser, CONSENTS_BEFORE), "finish:AUTH_SESSION_INVALID:AUTH_SESSION_INVALID");
}

static void
test_session_that_was_finished_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_framed ();

  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "close finish:DESK_LINKED:c_new");
}

static void
test_invalid_session_without_an_answer (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_framed ();

  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED),
          "finish:AUTH_SESSION_INVALID:AUTH_SESSION_INVALID");
}

static void
test_invalid_session_is_closed (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_framed ();

  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_USER_CANCELLED),
          "finish:AUTH_SESSION_INVALID:AUTH_SESSION_INVALID");
}

static void
test_list_of_before_the_failure_does_not_count (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"), "disarm");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "close finish:DESK_LINKED:c_new");
}

static void
test_other_sessions_page (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();
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
test_verdict_before_the_page (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_started (DESK_LINK_WAY_REDIRECT);

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_old"), "");
  g_assert_cmpint (desk_link_flow_get_state (flow), ==, DESK_LINK_STATE_CREATING_SESSION);
}

static void
test_second_verdict (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_new");

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_old"), "");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT"), "");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_session_failed (void)
{
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);
  g_autoptr(GPtrArray) commands = NULL;
  const DeskLinkCommand *last;

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  commands = desk_link_flow_handle (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_SESSION_FAILED, .message = "no such user", .error_id = "err_1" });
  last = g_ptr_array_index (commands, commands->len - 1);
  g_assert_cmpint (last->kind, ==, DESK_LINK_COMMAND_FINISH);
  g_assert_cmpstr (last->outcome->code, ==, DESK_OUTCOME_SESSION_FAILED);
  g_assert_cmpstr (last->verdict->message, ==, "no such user");
  g_assert_cmpstr (last->verdict->error_id, ==, "err_1");
}

static void
test_unsafe_address (void)
{
  const char *const addresses[] = {
    "http://auth.fiskil.com?sess_id=1", "https://user@auth.fiskil.com", "javascript:alert(1)", "file:///etc/passwd", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

      g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
      expect (flow_driver_send_session (flow, addresses[i]), "finish:DESK_SESSION_REFUSED:DESK_SESSION_REFUSED");
    }
}

static void
test_no_snapshot (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_started (DESK_LINK_WAY_REDIRECT);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED),
          "finish:DESK_SNAPSHOT_FAILED:DESK_SNAPSHOT_FAILED");
}

static void
test_page_failures (void)
{
  static const char *const answers[] = {
    [DESK_LINK_FAILURE_NETWORK] = "disarm close finish:DESK_NETWORK_FAILED:DESK_NETWORK_FAILED",
    [DESK_LINK_FAILURE_TLS] = "disarm close finish:DESK_TLS_FAILED:DESK_TLS_FAILED",
    [DESK_LINK_FAILURE_CRASHED] = "disarm close finish:DESK_PAGE_CRASHED:DESK_PAGE_CRASHED",
    [DESK_LINK_FAILURE_UNRESPONSIVE] = "disarm close finish:DESK_PAGE_UNRESPONSIVE:DESK_PAGE_UNRESPONSIVE",
    [DESK_LINK_FAILURE_BROWSER] = "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

      expect (flow_driver_send_failure (flow, i), answers[i]);
    }
}

static void
test_frame_refused (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_framed ();

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_REFUSED), "top:" FLOW_DRIVER_AUTH_URL);
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_REFUSED), "");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"), "disarm close list");
}

static void
test_refused_page_goes_on (void)
{
  static const char *const rows[][2] = {
    { "https://bank.example/login?x=1", "top:https://bank.example/login?x=1" },
    { "http://bank.example/login", "top:" FLOW_DRIVER_AUTH_URL },
    { "javascript:alert(1)", "top:" FLOW_DRIVER_AUTH_URL },
    { "https://consent-desk.invalid/linked?state=st", "top:" FLOW_DRIVER_AUTH_URL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkFlow) flow = flow_new_framed ();

      expect (flow_driver_send (flow, &(DeskLinkEvent) {
                .kind = DESK_LINK_EVENT_FRAME_REFUSED, .session_id = FLOW_DRIVER_SESSION, .uri = rows[i][0] }),
              rows[i][1]);
    }
}

static void
test_frame_broke_out (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_framed ();
  g_autoptr(DeskLinkFlow) redirect = flow_new_waiting ();

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_BROKE_OUT), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_REFUSED), "");
  expect (flow_driver_send_kind (redirect, DESK_LINK_EVENT_FRAME_REFUSED), "");
}

static void
test_timeout (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT), "ask:60 arm:60 poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT), "disarm close list");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "finish:LINK_TIMEOUT:LINK_TIMEOUT");
}

static void
test_last_look_before_the_time_is_over (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT));
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_page_is_not_needed_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_CRASHED), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_claim_of_what_was_there_before (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_old");

  expect (poll_until_finished (flow, CONSENTS_BEFORE), "finish:DESK_UNCONFIRMED:DESK_UNCONFIRMED");
}

static void
test_renewed_consent (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_confirming ("c_old");

  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "poll:1");
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE));
  expect (flow_driver_send_consents (flow, CONSENTS_RENEWED), "finish:DESK_LINKED:c_old");
}

static void
test_keep_waiting (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT), "ask:60 arm:60 poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_KEEP_WAITING), "arm:540");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT), "ask:60 arm:60");
}

static void
test_short_timeouts (void)
{
  g_autoptr(DeskLinkFlow) ten = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 10);
  g_autoptr(DeskLinkFlow) one = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 1);

  g_free (flow_driver_send_kind (ten, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (ten, FLOW_DRIVER_AUTH_URL));
  expect (flow_driver_send_consents (ten, CONSENTS_BEFORE), "top:" FLOW_DRIVER_AUTH_URL " arm:5");
  expect (flow_driver_send_kind (ten, DESK_LINK_EVENT_TIMEOUT), "ask:5 arm:5 poll:1");

  g_free (flow_driver_send_kind (one, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (one, FLOW_DRIVER_AUTH_URL));
  expect (flow_driver_send_consents (one, CONSENTS_BEFORE), "top:" FLOW_DRIVER_AUTH_URL " arm:1");
  expect (flow_driver_send_kind (one, DESK_LINK_EVENT_TIMEOUT), "disarm close finish:LINK_TIMEOUT:LINK_TIMEOUT");
}

static void
test_lost_result (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_taken_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE), "poll:1");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE), "");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_no_way_back (void)
{
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_BROWSER, 600);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_LISTENER_FAILED),
          "finish:DESK_BROWSER_FAILED:DESK_BROWSER_FAILED");
}

static void
test_browser (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_started (DESK_LINK_WAY_BROWSER);

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
  g_autoptr(DeskLinkFlow) flow = flow_new_started (DESK_LINK_WAY_BROWSER);

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  expect (flow_driver_send_failure (flow, DESK_LINK_FAILURE_BROWSER),
          "disarm close finish:DESK_BROWSER_FAILED:DESK_BROWSER_FAILED");
}

static void
test_browser_watches_all_the_time (void)
{
  static const char *const polls[] = { "poll:2", "poll:4", "poll:8", "poll:15", "poll:15", "poll:15", "poll:15" };
  g_autoptr(DeskLinkFlow) flow = flow_new_started (DESK_LINK_WAY_BROWSER);

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  for (gsize i = 0; i < G_N_ELEMENTS (polls); i++)
    {
      expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
      expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), polls[i]);
    }
}

static void
test_awaited_list_serves_to_confirm (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_started (DESK_LINK_WAY_BROWSER);

  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"), "disarm close");
  expect (flow_driver_send_consents (flow, CONSENTS_BEFORE), "poll:1");
}

static void
test_cancelled (void)
{
  g_autoptr(DeskLinkFlow) idle = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);
  g_autoptr(DeskLinkFlow) early = flow_new_started (DESK_LINK_WAY_REDIRECT);
  g_autoptr(DeskLinkFlow) waiting = flow_new_waiting ();
  g_autoptr(DeskLinkFlow) confirming = flow_new_confirming ("c_new");

  expect (flow_driver_send_kind (idle, DESK_LINK_EVENT_USER_CANCELLED), "");
  expect (flow_driver_send_kind (early, DESK_LINK_EVENT_USER_CANCELLED),
          "finish:LINK_USER_CANCELLED:LINK_USER_CANCELLED");
  expect (flow_driver_send_kind (waiting, DESK_LINK_EVENT_USER_CANCELLED),
          "disarm close finish:LINK_USER_CANCELLED:LINK_USER_CANCELLED");
  expect (flow_driver_send_kind (confirming, DESK_LINK_EVENT_USER_CANCELLED),
          "finish:DESK_UNCONFIRMED:DESK_UNCONFIRMED");
  expect (flow_driver_send_consents (confirming, CONSENTS_NEW), "");
}

static char *
dup_records (DeskLinkFlow        *flow,
             const DeskLinkEvent *event)
{
  g_autoptr(GPtrArray) commands = desk_link_flow_handle (flow, event);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commands->len; i++)
    {
      const DeskLinkCommand *command = g_ptr_array_index (commands, i);

      if (command->kind == DESK_LINK_COMMAND_RECORD || command->kind == DESK_LINK_COMMAND_NOTE)
        {
          const char *detail = command->detail;

          g_string_append_printf (text, "%s%s%s\n", command->text, detail != NULL ? ": " : "",
                                  detail != NULL ? detail : "");
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_ignored_is_recorded_once (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, "Foreign message");
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = verdict };

  expect (dup_records (flow, &event), "Foreign message\n");
  expect (dup_records (flow, &event), "");
}

static void
test_records_are_short_and_discreet (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_waiting ();
  g_autofree char *long_id = g_strnfill (1024 * 1024, 'x');
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new_completed (long_id);
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = verdict };
  g_autofree char *records = NULL;

  verdict->redirect_url = g_strdup ("https://app.example/cb?secret=hush");
  records = dup_records (flow, &event);
  g_assert_cmpuint (strlen (records), <, 1000);
  g_assert_nonnull (strstr (records, "app.example"));
  g_assert_null (strstr (records, "hush"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-flow/goes-through-its-states", test_states);
  g_test_add_func ("/link-flow/links-what-the-service-confirms", test_linked);
  g_test_add_func ("/link-flow/opens-only-after-the-snapshot", test_snapshot_before_session);
  g_test_add_func ("/link-flow/only-the-named-consent-counts", test_only_the_named_consent_counts);
  g_test_add_func ("/link-flow/refuses-a-foreign-consent", test_foreign_consent);
  g_test_add_func ("/link-flow/says-that-a-consent-is-never-listed", test_never_listed);
  g_test_add_func ("/link-flow/says-that-a-consent-is-never-active", test_never_active);
  g_test_add_func ("/link-flow/says-that-the-service-never-answered", test_never_answered);
  g_test_add_func ("/link-flow/last-answer-counts", test_last_answer_counts);
  g_test_add_func ("/link-flow/confirms-late", test_confirmed_late);
  g_test_add_func ("/link-flow/resolves-a-success-without-id", test_resolved);
  g_test_add_func ("/link-flow/resolves-late", test_resolved_late);
  g_test_add_func ("/link-flow/does-not-choose-between-several", test_several);
  g_test_add_func ("/link-flow/user-chooses-between-several", test_chosen);
  g_test_add_func ("/link-flow/chosen-consent-is-confirmed", test_chosen_is_confirmed);
  g_test_add_func ("/link-flow/only-what-was-offered-can-be-chosen", test_only_what_was_offered_can_be_chosen);
  g_test_add_func ("/link-flow/closing-without-a-choice-says-so", test_nothing_chosen);
  g_test_add_func ("/link-flow/gives-up-to-resolve", test_nothing_to_resolve);
  g_test_add_func ("/link-flow/fails-with-the-received-code", test_failed);
  g_test_add_func ("/link-flow/failure-keeps-the-verdict", test_failure_keeps_the_verdict);
  g_test_add_func ("/link-flow/invalid-session-keeps-the-page", test_invalid_session_keeps_the_page);
  g_test_add_func ("/link-flow/session-that-was-finished-elsewhere-is-found", test_session_that_was_finished_elsewhere);
  g_test_add_func ("/link-flow/invalid-session-without-an-answer-fails", test_invalid_session_without_an_answer);
  g_test_add_func ("/link-flow/invalid-session-that-is-closed-fails", test_invalid_session_is_closed);
  g_test_add_func ("/link-flow/list-of-before-the-failure-does-not-count", test_list_of_before_the_failure_does_not_count);
  g_test_add_func ("/link-flow/another-sessions-page-cannot-end-it", test_other_sessions_page);
  g_test_add_func ("/link-flow/no-verdict-counts-before-the-page", test_verdict_before_the_page);
  g_test_add_func ("/link-flow/no-verdict-counts-after-success", test_second_verdict);
  g_test_add_func ("/link-flow/ends-without-a-session", test_session_failed);
  g_test_add_func ("/link-flow/opens-no-unsafe-address", test_unsafe_address);
  g_test_add_func ("/link-flow/ends-without-a-snapshot", test_no_snapshot);
  g_test_add_func ("/link-flow/ends-with-the-page", test_page_failures);
  g_test_add_func ("/link-flow/refused-frame-goes-on-at-top-level", test_frame_refused);
  g_test_add_func ("/link-flow/refused-page-goes-on-itself", test_refused_page_goes_on);
  g_test_add_func ("/link-flow/broken-out-frame-is-not-opened-again", test_frame_broke_out);
  g_test_add_func ("/link-flow/asks-before-the-time-is-over", test_timeout);
  g_test_add_func ("/link-flow/looks-a-last-time-before-the-time-is-over", test_last_look_before_the_time_is_over);
  g_test_add_func ("/link-flow/page-is-not-needed-elsewhere", test_page_is_not_needed_elsewhere);
  g_test_add_func ("/link-flow/claim-of-what-was-there-before-is-no-link", test_claim_of_what_was_there_before);
  g_test_add_func ("/link-flow/renewed-consent-counts-once-it-has-changed", test_renewed_consent);
  g_test_add_func ("/link-flow/keeps-waiting", test_keep_waiting);
  g_test_add_func ("/link-flow/short-times-are-kept", test_short_timeouts);
  g_test_add_func ("/link-flow/finds-a-lost-result", test_lost_result);
  g_test_add_func ("/link-flow/taken-elsewhere-watches-the-consents", test_taken_elsewhere);
  g_test_add_func ("/link-flow/browser-watches-the-consents", test_browser);
  g_test_add_func ("/link-flow/browser-without-a-way-back", test_no_way_back);
  g_test_add_func ("/link-flow/browser-that-does-not-open", test_browser_without_a_browser);
  g_test_add_func ("/link-flow/browser-watches-all-the-time", test_browser_watches_all_the_time);
  g_test_add_func ("/link-flow/awaited-list-serves-to-confirm", test_awaited_list_serves_to_confirm);
  g_test_add_func ("/link-flow/closing-cancels", test_cancelled);
  g_test_add_func ("/link-flow/ignored-is-recorded-once", test_ignored_is_recorded_once);
  g_test_add_func ("/link-flow/records-are-short-and-discreet", test_records_are_short_and_discreet);
  return g_test_run ();
}
