/* desk-consent-answer.h: whether what a server answers is a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * desk_consent_answer_check:
 * @decision: about the answer to a navigation
 *
 * WebKit drops what is no page, and calls that no failure: the earlier page, or none, goes on to be shown.
 *
 * Returns: (transfer full) (nullable): why there is nothing to show, in words: it is of a type that WebKit cannot show, or
 *   the status says that there is no content (204, 205); %NULL for a page
 */
GError *desk_consent_answer_check            (WebKitResponsePolicyDecision *decision);

/**
 * desk_consent_answer_get_error_status:
 *
 * Returns: the HTTP status of an answer that speaks of an error, with or without a page: 400 and above; 0 for any other
 */
guint   desk_consent_answer_get_error_status (WebKitResponsePolicyDecision *decision);

/* Returns: (transfer full): says that an answer of @status has no page */
GError *desk_consent_answer_new_no_page      (guint                         status);

G_END_DECLS
