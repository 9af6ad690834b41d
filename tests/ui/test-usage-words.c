/* test-usage-words.c: tests of energy usage in words, and of the days that are looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-window.h"
#include "desk-usage-words.h"

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

/* Frees @words. */
static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
assert_energy (const char *energy,
               const char *expected)
{
  g_autoptr(DeskDecimal) number = desk_decimal_new_from_string (energy, NULL);

  assert_words (desk_usage_words_energy (number), expected);
}

static void
test_energy_has_two_decimals (void)
{
  assert_energy ("1214.61749", "1,214.62");
  assert_energy ("14.625", "14.63");
  assert_energy ("14.6249999", "14.62");
  assert_energy ("-0.995", "−1.00");
  assert_energy ("7", "7.00");
}

static void
test_labels_are_short (void)
{
  GDate date = make_date (2026, 11, 2);

  assert_words (desk_usage_words_label (&date, DESK_USAGE_STEP_DAY), "2 Nov");
  assert_words (desk_usage_words_label (&date, DESK_USAGE_STEP_MONTH), "Nov");
}

static void
test_range_says_a_year_once (void)
{
  GDate first = make_date (2026, 10, 23);
  GDate last = make_date (2026, 11, 21);
  GDate before = make_date (2025, 12, 1);

  assert_words (desk_usage_words_range (&first, &last, DESK_USAGE_STEP_DAY), "23 Oct – 21 Nov 2026");
  assert_words (desk_usage_words_range (&before, &last, DESK_USAGE_STEP_DAY), "1 Dec 2025 – 21 Nov 2026");
  assert_words (desk_usage_words_range (&first, &last, DESK_USAGE_STEP_MONTH), "Oct – Nov 2026");
  assert_words (desk_usage_words_range (&before, &last, DESK_USAGE_STEP_MONTH), "Dec 2025 – Nov 2026");
}

static void
test_period_says_both_directions (void)
{
  GDate date = make_date (2026, 11, 12);
  g_autoptr(DeskUsagePeriod) period = desk_usage_period_new (&date);
  g_autoptr(DeskDecimal) energy = desk_decimal_new_from_string ("14.6", NULL);

  assert_words (desk_usage_words_period (period, DESK_USAGE_STEP_DAY), "12 Nov 2026: no reads");
  period->n_reads = 1;
  desk_decimal_add (period->from_grid, energy);
  assert_words (desk_usage_words_period (period, DESK_USAGE_STEP_DAY),
                "12 Nov 2026: 14.60 kWh from the grid, 0.00 kWh to the grid");
  assert_words (desk_usage_words_period (period, DESK_USAGE_STEP_MONTH),
                "November 2026: 14.60 kWh from the grid, 0.00 kWh to the grid");
}

static void
test_service_point_is_masked (void)
{
  assert_words (desk_usage_words_service_point ("sp", "4103784410"), "NMI ··4410");
  assert_words (desk_usage_words_service_point ("opaque-1234", NULL), "Service point ··1234");
  assert_words (desk_usage_words_service_point ("é1", NULL), "Service point ··é1");
  assert_words (desk_usage_words_service_point ("", NULL), "Unnamed service point");
}

static void
test_quality_counts_substituted_reads (void)
{
  GDate date = make_date (2026, 11, 12);
  g_autoptr(DeskUsagePeriod) total = desk_usage_period_new (&date);

  assert_words (desk_usage_words_quality (total), "no reads");
  total->n_reads = 1440;
  assert_words (desk_usage_words_quality (total), "all reads measured");
  total->n_substituted = 48;
  assert_words (desk_usage_words_quality (total), "48 of 1,440 reads substituted");
}

static void
test_says_what_is_left_out (void)
{
  assert_words (desk_usage_words_left_out (0, 0), "");
  assert_words (desk_usage_words_left_out (0, 1), "1 record is left out: it has no day or no number.");
  assert_words (desk_usage_words_left_out (2, 1),
                "2 records are left out: they do not measure energy. 1 record is left out: it has no day or no number.");
}

static DeskUsageWindow
make_window (DeskUsageStep step)
{
  DeskUsageWindow window = {
    .span_first = make_date (2025, 1, 31), .span_last = make_date (2026, 3, 31), .last = make_date (2026, 3, 31),
    .step = step,
  };

  return window;
}

static void
assert_window (const DeskUsageWindow *window,
               const char            *expected)
{
  GDate first;

  desk_usage_window_get_first (window, &first);
  assert_words (desk_usage_words_range (&first, &window->last, DESK_USAGE_STEP_DAY), expected);
}

static void
test_window_moves_within_the_span (void)
{
  DeskUsageWindow window = make_window (DESK_USAGE_STEP_DAY);

  assert_window (&window, "2 Mar – 31 Mar 2026");
  g_assert_true (desk_usage_window_has_before (&window));
  g_assert_false (desk_usage_window_has_after (&window));
  desk_usage_window_move (&window, -1);
  assert_window (&window, "31 Jan – 1 Mar 2026");
  g_assert_true (desk_usage_window_has_after (&window));
  desk_usage_window_move (&window, 1);
  desk_usage_window_move (&window, 1);
  assert_window (&window, "2 Mar – 31 Mar 2026");
}

static void
test_window_of_months_is_whole (void)
{
  DeskUsageWindow window = make_window (DESK_USAGE_STEP_MONTH);

  assert_window (&window, "1 Apr 2025 – 31 Mar 2026");
  desk_usage_window_move (&window, -1);
  assert_window (&window, "1 Apr 2024 – 31 Mar 2025");
  g_assert_false (desk_usage_window_has_before (&window));
  desk_usage_window_move (&window, 1);
  assert_window (&window, "1 Apr 2025 – 31 Mar 2026");
}

static void
test_window_enters_a_month (void)
{
  DeskUsageWindow window = make_window (DESK_USAGE_STEP_MONTH);
  GDate february = make_date (2026, 2, 1);
  GDate march = make_date (2026, 3, 1);

  desk_usage_window_enter_month (&window, &february);
  assert_window (&window, "30 Jan – 28 Feb 2026");
  window.span_last = make_date (2026, 3, 10);
  desk_usage_window_enter_month (&window, &march);
  assert_window (&window, "9 Feb – 10 Mar 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/usage-words/energy-has-two-decimals", test_energy_has_two_decimals);
  g_test_add_func ("/usage-words/labels-are-short", test_labels_are_short);
  g_test_add_func ("/usage-words/range-says-a-year-once", test_range_says_a_year_once);
  g_test_add_func ("/usage-words/period-says-both-directions", test_period_says_both_directions);
  g_test_add_func ("/usage-words/service-point-is-masked", test_service_point_is_masked);
  g_test_add_func ("/usage-words/quality-counts-substituted-reads", test_quality_counts_substituted_reads);
  g_test_add_func ("/usage-words/says-what-is-left-out", test_says_what_is_left_out);
  g_test_add_func ("/usage-window/moves-within-the-span", test_window_moves_within_the_span);
  g_test_add_func ("/usage-window/of-months-is-whole", test_window_of_months_is_whole);
  g_test_add_func ("/usage-window/enters-a-month", test_window_enters_a_month);

  return g_test_run ();
}
