/* test-date.c: calendar days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-date.h"

typedef gboolean (*ParseFunc) (const char *text, GDate *date, GError **error);

static void
assert_reads_as (ParseFunc   parse,
                 const char *text,
                 const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *formatted = NULL;
  GDate date;

  g_assert_true (parse (text, &date, &error));
  g_assert_no_error (error);
  formatted = desk_date_format (&date);
  g_assert_cmpstr (formatted, ==, expected);
}

static void
assert_refused (ParseFunc      parse,
                const char    *text,
                DeskTimeError  code)
{
  g_autoptr(GError) error = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_assert_false (parse (text, &date, &error));
  g_assert_error (error, DESK_TIME_ERROR, (int) code);
  g_assert_false (g_date_valid (&date));
}

static void
test_reads_a_day (void)
{
  GDate date;

  assert_reads_as (desk_date_parse, "2024-02-29", "2024-02-29");
  g_assert_true (desk_date_parse ("2024-09-11", &date, NULL));
  g_assert_cmpuint (g_date_get_year (&date), ==, 2024);
  g_assert_cmpuint (g_date_get_month (&date), ==, 9);
  g_assert_cmpuint (g_date_get_day (&date), ==, 11);
}

static void
test_refuses_other_forms (void)
{
  const char *const texts[] = {
    "", "2024-9-11", "20240911", "2024-09-11 ", " 2024-09-11", "2024-09-11T00:00:00Z", "N/A", "2024-09-1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (desk_date_parse, texts[i], DESK_TIME_ERROR_SYNTAX);
}

static void
test_refuses_days_that_do_not_exist (void)
{
  assert_refused (desk_date_parse, "2023-02-29", DESK_TIME_ERROR_RANGE);
  assert_refused (desk_date_parse, "2024-13-01", DESK_TIME_ERROR_RANGE);
  assert_refused (desk_date_parse, "0000-01-01", DESK_TIME_ERROR_RANGE);
}

static void
test_lenient_takes_a_day (void)
{
  assert_reads_as (desk_date_parse_lenient, "2024-09-11", "2024-09-11");
  assert_refused (desk_date_parse_lenient, "2024-02-30", DESK_TIME_ERROR_RANGE);
}

static void
test_lenient_takes_an_instant_in_aest (void)
{
  assert_reads_as (desk_date_parse_lenient, "2024-07-10T13:59:59.570Z", "2024-07-10");
  assert_reads_as (desk_date_parse_lenient, "2024-07-10T15:21:48.570Z", "2024-07-11");
  assert_reads_as (desk_date_parse_lenient, "2024-07-10T23:00:00+10:00", "2024-07-10");
  /* AEST has no daylight saving: it is still the 9th. */
  assert_reads_as (desk_date_parse_lenient, "2024-01-09T13:30:00Z", "2024-01-09");
}

static void
test_lenient_refuses_the_rest (void)
{
  assert_refused (desk_date_parse_lenient, "", DESK_TIME_ERROR_SYNTAX);
  assert_refused (desk_date_parse_lenient, "2024-09-11 or so", DESK_TIME_ERROR_SYNTAX);
}

static void
test_formats_with_zeros (void)
{
  GDate date;
  g_autofree char *text = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, 4, 987);
  text = desk_date_format (&date);
  g_assert_cmpstr (text, ==, "0987-04-03");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/reads-a-day", test_reads_a_day);
  g_test_add_func ("/date/refuses-other-forms", test_refuses_other_forms);
  g_test_add_func ("/date/refuses-days-that-do-not-exist", test_refuses_days_that_do_not_exist);
  g_test_add_func ("/date/lenient-takes-a-day", test_lenient_takes_a_day);
  g_test_add_func ("/date/lenient-takes-an-instant-in-aest", test_lenient_takes_an_instant_in_aest);
  g_test_add_func ("/date/lenient-refuses-the-rest", test_lenient_refuses_the_rest);
  g_test_add_func ("/date/formats-with-zeros", test_formats_with_zeros);

  return g_test_run ();
}
