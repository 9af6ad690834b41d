/* test-growth.c: how the demo data goes on when the clock is moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <locale.h>
#include <string.h>

#include "desk-decimal.h"
#include "desk-instant.h"
#include "desk-json.h"
#include "desk-sandbox-demo.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-record-key.h"

#define SEED 7
/* Not every customer is looked at, but some of either industry. */
#define STEP 5
#define EARLIER "2026-10-20T03:00:00Z"
#define LATER "2026-11-21T22:00:00Z"

/* The same demo at two times, for all tests: it is big. */
static DeskSandboxDirectory *before;
static DeskSandboxDirectory *after;

static gint64
parse (const char *text)
{
  gint64 instant = 0;

  g_assert_true (desk_instant_parse (text, &instant, NULL));
  return instant;
}

static DeskSandboxDirectory *
make_demo (const char *now)
{
  DeskSandboxDirectory *directory = desk_sandbox_directory_new ();

  desk_sandbox_demo_add_customers (directory, SEED, parse (now));
  return directory;
}

static DeskSandboxCustomer *
get_same (DeskSandboxDirectory *directory,
          DeskSandboxCustomer  *customer)
{
  DeskSandboxCustomer *same =
    desk_sandbox_directory_find_customer (directory, desk_sandbox_customer_get_institution_id (customer),
                                          desk_sandbox_customer_get_id (customer));

  g_assert_nonnull (same);
  return same;
}

static char *
dup_member (const DeskSandboxRecord *record,
            const char              *name)
{
  DeskJsonSlice slice = DESK_JSON_SLICE_NONE;

  g_assert_true (desk_json_parse (record->json, record->length, &slice, NULL));
  return desk_json_slice_dup_string (desk_json_slice_get_member (slice, name));
}

/* fiskil_id to record */
static GHashTable *
index_records (DeskSandboxCustomer *customer,
               const char          *data_set)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *records = desk_sandbox_customer_get_records (customer, data_set);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      DeskSandboxRecord *record = g_ptr_array_index (records, i);

      g_assert_true (g_hash_table_insert (index, dup_member (record, "fiskil_id"), record));
    }
  return index;
}

/* A month on, as the customer's bank or retailer tells it; each row of @data_set that was final is still the same. */
static void
assert_rows_stay (const char *data_set,
                  const char *ignored_status)
{
  GPtrArray *customers = desk_sandbox_directory_get_customers (before);
  guint n_new = 0;

  for (guint i = 0; i < customers->len; i += STEP)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);
      g_autoptr(GHashTable) old = index_records (customer, data_set);
      g_autoptr(GHashTable) new = index_records (get_same (after, customer), data_set);
      GHashTableIter iter;
      gpointer id, value;

      g_hash_table_iter_init (&iter, old);
      while (g_hash_table_iter_next (&iter, &id, &value))
        {
          const DeskSandboxRecord *record = value;
          const DeskSandboxRecord *same = g_hash_table_lookup (new, id);

          if (g_strcmp0 (record->status, ignored_status) == 0 && ignored_status != NULL)
            continue;
          g_assert_nonnull (same);
          g_assert_cmpstr (record->json, ==, same->json);
        }
      if (g_hash_table_size (new) > g_hash_table_size (old))
        n_new++;
    }

  g_assert_cmpuint (n_new, >, 0);
}

static void
test_posted_stays (void)
{
  assert_rows_stay ("banking.transactions", "PENDING");
}

static void
test_usage_stays (void)
{
  assert_rows_stay ("energy.usage", NULL);
}

static void
test_pending_posts (void)
{
  DeskSandboxCustomer *customer = g_ptr_array_index (desk_sandbox_directory_get_customers (before), 0);
  g_autoptr(GHashTable) new = index_records (get_same (after, customer), "banking.transactions");
  GPtrArray *records = desk_sandbox_customer_get_records (customer, "banking.transactions");
  guint n_pending = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (records, i);
      g_autofree char *id = dup_member (record, "fiskil_id");
      g_autofree char *amount = dup_member (record, "amount");
      g_autofree char *posted_amount = NULL;
      const DeskSandboxRecord *posted;

      if (g_strcmp0 (record->status, "PENDING") != 0)
        continue;

      posted = g_hash_table_lookup (new, id);
      g_assert_nonnull (posted);
      g_assert_cmpstr (posted->status, ==, "POSTED");
      posted_amount = dup_member (posted, "amount");
      g_assert_cmpstr (amount, ==, posted_amount);
      n_pending++;
    }

  g_assert_cmpuint (n_pending, >=, 3);
}

