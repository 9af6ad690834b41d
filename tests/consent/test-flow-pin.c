/* test-flow-pin.c: link attempts for one institution, or to renew one consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

/* Returns: (transfer full): an attempt whose page is open */
static DeskLinkFlow *
flow_new_pinned (DeskLinkWay  way,
                 const char  *institution_id,
                 const char  *arrangement_id)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, way, 600);

  desk_link_flow_pin (flow, institution_id, arrangement_id);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  return flow;
}

/* Returns: (transfer full): an attempt whose page reported success */
static DeskLinkFlow *
flow_new_claiming (const char *institution_id,
                   const char *arrangement_id,
                   const char *consent_id)
{
  DeskLinkFlow *flow = flow_new_pinned (DESK_LINK_WAY_REDIRECT, institution_id, arrangement_id);

  expect (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, consent_id), "disarm close list");
  return flow;
}

/* Returns: (transfer full): an attempt in the browser that awaits its first look at the consents */
static DeskLinkFlow *
flow_new_watching (const char *institution_id,
                   const char *arrangement_id)
{
  DeskLinkFlow *flow = flow_new_pinned (DESK_LINK_WAY_BROWSER, institution_id, arrangement_id);

  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  return flow;
}

static void
test_success_without_id_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (FLOW_DRIVER_INSTITUTION, NULL, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "poll:1");
}

static void
test_success_without_id_somewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (FLOW_DRIVER_INSTITUTION, NULL, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_SOMEWHERE), "poll:1");
}

static void
test_chooser_leaves_out_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (FLOW_DRIVER_INSTITUTION, NULL, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_AND_ELSEWHERE), "finish:DESK_LINKED:c_new");
}

static void
test_unpinned_counts_all (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (NULL, NULL, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_AND_ELSEWHERE), "offer:c_new:c_newer");
}

/* The page that is open does not report what the service lists. */
static void
expect_found (DeskLinkFlow       *flow,
              FlowDriverConsents  consents)
{
  expect (flow_driver_send_consents (flow, consents), "poll:3");
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE));
  expect (flow_driver_send_consents (flow, consents), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_unpinned_counts_somewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_watching (NULL, NULL);

  expect_found (flow, CONSENTS_NEW_SOMEWHERE);
}

static void
test_watcher_leaves_out_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_watching (FLOW_DRIVER_INSTITUTION, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "poll:2");
}

static void
test_watcher_finds_its_own (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_watching (FLOW_DRIVER_INSTITUTION, NULL);

  expect_found (flow, CONSENTS_NEW_AND_ELSEWHERE);
}

static void
test_last_look_leaves_out_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_pinned (DESK_LINK_WAY_REDIRECT, FLOW_DRIVER_INSTITUTION, NULL);

  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE),
          "finish:AUTH_SESSION_INVALID:AUTH_SESSION_INVALID");
}

static void
test_named_consent_elsewhere_is_real (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (FLOW_DRIVER_INSTITUTION, NULL, "c_new");

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "finish:DESK_LINKED:c_new");
}

static void
test_renewal_leaves_out_others (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_watching (FLOW_DRIVER_INSTITUTION, "c_old");

  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "poll:2");
}

static void
test_renewal_finds_its_own (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (NULL, "c_old", NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_RENEWED_AND_NEW), "finish:DESK_LINKED:c_old");
}

static void
test_named_consent_for_renewal_is_real (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_claiming (FLOW_DRIVER_INSTITUTION, "c_old", "c_new");

  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_follower_leaves_out_elsewhere (void)
{
  g_autoptr(DeskLinkFlow) earlier = flow_new_pinned (DESK_LINK_WAY_REDIRECT, FLOW_DRIVER_INSTITUTION, NULL);
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  g_free (flow_driver_send_kind (earlier, DESK_LINK_EVENT_USER_CANCELLED));
  desk_link_flow_pin (flow, FLOW_DRIVER_INSTITUTION, NULL);
  desk_link_flow_follow (flow, earlier);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-flow-pin/success-without-id-elsewhere", test_success_without_id_elsewhere);
  g_test_add_func ("/link-flow-pin/success-without-id-somewhere", test_success_without_id_somewhere);
  g_test_add_func ("/link-flow-pin/chooser-leaves-out-elsewhere", test_chooser_leaves_out_elsewhere);
  g_test_add_func ("/link-flow-pin/unpinned-counts-all", test_unpinned_counts_all);
  g_test_add_func ("/link-flow-pin/unpinned-counts-somewhere", test_unpinned_counts_somewhere);
  g_test_add_func ("/link-flow-pin/watcher-leaves-out-elsewhere", test_watcher_leaves_out_elsewhere);
  g_test_add_func ("/link-flow-pin/watcher-finds-its-own", test_watcher_finds_its_own);
  g_test_add_func ("/link-flow-pin/last-look-leaves-out-elsewhere", test_last_look_leaves_out_elsewhere);
  g_test_add_func ("/link-flow-pin/named-consent-elsewhere-is-real", test_named_consent_elsewhere_is_real);
  g_test_add_func ("/link-flow-pin/renewal-leaves-out-others", test_renewal_leaves_out_others);
  g_test_add_func ("/link-flow-pin/renewal-finds-its-own", test_renewal_finds_its_own);
  g_test_add_func ("/link-flow-pin/named-consent-for-renewal-is-real", test_named_consent_for_renewal_is_real);
  g_test_add_func ("/link-flow-pin/follower-leaves-out-elsewhere", test_follower_leaves_out_elsewhere);
  return g_test_run ();
}
