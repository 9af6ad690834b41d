/* desk-link-attempt.h: one attempt to link an account, from "create" to "confirmed"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-context.h"
#include "desk-link-message.h"
#include "desk-link-verdict.h"
#include "desk-link-way.h"
#include "desk-outcome.h"
#include "desk-timeline-entry.h"

G_BEGIN_DECLS

/**
 * DeskLinkAttemptState:
 * @DESK_LINK_ATTEMPT_PREPARING: the snapshot and the auth session are being made
 * @DESK_LINK_ATTEMPT_OPEN: the consent page is open
 * @DESK_LINK_ATTEMPT_CHECKING: the page has ended; the Consents API is being asked
 * @DESK_LINK_ATTEMPT_CHOOSING: several consents are new; the user must say which one was just given
 * @DESK_LINK_ATTEMPT_DONE: over; the outcome is set
 */
typedef enum
{
  DESK_LINK_ATTEMPT_PREPARING,
  DESK_LINK_ATTEMPT_OPEN,
  DESK_LINK_ATTEMPT_CHECKING,
  DESK_LINK_ATTEMPT_CHOOSING,
  DESK_LINK_ATTEMPT_DONE,
} DeskLinkAttemptState;

#define DESK_TYPE_LINK_ATTEMPT (desk_link_attempt_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkAttempt, desk_link_attempt, DESK, LINK_ATTEMPT, GObject)

/**
 * desk_link_attempt_new:
 * @institution_id: (nullable): pins the institution; %NULL leaves it to the page
 *
 * Drives the state machine of the consent layer: it does what the machine commands (calls, timers, the
 * return listener) and tells the view what to open. It knows no widgets.
 *
 * Properties: `state`, `way` (changes when a framed page goes on at top level), `page-failure`, `outcome`, `consent`,
 * `seconds-left`.
 *
 * Signals: `open-page` (const char *uri, DeskLinkWay way): show this page, in a new view or in place of the
 * one that is open; `close-page`: destroy the view; nothing of it counts any more.
 */
DeskLinkAttempt      *desk_link_attempt_new              (DeskContext      *context,
                                                          DeskEndUser      *end_user,
                                                          const char       *institution_id,
                                                          DeskLinkWay       way);

/* @arrangement_id: (nullable): an active consent that the end user is asked to agree to again; before the start */
void                  desk_link_attempt_set_arrangement_id (DeskLinkAttempt *self,
                                                          const char       *arrangement_id);

/**
 * desk_link_attempt_follow:
 * @earlier: an attempt of the same end user that is over; it gives away what it knew
 *
 * Before the start: goes on where @earlier ended, as far as its outcome allows. The same session is opened again, or the
 * service is asked on for what the page reported. Where the session has expired or leads back to another place, or there is
 * none yet, a new one is created; what was given in the old one meanwhile is found before the page opens, unless it has
 * expired. What was for another institution or renewal is no help.
 */
void                  desk_link_attempt_follow           (DeskLinkAttempt  *self,
                                                          DeskLinkAttempt  *earlier);
void                  desk_link_attempt_start            (DeskLinkAttempt  *self);

/* The user closed the dialog, or pressed Cancel outside the page: LINK_USER_CANCELLED. */
void                  desk_link_attempt_cancel           (DeskLinkAttempt  *self);

/* Gives the page its time again, before or after the time-out was announced. */
void                  desk_link_attempt_keep_waiting     (DeskLinkAttempt  *self);

/* The page's address was copied, or shown as a QR code: the consents are watched, since no result comes back from there. */
void                  desk_link_attempt_taken_elsewhere  (DeskLinkAttempt  *self);

/* Whether that was done, here or in the attempt that this one goes on from. */
gboolean              desk_link_attempt_is_elsewhere     (DeskLinkAttempt  *self);

/**
 * desk_link_attempt_get_page_failure:
 *
 * Returns: (nullable): what became of the page in this window, while the attempt goes on without it because its address was
 *   taken to another device. It is notified each time; an attempt that follows opens the page again
 */
const DeskOutcome    *desk_link_attempt_get_page_failure (DeskLinkAttempt  *self);

/* (nullable) (element-type DeskConsent): what can be chosen while CHOOSING. */
GPtrArray            *desk_link_attempt_get_candidates   (DeskLinkAttempt  *self);
void                  desk_link_attempt_choose_consent   (DeskLinkAttempt  *self,
                                                          const char       *consent_id);
