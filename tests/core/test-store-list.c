/* test-store-list.c: rows are found, filtered, searched and ordered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  DeskStore *store;
  DeskQuery *query;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  resource)
{
  fixture->store = desk_store_new (NULL);
  fixture->query = desk_query_new (fixture_resource (resource), FIXTURE_USER);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  resource)
{
  desk_query_free (fixture->query);
  g_object_unref (fixture->store);
}

static void
add (Fixture           *fixture,
     const char *const *records)
{
  fixture_add (fixture->store, desk_query_get_resource (fixture->query)->name, FIXTURE_USER, 1, records);
}

static void
assert_ids (Fixture    *fixture,
            const char *expected)
{
  g_autofree char *ids = fixture_column (fixture->store, fixture->query, "fiskil_id");

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_transaction_order (Fixture       *fixture,
                        gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"undated\",\"status\":\"POSTED\"}",
                         "{\"fiskil_id\":\"old\",\"status\":\"POSTED\",\"posting_date_time\":\"2024-01-01T00:00:00Z\"}",
                         "{\"fiskil_id\":\"new\",\"status\":\"POSTED\",\"posting_date_time\":\"2024-03-01T00:00:00Z\"}",
                         "{\"fiskil_id\":\"executed\",\"status\":\"POSTED\","
                         "\"execution_date_time\":\"2024-02-01T00:00:00Z\"}",
                         "{\"fiskil_id\":\"pending\",\"status\":\"PENDING\","
                         "\"execution_date_time\":\"2020-02-01T00:00:00Z\"}",
                         "{\"fiskil_id\":\"new2\",\"status\":\"POSTED\","
                         "\"posting_date_time\":\"2024-03-01T10:00:00+10:00\"}",
                         "{\"fiskil_id\":\"pending-undated\",\"status\":\"PENDING\"}",
                         "{\"fiskil_id\":\"day\",\"posting_date_time\":\"2024-01-15\"}"));

  assert_ids (fixture, "pending-undated,pending,new,new2,executed,day,old,undated");
  desk_query_set_sort (fixture->query, "posting_date_time", FALSE);
  assert_ids (fixture, "old,day,executed,new,new2,pending,pending-undated,undated");
}

static void
test_sort_by_amount (Fixture       *fixture,
                     gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"ten\",\"amount\":\"10.00\"}", "{\"fiskil_id\":\"none\"}",
                         "{\"fiskil_id\":\"nine\",\"amount\":\"9\"}", "{\"fiskil_id\":\"debt\",\"amount\":\"-100\"}",
                         "{\"fiskil_id\":\"text\",\"amount\":\"N/A\"}",
                         "{\"fiskil_id\":\"nine2\",\"amount\":\"9.0\"}"));

  desk_query_set_sort (fixture->query, "amount", FALSE);
  assert_ids (fixture, "debt,nine,nine2,ten,none,text");
  desk_query_set_sort (fixture->query, "amount", TRUE);
  assert_ids (fixture, "ten,nine,nine2,debt,none,text");
}

static void
test_sort_by_text (Fixture       *fixture,
                   gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"1\",\"display_name\":\"beta\"}", "{\"fiskil_id\":\"2\"}",
                         "{\"fiskil_id\":\"3\",\"display_name\":\"Alpha\"}",
                         "{\"fiskil_id\":\"4\",\"display_name\":\"Gamma\"}"));

  assert_ids (fixture, "3,1,4,2");
  desk_query_set_sort (fixture->query, "nickname", TRUE);
  assert_ids (fixture, "1,2,3,4");
}

static void
test_sort_by_nested_number (Fixture       *fixture,
                            gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"a\",\"interval_read\":{\"aggregate_value\":10.5},"
                         "\"read_start_date\":\"2024-01-02\"}",
                         "{\"fiskil_id\":\"b\",\"interval_read\":{\"aggregate_value\":9},"
                         "\"read_start_date\":\"2024-01-03T15:00:00Z\"}",
                         "{\"fiskil_id\":\"c\",\"basic_read\":{\"value\":1},\"read_start_date\":\"2024-01-01\"}"));

  assert_ids (fixture, "b,a,c");
  desk_query_set_sort (fixture->query, "interval_read.aggregate_value", FALSE);
  assert_ids (fixture, "b,a,c");
  desk_query_set_sort (fixture->query, "interval_read.aggregate_value", TRUE);
  assert_ids (fixture, "a,b,c");
}

static void
test_offset_and_limit (Fixture       *fixture,
                       gconstpointer  resource)
{
  g_autoptr(GArray) all = NULL;
  g_autoptr(GArray) middle = NULL;
  g_autoptr(GArray) beyond = NULL;

  add (fixture, RECORDS ("{\"fiskil_id\":\"1\"}", "{\"fiskil_id\":\"2\"}", "{\"fiskil_id\":\"3\"}",
                         "{\"fiskil_id\":\"4\"}"));
  all = fixture_list (fixture->store, fixture->query, 0, 0);
  middle = fixture_list (fixture->store, fixture->query, 1, 2);
  beyond = fixture_list (fixture->store, fixture->query, 9, 0);

  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (middle->len, ==, 2);
  g_assert_cmpint (g_array_index (middle, gint64, 0), ==, g_array_index (all, gint64, 1));
  g_assert_cmpuint (beyond->len, ==, 0);
}

static void
test_end_user (Fixture       *fixture,
               gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"mine\"}"));
  fixture_add (fixture->store, resource, "eu_2", 1, RECORDS ("{\"fiskil_id\":\"theirs\"}"));

  assert_ids (fixture, "mine");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"1\",\"description\":\"CAF\\u00c9 Noir 100%\"}",
                         "{\"fiskil_id\":\"2\",\"description\":\"Noir\",\"reference\":\"cafe\"}",
                         "{\"fiskil_id\":\"3\",\"merchant_name\":\"Cafe\\u0301 noir_x\"}",
                         "{\"fiskil_id\":\"4\",\"description\":\"no\",\"reference\":\"ir\"}",
                         "{\"fiskil_id\":\"5\",\"account_id\":\"noir\"}"));

  desk_query_set_search (fixture->query, "caf\303\251");
  assert_ids (fixture, "1,3");
  desk_query_set_search (fixture->query, "  NOIR \t cafe ");
  assert_ids (fixture, "2");
  desk_query_set_search (fixture->query, "100%");
  assert_ids (fixture, "1");
  desk_query_set_search (fixture->query, "r_");
  assert_ids (fixture, "3");
  desk_query_set_search (fixture->query, "%");
  assert_ids (fixture, "1");
  desk_query_set_search (fixture->query, "noir");
  assert_ids (fixture, "1,2,3");
  desk_query_set_search (fixture->query, "  ");
  assert_ids (fixture, "1,2,3,4,5");
}

static void
test_search_for_many_words (Fixture       *fixture,
                            gconstpointer  resource)
{
  g_autoptr(GString) words = g_string_new (NULL);

  add (fixture, RECORDS ("{\"fiskil_id\":\"1\",\"description\":\"a b\"}", "{\"fiskil_id\":\"2\",\"description\":\"a\"}"));
  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "a ");

  desk_query_set_search (fixture->query, words->str);
  assert_ids (fixture, "1,2");
  g_string_append (words, "b");
  desk_query_set_search (fixture->query, words->str);
  assert_ids (fixture, "1");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  resource)
{
  add (fixture, RECORDS ("{\"fiskil_id\":\"1\",\"status\":\"POSTED\",\"category\":{\"primary_category\":\"INCOME\"}}",
                         "{\"fiskil_id\":\"2\",\"status\":\"PENDING\",\"category\":{\"primary_category\":\"INCOME\"}}",
                         "{\"fiskil_id\":\"3\",\"status\":\"POSTED\"}"));

  desk_query_set_filter (fixture->query, "status", "POSTED");
  assert_ids (fixture, "1,3");
  desk_query_set_filter (fixture->query, "category.primary_category", "INCOME");
  assert_ids (fixture, "1");
  desk_query_set_filter (fixture->query, "status", "posted");
  assert_ids (fixture, "");
}

static void
test_filter_by_consent (Fixture       *fixture,
                        gconstpointer  resource)
{
  fixture_add (fixture->store, "banking.accounts", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"a1\",\"account_id\":\"1\",\"arrangement_id\":\"c1\"}"));
  add (fixture, RECORDS ("{\"fiskil_id\":\"own\",\"arrangement_id\":\"c1\"}",
                         "{\"fiskil_id\":\"account\",\"account_id\":\"1\"}",
                         "{\"fiskil_id\":\"other\",\"arrangement_id\":\"c2\",\"account_id\":\"1\"}",
                         "{\"fiskil_id\":\"nobody\",\"arrangement_id\":\"\",\"account_id\":\"2\"}"));

  desk_query_set_arrangement_id (fixture->query, "c1");
  assert_ids (fixture, "own,account");
  desk_query_set_arrangement_id (fixture->query, "");
  assert_ids (fixture, "");
}

static void
test_injection (Fixture       *fixture,
                gconstpointer  resource)
{
  const char *evil = "'; DROP TABLE \"banking.transactions\"; --";
  g_autofree char *record = g_strdup_printf ("{\"fiskil_id\":\"1\",\"description\":\"%s\",\"status\":\"%s\"}",
                                             "'; DROP TABLE x; --", "' OR '1'='1");

  add (fixture, RECORDS (record, "{\"fiskil_id\":\"2\"}"));

  desk_query_set_search (fixture->query, evil);
  assert_ids (fixture, "");
  desk_query_set_search (fixture->query, "'; drop");
  assert_ids (fixture, "1");
  desk_query_set_search (fixture->query, NULL);
  desk_query_set_filter (fixture->query, "status", "' OR '1'='1");
  assert_ids (fixture, "1");
  desk_query_set_filter (fixture->query, "status", NULL);
  desk_query_set_arrangement_id (fixture->query, "' OR 1=1 --");
  assert_ids (fixture, "");
}

static void
test_read (Fixture       *fixture,
           gconstpointer  resource)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) records = NULL;
  gint64 asked[3];

  add (fixture, RECORDS ("{\"fiskil_id\":\"1\"}", "{\"fiskil_id\":\"2\"}"));
  ids = fixture_list (fixture->store, fixture->query, 0, 0);
  asked[0] = g_array_index (ids, gint64, 1);
  asked[1] = 999;
  asked[2] = g_array_index (ids, gint64, 0);

  desk_store_read_async (fixture->store, fixture_resource (resource), asked, G_N_ELEMENTS (asked),
                         DESK_STORE_READING_RECEIVED, NULL, fixture_keep_result, &result);
  records = desk_store_read_finish (fixture->store, fixture_wait (&result), NULL);

  g_assert_cmpuint (records->len, ==, 3);
  g_assert_cmpmem (g_bytes_get_data (records->pdata[0], NULL), g_bytes_get_size (records->pdata[0]),
                   "{\"fiskil_id\":\"2\"}", 17);
  g_assert_null (records->pdata[1]);
  g_assert_cmpmem (g_bytes_get_data (records->pdata[2], NULL), g_bytes_get_size (records->pdata[2]),
                   "{\"fiskil_id\":\"1\"}", 17);
}

static void
test_count (Fixture       *fixture,
            gconstpointer  resource)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) counts = NULL;

  add (fixture, RECORDS ("{\"fiskil_id\":\"1\",\"arrangement_id\":\"c1\"}",
                         "{\"fiskil_id\":\"2\",\"arrangement_id\":\"c2\"}"));
  fixture_add (fixture->store, "common.identity", FIXTURE_USER, 1, RECORDS ("{\"arrangement_id\":\"c1\"}"));

  desk_store_count_async (fixture->store, FIXTURE_USER, NULL, NULL, fixture_keep_result, &result);
  counts = desk_store_count_finish (fixture->store, fixture_wait (&result), NULL);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "banking.transactions")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "common.identity")), ==, 1);

  g_assert_cmpuint (fixture_count (fixture->store, FIXTURE_USER, "c2", "banking.transactions"), ==, 1);
  g_assert_cmpuint (fixture_count (fixture->store, FIXTURE_USER, "c2", "common.identity"), ==, 0);
  g_assert_cmpuint (fixture_count (fixture->store, "eu_2", NULL, "banking.transactions"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  const struct { const char *name; const char *resource; void (*test) (Fixture *, gconstpointer); } tests[] =
  {
    { "/store/list/pending-then-newest-transactions-first", "banking.transactions", test_transaction_order },
    { "/store/list/sorts-by-amount", "banking.transactions", test_sort_by_amount },
    { "/store/list/sorts-by-text-without-case", "banking.accounts", test_sort_by_text },
    { "/store/list/sorts-by-a-nested-number", "energy.usage", test_sort_by_nested_number },
    { "/store/list/has-offset-and-limit", "banking.transactions", test_offset_and_limit },
    { "/store/list/shows-one-end-user", "banking.transactions", test_end_user },
    { "/store/list/searches-words-in-any-case", "banking.transactions", test_search },
    { "/store/list/searches-for-thousands-of-words", "banking.transactions", test_search_for_many_words },
    { "/store/list/filters-by-equal-text", "banking.transactions", test_filter },
    { "/store/list/filters-by-consent", "banking.transactions", test_filter_by_consent },
    { "/store/list/takes-sql-for-text", "banking.transactions", test_injection },
    { "/store/list/reads-in-the-order-asked", "banking.transactions", test_read },
    { "/store/list/counts-data-sets", "banking.transactions", test_count },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].resource, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
