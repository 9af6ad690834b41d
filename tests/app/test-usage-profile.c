/* test-usage-profile.c: tests of metered energy by the half hours of a local day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-profile.h"

/* The rules themselves, so that no zone needs to be installed. */
#define SYDNEY "AEST-10AEDT,M10.1.0,M4.1.0/3"
#define LORD_HOWE "LHST-10:30LHDT-11,M10.1.0,M4.1.0"

static void
add_day (DeskUsageProfile *profile,
         const char       *day,
         guint             n_reads,
         gboolean          is_added)
{
  g_autoptr(GString) json = g_string_new (NULL);
  DeskJsonSlice record;

  g_string_append_printf (json, "{\"read_start_date\":\"%s\",\"interval_read\":{\"interval_reads\":[", day);
  for (guint i = 0; i < n_reads; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", i + 1);
  g_string_append (json, "]}}");
  g_assert_true (desk_json_parse (json->str, json->len, &record, NULL));
  g_assert_cmpint (desk_usage_profile_add (profile, record), ==, is_added);
}

static GPtrArray *
list_day (DeskUsageProfile *profile,
          guint             year,
          guint             month,
          guint             day,
          const char       *zone_name)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  GDate date;

  g_assert_nonnull (zone);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return desk_usage_profile_list_day (profile, &date, zone);
}

static void
assert_slot (GPtrArray  *slots,
             guint       position,
             const char *label,
             const char *from_grid)
{
  const DeskUsageSlot *slot = g_ptr_array_index (slots, position);
  g_autofree char *energy = desk_decimal_to_string (slot->from_grid);

  g_assert_cmpstr (slot->label, ==, label);
  g_assert_cmpstr (energy, ==, from_grid);
}

static void
test_ordinary_day_has_48_half_hours (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) slots = NULL;

  add_day (profile, "2026-07-01", 48, TRUE);
  slots = list_day (profile, 2026, 7, 1, SYDNEY);

  g_assert_cmpuint (slots->len, ==, 48);
  assert_slot (slots, 0, "00:00", "1");
  assert_slot (slots, 47, "23:30", "48");
}

static void
test_summer_day_takes_from_two_aest_days (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) slots = NULL;

  add_day (profile, "2026-01-14", 48, TRUE);
  add_day (profile, "2026-01-15", 48, TRUE);
  slots = list_day (profile, 2026, 1, 15, SYDNEY);

  g_assert_cmpuint (slots->len, ==, 48);
  assert_slot (slots, 0, "00:00", "47");
  assert_slot (slots, 2, "01:00", "1");
  assert_slot (slots, 47, "23:30", "46");
}

static void
test_day_of_23_hours (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) slots = NULL;

  add_day (profile, "2026-10-04", 48, TRUE);
  slots = list_day (profile, 2026, 10, 4, SYDNEY);

  g_assert_cmpuint (slots->len, ==, 46);
  assert_slot (slots, 3, "01:30", "4");
  assert_slot (slots, 4, "03:00", "5");
  assert_slot (slots, 45, "23:30", "46");
}

static void
test_day_of_25_hours_tells_the_repeated_hour_apart (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) slots = NULL;

  add_day (profile, "2026-04-04", 48, TRUE);
  add_day (profile, "2026-04-05", 48, TRUE);
  slots = list_day (profile, 2026, 4, 5, SYDNEY);

  g_assert_cmpuint (slots->len, ==, 50);
  assert_slot (slots, 0, "00:00", "47");
  assert_slot (slots, 4, "02:00 +11:00", "3");
  assert_slot (slots, 5, "02:30 +11:00", "4");
  assert_slot (slots, 6, "02:00 +10:00", "5");
  assert_slot (slots, 7, "02:30 +10:00", "6");
  assert_slot (slots, 8, "03:00", "7");
  assert_slot (slots, 49, "23:30", "48");
}

static void
test_half_hour_of_summer_time (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) spring = list_day (profile, 2026, 10, 4, LORD_HOWE);
  g_autoptr(GPtrArray) autumn = list_day (profile, 2026, 4, 5, LORD_HOWE);

  g_assert_cmpuint (spring->len, ==, 47);
  g_assert_cmpuint (autumn->len, ==, 49);
  assert_slot (autumn, 3, "01:30 +11:00", "0");
  assert_slot (autumn, 4, "01:30 +10:30", "0");
}

static void
test_shorter_intervals_are_added_up (void)
{
  g_autoptr(DeskUsageProfile) quarters = desk_usage_profile_new ();
  g_autoptr(DeskUsageProfile) fives = desk_usage_profile_new ();
  g_autoptr(GPtrArray) quarter_slots = NULL;
  g_autoptr(GPtrArray) five_slots = NULL;

  add_day (quarters, "2026-07-01", 96, TRUE);
  add_day (fives, "2026-07-01", 288, TRUE);
  quarter_slots = list_day (quarters, 2026, 7, 1, SYDNEY);
  five_slots = list_day (fives, 2026, 7, 1, SYDNEY);

  assert_slot (quarter_slots, 1, "00:30", "7");
  assert_slot (five_slots, 0, "00:00", "21");
}

static void
test_intervals_that_do_not_fit_are_refused (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();

  add_day (profile, "2026-07-01", 0, FALSE);
  add_day (profile, "2026-07-01", 24, FALSE);
  add_day (profile, "2026-07-01", 10, FALSE);
  add_day (profile, "2026-07-01", 33, FALSE);
  add_day (profile, "2026-07-01", 1441, FALSE);
  add_day (profile, "2026-07-01", 80, FALSE);
  add_day (profile, "no day", 48, FALSE);
}

static void
test_half_hour_without_a_read_says_so (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) slots = list_day (profile, 2026, 7, 1, SYDNEY);
  const DeskUsageSlot *slot = g_ptr_array_index (slots, 0);

  g_assert_cmpuint (slot->n_reads, ==, 0);
  g_assert_cmpint (slot->start, ==, G_GINT64_CONSTANT (1782828000) * G_USEC_PER_SEC);
}

static void
test_end_of_time_is_no_trouble (void)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GPtrArray) slots = NULL;

  add_day (profile, "9999-12-31", 48, TRUE);
  slots = list_day (profile, 9999, 12, 31, SYDNEY);

  g_assert_cmpuint (slots->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/usage-profile/ordinary-day-has-48-half-hours", test_ordinary_day_has_48_half_hours);
  g_test_add_func ("/usage-profile/summer-day-takes-from-two-aest-days", test_summer_day_takes_from_two_aest_days);
  g_test_add_func ("/usage-profile/day-of-23-hours", test_day_of_23_hours);
  g_test_add_func ("/usage-profile/day-of-25-hours-tells-the-repeated-hour-apart",
                   test_day_of_25_hours_tells_the_repeated_hour_apart);
  g_test_add_func ("/usage-profile/half-hour-of-summer-time", test_half_hour_of_summer_time);
  g_test_add_func ("/usage-profile/shorter-intervals-are-added-up", test_shorter_intervals_are_added_up);
  g_test_add_func ("/usage-profile/intervals-that-do-not-fit-are-refused", test_intervals_that_do_not_fit_are_refused);
  g_test_add_func ("/usage-profile/half-hour-without-a-read-says-so", test_half_hour_without_a_read_says_so);
  g_test_add_func ("/usage-profile/end-of-time-is-no-trouble", test_end_of_time_is_no_trouble);

  return g_test_run ();
}
