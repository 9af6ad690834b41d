/* test-demo.c: the institutions and customers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo.h"

#include <string.h>

#include "desk-date.h"
#include "desk-decimal.h"
#include "desk-json.h"
#include "desk-sandbox-demo-ledger.h"
#include "desk-sandbox-demo-usage.h"
#include "desk-sandbox-demo-writer.h"
#include "desk-sandbox-persona-file.h"

/* Half past midnight on the 21st in Sydney, still the 20th in AEST. */
#define NOW "2026-11-20T13:30:00Z"

/* The personas at the head of the list have a bank and a retailer each, so that their customers alternate. */
#define N_FULL 2

static gint64
get_now (void)
{
  gint64 now = 0;

  g_assert_true (desk_instant_parse (NOW, &now, NULL));
  return now;
}

static DeskSandboxDirectory *
make_demo (guint64 seed)
{
  DeskSandboxDirectory *directory = desk_sandbox_directory_new ();

  desk_sandbox_demo_add_customers (directory, seed, get_now ());
  return directory;
}

static GPtrArray *
get_records (DeskSandboxDirectory *directory,
             guint                 customer,
             const char           *data_set)
{
  GPtrArray *customers = desk_sandbox_directory_get_customers (directory);
  GPtrArray *records = desk_sandbox_customer_get_records (g_ptr_array_index (customers, customer), data_set);

  g_assert_nonnull (records);
  return records;
}

static DeskJsonSlice
get_record (GPtrArray *records,
            guint      i)
{
  const DeskSandboxRecord *record = g_ptr_array_index (records, i);
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (record->json, record->length, &slice, NULL));
  return slice;
}

static char *
dup_text (DeskJsonSlice  record,
          const char    *path)
{
  return desk_json_slice_dup_text (desk_json_slice_get_path (record, path));
}

static DeskDecimal *
get_decimal (DeskJsonSlice  record,
             const char    *path)
{
  g_autofree char *text = dup_text (record, path);
  DeskDecimal *decimal = desk_decimal_new_from_string (text, NULL);

  g_assert_nonnull (decimal);
  return decimal;
}

static char *
join_everything (guint64 seed)
{
  static const char *const data_sets[] = {
    "banking.accounts", "banking.balances", "banking.transactions",
    "energy.accounts", "energy.service-points", "energy.usage", "common.identity",
  };
  g_autoptr(DeskSandboxDirectory) directory = make_demo (seed);
  GPtrArray *customers = desk_sandbox_directory_get_customers (directory);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < 2 * N_FULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (data_sets); j++)
        {
          GPtrArray *records = desk_sandbox_customer_get_records (g_ptr_array_index (customers, i), data_sets[j]);

          for (guint k = 0; records != NULL && k < records->len; k++)
            g_string_append (all, ((DeskSandboxRecord *) g_ptr_array_index (records, k))->json);
        }
    }

  return g_string_free (all, FALSE);
}

static void
test_comes_from_the_seed (void)
{
  g_autofree char *first = join_everything (1);
  g_autofree char *again = join_everything (1);
  g_autofree char *other = join_everything (2);

  g_assert_true (g_str_equal (first, again));
  g_assert_false (g_str_equal (first, other));
}

static void
test_fills_every_place (void)
{
  g_autofree char *all = join_everything (1);

  g_assert_null (strstr (all, "{{"));
}

static void
test_full_customers_come_first (void)
{
  static const struct { const char *institution; const char *login; } expected[] = {
    { "88888", "mia.chen@example.com" }, { "88801", "mia.chen@example.com" },
    { "88888", "tom.reid@example.com" }, { "88801", "tom.reid@example.com" },
  };
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *customers = desk_sandbox_directory_get_customers (directory);

  g_assert_cmpuint (customers->len, >, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);

      g_assert_cmpstr (desk_sandbox_customer_get_institution_id (customer), ==, expected[i].institution);
      g_assert_cmpstr (desk_sandbox_customer_get_login (customer), ==, expected[i].login);
      g_assert_nonnull (desk_sandbox_directory_find_institution (directory, expected[i].institution));
    }
}

