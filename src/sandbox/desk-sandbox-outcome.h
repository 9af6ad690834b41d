/* desk-sandbox-outcome.h: how an auth session ends, and who is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-screen.h"

G_BEGIN_DECLS

/**
 * DeskSandboxFailure:
 * @DESK_SANDBOX_FAILURE_INVALID: the session is unknown, expired or used
 * @DESK_SANDBOX_FAILURE_CANCELLED: cancelled on a Fiskil screen
 * @DESK_SANDBOX_FAILURE_DENIED: cancelled at the institution
 * @DESK_SANDBOX_FAILURE_UPSTREAM: the institution failed
 * @DESK_SANDBOX_FAILURE_CODE: the institution did not take the one-time code
 * @DESK_SANDBOX_FAILURE_INELIGIBLE: the end user may not share any account
 * @DESK_SANDBOX_FAILURE_TIMEOUT: the institution's pages were left open
 * @DESK_SANDBOX_FAILURE_CONSUMER_DATA: the institution failed, in the name of older releases
 * @DESK_SANDBOX_FAILURE_LINK_INVALID: the session is not valid, in the name of the Link SDK
 * @DESK_SANDBOX_FAILURE_NOT_FOUND: the session is not valid, in a name of older releases
 * @DESK_SANDBOX_FAILURE_TERMINAL: the session is not valid, in a name of older releases
 * @DESK_SANDBOX_FAILURE_INTERNAL: an error without a type
 *
 * The ends without a consent (fiskil-api.md 3.5).
 */
typedef enum
{
  DESK_SANDBOX_FAILURE_INVALID,
  DESK_SANDBOX_FAILURE_CANCELLED,
  DESK_SANDBOX_FAILURE_DENIED,
  DESK_SANDBOX_FAILURE_UPSTREAM,
  DESK_SANDBOX_FAILURE_CODE,
  DESK_SANDBOX_FAILURE_INELIGIBLE,
  DESK_SANDBOX_FAILURE_TIMEOUT,
  DESK_SANDBOX_FAILURE_CONSUMER_DATA,
  DESK_SANDBOX_FAILURE_LINK_INVALID,
  DESK_SANDBOX_FAILURE_NOT_FOUND,
  DESK_SANDBOX_FAILURE_TERMINAL,
  DESK_SANDBOX_FAILURE_INTERNAL,
} DeskSandboxFailure;

/**
 * desk_sandbox_outcome_reply_completed:
 * @screen: of the session, which has just been completed
 *
 * Answers at top level with the redirect to the session's `redirect_uri`, its query kept and
 * `session_id` and `consent_id` appended; framed, or without a `redirect_uri`, with the page that
 * posts the message (fiskil-api.md 3.4 and 3.6).
 */
void desk_sandbox_outcome_reply_completed (DeskSandboxScreen  *screen,
                                           DeskSandboxSession *session,
                                           const char         *consent_id);

/**
 * desk_sandbox_outcome_reply_failed:
 *
 * Answers as above with the failure and the session's `cancel_uri`, or `/cancel` of
 * the auth origin if it has none.
 */
void desk_sandbox_outcome_reply_failed    (DeskSandboxScreen  *screen,
                                           DeskSandboxSession *session,
                                           DeskSandboxFailure  failure);

/**
 * desk_sandbox_outcome_reply_invalid:
 *
 * Answers with the page for a session that cannot be used.
 */
void desk_sandbox_outcome_reply_invalid   (DeskSandboxScreen  *screen);

/**
 * desk_sandbox_outcome_reply_cancel_page:
 *
 * Answers a request for `/cancel` of the auth origin: the failure that its query tells.
 */
void desk_sandbox_outcome_reply_cancel_page (DeskSandboxScreen *screen);

G_END_DECLS
