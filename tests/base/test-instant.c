/* test-instant.c: points in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-instant.h"

#define SECOND G_TIME_SPAN_SECOND

/* 2024-09-11T09:00:00Z, by `date -u +%s`. */
#define FIXTURE (G_GINT64_CONSTANT (1726045200) * SECOND)

static void
assert_instant (const char *text,
                gint64      expected)
{
  g_autoptr(GError) error = NULL;
  gint64 instant = -1;

  g_assert_true (desk_instant_parse (text, &instant, &error));
  g_assert_no_error (error);
  g_assert_cmpint (instant, ==, expected);
}

static void
assert_refused (const char    *text,
                DeskTimeError  code)
{
  g_autoptr(GError) error = NULL;
  gint64 instant = 42;

  g_assert_false (desk_instant_parse (text, &instant, &error));
  g_assert_error (error, DESK_TIME_ERROR, (int) code);
  g_assert_cmpint (instant, ==, 42);
}

static void
assert_format (gint64      instant,
               const char *expected)
{
  g_autofree char *text = desk_instant_format (instant);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_day (gint64      instant,
            GTimeZone  *zone,
            guint       year,
            guint       month,
            guint       day)
{
  GDate date;

  desk_instant_to_date (instant, zone, &date);
  g_assert_cmpuint (g_date_get_year (&date), ==, year);
  g_assert_cmpuint (g_date_get_month (&date), ==, month);
  g_assert_cmpuint (g_date_get_day (&date), ==, day);
}

static void
test_reads_utc (void)
{
  assert_instant ("2024-09-11T09:00:00Z", FIXTURE);
  assert_instant ("2024-09-11t09:00:00z", FIXTURE);
  assert_instant ("1970-01-01T00:00:00Z", 0);
  assert_instant ("1969-12-31T23:59:59.5Z", -SECOND / 2);
}

static void
test_reads_offsets (void)
{
  assert_instant ("2024-09-11T19:00:00+10:00", FIXTURE);
  assert_instant ("2024-09-11T05:30:00-03:30", FIXTURE);
  assert_instant ("2024-09-11T09:00:00+0000", FIXTURE);
  assert_instant ("2024-09-11T20:00:00+1100", FIXTURE);
}

static void
test_reads_any_number_of_fraction_digits (void)
{
  assert_instant ("2024-09-11T09:00:00.1Z", FIXTURE + 100000);
  assert_instant ("2024-09-11T09:00:00.048Z", FIXTURE + 48000);
  assert_instant ("2024-09-11T09:00:00.123456Z", FIXTURE + 123456);
  assert_instant ("2024-09-11T09:00:00.12345678901234567890Z", FIXTURE + 123456);
}

static void
test_reads_a_leap_second (void)
{
  assert_instant ("2016-12-31T23:59:60Z", G_GINT64_CONSTANT (1483228800) * SECOND);
}

static void
test_refuses_other_forms (void)
{
  const char *const texts[] = {
    "", "2024-09-11", "2024-09-11T09:00Z", "2024-09-11T09:00:00", "2024-09-11 09:00:00Z", "2024-09-11T09:00:00.Z",
    "2024-09-11T09:00:00Zx", "2024-09-11T09:00:00+10", "2024-09-11T09:00:00+10:0", "2024-9-11T09:00:00Z",
    "T05:30:00", "11/09/2024",
    "2024-09-11T", "2024-09-11T09:00:00+", "now",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], DESK_TIME_ERROR_SYNTAX);
}

static void
test_refuses_what_does_not_exist (void)
{
  const char *const texts[] = {
    "2024-13-01T00:00:00Z", "2023-02-29T00:00:00Z", "2024-00-10T00:00:00Z", "0000-01-01T00:00:00Z",
    "2024-09-11T24:00:00Z",
    "2024-09-11T09:60:00Z", "2024-09-11T09:00:61Z", "2024-09-11T09:00:00+24:00", "2024-09-11T09:00:00+10:60",
    "0001-01-01T00:00:00+10:00", "9999-12-31T23:59:59-10:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], DESK_TIME_ERROR_RANGE);
}

static void
test_formats_in_utc (void)
{
  assert_format (FIXTURE, "2024-09-11T09:00:00Z");
  assert_format (FIXTURE + 48000, "2024-09-11T09:00:00.048Z");
  assert_format (FIXTURE + 999, "2024-09-11T09:00:00Z");
  assert_format (-1000, "1969-12-31T23:59:59.999Z");
}

static void
test_formats_the_ends_of_the_calendar (void)
{
  gint64 first;
  gint64 last;

  g_assert_true (desk_instant_parse ("0001-01-01T00:00:00Z", &first, NULL));
  g_assert_true (desk_instant_parse ("9999-12-31T23:59:59Z", &last, NULL));
  assert_format (first, "0001-01-01T00:00:00Z");
  assert_format (last, "9999-12-31T23:59:59Z");
  assert_format (last + SECOND, "9999-12-31T23:59:59Z");
}

static void
test_day_depends_on_the_zone (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) aest = g_time_zone_new_offset (10 * 3600);

  assert_day (FIXTURE + 6 * G_TIME_SPAN_HOUR, utc, 2024, 9, 11);
  assert_day (FIXTURE + 6 * G_TIME_SPAN_HOUR, aest, 2024, 9, 12);
  assert_day (-1, utc, 1969, 12, 31);
}

static void
test_day_at_the_ends_of_the_calendar (void)
{
  g_autoptr(GTimeZone) aest = g_time_zone_new_offset (10 * 3600);
  g_autoptr(GTimeZone) west = g_time_zone_new_offset (-10 * 3600);

  assert_day (G_MAXINT64, aest, 9999, 12, 31);
  assert_day (G_MININT64, west, 1, 1, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instant/reads-utc", test_reads_utc);
  g_test_add_func ("/instant/reads-offsets", test_reads_offsets);
  g_test_add_func ("/instant/reads-any-number-of-fraction-digits", test_reads_any_number_of_fraction_digits);
  g_test_add_func ("/instant/reads-a-leap-second", test_reads_a_leap_second);
  g_test_add_func ("/instant/refuses-other-forms", test_refuses_other_forms);
  g_test_add_func ("/instant/refuses-what-does-not-exist", test_refuses_what_does_not_exist);
  g_test_add_func ("/instant/formats-in-utc", test_formats_in_utc);
  g_test_add_func ("/instant/formats-the-ends-of-the-calendar", test_formats_the_ends_of_the_calendar);
  g_test_add_func ("/instant/day-depends-on-the-zone", test_day_depends_on_the_zone);
  g_test_add_func ("/instant/day-at-the-ends-of-the-calendar", test_day_at_the_ends_of_the_calendar);

  return g_test_run ();
}
