/* test-price-words.c: tests of tiers and durations in words, and of what is doubtful about a price
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-price-check.h"
#include "desk-tier-words.h"
#include "desk-time-words.h"

static void
assert_tier (const char *json,
             const char *expected)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);
  words = desk_tier_words (slice);
  g_assert_cmpstr (words, ==, expected);
}

#define TIER(unit, bounds) "{\"unit_of_measure\":\"" unit "\"," bounds "}"

static void
test_tier_of_dollars (void)
{
  assert_tier (TIER ("DOLLAR", "\"minimum_value\":\"0\",\"maximum_value\":\"50000.00\""), "$0 to $50,000");
  assert_tier (TIER ("DOLLAR", "\"minimum_value\":\"0.00\",\"maximum_value\":\"249999.99\""), "$0 to $249,999.99");
}

static void
test_tier_with_one_bound (void)
{
  assert_tier (TIER ("DOLLAR", "\"minimum_value\":\"250000\",\"maximum_value\":null"), "From $250,000");
  assert_tier (TIER ("PERCENT", "\"maximum_value\":\"80\""), "Up to 80 %");
}

static void
test_tier_of_time (void)
{
  assert_tier (TIER ("MONTH", "\"minimum_value\":\"1\",\"maximum_value\":\"12\""), "1 to 12 months");
  assert_tier (TIER ("MONTH", "\"minimum_value\":\"6\",\"maximum_value\":\"6\""), "6 months");
  assert_tier (TIER ("DAY", "\"minimum_value\":\"30\",\"maximum_value\":\"60\""), "30 to 60 days");
}

static void
test_tier_with_numbers_for_texts (void)
{
  assert_tier (TIER ("DOLLAR", "\"minimum_value\":0,\"maximum_value\":50000.5"), "$0 to $50,000.5");
}

static void
test_tier_with_bounds_that_are_no_number (void)
{
  assert_tier (TIER ("DOLLAR", "\"minimum_value\":\"some\",\"maximum_value\":\"<b>\""), "some to <b>");
}

static void
test_tier_with_a_foreign_unit_or_no_bounds (void)
{
  assert_tier (TIER ("POINTS", "\"minimum_value\":\"1000\""), "From 1,000");
  assert_tier ("{}", "");
  assert_tier ("null", "");
}

static void
assert_duration (const char *text,
                 const char *expected,
                 const char *expected_every)
{
  g_autofree char *words = desk_time_words_duration (text, DESK_TIME_WORDS_SPAN);
  g_autofree char *every = desk_time_words_duration (text, DESK_TIME_WORDS_EVERY);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpstr (every, ==, expected_every);
}

static void
test_durations_are_told_in_words (void)
{
  assert_duration ("P1Y", "1 year", "every year");
  assert_duration ("P1M", "1 month", "every month");
  assert_duration ("P3M", "3 months", "every 3 months");
  assert_duration ("P14D", "14 days", "every 14 days");
  assert_duration ("P1Y6M", "1 year 6 months", "every 1 year 6 months");
  assert_duration ("PT30M", "30 minutes", "every 30 minutes");
  assert_duration ("P3Y6M4DT12H30M5S", "3 years 6 months 4 days 12 hours 30 minutes 5 seconds",
                   "every 3 years 6 months 4 days 12 hours 30 minutes 5 seconds");
}

static void
test_broken_durations_have_no_words (void)
{
  static const char *const texts[] = {
    "", "P", "PT", "P8Y2M6DT3", "1Y", "P1", "P-1Y", "P99999999999999999999Y", "P1H", "PT1Y", "monthly", "P1YT",
    "P1D1D1D1D1D1D1D1D",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_duration (texts[i], NULL, NULL);
}

static void
test_plausible_prices_pass (void)
{
  g_assert_null (desk_price_check (DESK_PRICE_RATE, "0.0654"));
  g_assert_null (desk_price_check (DESK_PRICE_RATE, "1"));
  g_assert_null (desk_price_check (DESK_PRICE_RATE, "-0.5"));
  g_assert_null (desk_price_check (DESK_PRICE_UNIT, "0.4213"));
  g_assert_null (desk_price_check (DESK_PRICE_DAY, "1.1550"));
}

static void
test_prices_out_of_range_are_doubted (void)
{
  g_assert_nonnull (desk_price_check (DESK_PRICE_RATE, "3.43"));
  g_assert_nonnull (desk_price_check (DESK_PRICE_UNIT, "20.52"));
  g_assert_nonnull (desk_price_check (DESK_PRICE_DAY, "142.50"));
}

static void
test_a_price_that_is_no_number_is_doubted (void)
{
  g_assert_nonnull (desk_price_check (DESK_PRICE_RATE, "N/A"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tier-words/dollars", test_tier_of_dollars);
  g_test_add_func ("/tier-words/one-bound", test_tier_with_one_bound);
  g_test_add_func ("/tier-words/time", test_tier_of_time);
  g_test_add_func ("/tier-words/numbers-for-texts", test_tier_with_numbers_for_texts);
  g_test_add_func ("/tier-words/bounds-that-are-no-number", test_tier_with_bounds_that_are_no_number);
  g_test_add_func ("/tier-words/foreign-unit-or-no-bounds", test_tier_with_a_foreign_unit_or_no_bounds);
  g_test_add_func ("/duration-words/told-in-words", test_durations_are_told_in_words);
  g_test_add_func ("/duration-words/broken-ones-have-none", test_broken_durations_have_no_words);
  g_test_add_func ("/price-check/plausible-prices-pass", test_plausible_prices_pass);
  g_test_add_func ("/price-check/out-of-range-is-doubted", test_prices_out_of_range_are_doubted);
  g_test_add_func ("/price-check/no-number-is-doubted", test_a_price_that_is_no_number_is_doubted);

  return g_test_run ();
}
