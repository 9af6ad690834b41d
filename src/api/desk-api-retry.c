/* desk-api-retry.c: whether, when and for whom to try again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-retry.h"

#include <libsoup/soup.h>

static gint64
back_off (const DeskApiAttempt *attempt)
{
  guint doublings = CLAMP (attempt->n_tries, 1, DESK_API_RETRY_MAX_TRIES) - 1;
  gint64 delay = (gint64) attempt->base_delay * G_TIME_SPAN_MILLISECOND << doublings;

  return delay - (gint64) (delay / 2 * CLAMP (attempt->jitter, 0, 1));
}

DeskApiVerdict
desk_api_retry_decide (const DeskApiAttempt *attempt)
{
  DeskApiVerdict verdict = { FALSE, FALSE, 0 };
  gboolean is_busy = attempt->status == DESK_API_STATUS_TOO_MANY_REQUESTS;
  gboolean is_down = attempt->status == SOUP_STATUS_SERVICE_UNAVAILABLE;
  gboolean is_told = (is_busy || is_down) && attempt->retry_after >= 0;

  if (attempt->status != 0 && !is_busy && attempt->status < 500)
    return verdict;

  verdict.is_retried = attempt->is_repeatable && attempt->n_tries < DESK_API_RETRY_MAX_TRIES
                       && !(is_told && attempt->retry_after > DESK_API_RETRY_MAX_WAIT);
  verdict.holds_connection = is_busy || is_told;
  verdict.delay = is_told ? MIN (attempt->retry_after, DESK_API_RETRY_MAX_HOLD) * G_TIME_SPAN_SECOND
                          : back_off (attempt);

  return verdict;
}

static gint64
to_unix (const char *http_date)
{
  g_autoptr(GDateTime) date_time = NULL;

  if (http_date != NULL)
    date_time = soup_date_time_new_from_http_string (http_date);

  return date_time != NULL ? g_date_time_to_unix (date_time) : -1;
}

gint64
desk_api_retry_parse_after (const char *value,
                            const char *date)
{
  g_autoptr(GError) error = NULL;
  guint64 seconds;
  gint64 until;
  gint64 now;

  if (value == NULL)
    return -1;

  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &seconds, &error))
    return (gint64) seconds;
  if (g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
    return G_MAXINT64;

  until = to_unix (value);
  if (until < 0)
    return -1;

  now = to_unix (date);
  if (now < 0)
    now = g_get_real_time () / G_USEC_PER_SEC;

  return MAX (until - now, 0);
}
