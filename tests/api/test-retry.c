/* test-retry.c: whether, when and for whom to try again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-retry.h"
#include "desk-api-wait.h"
#include "desk-await.h"

#define SECOND G_TIME_SPAN_SECOND
#define MILLISECOND G_TIME_SPAN_MILLISECOND

static DeskApiVerdict
decide (guint  status,
        guint  n_tries,
        gint64 retry_after)
{
  DeskApiAttempt attempt = {
    .is_repeatable = TRUE, .n_tries = n_tries, .status = status,
    .retry_after = retry_after, .base_delay = 500, .jitter = 0,
  };

  return desk_api_retry_decide (&attempt);
}

static void
test_doubles_delay_of_request (void)
{
  static const guint statuses[] = { 0, 500, 502, 503, 504 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      for (guint n_tries = 1; n_tries < DESK_API_RETRY_MAX_TRIES; n_tries++)
        {
          DeskApiVerdict verdict = decide (statuses[i], n_tries, -1);

          g_assert_true (verdict.is_retried);
          g_assert_false (verdict.holds_connection);
          g_assert_cmpint (verdict.delay, ==, (250 << n_tries) * MILLISECOND);
        }
    }
}

static void
test_jitter_takes_up_to_a_half (void)
{
  DeskApiAttempt attempt = {
    .is_repeatable = TRUE, .n_tries = 1, .status = 500, .retry_after = -1, .base_delay = 500, .jitter = 1,
  };

  g_assert_cmpint (desk_api_retry_decide (&attempt).delay, ==, 250 * MILLISECOND);
  attempt.jitter = 0.5;
  g_assert_cmpint (desk_api_retry_decide (&attempt).delay, ==, 375 * MILLISECOND);
}

static void
test_holds_connection_when_busy (void)
{
  DeskApiVerdict verdict = decide (429, 1, -1);

  g_assert_true (verdict.is_retried);
  g_assert_true (verdict.holds_connection);
  g_assert_cmpint (verdict.delay, ==, 500 * MILLISECOND);
}

static void
test_holds_connection_as_long_as_told (void)
{
  static const guint statuses[] = { 429, 503 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      DeskApiVerdict verdict = decide (statuses[i], 1, 60);

      g_assert_true (verdict.is_retried);
      g_assert_true (verdict.holds_connection);
      g_assert_cmpint (verdict.delay, ==, 60 * SECOND);
    }
}

static void
test_does_not_wait_too_long (void)
{
  DeskApiVerdict verdict = decide (429, 1, 61);

  g_assert_false (verdict.is_retried);
  g_assert_true (verdict.holds_connection);
  g_assert_cmpint (verdict.delay, ==, 61 * SECOND);
}

static void
test_holds_connection_for_a_day_at_most (void)
{
  g_assert_cmpint (decide (429, 1, G_MAXINT64).delay, ==, 24 * 60 * 60 * SECOND);
}

static void
test_other_statuses_are_final (void)
{
  static const guint statuses[] = { 301, 400, 401, 403, 404, 409, 418 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_assert_false (decide (statuses[i], 1, 1).is_retried);
      g_assert_false (decide (statuses[i], 1, 1).holds_connection);
    }
}

static void
test_gives_up_after_last_try (void)
{
  g_assert_false (decide (500, DESK_API_RETRY_MAX_TRIES, -1).is_retried);
  g_assert_false (decide (429, DESK_API_RETRY_MAX_TRIES, 1).is_retried);
  g_assert_true (decide (429, DESK_API_RETRY_MAX_TRIES, 1).holds_connection);
}

static void
test_never_repeats_what_is_not_repeatable (void)
{
  DeskApiAttempt attempt = {
    .is_repeatable = FALSE, .n_tries = 1, .status = 429, .retry_after = 2, .base_delay = 500,
  };

  g_assert_false (desk_api_retry_decide (&attempt).is_retried);
  g_assert_true (desk_api_retry_decide (&attempt).holds_connection);
  attempt.status = 0;
  g_assert_false (desk_api_retry_decide (&attempt).is_retried);
}

static void
test_reads_seconds (void)
{
  g_assert_cmpint (desk_api_retry_parse_after ("0", NULL), ==, 0);
  g_assert_cmpint (desk_api_retry_parse_after ("120", NULL), ==, 120);
  g_assert_cmpint (desk_api_retry_parse_after ("99999999999999999999999", NULL), ==, G_MAXINT64);
}

static void
test_reads_date (void)
{
  g_assert_cmpint (desk_api_retry_parse_after ("Wed, 21 Oct 2015 07:28:30 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"), ==, 30);
  g_assert_cmpint (desk_api_retry_parse_after ("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:30 GMT"), ==, 0);
  g_assert_cmpint (desk_api_retry_parse_after ("Wed, 21 Oct 2015 07:28:00 GMT", NULL), ==, 0);
  g_assert_cmpint (desk_api_retry_parse_after ("Wed, 21 Oct 2195 07:28:00 GMT", NULL), >, 60);
}

static void
test_ignores_what_is_neither (void)
{
  g_assert_cmpint (desk_api_retry_parse_after (NULL, NULL), ==, -1);
  g_assert_cmpint (desk_api_retry_parse_after ("", NULL), ==, -1);
  g_assert_cmpint (desk_api_retry_parse_after ("-5", NULL), ==, -1);
  g_assert_cmpint (desk_api_retry_parse_after ("soon", NULL), ==, -1);
}

static void
test_waits_until_instant (void)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 until = g_get_monotonic_time () + 20 * MILLISECOND;
  GAsyncResult *slot = NULL;

  desk_api_wait_async (until, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  g_assert_true (desk_api_wait_finish (result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time (), >=, until);
}

static void
test_wait_can_be_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_api_wait_async (g_get_monotonic_time () + 3600 * SECOND, cancellable, desk_await_keep, &slot);
  desk_await_idle ();
  g_assert_null (slot);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);

  g_assert_false (desk_api_wait_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/doubles-delay-of-request", test_doubles_delay_of_request);
  g_test_add_func ("/retry/jitter-takes-up-to-a-half", test_jitter_takes_up_to_a_half);
  g_test_add_func ("/retry/holds-connection-when-busy", test_holds_connection_when_busy);
  g_test_add_func ("/retry/holds-connection-as-long-as-told", test_holds_connection_as_long_as_told);
  g_test_add_func ("/retry/does-not-wait-too-long", test_does_not_wait_too_long);
  g_test_add_func ("/retry/holds-connection-for-a-day-at-most", test_holds_connection_for_a_day_at_most);
  g_test_add_func ("/retry/other-statuses-are-final", test_other_statuses_are_final);
  g_test_add_func ("/retry/gives-up-after-last-try", test_gives_up_after_last_try);
  g_test_add_func ("/retry/never-repeats-what-is-not-repeatable", test_never_repeats_what_is_not_repeatable);
  g_test_add_func ("/retry/after/reads-seconds", test_reads_seconds);
  g_test_add_func ("/retry/after/reads-date", test_reads_date);
  g_test_add_func ("/retry/after/ignores-what-is-neither", test_ignores_what_is_neither);
  g_test_add_func ("/retry/wait/until-instant", test_waits_until_instant);
  g_test_add_func ("/retry/wait/can-be-cancelled", test_wait_can_be_cancelled);

  return g_test_run ();
}
