/* test-income.c: income, and the categories that it depends on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <string.h>

#include "desk-sandbox-category.h"
#include "desk-sandbox-income.h"
#include "desk-sandbox-money.h"

static void
add_pay (Sandbox    *sandbox,
         const char *account_id,
         const char *day,
         const char *amount,
         const char *more)
{
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");
  g_autofree char *json = g_strdup_printf (
    "{\"account_id\":\"%s\",\"amount\":\"%s\",\"status\":\"POSTED\",\"posting_date_time\":\"%sT09:00:00+11:00\"%s}",
    account_id, amount, day, more);

  g_assert_true (desk_sandbox_customer_add_record (ada, "banking.transactions", json, NULL));
}

#define SALARY ",\"category\":{\"primary_category\":\"INCOME\",\"secondary_category\":\"INCOME_SALARY\"}"

static char *
link_pay (Sandbox *sandbox)
{
  char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");

  add_pay (sandbox, "a1", "2025-12-08", "5883.33", SALARY ",\"merchant_name\":\"Acme\"");
  add_pay (sandbox, "a1", "2026-01-08", "5883.33", SALARY ",\"merchant_name\":\"Acme\"");
  add_pay (sandbox, "a1", "2026-02-08", "5883.34", SALARY ",\"merchant_name\":\"Acme\"");
  add_pay (sandbox, "a2", "2026-02-09", "10.00", SALARY ",\"merchant_name\":\"Acme\"");
  add_pay (sandbox, "a1", "2026-02-10", "20.00", SALARY ",\"merchant_name\":\"Other\"");
  add_pay (sandbox, "a1", "2026-02-11", "7.00", SALARY ",\"merchant_name\":\"Acme\",\"currency\":\"USD\"");
  add_pay (sandbox, "a1", "2026-02-12", "-4.00", SALARY ",\"merchant_name\":\"Acme\"");
  add_pay (sandbox, "a1", "2025-08-01", "100.00", SALARY ",\"merchant_name\":\"Acme\"");
  return id;
}

static void
test_account (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  g_autofree char *id = link_pay (sandbox);

  sandbox_get (sandbox, "/banking/income?end_user_id=%s&account_id=a2", id);
  g_assert_cmpuint (sandbox_count (sandbox, "income_sources"), ==, 1);
  sandbox_assert (sandbox, "income_sources.0.account_id", "a2");
  sandbox_assert (sandbox, "income_sources.0.institution_id", "1");
  sandbox_assert (sandbox, "income_sources.0.category", "INCOME_SALARY");
  sandbox_assert (sandbox, "income_sources.0.currency", "AUD");
  sandbox_assert (sandbox, "income_sources.0.income_total", "10.00");
  sandbox_assert (sandbox, "income_summary.total_transactions", "1");
  sandbox_get (sandbox, "/banking/income?end_user_id=%s&account_id=a2&account_id=a1", id);
  g_assert_cmpuint (sandbox_count (sandbox, "income_sources"), ==, 4);
}

static void
test_window (Sandbox       *sandbox,
             gconstpointer  user_data)
{
  g_autofree char *id = link_pay (sandbox);

  sandbox_get (sandbox, "/banking/income?end_user_id=%s", id);
  sandbox_assert (sandbox, "income_summary.period_from", "2025-09-01");
  sandbox_assert (sandbox, "income_summary.period_to", "2026-03-01");
  sandbox_assert (sandbox, "income_summary.total_transactions", "6");
  sandbox_get (sandbox, "/banking/income?end_user_id=%s&from=2025-08-01&to=2026-01-08", id);
  sandbox_assert (sandbox, "income_summary.total_transactions", "3");
  sandbox_assert (sandbox, "income_sources.0.period_from", "2025-08-01");
  sandbox_get (sandbox, "/banking/income?end_user_id=%s&from=2025-08-02&to=2026-01-07", id);
  sandbox_assert (sandbox, "income_summary.total_transactions", "1");
}

static void
test_summary (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  g_autofree char *id = link_pay (sandbox);

  sandbox_get (sandbox, "/banking/income?end_user_id=%s", id);
  sandbox_assert (sandbox, "income_summary.total.0.currency", "USD");
  sandbox_assert (sandbox, "income_summary.monthly_avg.0.income_monthly", "7.00");
  sandbox_assert (sandbox, "income_summary.total.1.currency", "AUD");
  sandbox_assert (sandbox, "income_summary.total.1.income_total", "17680.00");
  sandbox_assert (sandbox, "income_summary.monthly_avg.1.income_monthly", "5893.33");
  sandbox_assert (sandbox, "income_summary.monthly_median.1.income_monthly", "5883.33");
}

static void
test_rows (Sandbox       *sandbox,
           gconstpointer  user_data)
{
  g_autofree char *id = link_pay (sandbox);
  g_autofree char *fiskil_id = NULL;

  sandbox_get (sandbox, "/banking/income?end_user_id=%s&account_id=a2", id);
  fiskil_id = sandbox_dup (sandbox, "income_sources.0.transactions.0.fiskil_id");
  g_assert_true (g_str_has_prefix (fiskil_id, "bank_tx_"));
  sandbox_assert (sandbox, "income_sources.0.transactions.0.amount", "10.00");
}

static void
test_consent (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  g_autofree char *id = link_pay (sandbox);
  g_autofree char *other_id = sandbox_add_end_user (sandbox, "b@example.com");
  g_autofree char *narrow = sandbox_grant (sandbox, other_id, "1", "ada", ",\"account_ids\":[\"a2\"]");
  g_autofree char *third_id = sandbox_add_end_user (sandbox, "c@example.com");
  g_autofree char *without = sandbox_grant (sandbox, third_id, "1", "ada", ",\"permissions\":[\"accounts\"]");

  sandbox_get (sandbox, "/banking/income?end_user_id=%s", other_id);
  g_assert_cmpuint (sandbox_count (sandbox, "income_sources"), ==, 1);
  sandbox_get (sandbox, "/banking/income?end_user_id=%s", third_id);
  g_assert_cmpuint (sandbox_count (sandbox, "income_sources"), ==, 0);
  sandbox_assert (sandbox, "income_summary.total_transactions", "0");
}

static void
test_refused (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  static const char *const wrong[] = {
    "", "end_user_id=", "end_user_id=x&from=2026-01-01T00:00:00Z", "end_user_id=x&to=now", "end_user_id=x&from=2026-02-02&to=2026-02-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      sandbox_get (sandbox, "/banking/income?%s", wrong[i]);
      g_assert_cmpuint (sandbox->status, ==, 400);
      sandbox_assert (sandbox, "name", "InvalidRequest");
    }

  sandbox_get (sandbox, "/banking/income?end_user_id=x&to=0001-01-01");
  g_assert_cmpuint (sandbox->status, ==, 200);
}

static char *
add_up (const char *const *days)
{
  g_autoptr(DeskSandboxIncome) income = NULL;
  GDate from;
  GDate to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_dmy (&from, 1, 1, 2026);
  g_date_set_dmy (&to, 31, 12, 2026);
  income = desk_sandbox_income_new (&from, &to);
  for (guint i = 0; days[i] != NULL; i++)
    {
      g_autofree char *row = g_strdup_printf ("{\"amount\":\"1\",\"posting_date_time\":\"%sT00:00:00Z\"}", days[i]);

      desk_sandbox_income_add (income, (DeskJsonSlice) { row, strlen (row) }, "INCOME_SALARY");
    }

  return desk_sandbox_income_to_json (income);
}

static void
test_frequency (void)
{
  static const char *const weekly[] = { "2026-03-01", "2026-03-08", "2026-03-15", NULL };
  static const char *const fortnightly[] = { "2026-03-29", "2026-03-01", "2026-03-15", NULL };
  static const char *const monthly[] = { "2026-03-01", "2026-04-01", NULL };
  g_autofree char *first = add_up (weekly);
  g_autofree char *second = add_up (fortnightly);
  g_autofree char *third = add_up (monthly);

  g_assert_nonnull (strstr (first, "\"income_frequency\":\"WEEKLY\""));
  g_assert_nonnull (strstr (second, "\"income_frequency\":\"BIWEEKLY\""));
  g_assert_nonnull (strstr (third, "\"income_frequency\":\"MONTHLY\""));
}

static void
test_pending (void)
{
  const char *row = "{\"amount\":\"1\",\"status\":\"PENDING\",\"execution_date_time\":\"2026-03-01T00:00:00Z\"}";
  g_autofree char *text = NULL;
  g_autoptr(DeskSandboxIncome) income = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 3, 2026);
  income = desk_sandbox_income_new (&day, &day);
  desk_sandbox_income_add (income, (DeskJsonSlice) { row, strlen (row) }, "INCOME_SALARY");
  text = desk_sandbox_income_to_json (income);
  g_assert_nonnull (strstr (text, "\"income_sources\":[]"));
}

static void
assert_divided (const char *amount,
                guint       divisor,
                const char *expected)
{
  g_autoptr(DeskDecimal) decimal = desk_decimal_new_from_string (amount, NULL);
  g_autofree char *text = desk_sandbox_money_divide (decimal, divisor);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_divide (void)
{
  assert_divided ("17650.00", 3, "5883.33");
  assert_divided ("2", 3, "0.67");
  assert_divided ("0.01", 2, "0.01");
  assert_divided ("99.99", 1, "99.99");
  assert_divided ("1.99999", 2, "1.00");
  assert_divided ("123456789012345678.90", 2, "61728394506172839.45");
}

static void
test_money (void)
{
  g_autoptr(DeskDecimal) decimal = desk_decimal_new_from_string ("1234.5", NULL);
  g_autofree char *padded = desk_sandbox_money_to_string (decimal, 2);
  g_autofree char *plain = desk_sandbox_money_to_string (decimal, 0);

  g_assert_cmpstr (padded, ==, "1234.50");
  g_assert_cmpstr (plain, ==, "1234.5");
}

static void
test_taxonomy (void)
{
  g_autofree char *food = desk_sandbox_category_dup_primary ("FOOD_AND_DRINK_GROCERIES");
  g_autofree char *power = desk_sandbox_category_dup_primary ("RENT_AND_UTILITIES_GAS_AND_ELECTRICITY");
  g_autofree char *unknown = desk_sandbox_category_dup_primary ("FOOD_AND_DRINK_ROCKS");
  g_autofree char *primary = desk_sandbox_category_dup_primary ("FOOD_AND_DRINK");

  g_assert_cmpstr (food, ==, "FOOD_AND_DRINK");
  g_assert_cmpstr (power, ==, "RENT_AND_UTILITIES");
  g_assert_null (unknown);
  g_assert_null (primary);
}

/* The transaction t1 of Ada, whatever its id is. */
static char *
dup_transaction_id (Sandbox    *sandbox,
                    const char *end_user_id)
{
  sandbox_get (sandbox, "/banking/transactions?end_user_id=%s&account_id=a2", end_user_id);
  sandbox_assert (sandbox, "transactions.0.transaction_id", "t3");
  return sandbox_dup (sandbox, "transactions.0.fiskil_id");
}

