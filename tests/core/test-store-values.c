/* test-store-values.c: which values occur, and records that come outside a load
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define SECONDARY "category.secondary_category"
#define PRIMARY "category.primary_category"

/* The combinations, each as "a/b", joined by commas. */
static char *
list_values (DeskStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) values = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_store_list_values_async (store, fixture_resource ("banking.transactions"), RECORDS (SECONDARY, PRIMARY), NULL,
                                fixture_keep_result, &slot);
  result = fixture_wait (&slot);
  values = desk_store_list_values_finish (store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *joined = g_strjoinv ("/", g_ptr_array_index (values, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", joined);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_values_come_once_and_in_order (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autofree char *values = NULL;

  fixture_add (store, "banking.transactions", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"1\",\"category\":{\"secondary_category\":\"B_2\",\"primary_category\":\"B\"}}",
                        "{\"fiskil_id\":\"2\",\"category\":{\"secondary_category\":\"A_1\"}}",
                        "{\"fiskil_id\":\"3\",\"category\":{\"secondary_category\":\"B_2\",\"primary_category\":\"B\"}}",
                        "{\"fiskil_id\":\"4\"}"));
  values = list_values (store);

  g_assert_cmpstr (values, ==, "/,A_1/,B_2/B");
}

static void
test_values_are_of_everybody (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autofree char *values = NULL;

  fixture_add (store, "banking.transactions", "eu_2", 1,
               RECORDS ("{\"fiskil_id\":\"1\",\"category\":{\"secondary_category\":\"A_1\",\"primary_category\":\"A\"}}"));
  values = list_values (store);

  g_assert_cmpstr (values, ==, "A_1/A");
}

static void
test_empty_data_set_has_no_values (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autofree char *values = list_values (store);

  g_assert_cmpstr (values, ==, "");
}

static void
test_single_record_replaces_its_row (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.balances"), FIXTURE_USER);
  g_autofree char *dump = NULL;

  fixture_add (store, "banking.balances", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"1\",\"current_balance\":\"1\"}"));
  fixture_add (store, "banking.balances", FIXTURE_USER, DESK_STORE_NO_LOAD,
               RECORDS ("{\"fiskil_id\":\"1\", \"current_balance\":\"2\"}"));
  dump = fixture_dump (store, query);

  g_assert_cmpstr (dump, ==, "{\"fiskil_id\":\"1\", \"current_balance\":\"2\"}");
}

static void
test_single_record_stays_in_the_load_of_its_row (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  DeskStoreChange change;

  /* Changed and unchanged: both while the load is under way. */
  fixture_add (store, "banking.balances", FIXTURE_USER, 2, RECORDS ("{\"fiskil_id\":\"1\"}", "{\"fiskil_id\":\"2\"}"));
  fixture_add (store, "banking.balances", FIXTURE_USER, DESK_STORE_NO_LOAD,
               RECORDS ("{\"fiskil_id\":\"1\",\"x\":1}", "{\"fiskil_id\":\"2\"}"));
  change = fixture_finish_load (store, "banking.balances", FIXTURE_USER, 2);

  g_assert_cmpuint (change.n_removed, ==, 0);
}

static void
test_single_record_goes_with_the_next_load (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  DeskStoreChange change;

  fixture_add (store, "banking.balances", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"1\"}"));
  fixture_add (store, "banking.balances", FIXTURE_USER, DESK_STORE_NO_LOAD,
               RECORDS ("{\"fiskil_id\":\"1\",\"x\":1}", "{\"fiskil_id\":\"2\"}"));
  change = fixture_finish_load (store, "banking.balances", FIXTURE_USER, 2);

  g_assert_cmpuint (change.n_removed, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-values/come-once-and-in-order", test_values_come_once_and_in_order);
  g_test_add_func ("/store-values/are-of-everybody", test_values_are_of_everybody);
  g_test_add_func ("/store-values/empty-data-set-has-none", test_empty_data_set_has_no_values);
  g_test_add_func ("/store-values/single-record-replaces-its-row", test_single_record_replaces_its_row);
  g_test_add_func ("/store-values/single-record-stays-in-the-load-of-its-row",
                   test_single_record_stays_in_the_load_of_its_row);
  g_test_add_func ("/store-values/single-record-goes-with-the-next-load", test_single_record_goes_with_the_next_load);

  return g_test_run ();
}
