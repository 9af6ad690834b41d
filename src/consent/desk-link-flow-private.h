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
  char             *institution_id; /* (owned) (nullable): pinned */
  char             *arrangement_id; /* (owned) (nullable): to be renewed */
  DeskLinkWay       way;
  guint             timeout;     /* seconds */
  DeskLinkState     state;
  DeskLinkSession  *session;     /* (owned) (nullable) */
  DeskLinkSnapshot *snapshot;    /* (owned) (nullable) */
  DeskLinkVerdict  *claim;       /* (owned) (nullable): the success that the page reported */
  const DeskOutcome *ending;     /* (nullable): as which it ends, while LOOKING, unless it was finished */
  DeskLinkVerdict  *failure;     /* (owned) (nullable): what the page reported of it */
  GPtrArray        *candidates;  /* (owned) (nullable) (element-type utf8): while one is to be chosen */
  GHashTable       *reasons;     /* (owned) (element-type utf8): of verdicts without effect that this page had noted */
  guint             n_polls;
  DeskLinkStanding  standing;    /* of the claim, in the last list */
  gboolean          list_failed; /* the last list */
  gboolean          is_old;      /* the claim is a consent that was there before, and has not changed */
  gboolean          elsewhere;   /* the page's address was taken to another device */
  gboolean          page_open;   /* in a view, or in the browser with a way back */
  gboolean          framed;
  gboolean          timeout_armed;
  gboolean          asked;       /* whether to keep waiting */
  gboolean          listing;     /* a list is awaited */
  gboolean          stale_list;  /* the list that is awaited was asked for before the failure */
  gboolean          polling;     /* a poll is awaited */
  gboolean          has_sighted; /* a new consent is there that the open page has not reported */
  DeskOutcomeRetry  retry;       /* once it is over */
};

gboolean _desk_link_flow_shows_page      (const DeskLinkFlow    *self);

/* Opens the page as soon as the session and the snapshot are there. */
void _desk_link_flow_open_when_ready     (DeskLinkFlow          *self,
                                          GPtrArray             *commands);

/* Looks at the consents again and again while the page is open: its result may come to nobody. */
void _desk_link_flow_watch               (DeskLinkFlow          *self,
                                          GPtrArray             *commands);

/* Asks the service for what the page claims. */
void _desk_link_flow_check               (DeskLinkFlow          *self,
                                          GPtrArray             *commands);

/* Before what has ended counts as a failure, which the page may have reported: it may have been finished on another device,
 * or its result was lost. */
void _desk_link_flow_look_first          (DeskLinkFlow          *self,
                                          const DeskOutcome     *ending,
                                          const DeskLinkVerdict *failure,
                                          GPtrArray             *commands);

/* What a list of consents, or the lack of one, means. */
void _desk_link_flow_consents_listed     (DeskLinkFlow          *self,
                                          const DeskLinkEvent   *event,
                                          GPtrArray             *commands);
void _desk_link_flow_consents_failed     (DeskLinkFlow          *self,
                                          const DeskLinkEvent   *event,
                                          GPtrArray             *commands);
void _desk_link_flow_consent_chosen      (DeskLinkFlow          *self,
                                          const DeskLinkEvent   *event,
                                          GPtrArray             *commands);

/* The commands of desk-link-flow-commands.c change what is remembered along with what they ask for. */
void _desk_link_flow_record          (GPtrArray             *commands,
                                      const char            *text);
void _desk_link_flow_record_detail   (GPtrArray             *commands,
                                      const char            *text,
                                      const char            *detail);
void _desk_link_flow_note            (GPtrArray             *commands,
                                      const char            *text,
                                      const char            *detail);
void _desk_link_flow_create_session  (GPtrArray             *commands);
void _desk_link_flow_list_consents   (DeskLinkFlow          *self,
                                      GPtrArray             *commands);
void _desk_link_flow_offer           (GPtrArray             *candidates,
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
void _desk_link_flow_tell_page_failed (DeskLinkFlow          *self,
                                      const DeskOutcome     *failure,
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
void _desk_link_flow_finish_looking  (DeskLinkFlow          *self,
                                      GPtrArray             *commands);
void _desk_link_flow_finish_linked   (DeskLinkFlow          *self,
                                      const char            *consent_id,
                                      GPtrArray             *commands);

/* Says why it was finished so, where the outcome alone does not; right after it was. */
void _desk_link_flow_explain         (GPtrArray             *commands,
                                      const char            *cause);

G_END_DECLS
