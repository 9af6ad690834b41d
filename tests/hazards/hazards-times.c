/* hazards-times.c: hazards 17 to 23: dates, times and time zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include "desk-date.h"
#include "desk-json-read.h"
#include "desk-usage-profile.h"
#include "desk-value-words.h"

/* Late in the UTC day is the next day in Australia, winter or summer. */
static void
assert_instant_is_shown_in_the_zone (DeskJsonSlice record)
{
  const DeskField *field = desk_resource_find_field (fixture_resource ("banking.transactions"), "posting_date_time");
  g_autofree char *words = desk_value_words (field, desk_json_slice_get_member (record, field->name), record,
                                             DESK_DECIMAL_SIGN_NEGATIVE);

  g_assert_nonnull (strstr (words, "11 Jul 2024"));
  g_assert_nonnull (strstr (words, "01:21"));
}

static void
test_date_time_in_a_date_field (DeskJsonPage *page)
{
  static const char *const days[] = { "2024-07-11", "2024-07-10", "2024-07-11", "2024-07-10", "2024-07-10" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = desk_json_read_text (hazard_value (page, i, ""), "read_start_date");
      g_autoptr(DeskUsagePeriod) period = hazard_usage (page, i);
      g_autofree char *usage_day = desk_date_format (&period->start);
      GDate date;

      g_assert_true (desk_date_parse_lenient (text, &date, NULL));
      g_assert_cmpstr (usage_day, ==, days[i]);
      g_assert_cmpint (g_date_compare (&date, &period->start), ==, 0);
    }
  assert_instant_is_shown_in_the_zone (hazard_extra (page, "instant"));
}

static void
test_broken_durations (DeskJsonPage *page)
{
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    {
      g_autofree char *sent = desk_json_slice_dup_string (hazard_value (page, i, "loan.repayment_frequency"));

      hazard_assert_words ("banking.accounts", page, i, "loan.repayment_frequency", sent);
    }
}

static void
test_odd_clock_times (DeskJsonPage *page)
{
  static const char times[] = "electricity_contract.tariff_period.0.time_of_use_rates.0.time_of_use";
  guint n_times = desk_json_slice_count (hazard_value (page, 0, times));
  g_autofree char *no_time = g_strconcat (times, ".5.start_time", NULL);
  g_autoptr(DeskStore) store = hazard_store ("energy.plan-detail", page, 0);

  g_assert_cmpuint (n_times, ==, 6);
  for (guint i = 0; i < n_times; i++)
    {
      g_autofree char *start_path = g_strdup_printf ("%s.%u.start_time", times, i);
      g_autofree char *end_path = g_strdup_printf ("%s.%u.end_time", times, i);
      g_autofree char *start = hazard_words ("energy.plan-detail", page, 0, start_path);
      g_autofree char *end = hazard_words ("energy.plan-detail", page, 0, end_path);

      g_assert_cmpstr (start, !=, "");
      g_assert_cmpstr (end, !=, "");
    }
  hazard_assert_words ("energy.plan-detail", page, 0, no_time, "tea time");
}

static void
test_names_of_days (DeskJsonPage *page)
{
  static const char times[] = "electricity_contract.tariff_period.0.time_of_use_rates.0.time_of_use.%u";
  static const char *const names[] = { "BUSINESS_DAYS", "SATURDAY,SUNDAY", "MON,TUE,PUBLIC_HOLIDAYS", "MON" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf (times, i);
      g_auto(GStrv) days = desk_json_read_texts (hazard_value (page, 0, path), "days");
      g_autofree char *joined = g_strjoinv (",", days);

      g_assert_cmpstr (joined, ==, names[i]);
    }
}

static void
assert_local_day (DeskUsageProfile *profile,
                  GDateMonth        month,
                  guint             day,
                  guint             n_slots,
                  const char       *fifth_label,
                  guint             n_known)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (HAZARD_ZONE);
  g_autoptr(GPtrArray) slots = NULL;
  const DeskUsageSlot *fifth = NULL;
  guint n_reads = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, 2026);
  slots = desk_usage_profile_list_day (profile, &date, zone);
  g_assert_cmpuint (slots->len, ==, n_slots);
  fifth = g_ptr_array_index (slots, 4);
  g_assert_cmpstr (fifth->label, ==, fifth_label);
  for (guint i = 0; i < slots->len; i++)
    n_reads += ((const DeskUsageSlot *) g_ptr_array_index (slots, i))->n_reads;
  g_assert_cmpuint (n_reads, ==, n_known);
}

static void
test_summer_time (DeskJsonPage *page)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();

  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    {
      hazard_assert_usage (page, i, "48", "0", 48);
      g_assert_true (desk_usage_profile_add (profile, hazard_value (page, i, "")));
    }
  assert_local_day (profile, G_DATE_APRIL, 5, 50, "02:00 +11:00", 50);
  assert_local_day (profile, G_DATE_OCTOBER, 4, 46, "03:00", 46);
}

static void
test_interval_ending_stamps (DeskJsonPage *page)
{
  g_autoptr(DeskUsageProfile) profile = desk_usage_profile_new ();
  g_autoptr(GTimeZone) aest = g_time_zone_new_offset (10 * 60 * 60);
  g_autoptr(GPtrArray) slots = NULL;
  const DeskUsageSlot *last = NULL;
  g_autofree char *energy = NULL;
  GDate day;

  hazard_assert_usage (page, 0, "3", "0", 48);
  hazard_assert_usage (page, 1, "12", "0", 48);

  desk_usage_profile_add (profile, hazard_value (page, 0, ""));
  desk_usage_profile_add (profile, hazard_value (page, 1, ""));
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JULY, 2026);
  slots = desk_usage_profile_list_day (profile, &day, aest);
  last = g_ptr_array_index (slots, 47);
  energy = desk_decimal_to_string (last->from_grid);
  g_assert_cmpstr (last->label, ==, "23:30");
  g_assert_cmpstr (energy, ==, "2");
}

static void
test_absurd_dates (DeskJsonPage *page)
{
  g_autoptr(DeskStore) store = hazard_store ("banking.transactions", page, 0);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autofree char *by_date = NULL;
  g_autofree char *pending = NULL;

  desk_query_set_sort (query, "posting_date_time", FALSE);
  by_date = fixture_column (store, query, "transaction_id");
  g_assert_cmpstr (by_date, ==, "t-5,t-1,t-4,t-2,t-3,t-6");

  desk_query_set_filter (query, "status", "PENDING");
  pending = fixture_column (store, query, "transaction_id");
  g_assert_cmpstr (pending, ==, "t-2,t-3");

  hazard_assert_words ("banking.transactions", page, 2, "posting_date_time", "");
  hazard_assert_words ("banking.transactions", page, 5, "posting_date_time", "2026-02-30T00:00:00Z");
}

void
hazards_add_times (void)
{
  hazard_add ("17-date-time-in-a-date-field", test_date_time_in_a_date_field);
  hazard_add ("18-broken-durations", test_broken_durations);
  hazard_add ("19-odd-clock-times", test_odd_clock_times);
  hazard_add ("20-names-of-days", test_names_of_days);
  hazard_add ("21-summer-time", test_summer_time);
  hazard_add ("22-interval-ending-stamps", test_interval_ending_stamps);
  hazard_add ("23-absurd-dates", test_absurd_dates);
}
