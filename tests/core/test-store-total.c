/* test-store-total.c: money adds up exactly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
assert_totals (const char        *resource,
               const char        *field,
               const char *const *records,
               const char        *expected)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource (resource), FIXTURE_USER);
  g_autofree char *totals = NULL;

  fixture_add (store, resource, FIXTURE_USER, 1, records);
  totals = fixture_totals (store, query, field);
  g_assert_cmpstr (totals, ==, expected);
}

static void
test_exact (void)
{
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"0.1\"}", "{\"fiskil_id\":\"2\",\"amount\":\"0.20\"}"),
                 "AUD 0.30 2/0");
}

static void
test_long (void)
{
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"12345678901234567890123456789\"}",
                          "{\"fiskil_id\":\"2\",\"amount\":\"0.01\"}"),
                 "AUD 12345678901234567890123456789.01 2/0");
}

static void
test_forms (void)
{
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"1.00\"}", "{\"fiskil_id\":\"2\",\"amount\":\"-1.00\"}"),
                 "AUD 0.00 2/0");
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"1.5e3\"}",
                          "{\"fiskil_id\":\"2\",\"amount\":\"-0.000000001\"}",
                          "{\"fiskil_id\":\"3\",\"amount\":\"999999999.99999999\"}",
                          "{\"fiskil_id\":\"4\",\"amount\":\"1234567890.5\"}",
                          "{\"fiskil_id\":\"5\",\"amount\":\"7\"}"),
                 "AUD 2234569397.499999989 5/0");
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"999999999.99999999999999999999\"}"),
                 "AUD 999999999.99999999999999999999 1/0");
}

static void
test_many_large (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  /* Together more than a 64-bit integer of hundred-millionths holds. */
  for (guint i = 0; i < 300; i++)
    g_ptr_array_add (records, g_strdup_printf ("{\"fiskil_id\":\"%u\",\"amount\":\"999999999.99999999\"}", i));
  g_ptr_array_add (records, NULL);

  assert_totals ("banking.transactions", "amount", (const char *const *) records->pdata,
                 "AUD 299999999999.99999700 300/0");
}

static void
test_currencies (void)
{
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"5\",\"currency\":\"USD\"}",
                          "{\"fiskil_id\":\"2\",\"amount\":\"1\"}",
                          "{\"fiskil_id\":\"3\",\"amount\":\"2\",\"currency\":null}",
                          "{\"fiskil_id\":\"4\",\"amount\":\"3\",\"currency\":\"\"}",
                          "{\"fiskil_id\":\"5\",\"amount\":\"4\",\"currency\":\"AUD\"}",
                          "{\"fiskil_id\":\"6\",\"amount\":\"-7\",\"currency\":\"EUR\"}"),
                 "AUD 10 4/0;EUR -7 1/0;USD 5 1/0");
}

static void
test_unreadable (void)
{
  assert_totals ("banking.transactions", "amount",
                 RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"1.00\"}", "{\"fiskil_id\":\"2\"}",
                          "{\"fiskil_id\":\"3\",\"amount\":\"N/A\"}", "{\"fiskil_id\":\"4\",\"amount\":[1]}",
                          "{\"fiskil_id\":\"5\",\"amount\":\"\"}", "{\"fiskil_id\":\"6\",\"amount\":2.5}"),
                 "AUD 3.50 2/4");
}

static void
test_nothing (void)
{
  assert_totals ("banking.balances", "current_balance", (const char *const[]) { NULL }, "");
  assert_totals ("banking.balances", "current_balance", RECORDS ("{\"account_id\":\"1\"}"), "AUD 0 0/1");
}

static void
test_conditions (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autofree char *totals = NULL;

  fixture_add (store, "banking.transactions", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"1\",\"status\":\"POSTED\",\"description\":\"tea\"}",
                        "{\"fiskil_id\":\"2\",\"amount\":\"2\",\"status\":\"POSTED\",\"description\":\"coffee\"}",
                        "{\"fiskil_id\":\"3\",\"amount\":\"4\",\"status\":\"PENDING\",\"description\":\"tea\"}"));
  desk_query_set_filter (query, "status", "POSTED");
  desk_query_set_search (query, "TEA");
  desk_query_set_sort (query, "amount", TRUE);

  totals = fixture_totals (store, query, "amount");
  g_assert_cmpstr (totals, ==, "AUD 1 1/0");
}

static void
test_free (void)
{
  gsize before = fixture_get_memory ();

  for (guint i = 0; i < 100; i++)
    {
      DeskTotal *total = g_new0 (DeskTotal, 1);

      total->currency = g_strnfill (100000, 'A');
      total->sum = desk_decimal_new_zero ();
      desk_total_free (total);
    }
  desk_total_free (NULL);

  g_assert_cmpuint (fixture_get_memory (), <, before + 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/total/is-exact", test_exact);
  g_test_add_func ("/store/total/takes-any-length", test_long);
  g_test_add_func ("/store/total/takes-every-form-of-number", test_forms);
  g_test_add_func ("/store/total/never-overflows", test_many_large);
  g_test_add_func ("/store/total/never-adds-different-currencies", test_currencies);
  g_test_add_func ("/store/total/counts-what-it-cannot-read", test_unreadable);
  g_test_add_func ("/store/total/of-nothing", test_nothing);
  g_test_add_func ("/store/total/follows-the-query", test_conditions);
  g_test_add_func ("/store/total/is-freed", test_free);

  return g_test_run ();
}