static void
test_accounts_can_be_chosen (void)
{
  static const guint n_accounts[] = { 4, 1, 2, 1 };
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *customers = desk_sandbox_directory_get_customers (directory);

  for (guint i = 0; i < G_N_ELEMENTS (n_accounts); i++)
    {
      GPtrArray *accounts = desk_sandbox_customer_get_accounts (g_ptr_array_index (customers, i));
      GPtrArray *records = get_records (directory, i, i % 2 == 0 ? "banking.accounts" : "energy.accounts");

      g_assert_cmpuint (accounts->len, ==, n_accounts[i]);
      g_assert_cmpuint (records->len, ==, n_accounts[i]);
      for (guint j = 0; j < accounts->len; j++)
        {
          const DeskSandboxAccount *account = g_ptr_array_index (accounts, j);
          g_autofree char *account_id = dup_text (get_record (records, j), "account_id");
          g_autofree char *name = dup_text (get_record (records, j), "display_name");

          g_assert_cmpstr (account->account_id, ==, account_id);
          g_assert_cmpstr (account->display_name, ==, name);
          g_assert_nonnull (account->masked_number);
          g_assert_nonnull (account->description);
          g_assert_cmpuint (account->service_point_ids->len, ==, i % 2);
        }
    }
}

static void
assert_fields (DeskSandboxDirectory *directory,
               guint                 customer,
               const char           *data_set,
               const char *const    *fields)
{
  GPtrArray *records = get_records (directory, customer, data_set);

  for (guint i = 0; i < records->len; i++)
    {
      for (guint j = 0; fields[j] != NULL; j++)
        {
          if (desk_json_slice_get_kind (desk_json_slice_get_path (get_record (records, i), fields[j])) == DESK_JSON_KIND_NONE)
            g_error ("A record of %s has no %s", data_set, fields[j]);
        }
    }
}

/* The fields that the standard makes mandatory (fiskil-api.md 9). */
static void
test_has_mandatory_fields (void)
{
  static const char *const account[] = { "account_id", "display_name", "account_ownership", "masked_number",
                                         "product_category", "product_name", NULL };
  static const char *const balance[] = { "account_id", "current_balance", "available_balance", NULL };
  static const char *const transaction[] = { "account_id", "is_detail_available", "type", "status", "description",
                                             "amount", "reference", "extended_data", "execution_date_time",
                                             "category.secondary_category", NULL };
  static const char *const energy_account[] = { "account_id", "plans.0.service_point_ids.0",
                                                "plans.0.plan_detail.electricity_contract.tariff_period.0.rate_block_u_type", NULL };
  static const char *const service_point[] = { "service_point_id", "national_metering_id", "service_point_classification",
                                               "service_point_status", "jurisdiction_code", "valid_from_date",
                                               "last_update_date_time", "distribution_loss_factor.loss_value",
                                               "related_participants.0.party", "location.paf.postcode",
                                               "meters.0.registers.0.register_id", NULL };
  static const char *const usage[] = { "service_point_id", "register_suffix", "meter_id", "read_start_date",
                                       "unit_of_measure", "read_u_type", "interval_read.aggregate_value", NULL };
  static const char *const identity[] = { "customer.person.last_name", "customer.person.middle_names",
                                          "customer.person.phone_numbers.0.full_number",
                                          "customer.person.email_addresses.0.address",
                                          "customer.person.physical_addresses.0.purpose", NULL };
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);

  for (guint i = 0; i < 4; i += 2)
    {
      assert_fields (directory, i, "banking.accounts", account);
      assert_fields (directory, i, "banking.balances", balance);
      assert_fields (directory, i, "banking.transactions", transaction);
      assert_fields (directory, i, "common.identity", identity);
      assert_fields (directory, i + 1, "energy.accounts", energy_account);
      assert_fields (directory, i + 1, "energy.service-points", service_point);
      assert_fields (directory, i + 1, "energy.usage", usage);
      assert_fields (directory, i + 1, "common.identity", identity);
    }
}

static DeskDecimal *
add_up (GPtrArray  *transactions,
        const char *account_id,
        gint64      opening,
        const char *status)
{
  g_autofree char *text = desk_sandbox_demo_format_amount (opening);
  DeskDecimal *sum = desk_decimal_new_from_string (text, NULL);

  for (guint i = 0; i < transactions->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (transactions, i);

      if (g_str_equal (record->account_id, account_id) && g_str_equal (record->status, status))
        {
          g_autoptr(DeskDecimal) amount = get_decimal (get_record (transactions, i), "amount");

          desk_decimal_add (sum, amount);
        }
    }

  return sum;
}

static void
test_balances_tie_out (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);

  for (guint i = 0; i < N_FULL; i++)
    {
      const DeskSandboxPersona *persona = g_ptr_array_index (personas, i);
      GPtrArray *balances = get_records (directory, 2 * i, "banking.balances");
      GPtrArray *transactions = get_records (directory, 2 * i, "banking.transactions");

      for (guint role = 0; role < balances->len; role++)
        {
          DeskJsonSlice balance = get_record (balances, role);
          g_autofree char *account_id = dup_text (balance, "account_id");
          g_autoptr(DeskDecimal) current = get_decimal (balance, "current_balance");
          g_autoptr(DeskDecimal) sum = add_up (transactions, account_id, persona->opening[role], "POSTED");

          g_assert_cmpint (desk_decimal_compare (current, sum), ==, 0);
        }
    }
}

