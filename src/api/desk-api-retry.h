/* desk-api-retry.h: whether, when and for whom to try again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* libsoup 3.2 has no name for it. */
#define DESK_API_STATUS_TOO_MANY_REQUESTS 429

/* Tries in all, the first included. */
#define DESK_API_RETRY_MAX_TRIES 4

/* A longer `Retry-After` is not waited for, in seconds: what would be sent meanwhile fails at once. */
#define DESK_API_RETRY_MAX_WAIT 60

/* No answer keeps us away for longer, in seconds: a day. */
#define DESK_API_RETRY_MAX_HOLD (24 * 60 * 60)

/**
 * DeskApiAttempt:
 * @is_repeatable: whether the request may be sent twice: GET, DELETE and POST /token
 * @n_tries: tries made so far, this one included
 * @status: the HTTP status; 0 if the network failed
 * @retry_after: seconds that the service asks to wait; -1 if it does not
 * @base_delay: milliseconds before the second try; doubled for each one after it
 * @jitter: a random number from 0 to 1: shortens the delay by up to a half
 */
typedef struct
{
  gboolean is_repeatable;
  guint    n_tries;
  guint    status;
  gint64   retry_after;
  guint    base_delay;
  double   jitter;
} DeskApiAttempt;

/**
 * DeskApiVerdict:
 * @is_retried: whether the request is to be sent again
 * @holds_connection: whether no request at all may be sent before @delay is over
 * @delay: microseconds
 */
typedef struct
{
  gboolean is_retried;
  gboolean holds_connection;
  gint64   delay;
} DeskApiVerdict;

/**
 * desk_api_retry_decide:
 * @attempt: a try that failed
 *
 * 429, and 503 with `Retry-After`, hold the connection; another 5xx and a network failure
 * hold the request only; everything else is final (fiskil-api.md 1.6).
 */
DeskApiVerdict desk_api_retry_decide      (const DeskApiAttempt *attempt);

/**
 * desk_api_retry_parse_after:
 * @value: (nullable): a `Retry-After` header: seconds or an HTTP date
 * @date: (nullable): the answer's `Date` header, against which an HTTP date is measured;
 *   the system's time if there is none
 *
 * Returns: seconds to wait, or -1
 */
gint64         desk_api_retry_parse_after (const char           *value,
                                           const char           *date);

G_END_DECLS
