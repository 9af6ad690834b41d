/* desk-link-event.h: what happens to a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-consent.h"
#include "desk-link-session.h"
#include "desk-link-verdict.h"

G_BEGIN_DECLS

/**
 * DeskLinkEventKind:
 * @DESK_LINK_EVENT_START: the attempt begins
 * @DESK_LINK_EVENT_SESSION_CREATED: carries `session`
 * @DESK_LINK_EVENT_SESSION_FAILED: may carry `message` and `error_id`
 * @DESK_LINK_EVENT_LISTENER_FAILED: may carry `message`: no session can be created for the browser, as nothing
 *   could listen for its return
 * @DESK_LINK_EVENT_CONSENTS_LISTED: carries `consents`: the answer to LIST_CONSENTS
 * @DESK_LINK_EVENT_CONSENTS_FAILED: may carry `message`: the other answer to LIST_CONSENTS
 * @DESK_LINK_EVENT_CONSENT_CHOSEN: carries `consent_id`: the answer to OFFER_CONSENTS
 * @DESK_LINK_EVENT_PAGE_LOADED: page event
 * @DESK_LINK_EVENT_PAGE_FAILED: page event; carries `failure`
 * @DESK_LINK_EVENT_FRAME_REFUSED: page event; the framed page was refused or stayed blank; may carry
 *   `uri`, the page that was refused
 * @DESK_LINK_EVENT_FRAME_BROKE_OUT: page event; the framed page took the top level by itself
 * @DESK_LINK_EVENT_TAKEN_ELSEWHERE: the address of the page was given to another device, whose result comes to nobody
 * @DESK_LINK_EVENT_VERDICT: page event; carries `verdict`
 * @DESK_LINK_EVENT_TIMEOUT: the time of ARM_TIMEOUT is over
 * @DESK_LINK_EVENT_KEEP_WAITING: the user wants to wait on
 * @DESK_LINK_EVENT_POLL_DUE: the time of POLL_LATER is over
 * @DESK_LINK_EVENT_USER_CANCELLED: the user closed the attempt
 */
typedef enum
{
  DESK_LINK_EVENT_START,
  DESK_LINK_EVENT_SESSION_CREATED,
  DESK_LINK_EVENT_SESSION_FAILED,
  DESK_LINK_EVENT_LISTENER_FAILED,
  DESK_LINK_EVENT_CONSENTS_LISTED,
  DESK_LINK_EVENT_CONSENTS_FAILED,
  DESK_LINK_EVENT_CONSENT_CHOSEN,
  DESK_LINK_EVENT_PAGE_LOADED,
  DESK_LINK_EVENT_PAGE_FAILED,
  DESK_LINK_EVENT_FRAME_REFUSED,
  DESK_LINK_EVENT_FRAME_BROKE_OUT,
  DESK_LINK_EVENT_TAKEN_ELSEWHERE,
  DESK_LINK_EVENT_VERDICT,
  DESK_LINK_EVENT_TIMEOUT,
  DESK_LINK_EVENT_KEEP_WAITING,
  DESK_LINK_EVENT_POLL_DUE,
  DESK_LINK_EVENT_USER_CANCELLED,
} DeskLinkEventKind;

/**
 * DeskLinkFailure:
 * @DESK_LINK_FAILURE_NETWORK: the page could not be loaded; a load that was only replaced
 *   or stopped by policy is no failure
 * @DESK_LINK_FAILURE_TLS: the certificate is not trusted
 * @DESK_LINK_FAILURE_CRASHED: the web process ended
 * @DESK_LINK_FAILURE_UNRESPONSIVE: the web process has been stuck for so long that it is given up
 * @DESK_LINK_FAILURE_BROWSER: the browser or the listener could not be started
 */
typedef enum
{
  DESK_LINK_FAILURE_NETWORK,
  DESK_LINK_FAILURE_TLS,
  DESK_LINK_FAILURE_CRASHED,
  DESK_LINK_FAILURE_UNRESPONSIVE,
  DESK_LINK_FAILURE_BROWSER,
} DeskLinkFailure;

/**
 * DeskLinkEvent:
 * @kind: what happened; it says which of the rest counts
 * @session_id: (nullable): page events: the auth session of the page that it happened to;
 *   those of another session's page change nothing
 * @session: (nullable): what the new session expects
 * @consents: (nullable) (element-type DeskLinkConsent): all consents that the service lists
 * @consent_id: (nullable): what the user chose
 * @verdict: (nullable): what a message or navigation means
 * @failure: what went wrong with the page
 * @uri: (nullable): the page that would not be framed
 * @message: (nullable): the error in words
 * @error_id: (nullable): the id of the service's error
 *
 * Made on the stack by whom it happens to; everything in it is borrowed.
 */
typedef struct
{
  DeskLinkEventKind      kind;
  const char            *session_id;
  const DeskLinkSession *session;
  GPtrArray             *consents;
  const char            *consent_id;
  const DeskLinkVerdict *verdict;
  DeskLinkFailure        failure;
  const char            *uri;
  const char            *message;
  const char            *error_id;
} DeskLinkEvent;

G_END_DECLS