static void
test_pending_is_not_available (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *balances = get_records (directory, 0, "banking.balances");
  GPtrArray *transactions = get_records (directory, 0, "banking.transactions");
  static const DeskSandboxRole roles[] = { DESK_SANDBOX_ROLE_EVERYDAY, DESK_SANDBOX_ROLE_CARD };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      DeskJsonSlice balance = get_record (balances, roles[i]);
      g_autofree char *account_id = dup_text (balance, "account_id");
      g_autoptr(DeskDecimal) available = get_decimal (balance, "available_balance");
      g_autoptr(DeskDecimal) current = get_decimal (balance, "current_balance");
      g_autoptr(DeskDecimal) expected = add_up (transactions, account_id, 0, "PENDING");

      desk_decimal_add (expected, current);
      if (roles[i] == DESK_SANDBOX_ROLE_CARD)
        {
          g_autoptr(DeskDecimal) limit = get_decimal (balance, "credit_limit");

          desk_decimal_add (expected, limit);
        }
      g_assert_cmpint (desk_decimal_compare (available, expected), ==, 0);
    }
}

static void
test_pending_is_not_posted (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);

  for (guint i = 0; i < 4; i += 2)
    {
      GPtrArray *transactions = get_records (directory, i, "banking.transactions");
      guint n_pending = 0;

      for (guint j = 0; j < transactions->len; j++)
        {
          const DeskSandboxRecord *record = g_ptr_array_index (transactions, j);
          g_autofree char *posting = dup_text (get_record (transactions, j), "posting_date_time");
          gboolean pending = g_str_equal (record->status, "PENDING");

          g_assert_true (pending == (posting == NULL));
          g_assert_cmpint (record->instant, <=, get_now ());
          n_pending += pending ? 1 : 0;
        }
      g_assert_cmpuint (n_pending, >=, 3);
      g_assert_cmpuint (n_pending, <=, 5);
    }
}

static void
test_has_years_of_transactions (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *transactions = get_records (directory, 0, "banking.transactions");
  const DeskSandboxRecord *oldest = g_ptr_array_index (transactions, transactions->len - 1);

  g_assert_cmpuint (transactions->len, >=, 1900);
  g_assert_cmpuint (transactions->len, <=, 2700);
  g_assert_cmpint ((get_now () - oldest->instant) / (24 * G_TIME_SPAN_HOUR), >=, 360);
}

static void
test_transfers_match (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *transactions = get_records (directory, 0, "banking.transactions");
  g_autoptr(GHashTable) sides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_matched = 0;

  for (guint i = 0; i < transactions->len; i++)
    {
      g_autofree char *reference = dup_text (get_record (transactions, i), "reference");
      gpointer other;

      if (reference[0] != 'T')
        continue;

      if (g_hash_table_lookup_extended (sides, reference, NULL, &other))
        {
          g_autoptr(DeskDecimal) sum = get_decimal (get_record (transactions, i), "amount");
          g_autoptr(DeskDecimal) amount = get_decimal (get_record (transactions, GPOINTER_TO_UINT (other)), "amount");
          const DeskSandboxRecord *one = g_ptr_array_index (transactions, i);
          const DeskSandboxRecord *two = g_ptr_array_index (transactions, GPOINTER_TO_UINT (other));

          desk_decimal_add (sum, amount);
          g_assert_true (desk_decimal_is_zero (sum));
          g_assert_cmpstr (one->account_id, !=, two->account_id);
          g_assert_cmpint (one->instant, ==, two->instant);
          g_hash_table_remove (sides, reference);
          n_matched++;
        }
      else
        {
          g_hash_table_insert (sides, g_steal_pointer (&reference), GUINT_TO_POINTER (i));
        }
    }

  g_assert_cmpuint (g_hash_table_size (sides), ==, 0);
  g_assert_cmpuint (n_matched, >=, 45);
}

static void
test_transaction_ids_are_unique (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *transactions = get_records (directory, 0, "banking.transactions");
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < transactions->len; i++)
    g_assert_true (g_hash_table_add (ids, dup_text (get_record (transactions, i), "transaction_id")));
}

