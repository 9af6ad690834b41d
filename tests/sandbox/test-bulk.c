/* test-bulk.c: many transactions that are made from few
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-bulk.h"

#include <string.h>

#include "desk-instant.h"
#include "desk-json.h"
#include "desk-sandbox-demo.h"

#define NOW (G_GINT64_CONSTANT (1792486800) * G_USEC_PER_SEC)
#define TWO_YEARS (730 * 24 * G_TIME_SPAN_HOUR)

static DeskSandboxRecord *
new_model (const char *number,
           const char *status,
           const char *posting)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, number, -1);
  g_autofree char *fiskil_id = g_strconcat ("bank_tx_", digest, NULL);
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  DeskSandboxRecord *record;

  json = g_strdup_printf ("{\"account_id\":\"a%s\",\"transaction_id\":\"wb-000000000000000000000000\",\"status\":\"%s\","
                          "\"category\":{\"secondary_category\":\"INCOME_SALARY\"},"
                          "\"execution_date_time\":\"2026-10-17T23:30:00+11:00\"%s%s%s,\"amount\":\"-%s.10\"}",
                          number, status, posting != NULL ? ",\"posting_date_time\":\"" : "",
                          posting != NULL ? posting : "", posting != NULL ? "\"" : "", number);
  record = desk_sandbox_record_new (json, fiskil_id, "88888", &error);
  g_assert_no_error (error);
  return record;
}

static GPtrArray *
new_models (void)
{
  GPtrArray *models = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_record_free);

  g_ptr_array_add (models, new_model ("1", "PENDING", NULL));
  g_ptr_array_add (models, new_model ("2", "POSTED", "2026-10-18T20:00:00+11:00"));
  g_ptr_array_add (models, new_model ("3", "POSTED", "2026-10-18T19:00:00+11:00"));
  return models;
}

static char *
dup_member (const DeskSandboxRecord *record,
            const char              *name)
{
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (record->json, record->length, &slice, NULL));
  return desk_json_slice_dup_string (desk_json_slice_get_member (slice, name));
}

static void
test_length (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) bulk = desk_sandbox_bulk_new (models, 1234567, 1);

  g_assert_cmpuint (desk_sandbox_bulk_get_length (bulk), ==, 1234567);
  g_assert_nonnull (desk_sandbox_bulk_get (bulk, 1234566));
}

static void
test_nothing_posted (void)
{
  g_autoptr(GPtrArray) models = new_models ();

  g_ptr_array_set_size (models, 1);
  g_assert_null (desk_sandbox_bulk_new (models, 5, 1));
}

static void
test_pending_first (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) bulk = desk_sandbox_bulk_new (models, 100, 1);

  g_assert_true (desk_sandbox_bulk_get (bulk, 0) == g_ptr_array_index (models, 0));
  for (guint i = 1; i < 100; i++)
    g_assert_cmpstr (desk_sandbox_bulk_get (bulk, i)->status, ==, "POSTED");
}

static void
test_latest_first (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) bulk = desk_sandbox_bulk_new (models, 100000, 1);
  gint64 latest = ((DeskSandboxRecord *) g_ptr_array_index (models, 1))->instant;
  gint64 before = latest;

  for (guint i = 1; i < 100000; i++)
    {
      gint64 instant = desk_sandbox_bulk_get (bulk, i)->instant;

      g_assert_cmpint (instant, <=, before);
      before = instant;
    }
  g_assert_cmpint (before, >=, latest - TWO_YEARS);
  g_assert_cmpint (before, <, latest - TWO_YEARS / 2);
}

static void
test_unique_ids (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) bulk = desk_sandbox_bulk_new (models, 2000, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 2000; i++)
    {
      g_assert_true (g_hash_table_add (seen, dup_member (desk_sandbox_bulk_get (bulk, i), "fiskil_id")));
      g_assert_true (g_hash_table_add (seen, dup_member (desk_sandbox_bulk_get (bulk, i), "transaction_id")));
    }
}

/* What the filters look at is what is written. */
static void
test_times_agree (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) bulk = desk_sandbox_bulk_new (models, 50000, 1);

  for (guint i = 1; i < 50000; i += 997)
    {
      const DeskSandboxRecord *record = desk_sandbox_bulk_get (bulk, i);
      g_autofree char *posting = dup_member (record, "posting_date_time");
      g_autofree char *execution = dup_member (record, "execution_date_time");
      gint64 posted, executed;

      g_assert_true (desk_instant_parse (posting, &posted, NULL));
      g_assert_true (desk_instant_parse (execution, &executed, NULL));
      g_assert_cmpint (posted, ==, record->instant);
      g_assert_cmpint (executed, <, posted);
      g_assert_true (g_str_has_suffix (posting, "+11:00"));
    }
}

