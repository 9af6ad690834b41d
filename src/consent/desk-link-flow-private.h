/* desk-link-flow-private.h: what a link attempt remembers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-flow.h"
#include "desk-link-snapshot.h"

G_BEGIN_DECLS

struct _DeskLinkFlow
{
  char             *end_user_id; /* (owned) */
  DeskLinkWay       way;
  guint             timeout;     /* seconds */
  DeskLinkState     state;
  DeskLinkSession  *session;     /* (owned) (nullable) */
  DeskLinkSnapshot *snapshot;    /* (owned) (nullable) */
  DeskLinkVerdict  *claim;       /* (owned) (nullable): the success that the page reported */
  char             *last_reason; /* (owned) (nullable): of the last verdict without effect */
  guint             n_polls;
  DeskLinkStanding  standing;    /* of the claim, in the last list */
  gboolean          list_failed; /* the last list */
  gboolean          page_open;
  gboolean          framed;
  gboolean          timeout_armed;
  gboolean          asked;       /* whether to keep waiting */
  gboolean          listing;     /* a list is awaited */
  gboolean          polling;     /* a poll is awaited */
};

/* The commands of desk-link-flow-commands.c change what is remembered along with what they ask for. */
void _desk_link_flow_record          (GPtrArray             *commands,
                                      const char            *text);
void _desk_link_flow_record_detail   (GPtrArray             *commands,
                                      const char            *text,
                                      const char            *detail);
void _desk_link_flow_create_session  (GPtrArray             *commands);
void _desk_link_flow_list_consents   (DeskLinkFlow          *self,
                                      GPtrArray             *commands);
void _desk_link_flow_poll_later      (DeskLinkFlow          *self,
                                      guint                  seconds,
                                      GPtrArray             *commands);
void _desk_link_flow_open            (DeskLinkFlow          *self,
                                      const char            *uri,
                                      GPtrArray             *commands);
void _desk_link_flow_close           (DeskLinkFlow          *self,
                                      gboolean               keeps_page,
                                      GPtrArray             *commands);
void _desk_link_flow_arm_timeout     (DeskLinkFlow          *self,
                                      GPtrArray             *commands);
void _desk_link_flow_ask             (DeskLinkFlow          *self,
                                      GPtrArray             *commands);
void _desk_link_flow_finish          (DeskLinkFlow          *self,
                                      const char            *code,
                                      const DeskLinkVerdict *report,
                                      GPtrArray             *commands);
void _desk_link_flow_finish_failed   (DeskLinkFlow          *self,
                                      const DeskLinkVerdict *verdict,
                                      GPtrArray             *commands);
void _desk_link_flow_finish_linked   (DeskLinkFlow          *self,
                                      const char            *consent_id,
                                      GPtrArray             *commands);

G_END_DECLS
