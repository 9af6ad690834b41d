/* test-tariff-window.c: tests of the days and hours of energy tariffs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-tariff-window.h"

static DeskJsonSlice
parse (const char *json)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);

  return slice;
}

static void
assert_days (const char *json,
             const char *words,
             gboolean    expected_whole)
{
  gboolean is_whole;
  g_autofree char *actual = desk_week_days_words (desk_week_days_read (parse (json), &is_whole));

  g_assert_cmpstr (actual, ==, words);
  g_assert_cmpint (is_whole, ==, expected_whole);
}

static void
test_days_are_read_in_every_form (void)
{
  assert_days ("[\"MON\",\"TUE\",\"WED\",\"THU\",\"FRI\"]", "Monday to Friday", TRUE);
  assert_days ("[\"BUSINESS_DAYS\"]", "Monday to Friday", TRUE);
  assert_days ("[\"SATURDAY\",\"SUNDAY\"]", "Saturday, Sunday", TRUE);
  assert_days ("[\"SUN\",\"SAT\",\"FRI\",\"PUBLIC_HOLIDAYS\"]", "Friday to Sunday, Public holidays", TRUE);
  assert_days ("[\"MON\",\"WED\",\"FRI\"]", "Monday, Wednesday, Friday", TRUE);
  assert_days ("[\"SUN\",\"MON\",\"TUE\",\"WED\",\"THU\",\"FRI\",\"SAT\"]", "Every day", TRUE);
  assert_days ("[\"BUSINESS_DAYS\",\"WEEKENDS\",\"PUBLIC_HOLIDAYS\"]", "Every day, Public holidays", TRUE);
  assert_days ("\"BUSINESS_DAYS\"", "Monday to Friday", TRUE);
  assert_days ("{\"sunday\":false,\"saturday\":true,\"weekdays\":true}", "Monday to Saturday", TRUE);
  assert_days ("{\"sunday\":false,\"saturday\":false,\"weekdays\":false}", "", TRUE);
  assert_days ("null", "", TRUE);
}

static void
test_a_name_of_no_day_is_told (void)
{
  assert_days ("[\"MON\",\"FUNDAY\"]", "Monday", FALSE);
  assert_days ("[7]", "", FALSE);
  assert_days ("{\"sunday\":\"yes\"}", "", FALSE);
}

static void
assert_window (const char *json,
               const char *words)
{
  DeskTariffWindow window;
  g_autofree char *actual = NULL;

  g_assert_true (desk_tariff_window_read (parse (json), &window));
  actual = desk_tariff_window_words (&window);
  g_assert_cmpstr (actual, ==, words);
}

#define WINDOW(start, end) "{\"days\":[\"BUSINESS_DAYS\"],\"start_time\":" start ",\"end_time\":" end "}"

static void
test_the_last_minute_is_part_of_a_window (void)
{
  assert_window (WINDOW ("\"1700\"", "\"1959\""), "Monday to Friday, 17:00 to 20:00");
  assert_window (WINDOW ("\"15:00\"", "\"21:00\""), "Monday to Friday, 15:00 to 21:00");
  assert_window (WINDOW ("\"2200\"", "\"659\""), "Monday to Friday, 22:00 to 07:00");
  assert_window (WINDOW ("\"0\"", "\"1429\""), "Monday to Friday, 00:00 to 14:30");
}

static void
test_a_whole_day_has_many_forms (void)
{
  assert_window (WINDOW ("\"0\"", "\"2359\""), "Monday to Friday, all day");
  assert_window (WINDOW ("\"0000\"", "\"0000\""), "Monday to Friday, all day");
  assert_window (WINDOW ("\"T00:00:00\"", "\"T24:00:00\""), "Monday to Friday, all day");
  assert_window (WINDOW ("\"0700\"", "\"0700\""), "Monday to Friday, all day");
  assert_window ("{\"days\":[\"MON\"]}", "Monday, all day");
}

static void
test_a_window_without_a_day_or_time_is_none (void)
{
  DeskTariffWindow window;

  g_assert_false (desk_tariff_window_read (parse ("{\"start_time\":\"0\",\"end_time\":\"700\"}"), &window));
  g_assert_false (desk_tariff_window_read (parse (WINDOW ("\"noon\"", "\"1400\"")), &window));
  g_assert_false (desk_tariff_window_read (parse ("[1]"), &window));
}

static void
test_a_window_over_midnight_has_two_parts (void)
{
  DeskTariffWindow window = { DESK_WEEK_DAYS_MONDAY, 1320, 420 };
  DeskTariffSpan spans[2];

  g_assert_cmpuint (desk_tariff_window_get_spans (&window, spans), ==, 2);
  g_assert_cmpuint (spans[0].start, ==, 0);
  g_assert_cmpuint (spans[0].end, ==, 420);
  g_assert_cmpuint (spans[1].start, ==, 1320);
  g_assert_cmpuint (spans[1].end, ==, 1440);
}

static void
test_a_window_of_one_day_has_one_part (void)
{
  DeskTariffWindow window = { DESK_WEEK_DAYS_MONDAY, 900, 1260 };
  DeskTariffSpan spans[2];

  g_assert_cmpuint (desk_tariff_window_get_spans (&window, spans), ==, 1);
  g_assert_cmpuint (spans[0].start, ==, 900);
  g_assert_cmpuint (spans[0].end, ==, 1260);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tariff-window/days-are-read-in-every-form", test_days_are_read_in_every_form);
  g_test_add_func ("/tariff-window/a-name-of-no-day-is-told", test_a_name_of_no_day_is_told);
  g_test_add_func ("/tariff-window/the-last-minute-is-part-of-a-window", test_the_last_minute_is_part_of_a_window);
  g_test_add_func ("/tariff-window/a-whole-day-has-many-forms", test_a_whole_day_has_many_forms);
  g_test_add_func ("/tariff-window/without-a-day-or-time-is-none", test_a_window_without_a_day_or_time_is_none);
  g_test_add_func ("/tariff-window/over-midnight-has-two-parts", test_a_window_over_midnight_has_two_parts);
  g_test_add_func ("/tariff-window/of-one-day-has-one-part", test_a_window_of_one_day_has_one_part);

  return g_test_run ();
}