/* The local hour of @time, or the weekday of its local day. */
static int
get_local_hour (const char *time)
{
  return g_ascii_digit_value (time[11]) * 10 + g_ascii_digit_value (time[12]);
}

static GDateWeekday
get_local_weekday (const char *time)
{
  g_autofree char *day = g_strndup (time, 10);
  GDate date;

  g_assert_true (desk_date_parse (day, &date, NULL));
  return g_date_get_weekday (&date);
}

static void
test_life_is_believable (void)
{
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *transactions = get_records (directory, 0, "banking.transactions");
  g_autoptr(GHashTable) rent_months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_salaries = 0;

  for (guint i = 0; i < transactions->len; i++)
    {
      DeskJsonSlice record = get_record (transactions, i);
      g_autofree char *category = dup_text (record, "category.secondary_category");
      g_autofree char *time = dup_text (record, "execution_date_time");
      gint64 execution;

      g_assert_true (desk_instant_parse (time, &execution, NULL));
      if (execution < get_now () - 365 * G_TIME_SPAN_DAY)
        continue;

      if (g_str_equal (category, "INCOME_SALARY"))
        {
          g_assert_cmpint (get_local_weekday (time), <, G_DATE_SATURDAY);
          n_salaries++;
        }
      else if (g_str_equal (category, "FOOD_AND_DRINK_COFFEE"))
        {
          g_assert_cmpint (get_local_hour (time), >=, 6);
          g_assert_cmpint (get_local_hour (time), <, 12);
        }
      else if (g_str_equal (category, "RENT_AND_UTILITIES_RENT"))
        {
          g_assert_true (g_hash_table_add (rent_months, g_strndup (time, 7)));
        }
    }

  g_assert_cmpuint (n_salaries, ==, 26);
  g_assert_cmpuint (g_hash_table_size (rent_months), ==, 12);
}

static void
assert_never_overdrawn (const DeskSandboxPersona *persona,
                        guint64                   seed,
                        gint64                    now)
{
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (persona, seed, now);
  gint64 everyday = persona->opening[DESK_SANDBOX_ROLE_EVERYDAY];

  for (guint i = ledger->entries->len; i > 0; i--)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (ledger->entries, i - 1);

      everyday += entry->account == DESK_SANDBOX_ROLE_EVERYDAY ? entry->cents : 0;
      g_assert_cmpint (everyday, >, 0);
    }
}

static void
test_nobody_runs_out_of_money (void)
{
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);

  for (guint i = 0; i < N_FULL; i++)
    {
      for (int month = 0; month < 12; month++)
        assert_never_overdrawn (g_ptr_array_index (personas, i), (guint64) month, get_now () + month * 31 * 24 * G_TIME_SPAN_HOUR);
    }
}

static void
test_card_asks_for_what_is_owed (void)
{
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);
  g_autoptr(DeskSandboxLedger) ledger = desk_sandbox_ledger_new (g_ptr_array_index (personas, 0), 1, get_now ());
  gint64 owed = -ledger->current[DESK_SANDBOX_ROLE_CARD];
  const GDate *day = &ledger->next_payment_day[DESK_SANDBOX_ROLE_CARD];

  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const DeskSandboxEntry *entry = g_ptr_array_index (ledger->entries, i);

      owed -= entry->account == DESK_SANDBOX_ROLE_CARD && entry->posting == 0 ? entry->cents : 0;
    }

  /* The statement of 28 November is still open: it asks for everything until now. */
  g_assert_cmpint (ledger->next_payment[DESK_SANDBOX_ROLE_CARD], ==, owed);
  g_assert_cmpint (g_date_get_day (day), ==, 14);
  g_assert_cmpint (g_date_get_month (day), ==, G_DATE_DECEMBER);
}

static guint n_freed;

static void
count_freed (gpointer entry)
{
  desk_sandbox_entry_free (entry);
  n_freed++;
}

static void
test_ledger_frees_its_entries (void)
{
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);
  DeskSandboxLedger *ledger = desk_sandbox_ledger_new (g_ptr_array_index (personas, 1), 1, get_now ());
  guint n_entries = ledger->entries->len;

  n_freed = 0;
  g_ptr_array_set_free_func (ledger->entries, count_freed);
  desk_sandbox_ledger_free (ledger);
  g_assert_cmpuint (n_freed, ==, n_entries);
}

