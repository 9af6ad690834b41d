/* desk-link-attempt-private.h: what the files of the link attempt share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-attempt.h"
#include "desk-link-deadline.h"
#include "desk-link-flow.h"
#include "desk-link-timeline.h"
#include "desk-return-listener.h"

G_BEGIN_DECLS

struct _DeskLinkAttempt
{
  GObject               parent_instance;

  DeskContext          *context;
  DeskApiClient        *client;
  DeskEndUser          *end_user;
  char                 *institution_id; /* (nullable) */
  char                 *arrangement_id; /* (nullable): the consent that is to be renewed */
  DeskLinkWay           way;
  DeskLinkFlow         *flow;
  DeskLinkTimeline     *timeline;
  GCancellable         *cancellable;

  DeskLinkSession      *session;        /* (nullable): until it is created */
  DeskLinkSession      *session_again;  /* (nullable): of an earlier attempt, until it is taken */
  gint64                session_expires_at; /* microseconds since the epoch; 0 if it is not known */
  char                 *one_time_state;
  char                 *redirect_uri;   /* with the one-time state */
  char                 *cancel_uri;     /* with the one-time state */
  DeskReturnListener   *listener;       /* (nullable): of the browser way, while its page is open */
  guint16               listener_port;
  gboolean              dropped_message; /* one of the auth page could not be read, and was noted */
  GPtrArray            *listed;         /* (nullable) (element-type DeskConsent): the last list of the service */
  GPtrArray            *candidates;     /* (nullable) (element-type DeskConsent): while one is to be chosen */

  DeskLinkDeadline     *deadline;
  guint                 poll_source;

  DeskLinkAttemptState  state;
  const DeskOutcome    *page_failure;   /* (nullable): of a page that the attempt goes on without */
  const DeskOutcome    *outcome;        /* (nullable): until it is done */
  DeskConsent          *consent;        /* (nullable): unless it is linked */
  char                 *cause;          /* (nullable): why it ended so, where the outcome alone does not say it */
  char                 *code;           /* (nullable) */
  DeskLinkVerdict      *report;         /* (nullable): what the page or the service said in the end */
};

/* Tells the state machine what happened, and does what it commands. */
void       _desk_link_attempt_handle             (DeskLinkAttempt     *self,
                                                  const DeskLinkEvent *event);

/* The page is shown in this way from now on. */
void       _desk_link_attempt_set_way            (DeskLinkAttempt     *self,
                                                  DeskLinkWay          way);

/* Creates an auth session, or takes that of the earlier attempt, and tells the state machine. */
void       _desk_link_attempt_create_session     (DeskLinkAttempt     *self);

/**
 * _desk_link_attempt_translate_consents:
 * @consents: (element-type DeskConsent): as the service lists them
 *
 * Returns: (transfer full) (element-type DeskLinkConsent): the same for the state machine
 */
GPtrArray *_desk_link_attempt_translate_consents (GPtrArray           *consents);

G_END_DECLS
