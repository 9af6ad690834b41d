/* test-sheets.c: what the sheets of products, plans, invoices and income say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-catalogue.h"
#include "desk-sheets.h"
#include "ui-probe.h"

static DeskSheet *
make (const char *resource,
      const char *json)
{
  return desk_sheets_make (desk_catalogue_find (resource), ui_parse (json));
}

/* Returns: (nullable): the first line with that title, after @n others */
static DeskSheetLine *
find_nth (DeskSheet  *sheet,
          const char *title,
          guint       n)
{
  GListModel *lines = desk_sheet_get_lines (sheet);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(DeskSheetLine) line = g_list_model_get_item (lines, i);

      if (g_str_equal (line->title, title) && n-- == 0)
        return line; /* the sheet holds it */
    }

  return NULL;
}

static void
assert_value (DeskSheet  *sheet,
              const char *title,
              const char *value)
{
  DeskSheetLine *line = find_nth (sheet, title, 0);

  g_assert_nonnull (line);
  g_assert_cmpstr (line->value, ==, value);
}

static void
assert_says (DeskSheet  *sheet,
             const char *text)
{
  g_autofree char *all = desk_sheet_dup_text (sheet);

  if (strstr (all, text) == NULL)
    g_error ("“%s” is not in:\n%s", text, all);
}

static void
assert_says_not (DeskSheet  *sheet,
                 const char *text)
{
  g_autofree char *all = desk_sheet_dup_text (sheet);

  g_assert_null (strstr (all, text));
}

static void
test_every_part_of_an_empty_product_says_what_it_lacks (void)
{
  g_autoptr(DeskSheet) sheet = make ("banking.product-detail", "{\"name\":\"Saver\",\"fees\":[],\"features\":null}");

  assert_says (sheet, "No deposit rates are listed.");
  assert_says (sheet, "No lending rates are listed.");
  assert_says (sheet, "No fees are listed.");
  assert_says (sheet, "No features are listed.");
}

static void
test_a_rate_has_its_term_its_tiers_and_conditions (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("banking.product-detail",
          "{\"deposit_rates\":[{\"deposit_rate_type\":\"FIXED\",\"rate\":\"0.0435\",\"additional_value\":\"P1Y\","
          "\"calculation_frequency\":\"P1D\",\"tiers\":[{\"name\":\"Small\",\"unit_of_measure\":\"DOLLAR\","
          "\"minimum_value\":0,\"maximum_value\":\"50000\"}],"
          "\"applicability_conditions\":[{\"rate_applicability_type\":\"NEW_CUSTOMER\"}]}]}");
  DeskSheetLine *tier = find_nth (sheet, "$0 to $50,000", 0);

  assert_value (sheet, "Fixed · 1 year", "4.35 %");
  assert_says (sheet, "Calculated every day");
  g_assert_nonnull (tier);
  g_assert_cmpuint (tier->depth, ==, 1);
  g_assert_cmpstr (tier->value, ==, "4.35 %");
  g_assert_cmpuint (find_nth (sheet, "New customer", 0)->depth, ==, 1);
}

static void
test_a_tier_that_is_no_list_is_read (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("banking.product-detail",
          "{\"lending_rates\":[{\"lending_rate_type\":\"VARIABLE\",\"rate\":\"0.06\",\"comparison_rate\":\"0.0612\","
          "\"tiers\":{\"unit_of_measure\":\"PERCENT\",\"maximum_value\":\"80\","
          "\"applicability_conditions\":{\"rate_applicability_type\":\"ONLINE_ONLY\"}}}]}");

  g_assert_nonnull (find_nth (sheet, "Up to 80 %", 0));
  g_assert_cmpuint (find_nth (sheet, "Online only", 0)->depth, ==, 2);
  assert_says (sheet, "Comparison rate 6.12 %");
}

static void
test_a_doubtful_rate_stays_as_sent_and_is_marked (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("banking.product-detail",
          "{\"lending_rates\":[{\"lending_rate_type\":\"DISCOUNT\",\"rate\":\"3.43\"},"
          "{\"lending_rate_type\":\"PENALTY\",\"rate\":\"N/A\"}]}");

  assert_value (sheet, "Discount", "3.43");
  g_assert_nonnull (find_nth (sheet, "Discount", 0)->doubt);
  assert_value (sheet, "Penalty", "N/A");
  g_assert_nonnull (find_nth (sheet, "Penalty", 0)->doubt);
}