/* All but ids and times is the model's, and so is the length. */
static void
test_rest_is_of_model (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) bulk = desk_sandbox_bulk_new (models, 100, 1);
  const DeskSandboxRecord *record = desk_sandbox_bulk_get (bulk, 2);
  g_autofree char *amount = dup_member (record, "amount");

  g_assert_cmpstr (amount, ==, "-3.10");
  g_assert_cmpstr (record->account_id, ==, "a3");
  g_assert_cmpstr (record->secondary_category, ==, "INCOME_SALARY");
  g_assert_cmpuint (record->length, ==, ((DeskSandboxRecord *) g_ptr_array_index (models, 2))->length);
  g_assert_cmpuint (strlen (record->json), ==, record->length);
}

static void
test_same_at_each_reading (void)
{
  g_autoptr(GPtrArray) models = new_models ();
  g_autoptr(DeskSandboxBulk) first = desk_sandbox_bulk_new (models, 100, 1);
  g_autoptr(DeskSandboxBulk) second = desk_sandbox_bulk_new (models, 100, 1);
  g_autoptr(DeskSandboxBulk) other = desk_sandbox_bulk_new (models, 100, 2);

  for (guint i = 0; i < 100; i++)
    g_assert_cmpstr (desk_sandbox_bulk_get (first, 99 - i)->json, ==, desk_sandbox_bulk_get (second, 99 - i)->json);
  g_assert_cmpstr (desk_sandbox_bulk_get (first, 50)->json, ==, desk_sandbox_bulk_get (second, 50)->json);
  g_assert_cmpstr (desk_sandbox_bulk_get (first, 50)->json, !=, desk_sandbox_bulk_get (other, 50)->json);
}

static void
test_full_demo_customer (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  GPtrArray *customers;
  DeskSandboxBulk *bulk;

  desk_sandbox_demo_add_customers (directory, 1, NOW);
  customers = desk_sandbox_directory_get_customers (directory);
  g_assert_null (desk_sandbox_customer_get_bulk (g_ptr_array_index (customers, 0), "banking.transactions"));

  desk_sandbox_demo_multiply_transactions (directory, 5000, 1);
  bulk = desk_sandbox_customer_get_bulk (g_ptr_array_index (customers, 0), "banking.transactions");
  g_assert_cmpuint (desk_sandbox_bulk_get_length (bulk), ==, 5000);
  g_assert_null (desk_sandbox_customer_get_bulk (g_ptr_array_index (customers, 0), "banking.accounts"));
  for (guint i = 1; i < customers->len; i++)
    g_assert_null (desk_sandbox_customer_get_bulk (g_ptr_array_index (customers, i), "banking.transactions"));
}

static void
test_multiplied_customer (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  DeskSandboxCustomer *customer;
  GPtrArray *records;

  desk_sandbox_demo_add_customers (directory, 1, NOW);
  customer = g_ptr_array_index (desk_sandbox_directory_get_customers (directory), 0);
  records = desk_sandbox_customer_get_records (customer, "banking.transactions");

  desk_sandbox_customer_multiply_transactions (customer, 3, 1);
  g_assert_cmpuint (desk_sandbox_bulk_get_length (desk_sandbox_customer_get_bulk (customer, "banking.transactions")), ==, 3);
  desk_sandbox_customer_multiply_transactions (customer, 5000, 1);
  g_assert_cmpuint (desk_sandbox_bulk_get_length (desk_sandbox_customer_get_bulk (customer, "banking.transactions")), ==, 5000);
  g_assert_true (desk_sandbox_customer_get_records (customer, "banking.transactions") == records);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bulk/has-the-length", test_length);
  g_test_add_func ("/bulk/needs-a-posted-model", test_nothing_posted);
  g_test_add_func ("/bulk/keeps-pending-first", test_pending_first);
  g_test_add_func ("/bulk/is-latest-first-within-two-years", test_latest_first);
  g_test_add_func ("/bulk/gives-each-its-ids", test_unique_ids);
  g_test_add_func ("/bulk/writes-the-times-that-are-filtered", test_times_agree);
  g_test_add_func ("/bulk/leaves-the-rest-as-in-the-model", test_rest_is_of_model);
  g_test_add_func ("/bulk/is-the-same-at-each-reading", test_same_at_each_reading);
  g_test_add_func ("/bulk/is-for-the-full-demo-customer", test_full_demo_customer);
  g_test_add_func ("/bulk/can-be-made-again", test_multiplied_customer);

  return g_test_run ();
}