static void
assert_usage_day (DeskJsonSlice  record,
                  gboolean       exported)
{
  g_autoptr(DeskDecimal) aggregate = get_decimal (record, "interval_read.aggregate_value");
  g_autoptr(DeskDecimal) sum = desk_decimal_new_zero ();
  DeskJsonIter iter;
  DeskJsonSlice value;
  guint n_reads = 0;

  desk_json_iter_init (&iter, desk_json_slice_get_path (record, "interval_read.interval_reads"));
  while (desk_json_iter_next (&iter, NULL, &value))
    {
      g_autofree char *text = desk_json_slice_dup_text (value);
      g_autoptr(DeskDecimal) read = desk_decimal_new_from_string (text, NULL);

      g_assert_cmpint (desk_json_slice_get_kind (value), ==, DESK_JSON_KIND_NUMBER);
      g_assert_true (desk_decimal_is_zero (read) || desk_decimal_is_negative (read) == exported);
      desk_decimal_add (sum, read);
      n_reads++;
    }

  g_assert_cmpuint (n_reads, ==, DESK_SANDBOX_READS_PER_DAY);
  g_assert_cmpint (desk_decimal_compare (aggregate, sum), ==, 0);
}

static void
test_has_years_of_usage (void)
{
  const guint n_days = 365 + 323;
  g_autoptr(DeskSandboxDirectory) directory = make_demo (1);
  GPtrArray *usage = get_records (directory, 1, "energy.usage");
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (usage->len, ==, 2 * n_days);
  for (guint i = 0; i < usage->len; i++)
    {
      DeskJsonSlice record = get_record (usage, i);
      g_autofree char *suffix = dup_text (record, "register_suffix");
      g_autofree char *date = dup_text (record, "read_start_date");

      assert_usage_day (record, g_str_equal (suffix, "B1"));
      g_assert_true (g_hash_table_add (seen, g_strconcat (suffix, date, NULL)));
    }

  /* The 20th is not over in AEST. */
  g_assert_true (g_hash_table_contains (seen, "E12026-11-19"));
  g_assert_true (g_hash_table_contains (seen, "B12025-01-01"));
  g_assert_cmpuint (get_records (directory, 3, "energy.usage")->len, ==, n_days);
}

static void
test_sun_does_not_shine_at_night (void)
{
  static const char *const at_night[] = { "interval_read.interval_reads.0", "interval_read.interval_reads.8",
                                          "interval_read.interval_reads.40", "interval_read.interval_reads.47" };
  const DeskSandboxHome home = { .solar_watts = 5000 };
  g_autoptr(GPtrArray) usage = desk_sandbox_demo_make_usage (&home, 1, get_now (), "point", "meter");
  g_autoptr(DeskDecimal) noon = NULL;
  DeskJsonSlice record;

  /* The second record is what was exported on the last day. */
  g_assert_true (desk_json_parse (g_ptr_array_index (usage, 1), strlen (g_ptr_array_index (usage, 1)), &record, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (at_night); i++)
    {
      g_autoptr(DeskDecimal) read = get_decimal (record, at_night[i]);

      g_assert_true (desk_decimal_is_zero (read));
    }
  noon = get_decimal (record, "interval_read.interval_reads.24");
  g_assert_true (desk_decimal_is_negative (noon));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/comes-from-the-seed", test_comes_from_the_seed);
  g_test_add_func ("/demo/fills-every-place", test_fills_every_place);
  g_test_add_func ("/demo/full-customers-come-first", test_full_customers_come_first);
  g_test_add_func ("/demo/accounts-can-be-chosen", test_accounts_can_be_chosen);
  g_test_add_func ("/demo/has-mandatory-fields", test_has_mandatory_fields);
  g_test_add_func ("/demo/balances-tie-out", test_balances_tie_out);
  g_test_add_func ("/demo/pending-is-not-available", test_pending_is_not_available);
  g_test_add_func ("/demo/pending-is-not-posted", test_pending_is_not_posted);
  g_test_add_func ("/demo/has-years-of-transactions", test_has_years_of_transactions);
  g_test_add_func ("/demo/transfers-match", test_transfers_match);
  g_test_add_func ("/demo/transaction-ids-are-unique", test_transaction_ids_are_unique);
  g_test_add_func ("/demo/life-is-believable", test_life_is_believable);
  g_test_add_func ("/demo/nobody-runs-out-of-money", test_nobody_runs_out_of_money);
  g_test_add_func ("/demo/card-asks-for-what-is-owed", test_card_asks_for_what_is_owed);
  g_test_add_func ("/demo/ledger-frees-its-entries", test_ledger_frees_its_entries);
  g_test_add_func ("/demo/has-years-of-usage", test_has_years_of_usage);
  g_test_add_func ("/demo/sun-does-not-shine-at-night", test_sun_does_not_shine_at_night);

  return g_test_run ();
}