static void
test_a_fee_has_its_price_in_every_form (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("banking.product-detail",
          "{\"fees\":[{\"name\":\"new\",\"fee_type\":\"PERIODIC\",\"additional_value\":\"P1M\","
          "\"fixed_amount\":{\"amount\":\"5.00\"},\"fee_cap\":\"30.00\",\"fee_cap_period\":\"P1Y\"},"
          "{\"name\":\"old\",\"amount\":\"10\"},"
          "{\"name\":\"rate\",\"rate_based\":{\"rate_type\":\"TRANSACTION\",\"rate\":\"0.03\"}},"
          "{\"name\":\"old rate\",\"balance_rate\":\"0.01\"},"
          "{\"name\":\"range\",\"variable\":{\"fee_minimum\":\"1\",\"fee_maximum\":\"2\"}},"
          "{\"name\":\"abroad\",\"amount\":\"7\",\"currency\":\"USD\"},{\"name\":\"none\"}]}");

  assert_value (sheet, "new", "$5.00");
  assert_says (sheet, "Periodic · every month");
  assert_value (sheet, "Never more than", "$30.00");
  assert_value (sheet, "old", "$10.00");
  assert_value (sheet, "rate", "3 % · Transaction");
  assert_value (sheet, "old rate", "1 % · Balance");
  assert_value (sheet, "range", "$1.00 to $2.00");
  assert_value (sheet, "abroad", "USD 7.00");
  assert_value (sheet, "none", "Not stated");
}

static void
test_a_part_of_a_wrong_shape_is_shown_and_marked (void)
{
  g_autoptr(DeskSheet) sheet = make ("banking.product-detail", "{\"features\":\"none at all\",\"fees\":[7,null]}");

  assert_says (sheet, "none at all");
  assert_value (sheet, "Shown as it was sent", "7");
  g_assert_nonnull (find_nth (sheet, "Shown as it was sent", 0)->doubt);
  assert_says_not (sheet, "No features are listed.");
}

static void
test_a_large_product_is_a_sheet_at_once (void)
{
  g_autoptr(GString) json = g_string_new ("{\"lending_rates\":[");
  g_autoptr(DeskSheet) sheet = NULL;

  for (guint i = 0; i < 156; i++)
    g_string_append_printf (json, "%s{\"lending_rate_type\":\"FIXED\",\"rate\":\"0.05\",\"tiers\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
                            i > 0 ? "," : "");
  g_string_append (json, "]}");
  sheet = make ("banking.product-detail", json->str);
  g_assert_nonnull (find_nth (sheet, "Fixed", 155));
  g_assert_null (find_nth (sheet, "Fixed", 156));
}

#define PLAN(period) "{\"electricity_contract\":{\"tariff_period\":[" period "]}}"
#define PEAK "{\"type\":\"PEAK\",\"display_name\":\"Peak\",\"rates\":[{\"unit_price\":\"0.42\"}],\"time_of_use\":" \
  "[{\"days\":[\"BUSINESS_DAYS\"],\"start_time\":\"1500\",\"end_time\":\"2059\"}]}"

static DeskWeek *
find_week (DeskSheet *sheet)
{
  DeskSheetLine *line = find_nth (sheet, "When each price counts", 0);

  return line != NULL ? line->week : NULL;
}

static void
test_time_of_use_is_a_week_with_words (void)
{
  g_autoptr(DeskSheet) sheet = make ("energy.plan-detail", PLAN ("{\"time_of_use_rates\":[" PEAK "]}"));
  DeskWeek *week = find_week (sheet);
  const DeskWeekBlock *block;

  g_assert_nonnull (week);
  g_assert_cmpuint (desk_week_get_n_rows (week), ==, 7);
  g_assert_cmpuint (desk_week_get_n_blocks (week), ==, 5);
  block = desk_week_get_block (week, 4);
  g_assert_cmpuint (block->row, ==, 4);
  g_assert_cmpuint (block->start, ==, 900);
  g_assert_cmpuint (block->end, ==, 1260);
  g_assert_cmpstr (block->words, ==, "Peak, Monday to Friday, 15:00 to 21:00, $0.42 per kWh");
  assert_value (sheet, "Peak", "$0.42 per kWh");
  g_assert_cmpstr (find_nth (sheet, "Peak", 0)->note, ==, "Monday to Friday, 15:00 to 21:00");
}

static void
test_public_holidays_are_a_row_where_they_count (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.plan-detail",
          PLAN ("{\"time_of_use_rates\":[{\"type\":\"OFF_PEAK\",\"time_of_use\":[{\"days\":[\"PUBLIC_HOLIDAYS\"]}]}]}"));

  g_assert_cmpuint (desk_week_get_n_rows (find_week (sheet)), ==, 8);
  g_assert_cmpuint (desk_week_get_block (find_week (sheet), 0)->row, ==, 7);
}

