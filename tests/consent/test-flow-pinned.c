/* test-flow-pinned.c: an attempt that can only lead to one institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

/* Returns: (transfer full): an attempt whose page is open */
static DeskLinkFlow *
flow_new_pinned (const char *institution_id,
                 const char *arrangement_id)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_REDIRECT, 600);

  desk_link_flow_pin (flow, institution_id, arrangement_id);
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  return flow;
}

/* Returns: (transfer full): an attempt whose page reported success and said nothing more */
static DeskLinkFlow *
flow_new_resolving (const char *institution_id,
                    const char *arrangement_id)
{
  DeskLinkFlow *flow = flow_new_pinned (institution_id, arrangement_id);

  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, NULL));
  return flow;
}

/* Returns: (transfer full): an attempt whose page was taken to another device, and which waits for a list */
static DeskLinkFlow *
flow_new_watching (const char *institution_id,
                   const char *arrangement_id)
{
  DeskLinkFlow *flow = flow_new_pinned (institution_id, arrangement_id);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  return flow;
}

static void
test_resolving_leaves_other_institutions_out (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_resolving (FLOW_DRIVER_INSTITUTION, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "poll:1");
}

static void
test_resolving_takes_the_own_institution (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_resolving (FLOW_DRIVER_INSTITUTION, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "finish:DESK_LINKED:c_new");
}

static void
test_nobody_is_asked_between_institutions (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_resolving (FLOW_DRIVER_INSTITUTION, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_HERE_AND_ELSEWHERE), "finish:DESK_LINKED:c_new");
}

static void
test_every_institution_counts_if_none_is_pinned (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_resolving (NULL, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_HERE_AND_ELSEWHERE), "offer:c_new:c_newer");
}

static void
test_unnamed_institution_may_be_the_one (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_resolving (FLOW_DRIVER_INSTITUTION, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_NOWHERE), "finish:DESK_LINKED:c_new");
}

static void
test_watching_leaves_other_institutions_out (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_watching (FLOW_DRIVER_INSTITUTION, NULL);

  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "poll:2");
  expect (flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE), "list");
  expect (flow_driver_send_consents (flow, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

static void
test_last_look_leaves_other_institutions_out (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_pinned (FLOW_DRIVER_INSTITUTION, NULL);

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT));
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "finish:LINK_TIMEOUT:LINK_TIMEOUT");
}

/* The service says that it is there and the end user's: to hide it would be worse. The result names its institution. */
static void
test_what_the_page_names_is_confirmed (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_new_pinned (FLOW_DRIVER_INSTITUTION, NULL);

  g_free (flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"));
  expect (flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE), "finish:DESK_LINKED:c_new");
}

static void
test_renewal_stays_at_its_institution (void)
{
  g_autoptr(DeskLinkFlow) elsewhere = flow_new_watching (NULL, "c_old");
  g_autoptr(DeskLinkFlow) renewed = flow_new_watching (NULL, "c_old");
  g_autoptr(DeskLinkFlow) replaced = flow_new_watching (NULL, "c_old");

  expect (flow_driver_send_consents (elsewhere, CONSENTS_NEW_ELSEWHERE), "poll:2");
  expect (flow_driver_send_consents (renewed, CONSENTS_RENEWED), "disarm close finish:DESK_LINKED:c_old");
  expect (flow_driver_send_consents (replaced, CONSENTS_NEW), "disarm close finish:DESK_LINKED:c_new");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/link-flow-pinned/" path, function)
  ADD ("resolving-leaves-other-institutions-out", test_resolving_leaves_other_institutions_out);
  ADD ("resolving-takes-the-own-institution", test_resolving_takes_the_own_institution);
  ADD ("nobody-is-asked-between-institutions", test_nobody_is_asked_between_institutions);
  ADD ("every-institution-counts-if-none-is-pinned", test_every_institution_counts_if_none_is_pinned);
  ADD ("unnamed-institution-may-be-the-one", test_unnamed_institution_may_be_the_one);
  ADD ("watching-leaves-other-institutions-out", test_watching_leaves_other_institutions_out);
  ADD ("last-look-leaves-other-institutions-out", test_last_look_leaves_other_institutions_out);
  ADD ("what-the-page-names-is-confirmed", test_what_the_page_names_is_confirmed);
  ADD ("renewal-stays-at-its-institution", test_renewal_stays_at_its_institution);
#undef ADD
  return g_test_run ();
}