static void
test_override (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *transaction_id = dup_transaction_id (sandbox, id);
  g_autofree char *message = NULL;

  sandbox_post (sandbox, "/banking/transactions/category",
                "{\"fiskil_transaction_id\":\"%s\",\"secondary_category\":\"MEDICAL_DENTAL_CARE\"}", transaction_id);
  g_assert_cmpuint (sandbox->status, ==, 200);
  message = sandbox_dup (sandbox, "message");
  g_assert_nonnull (message);

  sandbox_get (sandbox, "/banking/transactions?end_user_id=%s&secondary_category=MEDICAL_DENTAL_CARE", id);
  g_assert_cmpuint (sandbox_count (sandbox, "transactions"), ==, 1);
  sandbox_assert (sandbox, "transactions.0.transaction_id", "t3");
  sandbox_assert (sandbox, "transactions.0.arrangement_id", consent);
  sandbox_assert (sandbox, "transactions.0.category.primary_category", "MEDICAL");
  sandbox_assert (sandbox, "transactions.0.category.secondary_category", "MEDICAL_DENTAL_CARE");
  sandbox_assert (sandbox, "transactions.0.category.confidence_level", "VERY_HIGH");
  sandbox_get (sandbox, "/banking/transactions?end_user_id=%s&secondary_category=PAY_Y", id);
  g_assert_cmpuint (sandbox_count (sandbox, "transactions"), ==, 0);

  sandbox_control (sandbox, "/reset", "{}");
  g_assert_cmpuint (desk_sandbox_state_get_n_categories (sandbox->state), ==, 0);
}