static const DeskSandboxRecord *
find_execution (GPtrArray  *records,
                const char *time)
{
  for (guint i = 0; i < records->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (records, i);
      g_autofree char *execution = dup_member (record, "execution_date_time");

      if (g_strcmp0 (execution, time) == 0)
        return record;
    }
  return NULL;
}

/* One persona's purchases are held with a round amount, and posted as something else. */
static void
test_hold_becomes_another (void)
{
  DeskSandboxCustomer *customer = desk_sandbox_directory_find_login (before, "88811", "sofia.marino@example.com");
  GPtrArray *old = desk_sandbox_customer_get_records (customer, "banking.transactions");
  GPtrArray *new = desk_sandbox_customer_get_records (get_same (after, customer), "banking.transactions");
  guint n_pending = 0;

  for (guint i = 0; i < old->len; i++)
    {
      static const char *const members[] = { "transaction_id", "fiskil_id", "amount" };
      const DeskSandboxRecord *record = g_ptr_array_index (old, i);
      g_autofree char *time = dup_member (record, "execution_date_time");
      const DeskSandboxRecord *posted = find_execution (new, time);

      if (g_strcmp0 (record->status, "PENDING") != 0)
        continue;

      g_assert_nonnull (posted);
      g_assert_cmpstr (posted->status, ==, "POSTED");
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          g_autofree char *held = dup_member (record, members[j]);
          g_autofree char *final = dup_member (posted, members[j]);

          g_assert_cmpstr (held, !=, final);
        }
      n_pending++;
    }

  g_assert_cmpuint (n_pending, >=, 3);
}

static void
add_amount (GHashTable              *sums,
            const DeskSandboxRecord *record,
            const char              *member,
            gboolean                 is_taken)
{
  g_autofree char *text = dup_member (record, member);
  g_autoptr(DeskDecimal) amount = desk_decimal_new_from_string (text, NULL);
  DeskDecimal *sum = g_hash_table_lookup (sums, record->account_id);

  g_assert_nonnull (amount);
  if (is_taken)
    desk_decimal_negate (amount);
  if (sum == NULL)
    {
      sum = desk_decimal_new_zero ();
      g_hash_table_insert (sums, g_strdup (record->account_id), sum);
    }
  desk_decimal_add (sum, amount);
}

/* Of each account what its balance would be without its posted transactions. */
static GHashTable *
list_openings (DeskSandboxCustomer *customer)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) desk_decimal_free);
  GPtrArray *balances = desk_sandbox_customer_get_records (customer, "banking.balances");
  GPtrArray *transactions = desk_sandbox_customer_get_records (customer, "banking.transactions");

  for (guint i = 0; balances != NULL && i < balances->len; i++)
    add_amount (sums, g_ptr_array_index (balances, i), "current_balance", FALSE);
  for (guint i = 0; transactions != NULL && i < transactions->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (transactions, i);

      if (g_strcmp0 (record->status, "POSTED") == 0)
        add_amount (sums, record, "amount", TRUE);
    }
  return sums;
}

static void
test_balances_go_on (void)
{
  GPtrArray *customers = desk_sandbox_directory_get_customers (before);

  for (guint i = 0; i < customers->len; i += STEP)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);
      g_autoptr(GHashTable) old = list_openings (customer);
      g_autoptr(GHashTable) new = list_openings (get_same (after, customer));
      GHashTableIter iter;
      gpointer account_id, opening;

      g_assert_cmpuint (g_hash_table_size (old), ==, g_hash_table_size (new));
      g_hash_table_iter_init (&iter, old);
      while (g_hash_table_iter_next (&iter, &account_id, &opening))
        g_assert_cmpint (desk_decimal_compare (opening, g_hash_table_lookup (new, account_id)), ==, 0);
    }
}

static guint
count_after (DeskSandboxCustomer *customer,
             const char          *data_set,
             const char          *member,
             const char          *time)
{
  GPtrArray *records = desk_sandbox_customer_get_records (customer, data_set);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *text = dup_member (g_ptr_array_index (records, i), member);

      if (g_strcmp0 (text, time) >= 0)
        n++;
    }
  return n;
}

