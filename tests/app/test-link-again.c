/* test-link-again.c: link attempts that go on where another one ended, or are finished elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-stage.h"

/* Returns: (transfer full): goes on where @earlier ended */
static LinkStage *
start_after (DeskAppFixture *fixture,
             LinkStage      *earlier,
             DeskLinkWay     way)
{
  LinkStage *stage = link_stage_new (fixture, way, NULL);

  desk_link_attempt_follow (stage->attempt, earlier->attempt);
  desk_link_attempt_start (stage->attempt);

  return stage;
}

/* Returns: an attempt that goes on after @earlier, and has opened its page */
static LinkStage *
open_after (DeskAppFixture *fixture,
            LinkStage      *earlier,
            DeskLinkWay     way)
{
  LinkStage *stage = start_after (fixture, earlier, way);

  link_stage_wait (stage, DESK_LINK_ATTEMPT_OPEN);

  return stage;
}

static LinkStage *
open_and_cancel (DeskAppFixture *fixture,
                 DeskLinkWay     way)
{
  LinkStage *stage = link_stage_open (fixture, way, NULL);

  desk_link_attempt_cancel (stage->attempt);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);

  return stage;
}

static const char *
get_session_id (LinkStage *stage)
{
  return desk_link_attempt_get_session_id (stage->attempt);
}

static const char *
get_outcome_code (LinkStage *stage)
{
  return desk_link_attempt_get_outcome (stage->attempt)->code;
}

static void
test_denied_is_tried_again_in_the_same_session (DeskAppFixture *fixture,
                                                gconstpointer   data)
{
  g_autoptr(LinkStage) denied = NULL;
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) no = NULL;
  g_autoptr(DeskTestBrowser) yes = NULL;

  if (fixture->sandbox == NULL)
    return;

  denied = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  no = link_stage_walk (fixture, denied, DESK_TEST_BANK, "email");
  desk_link_attempt_judge_navigation (denied->attempt, no->target);
  g_assert_cmpstr (get_outcome_code (denied), ==, "CONSENT_ENDUSER_DENIED");

  stage = open_after (fixture, denied, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpstr (get_session_id (stage), ==, get_session_id (denied));
  yes = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  desk_link_attempt_judge_navigation (stage->attempt, yes->target);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
}

static void
test_view_ways_share_a_session (DeskAppFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_REDIRECT);
  stage = open_after (fixture, closed, DESK_LINK_WAY_EMBEDDED);
  g_assert_cmpstr (get_session_id (stage), ==, get_session_id (closed));
}

static void
test_browser_needs_a_session_of_its_own (DeskAppFixture *fixture,
                                         gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_REDIRECT);
  stage = open_after (fixture, closed, DESK_LINK_WAY_BROWSER);
  g_assert_cmpstr (get_session_id (stage), !=, get_session_id (closed));
}

static void
test_browser_comes_back_to_the_same_port (DeskAppFixture *fixture,
                                          gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_BROWSER);
  stage = open_after (fixture, closed, DESK_LINK_WAY_BROWSER);
  g_assert_cmpstr (get_session_id (stage), ==, get_session_id (closed));
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  g_assert_false (desk_link_attempt_judge_navigation (stage->attempt, browser->target));
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
}

static void
test_expired_session_is_not_used_again (DeskAppFixture *fixture,
                                        gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;
  DeskClock *clock;

  if (fixture->sandbox == NULL)
    return;

  clock = desk_context_get_clock (fixture->context);
  closed = open_and_cancel (fixture, DESK_LINK_WAY_REDIRECT);
  desk_clock_set (clock, desk_clock_get_now (clock) + 6 * G_TIME_SPAN_DAY);
  stage = open_after (fixture, closed, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpstr (get_session_id (stage), !=, get_session_id (closed));
}

static void
test_cancelled_session_is_not_used_again (DeskAppFixture *fixture,
                                          gconstpointer   data)
{
  g_autoptr(LinkStage) cancelled = NULL;
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  cancelled = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  browser = link_stage_walk (fixture, cancelled, DESK_TEST_BANK, "");
  desk_link_attempt_judge_navigation (cancelled->attempt, browser->target);
  g_assert_cmpstr (get_outcome_code (cancelled), ==, "AUTH_SESSION_CANCELLED");

  stage = open_after (fixture, cancelled, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpstr (get_session_id (stage), !=, get_session_id (cancelled));
}

static void
test_finished_after_the_end_is_found (DeskAppFixture *fixture,
                                      gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_BROWSER);
  browser = link_stage_walk (fixture, closed, DESK_TEST_BANK, NULL);
  stage = start_after (fixture, closed, DESK_LINK_WAY_BROWSER);
  while (desk_link_attempt_get_state (stage->attempt) != DESK_LINK_ATTEMPT_DONE)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
  g_assert_cmpuint (stage->n_opened, ==, 0);
}

/* Changing the way needs a new session, and the old page may have been finished all the same. */
static void
test_finished_in_another_way_is_found (DeskAppFixture *fixture,
                                       gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_BROWSER);
  browser = link_stage_walk (fixture, closed, DESK_TEST_BANK, NULL);
  stage = start_after (fixture, closed, DESK_LINK_WAY_REDIRECT);
  while (desk_link_attempt_get_state (stage->attempt) == DESK_LINK_ATTEMPT_PREPARING)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
  g_assert_cmpuint (stage->n_opened, ==, 0);
}

