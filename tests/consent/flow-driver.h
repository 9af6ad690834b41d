/* flow-driver.h: sends events to a link attempt and writes its commands down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-flow.h"

G_BEGIN_DECLS

#define FLOW_DRIVER_END_USER "eu_1"
#define FLOW_DRIVER_INSTITUTION "88888"
#define FLOW_DRIVER_SESSION "sess"
#define FLOW_DRIVER_OTHER_SESSION "earlier"
#define FLOW_DRIVER_AUTH_URL "https://auth.fiskil.com?sess_id=sess"

/* Consents as the service lists them: the one that was there before, and what came of it. */
typedef enum
{
  CONSENTS_BEFORE,
  CONSENTS_NEW,
  CONSENTS_TWO_NEW,
  CONSENTS_RENEWED,
  CONSENTS_NEW_ENDED,
  CONSENTS_NEW_FOREIGN,
  CONSENTS_NEW_ELSEWHERE,     /* of another institution */
  CONSENTS_NEW_SOMEWHERE,     /* of an institution that is not told */
  CONSENTS_NEW_AND_ELSEWHERE,
  CONSENTS_RENEWED_AND_NEW,
} FlowDriverConsents;

/**
 * flow_driver_send:
 *
 * Returns: (transfer full): the commands as words, without the lines of the timeline:
 *   "arm:540 poll:1 finish:DESK_LINKED:c_new"
 */
char *flow_driver_send          (DeskLinkFlow        *flow,
                                 const DeskLinkEvent *event);
char *flow_driver_send_kind     (DeskLinkFlow        *flow,
                                 DeskLinkEventKind    kind);
char *flow_driver_send_session  (DeskLinkFlow        *flow,
                                 const char          *auth_url);
char *flow_driver_send_consents (DeskLinkFlow        *flow,
                                 FlowDriverConsents   consents);

/* Returns: (transfer full) (nullable): the cause of the end to which such a list leads, without the commands */
char *flow_driver_dup_cause     (DeskLinkFlow        *flow,
                                 FlowDriverConsents   consents);
char *flow_driver_send_verdict  (DeskLinkFlow        *flow,
                                 DeskLinkVerdictKind  kind,
                                 const char          *detail);

/* A message of success that names no consent. */
char *flow_driver_send_unnamed_success (DeskLinkFlow     *flow);

/* What looks like a result, and is none for this attempt. */
char *flow_driver_send_ignored_result (DeskLinkFlow      *flow);
char *flow_driver_send_failure  (DeskLinkFlow        *flow,
                                 DeskLinkFailure      failure);

/* The same of a page that belongs to another session. */
char *flow_driver_send_other_verdict (DeskLinkFlow        *flow,
                                      DeskLinkVerdictKind  kind,
                                      const char          *detail);
char *flow_driver_send_other_failure (DeskLinkFlow        *flow,
                                      DeskLinkFailure      failure);
char *flow_driver_send_choice   (DeskLinkFlow        *flow,
                                 const char          *consent_id);

/* Returns: (transfer full): an attempt that has its session and awaits the list of consents */
DeskLinkFlow *flow_driver_new_started    (DeskLinkWay  way);

/* Returns: (transfer full): an attempt whose page is shown at top level */
DeskLinkFlow *flow_driver_new_waiting    (void);

/* Returns: (transfer full): an attempt whose page is on its way in a frame */
DeskLinkFlow *flow_driver_new_framed     (void);

/* Returns: (transfer full): an attempt whose page reported success; with a consent id, or %NULL */
DeskLinkFlow *flow_driver_new_confirming (const char  *consent_id);

/* Each step is one expression of the driver, and the words that it must answer with. */
#define expect(step, words) \
  G_STMT_START \
    { \
      g_autofree char *_answer = (step); \
      g_assert_cmpstr (_answer, ==, (words)); \
    } \
  G_STMT_END

G_END_DECLS