static void
test_override_refused (Sandbox       *sandbox,
                       gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", ",\"account_ids\":[\"a2\"]");
  g_autofree char *transaction_id = dup_transaction_id (sandbox, id);

  sandbox_post (sandbox, "/banking/transactions/category", "{\"secondary_category\":\"INCOME_SALARY\"}%s", "");
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_post (sandbox, "/banking/transactions/category", "{\"fiskil_transaction_id\":\"%s\"}", transaction_id);
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_post (sandbox, "/banking/transactions/category",
                "{\"fiskil_transaction_id\":\"%s\",\"secondary_category\":\"NONE\"}", transaction_id);
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_assert (sandbox, "name", "InvalidRequest");
  sandbox_assert (sandbox, "fault", NULL);
  sandbox_post (sandbox, "/banking/transactions/category",
                "{\"fiskil_transaction_id\":\"bank_tx_0\",\"secondary_category\":\"INCOME_SALARY\"}%s", "");
  g_assert_cmpuint (sandbox->status, ==, 400);
  g_assert_cmpuint (desk_sandbox_state_get_n_categories (sandbox->state), ==, 0);
}

static void
test_kept (void)
{
  g_autofree char *directory = g_dir_make_tmp ("desk-test-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (directory, "state.json", NULL);
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_open (directory, SANDBOX_SEED, NULL, NULL);
  g_autoptr(DeskSandboxState) again = NULL;

  desk_sandbox_state_set_category (state, "bank_tx_1", "INCOME_SALARY");
  desk_sandbox_state_set_category (state, "bank_tx_2", "NOT_IN_THE_TAXONOMY");
  desk_sandbox_state_save (state);
  again = desk_sandbox_state_open (directory, SANDBOX_SEED, NULL, NULL);
  g_assert_cmpstr (desk_sandbox_state_get_category (again, "bank_tx_1"), ==, "INCOME_SALARY");
  g_assert_null (desk_sandbox_state_get_category (again, "bank_tx_2"));
  g_assert_null (desk_sandbox_state_get_category (again, "bank_tx_3"));
}

/* What the consent is not about cannot be changed either. */
static void
test_override_of_another_account (Sandbox       *sandbox,
                                  gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", ",\"account_ids\":[\"a1\"]");
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");
  g_autofree char *other_id =
    desk_sandbox_record_dup_fiskil_id (desk_sandbox_customer_get_record (ada, "banking.transactions", 1));

  sandbox_post (sandbox, "/banking/transactions/category",
                "{\"fiskil_transaction_id\":\"%s\",\"secondary_category\":\"INCOME_SALARY\"}", other_id);
  g_assert_cmpuint (sandbox->status, ==, 400);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Sandbox *sandbox, gconstpointer user_data);
  } tests[] = {
    { "/income/of-accounts", test_account },
    { "/income/of-a-period", test_window },
    { "/income/sums-by-currency", test_summary },
    { "/income/shows-its-transactions", test_rows },
    { "/income/under-consent-only", test_consent },
    { "/income/refuses-wrong-queries", test_refused },
    { "/category/is-changed-for-later-reads", test_override },
    { "/category/refuses-what-is-not-there", test_override_refused },
    { "/category/refuses-what-is-not-shared", test_override_of_another_account },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);
  g_test_add_func ("/income/finds-the-frequency", test_frequency);
  g_test_add_func ("/income/leaves-pending-out", test_pending);
  g_test_add_func ("/money/divides-exactly", test_divide);
  g_test_add_func ("/money/has-no-separators", test_money);
  g_test_add_func ("/category/belongs-to-a-primary", test_taxonomy);
  g_test_add_func ("/category/is-kept-with-the-state", test_kept);

  return g_test_run ();
}