/* Nobody can say whether it was finished meanwhile: that is no reason for another session. */
static void
test_service_that_is_away_keeps_the_session (DeskAppFixture *fixture,
                                             gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) blind = NULL;
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_REDIRECT);
  desk_test_sandbox_kill (fixture->sandbox);
  blind = start_after (fixture, closed, DESK_LINK_WAY_REDIRECT);
  link_stage_wait (blind, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (get_outcome_code (blind), ==, DESK_OUTCOME_SNAPSHOT_FAILED);
  g_assert_cmpstr (desk_link_attempt_get_cause (blind->attempt), !=,
                   desk_link_attempt_get_outcome (blind->attempt)->cause);

  stage = start_after (fixture, blind, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpstr (get_session_id (stage), ==, get_session_id (closed));
  desk_link_attempt_cancel (stage->attempt);
}

static void
test_claim_is_asked_for_again (DeskAppFixture *fixture,
                               gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  browser = link_stage_walk (fixture, closed, DESK_TEST_BANK, NULL);
  desk_link_attempt_judge_navigation (closed->attempt, browser->target);
  desk_link_attempt_cancel (closed->attempt);
  g_assert_cmpstr (get_outcome_code (closed), ==, DESK_OUTCOME_UNCONFIRMED);

  stage = start_after (fixture, closed, DESK_LINK_WAY_REDIRECT);
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_CHECKING);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
  g_assert_cmpstr (get_session_id (stage), ==, get_session_id (closed));
}

static void
test_finished_on_another_device_is_noticed (DeskAppFixture *fixture,
                                            gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) phone = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_taken_elsewhere (stage->attempt);
  phone = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  while (desk_link_attempt_get_state (stage->attempt) != DESK_LINK_ATTEMPT_DONE)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
}

/* The page came to its end, and lost the state on its way. */
static void
test_result_that_is_not_believed_is_looked_up (DeskAppFixture *fixture,
                                               gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  g_assert_false (desk_link_attempt_judge_navigation (stage->attempt, "https://consent-desk.invalid/linked?consent_id=x"));
  g_assert_cmpint (desk_link_attempt_get_state (stage->attempt), ==, DESK_LINK_ATTEMPT_OPEN);
  while (desk_link_attempt_get_state (stage->attempt) != DESK_LINK_ATTEMPT_DONE)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
}

static void
test_several_are_offered (DeskAppFixture *fixture,
                          gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;
  g_autofree char *other = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_free (desk_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/faults",
                                  "{\"fault\":\"redirect-without-consent-id\",\"on\":true}"));
  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  other = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), DESK_TEST_RETAILER);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  desk_link_attempt_judge_navigation (stage->attempt, browser->target);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_CHOOSING);
  g_assert_cmpuint (desk_link_attempt_get_candidates (stage->attempt)->len, ==, 2);

  desk_link_attempt_choose_consent (stage->attempt, other);
  while (desk_link_attempt_get_state (stage->attempt) != DESK_LINK_ATTEMPT_DONE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (desk_consent_get_id (desk_link_attempt_get_consent (stage->attempt)), ==, other);
}