static void
test_windows_that_cannot_be_read_are_marked (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.plan-detail",
          PLAN ("{\"time_of_use_rates\":[{\"type\":\"PEAK\",\"rates\":[{\"unit_price\":\"0.4\"}],"
                "\"time_of_use\":[{\"days\":[\"MON\"],\"start_time\":\"noon\",\"end_time\":\"1400\"}]}]}"));

  g_assert_null (find_week (sheet));
  assert_says (sheet, "\"noon\"");
  g_assert_nonnull (find_nth (sheet, "Peak", 0)->doubt);
}

static void
test_a_single_rate_with_steps (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.plan-detail",
          PLAN ("{\"daily_supply_charge\":\"1.155\",\"single_rate\":{\"display_name\":\"Anytime\",\"period\":\"P1D\",\"rates\":["
                "{\"unit_price\":\"0.30\",\"volume\":10},{\"unit_price\":\"0.35\"}]}}"));

  assert_value (sheet, "Daily supply charge", "$1.155");
  assert_value (sheet, "First 10 kWh every day", "$0.30 per kWh");
  assert_value (sheet, "Above that", "$0.35 per kWh");
}

static void
test_prices_in_cents_stay_as_sent_and_are_marked (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.plan-detail",
          PLAN ("{\"daily_supply_charges\":\"142.50\",\"single_rate\":{\"rates\":[{\"unit_price\":\"20.52\"}]}}"));

  assert_value (sheet, "Daily supply charge", "142.50");
  g_assert_nonnull (find_nth (sheet, "Daily supply charge", 0)->doubt);
  assert_value (sheet, "Single rate", "20.52 per kWh");
  g_assert_nonnull (find_nth (sheet, "Single rate", 0)->doubt);
}

static void
test_a_season_has_words (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.plan-detail",
          PLAN ("{\"display_name\":\"Summer\",\"start_date\":\"11-01\",\"end_date\":\"--02-29\"}"));

  g_assert_nonnull (find_nth (sheet, "Electricity · Summer, 1 Nov to 29 Feb", 0));
}

static void
test_an_old_controlled_load_is_read (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.plan-detail", "{\"electricity_contract\":{\"controlled_load\":[{\"display_name\":\"Hot water\","
                                "\"rates\":[{\"unit_price\":\"0.14\"}],\"daily_charge\":\"0.11\"}]}}");

  g_assert_nonnull (find_nth (sheet, "Controlled load · Hot water", 0));
  assert_value (sheet, "Single rate", "$0.14 per kWh");
  assert_value (sheet, "Daily supply charge", "$0.11");
}

static void
test_the_plan_of_an_account_is_shown (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.accounts",
          "{\"display_name\":\"Home\",\"plans\":[{\"nickname\":\"Sunny\",\"plan_detail\":"
          PLAN ("{\"time_of_use_rates\":[" PEAK "]}") "}]}");

  g_assert_nonnull (find_nth (sheet, "Sunny", 0));
  g_assert_nonnull (find_week (sheet));
}

static void
test_invoice_takes_credits_off_and_checks_its_sum (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.invoices",
          "{\"invoice_number\":\"7\",\"payment_status\":\"PAID\",\"invoice_amount\":\"75.00\","
          "\"electricity\":{\"total_usage_charges\":\"100.00\",\"total_generation_credits\":\"25.00\"}}");
  DeskSheetLine *title = find_nth (sheet, "Invoice 7", 0);

  g_assert_cmpstr (title->value, ==, "Paid");
  g_assert_cmpint (title->pill, ==, DESK_STATUS_PILL_GOOD);
  assert_value (sheet, "Generation credits", "−$25.00");
  assert_value (sheet, "Sum of the parts with GST", "$75.00");
  g_assert_null (find_nth (sheet, "Sum of the parts with GST", 0)->doubt);
  g_assert_null (find_nth (sheet, "Gas", 0));
}

static void
test_invoice_says_that_its_parts_do_not_add_up (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("energy.invoices", "{\"invoice_amount\":\"75.00\",\"gas\":{\"total_usage_charges\":\"75.01\"}}");

  assert_value (sheet, "Sum of the parts with GST", "$75.01");
  g_assert_nonnull (find_nth (sheet, "Sum of the parts with GST", 0)->doubt);
}

static void
test_invoice_in_credit_says_so (void)
{
  g_autoptr(DeskSheet) sheet = make ("energy.invoices", "{\"balance_at_issue\":\"-380.88\",\"invoice_amount\":\"\"}");

  assert_value (sheet, "Balance when it was issued", "−$380.88");
  assert_says (sheet, "In credit");
  assert_value (sheet, "Amount of this invoice", "Not stated");
}