DeskLinkAttemptState  desk_link_attempt_get_state        (DeskLinkAttempt  *self);
DeskLinkWay           desk_link_attempt_get_way          (DeskLinkAttempt  *self);
DeskEndUser          *desk_link_attempt_get_end_user     (DeskLinkAttempt  *self);
guint                 desk_link_attempt_get_seconds_left (DeskLinkAttempt  *self);

/* (nullable): `scheme://host[:port]` of the auth page, once the session exists. */
const char           *desk_link_attempt_get_auth_origin  (DeskLinkAttempt  *self);

/* (nullable): set when DONE. */
const DeskOutcome    *desk_link_attempt_get_outcome      (DeskLinkAttempt  *self);

/* (nullable): why it ended so, in the user's language; set when DONE. */
const char           *desk_link_attempt_get_cause        (DeskLinkAttempt  *self);

/* (nullable): the confirmed consent; set only when DONE and linked. */
DeskConsent          *desk_link_attempt_get_consent      (DeskLinkAttempt  *self);

/* Microseconds since the epoch; 0 while there is no session, or if the service did not say. */
gint64                desk_link_attempt_get_session_expires_at (DeskLinkAttempt *self);

/* (nullable): what support asks for; the code is the received one. */
const char           *desk_link_attempt_get_session_id   (DeskLinkAttempt  *self);
const char           *desk_link_attempt_get_code         (DeskLinkAttempt  *self);
const char           *desk_link_attempt_get_error_id     (DeskLinkAttempt  *self);
const char           *desk_link_attempt_get_error_uri    (DeskLinkAttempt  *self);

/* (nullable): the service's own words, plain text. */
const char           *desk_link_attempt_get_message      (DeskLinkAttempt  *self);

/* Returns: (transfer none): a #GListModel of #DeskTimelineEntry */
GListModel           *desk_link_attempt_get_timeline     (DeskLinkAttempt  *self);

/* Returns: (transfer full): the timeline and the ids as text to copy, without secrets */
char                 *desk_link_attempt_dup_report       (DeskLinkAttempt  *self);

/**
 * desk_link_attempt_judge_navigation:
 * @uri: where some frame of the view wants to go
 *
 * What the view asks in decide-policy, for every frame. A result is taken in at once; the view goes on only
 * with %DESK_LINK_VERDICT_ALLOW (and ignored ones are not followed).
 *
 * Returns: whether the view may go there
 */
gboolean              desk_link_attempt_judge_navigation (DeskLinkAttempt       *self,
                                                          const char            *uri);

/**
 * desk_link_attempt_take_message:
 * @origin: of the sending page
 * @source: who sent it
 * @json: the message's data as JSON text
 */
void                  desk_link_attempt_take_message     (DeskLinkAttempt       *self,
                                                          const char            *origin,
                                                          DeskLinkMessageSource  source,
                                                          const char            *json);

/* @origin: of a page that sent what cannot be read. A result of the auth page may have been lost: that is noted, once. */
void                  desk_link_attempt_message_dropped  (DeskLinkAttempt       *self,
                                                          const char            *origin);

/* What the view saw. @uri is reduced to its host in the timeline. */
void                  desk_link_attempt_page_shown       (DeskLinkAttempt       *self,
                                                          const char            *uri);
void                  desk_link_attempt_popup_shown      (DeskLinkAttempt       *self,
                                                          const char            *uri);
void                  desk_link_attempt_load_failed      (DeskLinkAttempt       *self,
                                                          const GError          *error);
void                  desk_link_attempt_error_answered   (DeskLinkAttempt       *self,
                                                          const char            *uri,
                                                          guint                  status);
void                  desk_link_attempt_answer_dropped   (DeskLinkAttempt       *self,
                                                          const char            *uri);
void                  desk_link_attempt_tls_failed       (DeskLinkAttempt       *self,
                                                          const char            *uri);

/* @uri: (nullable): of the page that would not be framed, if it can be asked for again */
void                  desk_link_attempt_frame_refused    (DeskLinkAttempt       *self,
                                                          const char            *uri);
void                  desk_link_attempt_frame_broke_out  (DeskLinkAttempt       *self);
void                  desk_link_attempt_web_process_ended (DeskLinkAttempt      *self);
void                  desk_link_attempt_unresponsive     (DeskLinkAttempt       *self);

G_END_DECLS
