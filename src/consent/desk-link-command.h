/* desk-link-command.h: what a link attempt wants done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-verdict.h"
#include "desk-outcome.h"

G_BEGIN_DECLS

/**
 * DeskLinkCommandKind:
 * @DESK_LINK_COMMAND_CREATE_SESSION: create an auth session, or take the one that is tried again; answer
 *   with SESSION_CREATED or SESSION_FAILED
 * @DESK_LINK_COMMAND_LIST_CONSENTS: list the end user's consents, ended ones included; answer
 *   once, with CONSENTS_LISTED or CONSENTS_FAILED
 * @DESK_LINK_COMMAND_OPEN_TOP_LEVEL: open `uri` at top level; in the same view if one is open, so that
 *   its cookies are kept
 * @DESK_LINK_COMMAND_OPEN_EMBEDDED: open the host page with `uri` in its frame
 * @DESK_LINK_COMMAND_OPEN_BROWSER: open `uri` in the system's browser, and listen
 * @DESK_LINK_COMMAND_CLOSE_PAGE: close the view, or stop to listen
 * @DESK_LINK_COMMAND_TELL_PAGE_FAILED: tell the user that the page here has failed, as `outcome` says, and that the attempt
 *   goes on without it: it can be finished on the other device. What was open in a view was closed
 * @DESK_LINK_COMMAND_ARM_TIMEOUT: send TIMEOUT after `seconds`; replaces an earlier one
 * @DESK_LINK_COMMAND_DISARM_TIMEOUT: send no TIMEOUT
 * @DESK_LINK_COMMAND_ASK_KEEP_WAITING: offer to wait on: in `seconds` the attempt ends
 * @DESK_LINK_COMMAND_POLL_LATER: send POLL_DUE after `seconds`; replaces an earlier one
 * @DESK_LINK_COMMAND_OFFER_CONSENTS: let the user choose one of `candidates`; answer with CONSENT_CHOSEN
 * @DESK_LINK_COMMAND_RECORD: add `text` and `detail` to the timeline, as the step that is under way now
 * @DESK_LINK_COMMAND_NOTE: add them as something that happened beside that step
 * @DESK_LINK_COMMAND_FINISH: the attempt is over: `outcome`, `cause`, `code`, `consent_id`, `verdict`. Drop what is
 *   still under way (a listing, a poll); no command follows
 */
typedef enum
{
  DESK_LINK_COMMAND_CREATE_SESSION,
  DESK_LINK_COMMAND_LIST_CONSENTS,
  DESK_LINK_COMMAND_OPEN_TOP_LEVEL,
  DESK_LINK_COMMAND_OPEN_EMBEDDED,
  DESK_LINK_COMMAND_OPEN_BROWSER,
  DESK_LINK_COMMAND_CLOSE_PAGE,
  DESK_LINK_COMMAND_TELL_PAGE_FAILED,
  DESK_LINK_COMMAND_ARM_TIMEOUT,
  DESK_LINK_COMMAND_DISARM_TIMEOUT,
  DESK_LINK_COMMAND_ASK_KEEP_WAITING,
  DESK_LINK_COMMAND_POLL_LATER,
  DESK_LINK_COMMAND_OFFER_CONSENTS,
  DESK_LINK_COMMAND_RECORD,
  DESK_LINK_COMMAND_NOTE,
  DESK_LINK_COMMAND_FINISH,
} DeskLinkCommandKind;

/**
 * DeskLinkCommand:
 * @kind: what to do; it says which of the rest is set
 * @uri: (nullable): the page to open
 * @seconds: how long
 * @text: (nullable): a line of the timeline, in the user's language
 * @detail: (nullable): what a page or the service said about it, shortened
 * @outcome: (nullable): how the attempt ended, or how it would have, were the page not open elsewhere
 * @cause: (nullable): why it ended so this time, in the user's language; %NULL leaves it to @outcome
 * @code: (nullable): the code that was received, which @outcome may not know, else that of @outcome
 * @consent_id: (nullable): the confirmed consent; set if and only if the account is linked
 * @candidates: (nullable) (element-type utf8): ids of consents, any of which the page may have meant
 * @verdict: (nullable): what the page reported in the end: error id, address and words
 */
typedef struct
{
  DeskLinkCommandKind  kind;
  char                *uri;
  guint                seconds;
  char                *text;
  char                *detail;
  const DeskOutcome   *outcome;
  char                *cause;
  char                *code;
  char                *consent_id;
  GPtrArray           *candidates;
  DeskLinkVerdict     *verdict;
} DeskLinkCommand;

/**
 * desk_link_command_new:
 *
 * Returns: (transfer full): a command that has only its kind
 */
DeskLinkCommand *desk_link_command_new  (DeskLinkCommandKind  kind);
void             desk_link_command_free (DeskLinkCommand     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkCommand, desk_link_command_free)

G_END_DECLS