/* Only the institution that the page was opened for counts, where the page does not name the consent. */
static void
test_pinned_leaves_out_other_institutions (DeskAppFixture *fixture,
                                           gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;
  g_autofree char *other = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_free (desk_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/faults",
                                  "{\"fault\":\"redirect-without-consent-id\",\"on\":true}"));
  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, DESK_TEST_BANK);
  other = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), DESK_TEST_RETAILER);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  desk_link_attempt_judge_navigation (stage->attempt, browser->target);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (get_outcome_code (stage), ==, DESK_OUTCOME_LINKED);
  g_assert_cmpstr (desk_consent_get_institution_id (desk_link_attempt_get_consent (stage->attempt)), ==, DESK_TEST_BANK);
}

static void
test_renewal_leaves_out_other_consents (DeskAppFixture *fixture,
                                        gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;
  g_autofree char *consent_id = NULL;
  g_autofree char *other = NULL;

  if (fixture->sandbox == NULL)
    return;

  g_free (desk_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/faults",
                                  "{\"fault\":\"redirect-without-consent-id\",\"on\":true}"));
  consent_id = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), DESK_TEST_BANK);
  stage = link_stage_new (fixture, DESK_LINK_WAY_REDIRECT, DESK_TEST_BANK);
  desk_link_attempt_set_arrangement_id (stage->attempt, consent_id);
  desk_link_attempt_start (stage->attempt);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_OPEN);
  other = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), DESK_TEST_BANK);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  desk_link_attempt_judge_navigation (stage->attempt, browser->target);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (desk_consent_get_id (desk_link_attempt_get_consent (stage->attempt)), ==, consent_id);
}

static void
test_other_institution_needs_a_session_of_its_own (DeskAppFixture *fixture,
                                                   gconstpointer   data)
{
  g_autoptr(LinkStage) closed = NULL;
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  closed = open_and_cancel (fixture, DESK_LINK_WAY_REDIRECT);
  stage = link_stage_new (fixture, DESK_LINK_WAY_REDIRECT, DESK_TEST_BANK);
  desk_link_attempt_follow (stage->attempt, closed->attempt);
  desk_link_attempt_start (stage->attempt);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_OPEN);
  g_assert_cmpstr (get_session_id (stage), !=, get_session_id (closed));
}

static void
test_renewed_consent_keeps_its_id (DeskAppFixture *fixture,
                                   gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autoptr(DeskTestBrowser) browser = NULL;
  g_autofree char *consent_id = NULL;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), DESK_TEST_BANK);
  stage = link_stage_new (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_set_arrangement_id (stage->attempt, consent_id);
  desk_link_attempt_start (stage->attempt);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_OPEN);
  browser = link_stage_walk (fixture, stage, DESK_TEST_BANK, NULL);
  desk_link_attempt_judge_navigation (stage->attempt, browser->target);
  link_stage_wait (stage, DESK_LINK_ATTEMPT_DONE);
  g_assert_cmpstr (desk_consent_get_id (desk_link_attempt_get_consent (stage->attempt)), ==, consent_id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/link-again/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("denied-is-tried-again-in-the-same-session", test_denied_is_tried_again_in_the_same_session);
  ADD ("view-ways-share-a-session", test_view_ways_share_a_session);
  ADD ("browser-needs-a-session-of-its-own", test_browser_needs_a_session_of_its_own);
  ADD ("browser-comes-back-to-the-same-port", test_browser_comes_back_to_the_same_port);
  ADD ("expired-session-is-not-used-again", test_expired_session_is_not_used_again);
  ADD ("cancelled-session-is-not-used-again", test_cancelled_session_is_not_used_again);
  ADD ("finished-after-the-end-is-found", test_finished_after_the_end_is_found);
  ADD ("finished-in-another-way-is-found", test_finished_in_another_way_is_found);
  ADD ("service-that-is-away-keeps-the-session", test_service_that_is_away_keeps_the_session);
  ADD ("claim-is-asked-for-again", test_claim_is_asked_for_again);
  ADD ("finished-on-another-device-is-noticed", test_finished_on_another_device_is_noticed);
  ADD ("result-that-is-not-believed-is-looked-up", test_result_that_is_not_believed_is_looked_up);
  ADD ("several-are-offered", test_several_are_offered);
  ADD ("pinned-leaves-out-other-institutions", test_pinned_leaves_out_other_institutions);
  ADD ("renewal-leaves-out-other-consents", test_renewal_leaves_out_other_consents);
  ADD ("other-institution-needs-a-session-of-its-own", test_other_institution_needs_a_session_of_its_own);
  ADD ("renewed-consent-keeps-its-id", test_renewed_consent_keeps_its_id);
#undef ADD

  return g_test_run ();
}