static void
test_income_keeps_currencies_apart (void)
{
  g_autoptr(DeskSheet) sheet =
    make ("banking.income",
          "{\"income_summary\":{\"monthly_avg\":[{\"currency\":\"AUD\",\"income_monthly\":\"100\"},"
          "{\"currency\":\"USD\",\"income_monthly\":\"7\"}]},"
          "\"income_sources\":[{\"category\":\"INCOME_SALARY\",\"income_frequency\":\"FORTNIGHTLY\",\"income_total\":\"900\","
          "\"total_transactions\":9,\"period_from\":\"2026-05-28\",\"period_to\":\"2026-11-28\"}]}");

  g_assert_cmpstr (find_nth (sheet, "Average of a month", 0)->value, ==, "$100.00");
  g_assert_cmpstr (find_nth (sheet, "Average of a month", 1)->value, ==, "USD 7.00");
  g_assert_nonnull (find_nth (sheet, "Income salary", 0));
  assert_value (sheet, "Paid", "Every two weeks");
  assert_value (sheet, "Period", "28 May 2026 to 28 Nov 2026");
}

static void
test_income_without_sources_says_so (void)
{
  g_autoptr(DeskSheet) sheet = make ("banking.income", "{}");

  assert_says (sheet, "No sources of income were found.");
}

static void
test_any_record_is_a_sheet (void)
{
  static const char *const resources[] = {
    "banking.product-detail", "energy.plan-detail", "energy.accounts", "energy.invoices", "banking.income",
  };
  static const char *const records[] = {
    "null", "[]", "7", "\"x\"", "{}",
    "{\"fees\":{},\"deposit_rates\":[[]],\"lending_rates\":[{\"tiers\":[1]}],\"bundles\":[{}],\"card_art\":[{}]}",
    "{\"electricity_contract\":{\"tariff_period\":{\"time_of_use_rates\":{\"time_of_use\":{}}},\"fees\":[{}],"
    "\"solar_feed_in_tariff\":[1,{\"time_varying_tariffs\":{\"days\":[]}}],\"controlled_load\":[[]]},\"gas_contract\":7}",
    "{\"plans\":[1,{}],\"electricity\":[],\"income_sources\":[null,[],{}],\"income_summary\":\"x\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    for (guint j = 0; j < G_N_ELEMENTS (records); j++)
      {
        g_autoptr(DeskSheet) sheet = make (resources[i], records[j]);

        g_assert_cmpuint (g_list_model_get_n_items (desk_sheet_get_lines (sheet)), >, 0);
      }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add_func ("/sheets/" name, function)
  ADD ("product/every-part-says-what-it-lacks", test_every_part_of_an_empty_product_says_what_it_lacks);
  ADD ("product/a-rate-has-term-tiers-and-conditions", test_a_rate_has_its_term_its_tiers_and_conditions);
  ADD ("product/a-tier-that-is-no-list-is-read", test_a_tier_that_is_no_list_is_read);
  ADD ("product/a-doubtful-rate-stays-as-sent", test_a_doubtful_rate_stays_as_sent_and_is_marked);
  ADD ("product/a-fee-has-its-price-in-every-form", test_a_fee_has_its_price_in_every_form);
  ADD ("product/a-wrong-shape-is-shown-and-marked", test_a_part_of_a_wrong_shape_is_shown_and_marked);
  ADD ("product/a-large-one-is-a-sheet-at-once", test_a_large_product_is_a_sheet_at_once);
  ADD ("plan/time-of-use-is-a-week-with-words", test_time_of_use_is_a_week_with_words);
  ADD ("plan/public-holidays-are-a-row", test_public_holidays_are_a_row_where_they_count);
  ADD ("plan/windows-that-cannot-be-read-are-marked", test_windows_that_cannot_be_read_are_marked);
  ADD ("plan/a-single-rate-with-steps", test_a_single_rate_with_steps);
  ADD ("plan/prices-in-cents-stay-as-sent", test_prices_in_cents_stay_as_sent_and_are_marked);
  ADD ("plan/a-season-has-words", test_a_season_has_words);
  ADD ("plan/an-old-controlled-load-is-read", test_an_old_controlled_load_is_read);
  ADD ("plan/of-an-account-is-shown", test_the_plan_of_an_account_is_shown);
  ADD ("invoice/credits-are-taken-off", test_invoice_takes_credits_off_and_checks_its_sum);
  ADD ("invoice/says-that-parts-do-not-add-up", test_invoice_says_that_its_parts_do_not_add_up);
  ADD ("invoice/in-credit-says-so", test_invoice_in_credit_says_so);
  ADD ("income/keeps-currencies-apart", test_income_keeps_currencies_apart);
  ADD ("income/without-sources-says-so", test_income_without_sources_says_so);
  ADD ("any-record-is-a-sheet", test_any_record_is_a_sheet);
#undef ADD

  return g_test_run ();
}
