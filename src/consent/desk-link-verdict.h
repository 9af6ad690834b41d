/* desk-link-verdict.h: what a message or a navigation means for the attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-query.h"

G_BEGIN_DECLS

/**
 * DeskLinkVerdictKind:
 * @DESK_LINK_VERDICT_COMPLETED: the page says that consent was given. A claim: only the
 *   Consents API makes it a link
 * @DESK_LINK_VERDICT_FAILED: the attempt is over without a consent
 * @DESK_LINK_VERDICT_IGNORED: not for this attempt; a navigation is stopped
 * @DESK_LINK_VERDICT_ALLOW: a navigation that goes on
 * @DESK_LINK_VERDICT_DENY: a navigation that is stopped
 */
typedef enum
{
  DESK_LINK_VERDICT_COMPLETED,
  DESK_LINK_VERDICT_FAILED,
  DESK_LINK_VERDICT_IGNORED,
  DESK_LINK_VERDICT_ALLOW,
  DESK_LINK_VERDICT_DENY,
} DeskLinkVerdictKind;

/**
 * DeskLinkVerdict:
 * @kind: what it means
 * @consent_id: (nullable): completed: the id that the page named
 * @redirect_url: (nullable): completed: the address to go to; recorded, never followed
 * @code: (nullable): failed: the error type as received, else `LINK_INTERNAL_ERROR`
 * @message: (nullable): failed: the short error
 * @description: (nullable): failed: the error in words
 * @error_id: (nullable): failed: the id that support asks for
 * @error_uri: (nullable): failed: where the error is explained
 * @reason: (nullable): ignored and deny: why, in the user's language
 * @origin: (nullable): ignored: the web origin that it came from or led to; never more of an address
 * @is_unnamed_success: failed: it reports success and names no consent; the consent may exist all the same
 * @names_result: ignored: whether it looks like a result all the same, so that the service is worth asking
 *
 * All text but @reason and @origin comes from outside, at any length.
 */
typedef struct
{
  DeskLinkVerdictKind kind;
  char               *consent_id;
  char               *redirect_url;
  char               *code;
  char               *message;
  char               *description;
  char               *error_id;
  char               *error_uri;
  char               *reason;
  char               *origin;
  gboolean            is_unnamed_success;
  gboolean            names_result;
} DeskLinkVerdict;

/**
 * desk_link_verdict_new:
 * @reason: (nullable): why, for ignored and deny
 */
DeskLinkVerdict *desk_link_verdict_new            (DeskLinkVerdictKind    kind,
                                                   const char            *reason);

/**
 * desk_link_verdict_new_completed:
 * @consent_id: (nullable): the id that the page named
 */
DeskLinkVerdict *desk_link_verdict_new_completed  (const char            *consent_id);

/**
 * desk_link_verdict_new_failed:
 * @query: the parameters that name the error (fiskil-api.md 3.4)
 * @fallback_code: the code if there is no `error_type`
 */
DeskLinkVerdict *desk_link_verdict_new_failed     (const DeskLinkQuery   *query,
                                                   const char            *fallback_code);

/**
 * desk_link_verdict_is_error_query:
 *
 * Returns: whether any of the five error parameters of fiskil-api.md 3.4 carries a value
 */
gboolean         desk_link_verdict_is_error_query (const DeskLinkQuery   *query);
DeskLinkVerdict *desk_link_verdict_copy           (const DeskLinkVerdict *self);
void             desk_link_verdict_free           (DeskLinkVerdict       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkVerdict, desk_link_verdict_free)

G_END_DECLS
