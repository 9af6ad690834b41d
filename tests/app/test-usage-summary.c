/* test-usage-summary.c: tests of the sums of metered energy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-record.h"
#include "desk-usage-summary.h"

static DeskJsonSlice
parse (const char *json)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);

  return slice;
}

static GDate
make_date (guint year,
           guint month,
           guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return date;
}

static DeskUsagePeriod *
read_energy (const char *json)
{
  DeskUsagePeriod *period = NULL;

  g_assert_cmpint (desk_usage_record_read (parse (json), &period), ==, DESK_USAGE_RECORD_ENERGY);

  return period;
}

static void
assert_energy (const DeskUsagePeriod *period,
               const char            *from_grid,
               const char            *to_grid)
{
  g_autofree char *from_text = desk_decimal_to_string (period->from_grid);
  g_autofree char *to_text = desk_decimal_to_string (period->to_grid);

  g_assert_cmpstr (from_text, ==, from_grid);
  g_assert_cmpstr (to_text, ==, to_grid);
}

static void
assert_record (const char *json,
               const char *from_grid,
               const char *to_grid)
{
  g_autoptr(DeskUsagePeriod) period = read_energy (json);

  assert_energy (period, from_grid, to_grid);
}

static void
assert_verdict (const char             *json,
                DeskUsageRecordVerdict  verdict)
{
  DeskUsagePeriod *period = NULL;

  g_assert_cmpint (desk_usage_record_read (parse (json), &period), ==, verdict);
  g_assert_null (period);
}

#define RECORD(suffix, unit, read) \
  "{\"service_point_id\":\"sp\",\"register_suffix\":\"" suffix "\",\"unit_of_measure\":\"" unit "\"," \
  "\"read_start_date\":\"2026-11-12\"," read "}"
#define INTERVALS(reads) "\"read_u_type\":\"intervalRead\",\"interval_read\":{\"interval_reads\":" reads "}"

static void
test_adds_interval_reads_exactly (void)
{
  assert_record (RECORD ("E1", "kWh", INTERVALS ("[0.1, 0.2, 0.005]")), "0.305", "0");
}

static void
test_negative_reads_are_exported (void)
{
  assert_record (RECORD ("E1", "kWh", INTERVALS ("[1.5, -0.25]")), "1.5", "0.25");
}

static void
test_register_b_is_exported (void)
{
  assert_record (RECORD ("B1", "kWh", INTERVALS ("[1.5, -0.25]")), "0", "1.75");
  assert_record (RECORD ("b1", "kWh", INTERVALS ("[2]")), "0", "2");
}

static void
test_converts_units (void)
{
  assert_record (RECORD ("E1", "Wh", INTERVALS ("[1234, 1]")), "1.235", "0");
  assert_record (RECORD ("E1", "MWH", INTERVALS ("[0.5]")), "500", "0");
  assert_record (RECORD ("E1", "", INTERVALS ("[3]")), "3", "0");
  assert_record (RECORD ("E1", "Wh", INTERVALS ("[1.5e3]")), "1.500", "0");
}

static void
test_leaves_other_units_out (void)
{
  assert_verdict (RECORD ("Q1", "kVArh", INTERVALS ("[1]")), DESK_USAGE_RECORD_OTHER_UNIT);
  assert_verdict (RECORD ("Q1", "VArh", INTERVALS ("[1]")), DESK_USAGE_RECORD_OTHER_UNIT);
  assert_verdict (RECORD ("E1", "kW", INTERVALS ("[1]")), DESK_USAGE_RECORD_OTHER_UNIT);
}

static void
test_without_day_or_number_is_unreadable (void)
{
  assert_verdict (RECORD ("E1", "kWh", "\"interval_read\":null"), DESK_USAGE_RECORD_UNREADABLE);
  assert_verdict (RECORD ("E1", "kWh", INTERVALS ("[null, {}]")), DESK_USAGE_RECORD_UNREADABLE);
  assert_verdict ("{\"interval_read\":{\"aggregate_value\":1}}", DESK_USAGE_RECORD_UNREADABLE);
  assert_verdict ("{\"read_start_date\":\"soon\",\"interval_read\":{\"aggregate_value\":1}}",
                  DESK_USAGE_RECORD_UNREADABLE);
  assert_verdict ("[]", DESK_USAGE_RECORD_UNREADABLE);
}

static void
test_aggregate_counts_without_intervals (void)
{
  assert_record (RECORD ("E1", "kWh", "\"interval_read\":{\"aggregate_value\":7.25}"), "7.25", "0");
  assert_record (RECORD ("E1", "kWh", "\"interval_read\":{\"aggregate_value\":7.25,\"interval_reads\":[1]}"), "1", "0");
}

static void
test_tag_chooses_the_read (void)
{
#define BOTH "\"interval_read\":{\"aggregate_value\":1},\"basic_read\":{\"value\":2}"
  assert_record (RECORD ("E1", "kWh", "\"read_u_type\":\"basicRead\"," BOTH), "2", "0");
  assert_record (RECORD ("E1", "kWh", "\"read_u_type\":\"intervalRead\"," BOTH), "1", "0");
  assert_record (RECORD ("E1", "kWh", "\"read_u_type\":\"intervalRead\",\"basic_read\":{\"value\":2}"), "2", "0");
  assert_record (RECORD ("E1", "kWh", "\"read_u_type\":\"basicRead\",\"interval_read\":{\"aggregate_value\":1}"), "1",
                 "0");
#undef BOTH
}

static void
test_instant_counts_on_its_day_in_aest (void)
{
  g_autoptr(DeskUsagePeriod) period =
    read_energy ("{\"read_start_date\":\"2024-07-10T15:21:48.570Z\",\"interval_read\":{\"aggregate_value\":1}}");
  GDate day = make_date (2024, 7, 11);

  g_assert_cmpint (g_date_compare (&period->start, &day), ==, 0);
}

static void
assert_substituted (const char *json,
                    guint       n_substituted,
                    guint       n_reads)
{
  g_autoptr(DeskUsagePeriod) period = read_energy (json);

  g_assert_cmpuint (period->n_substituted, ==, n_substituted);
  g_assert_cmpuint (period->n_reads, ==, n_reads);
}

#define QUALITIES(name, ranges) \
  RECORD ("E1", "kWh", "\"interval_read\":{\"interval_reads\":[1,1,1,1],\"" name "\":" ranges "}")
#define RANGE(start, end, quality) "{\"start_interval\":" start ",\"end_interval\":" end ",\"quality\":\"" quality "\"}"

static void
test_counts_substituted_reads (void)
{
  assert_substituted (QUALITIES ("read_qualities", "[" RANGE ("2", "3", "SUBSTITUTE") "]"), 2, 4);
  assert_substituted (QUALITIES ("readQualities", "[" RANGE ("1", "1", "FINAL_SUBSTITUTE") "]"), 1, 4);
  assert_substituted (QUALITIES ("read_qualities", "[" RANGE ("1", "2", "ACTUAL") "]"), 0, 4);
  assert_substituted (RECORD ("E1", "kWh", "\"basic_read\":{\"value\":1,\"quality\":\"SUBSTITUTE\"}"), 1, 1);
  assert_substituted (RECORD ("E1", "kWh", "\"basic_read\":{\"value\":1}"), 0, 1);
}

static void
test_clamps_ranges_of_qualities (void)
{
  assert_substituted (QUALITIES ("read_qualities", "[" RANGE ("90", "165", "SUBSTITUTE") "]"), 0, 4);
  assert_substituted (QUALITIES ("read_qualities", "[" RANGE ("-5", "9223372036854775807", "SUBSTITUTE") "]"), 4, 4);
  assert_substituted (QUALITIES ("read_qualities", "[" RANGE ("1", "3", "SUBSTITUTE") ","
                                 RANGE ("2", "3", "FINAL_SUBSTITUTE") "]"), 3, 4);
}

static DeskUsageSummary *
make_summary (void)
{
  static const char *const records[] = {
    RECORD ("E1", "kWh", INTERVALS ("[1.5]")),
    RECORD ("B1", "kWh", INTERVALS ("[-4]")),
    RECORD ("Q1", "kVArh", INTERVALS ("[9]")),
    RECORD ("E1", "kWh", "\"basic_read\":{}"),
    "{\"service_point_id\":\"sp\",\"read_start_date\":\"2026-11-14\",\"basic_read\":{\"value\":2}}",
    "{\"service_point_id\":\"sp\",\"read_start_date\":\"2026-12-01\",\"basic_read\":{\"value\":8}}",
    "{\"service_point_id\":\"another\",\"read_start_date\":\"2026-11-12\",\"basic_read\":{\"value\":100}}",
    "{\"read_start_date\":\"2026-11-12\",\"basic_read\":{\"value\":1000}}",
  };
  DeskUsageSummary *summary = desk_usage_summary_new ();

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    desk_usage_summary_add (summary, parse (records[i]));

  return summary;
}

static void
test_lists_service_points_in_order (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();
  g_auto(GStrv) ids = desk_usage_summary_dup_service_points (summary);
  const char *const expected[] = { "", "another", "sp", NULL };

  g_assert_cmpstrv (ids, expected);
}

static void
test_span_is_from_first_to_last_read (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();
  GDate expected_first = make_date (2026, 11, 12);
  GDate expected_last = make_date (2026, 12, 1);
  GDate first;
  GDate last;

  g_assert_true (desk_usage_summary_get_span (summary, "sp", &first, &last));
  g_assert_cmpint (g_date_compare (&first, &expected_first), ==, 0);
  g_assert_cmpint (g_date_compare (&last, &expected_last), ==, 0);
  g_assert_false (desk_usage_summary_get_span (summary, "unknown", &first, &last));
}

static void
test_lists_days_without_a_gap (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();
  GDate first = make_date (2026, 11, 11);
  GDate last = make_date (2026, 11, 14);
  g_autoptr(GPtrArray) days = desk_usage_summary_list (summary, "sp", &first, &last, DESK_USAGE_STEP_DAY);

  g_assert_cmpuint (days->len, ==, 4);
  assert_energy (g_ptr_array_index (days, 0), "0", "0");
  assert_energy (g_ptr_array_index (days, 1), "1.5", "4");
  assert_energy (g_ptr_array_index (days, 2), "0", "0");
  assert_energy (g_ptr_array_index (days, 3), "2", "0");
}

static void
test_lists_months (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();
  GDate first = make_date (2026, 11, 13);
  GDate last = make_date (2027, 1, 5);
  g_autoptr(GPtrArray) months = desk_usage_summary_list (summary, "sp", &first, &last, DESK_USAGE_STEP_MONTH);

  g_assert_cmpuint (months->len, ==, 3);
  assert_energy (g_ptr_array_index (months, 0), "2", "0");
  assert_energy (g_ptr_array_index (months, 1), "8", "0");
  assert_energy (g_ptr_array_index (months, 2), "0", "0");
}

static void
test_counts_what_is_left_out (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();

  g_assert_cmpuint (desk_usage_summary_get_n_other_units (summary, "sp"), ==, 1);
  g_assert_cmpuint (desk_usage_summary_get_n_unreadable (summary, "sp"), ==, 1);
  g_assert_cmpuint (desk_usage_summary_get_n_other_units (summary, "another"), ==, 0);
  g_assert_cmpuint (desk_usage_summary_get_n_unreadable (summary, "unknown"), ==, 0);
}

static void
test_totals_periods (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  GDate first = make_date (2026, 11, 11);
  GDate last = make_date (2026, 12, 1);
  g_autoptr(GPtrArray) days = desk_usage_summary_list (summary, "sp", &first, &last, DESK_USAGE_STEP_DAY);
  g_autoptr(DeskUsagePeriod) total = desk_usage_period_total (days);
  g_autoptr(DeskDecimal) net = desk_usage_period_dup_net (total);
  g_autofree char *net_text = desk_decimal_to_string (net);

  assert_energy (total, "11.5", "4");
  g_assert_cmpuint (total->n_reads, ==, 4);
  g_assert_cmpint (g_date_compare (&total->start, &first), ==, 0);
  g_assert_cmpstr (net_text, ==, "7.5");
  g_assert_null (desk_usage_period_total (nothing));
}

static void
test_finds_highest_period (void)
{
  g_autoptr(DeskUsageSummary) summary = make_summary ();
  GDate first = make_date (2026, 11, 11);
  GDate last = make_date (2026, 11, 30);
  g_autoptr(GPtrArray) days = desk_usage_summary_list (summary, "sp", &first, &last, DESK_USAGE_STEP_DAY);
  g_autoptr(GPtrArray) empty_days = desk_usage_summary_list (summary, "sp", &first, &first, DESK_USAGE_STEP_DAY);
  const DeskUsagePeriod *highest = desk_usage_period_find_highest (days);
  GDate expected = make_date (2026, 11, 14);

  g_assert_nonnull (highest);
  g_assert_cmpint (g_date_compare (&highest->start, &expected), ==, 0);
  g_assert_null (desk_usage_period_find_highest (empty_days));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/usage-summary/adds-interval-reads-exactly", test_adds_interval_reads_exactly);
  g_test_add_func ("/usage-summary/negative-reads-are-exported", test_negative_reads_are_exported);
  g_test_add_func ("/usage-summary/register-b-is-exported", test_register_b_is_exported);
  g_test_add_func ("/usage-summary/converts-units", test_converts_units);
  g_test_add_func ("/usage-summary/leaves-other-units-out", test_leaves_other_units_out);
  g_test_add_func ("/usage-summary/without-day-or-number-is-unreadable", test_without_day_or_number_is_unreadable);
  g_test_add_func ("/usage-summary/aggregate-counts-without-intervals", test_aggregate_counts_without_intervals);
  g_test_add_func ("/usage-summary/tag-chooses-the-read", test_tag_chooses_the_read);
  g_test_add_func ("/usage-summary/instant-counts-on-its-day-in-aest", test_instant_counts_on_its_day_in_aest);
  g_test_add_func ("/usage-summary/counts-substituted-reads", test_counts_substituted_reads);
  g_test_add_func ("/usage-summary/clamps-ranges-of-qualities", test_clamps_ranges_of_qualities);
  g_test_add_func ("/usage-summary/lists-service-points-in-order", test_lists_service_points_in_order);
  g_test_add_func ("/usage-summary/span-is-from-first-to-last-read", test_span_is_from_first_to_last_read);
  g_test_add_func ("/usage-summary/lists-days-without-a-gap", test_lists_days_without_a_gap);
  g_test_add_func ("/usage-summary/lists-months", test_lists_months);
  g_test_add_func ("/usage-summary/counts-what-is-left-out", test_counts_what_is_left_out);
  g_test_add_func ("/usage-summary/totals-periods", test_totals_periods);
  g_test_add_func ("/usage-summary/finds-highest-period", test_finds_highest_period);

  return g_test_run ();
}
