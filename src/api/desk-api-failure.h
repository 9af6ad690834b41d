/* desk-api-failure.h: turns bad answers and broken exchanges into errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-answer.h"
#include "desk-api-error.h"
#include "desk-redactor.h"

G_BEGIN_DECLS

/**
 * desk_api_failure_new_from_answer:
 * @answer: any answer but 2xx; its body may hold either envelope of fiskil-api.md 1.6, the CDR
 *   `errors[]` form, HTML or nothing
 * @redactor: (nullable): applied to the service's words
 * @is_repeatable: whether the request may be sent twice; if not, a gateway's 504 leaves it uncertain
 *   whether the service has carried it out
 *
 * Returns: (transfer full): an error of #DESK_API_ERROR
 */
GError *desk_api_failure_new_from_answer    (const DeskApiAnswer *answer,
                                             DeskRedactor        *redactor,
                                             gboolean             is_repeatable);

/**
 * desk_api_failure_new_from_transport:
 * @cause: why there is no answer
 * @is_uncertain: whether the service may have carried the request out all the same
 *
 * A connection that was cut is no matter of certificates, whichever layer noticed it first.
 *
 * Returns: (transfer full): an error of #DESK_API_ERROR; a cancellation, and what is of that domain
 *   already, is copied as it is
 */
GError *desk_api_failure_new_from_transport (const GError        *cause,
                                             gboolean             is_uncertain);

/**
 * desk_api_failure_new_bad_data:
 * @detail: (nullable): a sentence that says what is wrong, without any of the content
 *
 * Returns: (transfer full): %DESK_API_ERROR_BAD_DATA
 */
GError *desk_api_failure_new_bad_data       (guint                status,
                                             const char          *detail);

/**
 * desk_api_failure_new_held:
 * @seconds: how long the service still wants to be left alone; a day at most
 *
 * Returns: (transfer full): %DESK_API_ERROR_UNAVAILABLE of a request that was not sent for this reason
 */
GError *desk_api_failure_new_held           (gint64               seconds);

G_END_DECLS
