/* test-clock.c: what time it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-clock.h"

#define FIXTURE (G_GINT64_CONSTANT (1726045200) * G_USEC_PER_SEC)

static void
changed_cb (DeskClock *clock,
            guint     *count)
{
  (*count)++;
}

/* Waits until the monotonic clock has moved, which takes a microsecond or so. */
static void
let_time_pass (void)
{
  gint64 before = g_get_monotonic_time ();

  while (g_get_monotonic_time () == before)
    ;
}

static void
test_shows_the_time_of_the_system (void)
{
  g_autoptr(DeskClock) clock = desk_clock_new ();
  gint64 before = g_get_real_time ();
  gint64 now = desk_clock_get_now (clock);
  gint64 after = g_get_real_time ();

  g_assert_cmpint (before, <=, now);
  g_assert_cmpint (now, <=, after);
  g_assert_false (desk_clock_is_frozen (clock));
}

static void
test_runs_on_when_set (void)
{
  g_autoptr(DeskClock) clock = desk_clock_new ();
  gint64 first;

  desk_clock_set (clock, FIXTURE);
  first = desk_clock_get_now (clock);
  let_time_pass ();

  g_assert_cmpint (first, >=, FIXTURE);
  g_assert_cmpint (desk_clock_get_now (clock), >, first);
  g_assert_cmpint (desk_clock_get_now (clock), <, FIXTURE + G_TIME_SPAN_HOUR);
  g_assert_false (desk_clock_is_frozen (clock));
}

static void
test_stands_still_when_frozen (void)
{
  g_autoptr(DeskClock) clock = desk_clock_new ();

  desk_clock_freeze (clock, FIXTURE);
  let_time_pass ();

  g_assert_cmpint (desk_clock_get_now (clock), ==, FIXTURE);
  g_assert_true (desk_clock_is_frozen (clock));
}

static void
test_thaws_when_set (void)
{
  g_autoptr(DeskClock) clock = desk_clock_new ();

  desk_clock_freeze (clock, FIXTURE);
  desk_clock_set (clock, FIXTURE);
  let_time_pass ();

  g_assert_cmpint (desk_clock_get_now (clock), >, FIXTURE);
  g_assert_false (desk_clock_is_frozen (clock));
}

static void
test_announces_a_change (void)
{
  g_autoptr(DeskClock) clock = desk_clock_new ();
  guint count = 0;

  g_signal_connect (clock, "changed", G_CALLBACK (changed_cb), &count);
  desk_clock_set (clock, FIXTURE);
  g_assert_cmpuint (count, ==, 1);
  desk_clock_freeze (clock, FIXTURE);
  g_assert_cmpuint (count, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/shows-the-time-of-the-system", test_shows_the_time_of_the_system);
  g_test_add_func ("/clock/runs-on-when-set", test_runs_on_when_set);
  g_test_add_func ("/clock/stands-still-when-frozen", test_stands_still_when_frozen);
  g_test_add_func ("/clock/thaws-when-set", test_thaws_when_set);
  g_test_add_func ("/clock/announces-a-change", test_announces_a_change);

  return g_test_run ();
}
