/* hazards-absence.c: hazards 1 to 5: absence in five forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include "desk-account-names.h"
#include "desk-json-read.h"

static void
test_null (DeskJsonPage *page)
{
  hazard_assert_words ("banking.balances", page, 0, "current_balance", "");
  hazard_assert_words ("banking.balances", page, 0, "currency", "");
  hazard_assert_words ("banking.balances", page, 0, "purses", "");
  hazard_assert_words ("banking.balances", page, 1, "available_balance", "");
  hazard_assert_totals ("banking.balances", page, "current_balance", "AUD 7.25 1/1");
  hazard_assert_totals ("banking.balances", page, "available_balance", "AUD 5.00 1/1");
}

static void
test_empty_text (DeskJsonPage *page)
{
  hazard_assert_words ("energy.invoices", page, 0, "balance_at_issue", "");
  hazard_assert_words ("energy.invoices", page, 0, "due_date", "");
  hazard_assert_words ("energy.invoices", page, 0, "payment_status", "");
  hazard_assert_totals ("energy.invoices", page, "balance_at_issue", "AUD 4.05 1/3");
  hazard_assert_totals ("energy.invoices", page, "invoice_amount", "AUD 12.10 1/3");
  hazard_assert_words ("banking.balances", page, 2, "current_balance", "1.00");
  hazard_assert_usage (page, 3, "1.5", "0", 1);
}

static void
test_mandatory_field_missing (DeskJsonPage *page)
{
  g_autoptr(DeskStore) store = hazard_store ("banking.scheduled-payments", page, 0);

  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.scheduled-payments"), ==, 3);
  hazard_assert_words ("banking.scheduled-payments", page, 0, "payment_set.0.amount", "");
  hazard_assert_words ("banking.scheduled-payments", page, 1, "status", "");
}

static void
test_empty_arrays (DeskJsonPage *page)
{
  g_autoptr(DeskStore) store = hazard_store ("energy.accounts", page, 0);
  g_autoptr(DeskJsonPage) nothing = hazard_page_of (hazard_extra (page, "empty"));
  g_autoptr(DeskStore) empty_store = hazard_store ("energy.accounts", nothing, 0);
  g_auto(GStrv) names = desk_json_read_texts (hazard_value (page, 0, ""), "middle_names");
  g_autoptr(DeskUsagePeriod) day = hazard_usage (page, 1);

  g_assert_cmpuint (g_strv_length (names), ==, 0);
  g_assert_cmpuint (desk_json_slice_count (hazard_value (page, 0, "plans.0.service_point_ids")), ==, 0);
  g_assert_cmpuint (day->n_substituted, ==, 0);
  g_assert_cmpuint (fixture_count (empty_store, FIXTURE_USER, NULL, "energy.accounts"), ==, 0);
}

static void
assert_account_is_called (DeskStore  *store,
                          const char *account_id,
                          const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) names = NULL;
  g_autoptr(GError) error = NULL;
  const DeskAccountName *name = NULL;

  desk_account_names_load_async (store, FIXTURE_USER, NULL, fixture_keep_result, &result);
  names = desk_account_names_load_finish (store, fixture_wait (&result), &error);
  g_assert_no_error (error);
  name = g_hash_table_lookup (names, account_id);
  g_assert_nonnull (name);
  g_assert_cmpstr (name->name, ==, expected);
}

static void
test_sentinels (DeskJsonPage *page)
{
  g_autoptr(DeskStore) store = hazard_store ("banking.accounts", page, 0);

  assert_account_is_called (store, "a-1", "Everyday");
  hazard_assert_words ("banking.product-detail", page, 0, "lending_rates.0.rate", "N/A");
  hazard_assert_words ("banking.product-detail", page, 0, "lending_rates.0.comparison_rate", "");
  hazard_assert_words ("banking.accounts", page, 1, "nickname", "");
  g_assert_cmpuint (desk_json_slice_count (hazard_value (page, 2, "geography.included_postcodes")), ==, 4);
  hazard_assert_words ("energy.plan-detail", page, 2, "geography.included_postcodes.2", "0800");
}

void
hazards_add_absence (void)
{
  hazard_add ("01-null", test_null);
  hazard_add ("02-empty-text", test_empty_text);
  hazard_add ("03-mandatory-field-missing", test_mandatory_field_missing);
  hazard_add ("04-empty-arrays", test_empty_arrays);
  hazard_add ("05-sentinels", test_sentinels);
}