static void
test_month_brings_data (void)
{
  GPtrArray *customers = desk_sandbox_directory_get_customers (after);
  DeskSandboxCustomer *at_bank = g_ptr_array_index (customers, 0);
  DeskSandboxCustomer *at_retailer = g_ptr_array_index (customers, 1);

  g_assert_cmpuint (count_after (at_bank, "banking.transactions", "posting_date_time", "2026-10-21"), >, 50);
  g_assert_cmpuint (count_after (at_retailer, "energy.usage", "read_start_date", "2026-11-21"), ==, 2);
  g_assert_cmpuint (count_after (at_retailer, "energy.invoices", "issue_date", "2026-11-01"), ==, 1);
}

static void
assert_same_records (DeskSandboxCustomer *first,
                     DeskSandboxCustomer *second,
                     const char          *data_set)
{
  GPtrArray *records = desk_sandbox_customer_get_records (first, data_set);
  GPtrArray *others = desk_sandbox_customer_get_records (second, data_set);

  g_assert_cmpuint (records != NULL ? records->len : 0, ==, others != NULL ? others->len : 0);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (records, i);
      const DeskSandboxRecord *other = g_ptr_array_index (others, i);

      g_assert_cmpstr (record->json, ==, other->json);
    }
}

static void
test_moved_is_started (void)
{
  static const char *const data_sets[] = {
    "banking.accounts", "banking.balances", "banking.transactions", "banking.payees", "banking.direct-debits",
    "banking.scheduled-payments", "energy.accounts", "energy.balances", "energy.service-points", "energy.usage",
    "energy.der", "energy.billing", "energy.invoices", "energy.concessions", "energy.payment-schedules",
    "common.identity",
  };
  GPtrArray *customers = desk_sandbox_directory_get_customers (before);

  for (guint i = 0; i < customers->len; i += STEP)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);
      DeskSandboxCustomer *same = get_same (after, customer);

      g_assert_true (desk_sandbox_customer_grows (customer));
      g_assert_nonnull (desk_sandbox_customer_get_accounts (customer));
      desk_sandbox_customer_grow (customer, parse (LATER));
      g_assert_cmpuint (desk_sandbox_customer_get_accounts (customer)->len, ==,
                        desk_sandbox_customer_get_accounts (same)->len);
      for (guint j = 0; j < G_N_ELEMENTS (data_sets); j++)
        assert_same_records (customer, same, data_sets[j]);
      /* And back again, for the other tests. */
      desk_sandbox_customer_grow (customer, parse (EARLIER));
    }
}

static void
test_first_day_is_constant (void)
{
  static const struct
  {
    const char *now;
    int         year;
  } cases[] = {
    { "2025-12-31T12:59:59Z", 2023 },
    { "2025-12-31T13:00:00Z", 2025 },
    { "2026-11-20T00:00:00Z", 2025 },
    { "2027-12-31T12:00:00Z", 2025 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day;

      desk_sandbox_demo_first_day (parse (cases[i].now), &day);
      g_assert_cmpint (g_date_get_year (&day), ==, cases[i].year);
      g_assert_cmpint (g_date_get_day_of_year (&day), ==, 1);
    }
}

static void
test_key_is_about_ids (void)
{
  g_autofree char *pending = desk_sandbox_record_key_new ("{\"transaction_id\":\"t\",\"status\":\"PENDING\"}");
  g_autofree char *posted = desk_sandbox_record_key_new ("{\"status\":\"POSTED\",\"transaction_id\":\"t\"}");
  g_autofree char *other = desk_sandbox_record_key_new ("{\"transaction_id\":\"u\"}");

  g_assert_cmpstr (pending, ==, posted);
  g_assert_cmpstr (pending, !=, other);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/growth/keeps-what-was-posted", test_posted_stays);
  g_test_add_func ("/growth/keeps-what-was-read", test_usage_stays);
  g_test_add_func ("/growth/posts-what-is-pending", test_pending_posts);
  g_test_add_func ("/growth/posts-a-hold-as-another", test_hold_becomes_another);
  g_test_add_func ("/growth/balances-go-on", test_balances_go_on);
  g_test_add_func ("/growth/a-month-brings-data", test_month_brings_data);
  g_test_add_func ("/growth/is-the-same-moved-or-started", test_moved_is_started);
  g_test_add_func ("/growth/begins-on-the-same-day-for-two-years", test_first_day_is_constant);
  g_test_add_func ("/growth/keys-are-about-ids", test_key_is_about_ids);

  before = make_demo (EARLIER);
  after = make_demo (LATER);
  result = g_test_run ();
  g_object_unref (before);
  g_object_unref (after);
  return result;
}
