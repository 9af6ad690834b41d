/* test-store-write.c: pages go in, and a load replaces what was there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static DeskQuery *
new_query (const char *resource)
{
  return desk_query_new (fixture_resource (resource), FIXTURE_USER);
}

static void
test_bytes (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = new_query ("banking.transactions");
  const char *record = "{ \"fiskil_id\" : \"t1\", \"amount\":12.50, \"x\":[{}], \"x\":1e400,"
                       "\n\"description\":\"\\u00e9\" }";
  g_autofree char *dump = NULL;
  DeskStoreChange change;

  change = fixture_add (store, "banking.transactions", FIXTURE_USER, 1, RECORDS (record));
  g_assert_cmpuint (change.n_new, ==, 1);
  dump = fixture_dump (store, query);
  g_assert_cmpstr (dump, ==, record);
}

static void
test_empty_page (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  DeskStoreChange change = fixture_add (store, "energy.usage", FIXTURE_USER, 1, (const char *const[]) { NULL });

  g_assert_cmpuint (change.n_new, ==, 0);
}

static void
test_large_page (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  DeskStoreChange change;

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (records, g_strdup_printf ("{\"fiskil_id\":\"t%u\",\"amount\":\"%u.10\"}", i, i));
  g_ptr_array_add (records, NULL);

  change = fixture_add (store, "banking.transactions", FIXTURE_USER, 1, (const char *const *) records->pdata);
  g_assert_cmpuint (change.n_new, ==, 1000);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.transactions"), ==, 1000);
}

static void
test_duplicates (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = new_query ("banking.transactions");
  g_autofree char *dump = NULL;
  DeskStoreChange change;

  change = fixture_add (store, "banking.transactions", FIXTURE_USER, 1,
                        RECORDS ("{\"fiskil_id\":\"t1\",\"amount\":\"1\"}", "{\"fiskil_id\":\"t1\",\"amount\":\"2\"}",
                                 "{\"fiskil_id\":\"t1\",\"amount\":\"2\"}"));
  g_assert_cmpuint (change.n_new, ==, 1);
  g_assert_cmpuint (change.n_duplicates, ==, 2);
  g_assert_cmpuint (change.n_changed, ==, 1);

  dump = fixture_dump (store, query);
  g_assert_cmpstr (dump, ==, "{\"fiskil_id\":\"t1\",\"amount\":\"2\"}");
}

static void
test_second_load (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = new_query ("banking.transactions");
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;
  g_autofree char *ids = NULL;
  DeskStoreChange change;

  fixture_add (store, "banking.transactions", FIXTURE_USER, 1,
               RECORDS ("{\"fiskil_id\":\"same\"}", "{\"fiskil_id\":\"changed\"}", "{\"fiskil_id\":\"gone\"}"));
  before = fixture_list (store, query, 0, 0);
  change = fixture_add (store, "banking.transactions", FIXTURE_USER, 2,
                        RECORDS ("{\"fiskil_id\":\"same\"}", "{\"fiskil_id\":\"changed\",\"amount\":\"1\"}",
                                 "{\"fiskil_id\":\"new\"}"));
  g_assert_cmpuint (change.n_new, ==, 1);
  g_assert_cmpuint (change.n_changed, ==, 1);
  g_assert_cmpuint (change.n_duplicates, ==, 0);

  change = fixture_finish_load (store, "banking.transactions", FIXTURE_USER, 2);
  g_assert_cmpuint (change.n_removed, ==, 1);
  ids = fixture_column (store, query, "fiskil_id");
  g_assert_cmpstr (ids, ==, "same,changed,new");

  /* Selection and scroll follow row ids: a row that came again keeps its id. */
  after = fixture_list (store, query, 0, 0);
  g_assert_cmpint (g_array_index (before, gint64, 1), ==, g_array_index (after, gint64, 1));
}

static void
test_row_ids_are_not_reused (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = new_query ("banking.transactions");
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;

  fixture_add (store, "banking.transactions", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"a\"}"));
  before = fixture_list (store, query, 0, 0);
  fixture_finish_load (store, "banking.transactions", FIXTURE_USER, 2);
  fixture_add (store, "banking.transactions", FIXTURE_USER, 2, RECORDS ("{\"fiskil_id\":\"b\"}"));
  after = fixture_list (store, query, 0, 0);

  g_assert_cmpint (g_array_index (before, gint64, 0), !=, g_array_index (after, gint64, 0));
}

static void
test_load_of_others (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  DeskStoreChange change;

  fixture_add (store, "banking.transactions", "eu_2", 1, RECORDS ("{\"fiskil_id\":\"t1\"}"));
  fixture_add (store, "banking.accounts", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"t1\"}"));
  change = fixture_finish_load (store, "banking.transactions", FIXTURE_USER, 2);

  g_assert_cmpuint (change.n_removed, ==, 0);
  g_assert_cmpuint (fixture_count (store, "eu_2", NULL, "banking.transactions"), ==, 1);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.accounts"), ==, 1);
}

static void
test_large_load_ends (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  DeskStoreChange change;

  for (guint i = 0; i < 1200; i++)
    g_ptr_array_add (records, g_strdup_printf ("{\"fiskil_id\":\"t%u\"}", i));
  g_ptr_array_add (records, NULL);

  fixture_add (store, "banking.transactions", FIXTURE_USER, 1, (const char *const *) records->pdata);
  change = fixture_finish_load (store, "banking.transactions", FIXTURE_USER, 2);
  g_assert_cmpuint (change.n_removed, ==, 1200);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.transactions"), ==, 0);
}

static guint
count_new (const char        *resource,
           const char *const *records)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);

  return fixture_add (store, resource, FIXTURE_USER, 1, records).n_new;
}

static void
test_keys (void)
{
  /* The CDS key, of each institution by itself. */
  g_assert_cmpuint (count_new ("banking.transactions",
                               RECORDS ("{\"account_id\":\"a\",\"transaction_id\":\"1\",\"amount\":\"1\"}",
                                        "{\"account_id\":\"a\",\"transaction_id\":\"1\",\"amount\":\"2\"}",
                                        "{\"account_id\":\"b\",\"transaction_id\":\"1\"}",
                                        "{\"account_id\":\"a\",\"transaction_id\":\"1\",\"institution_id\":\"9\"}")),
                    ==, 3);

  /* fiskil_id goes before it. */
  g_assert_cmpuint (count_new ("banking.transactions",
                               RECORDS ("{\"fiskil_id\":\"x\",\"account_id\":\"a\",\"transaction_id\":\"1\"}",
                                        "{\"fiskil_id\":\"y\",\"account_id\":\"a\",\"transaction_id\":\"1\"}")),
                    ==, 2);

  /* Without its transaction id a row is known by its bytes; an empty id is none. */
  g_assert_cmpuint (count_new ("banking.transactions",
                               RECORDS ("{\"account_id\":\"a\",\"amount\":\"1\"}",
                                        "{\"account_id\":\"a\",\"amount\":\"1\"}",
                                        "{\"account_id\":\"a\",\"transaction_id\":\"\",\"amount\":\"2\"}",
                                        "{\"account_id\":\"a\",\"transaction_id\":\"\",\"amount\":\"3\"}")),
                    ==, 3);

  /* A data set without a key. */
  g_assert_cmpuint (count_new ("common.identity", RECORDS ("{\"customer\":1}", "{\"customer\":2}", "{\"customer\":1}")),
                    ==, 2);
}

static void
test_strange_records (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = new_query ("banking.transactions");
  g_autofree char *dump = NULL;
  DeskStoreChange change;

  change = fixture_add (store, "banking.transactions", FIXTURE_USER, 1,
                        RECORDS ("null", "17", "\"text\"", "[]", "{}",
                                 "{\"amount\":{\"a\":1},\"posting_date_time\":true,\"description\":[],"
                                 "\"status\":null}"));
  g_assert_cmpuint (change.n_new, ==, 6);
  dump = fixture_dump (store, query);
  g_assert_cmpstr (dump, ==, "null\n17\n\"text\"\n[]\n{}\n"
                   "{\"amount\":{\"a\":1},\"posting_date_time\":true,\"description\":[],\"status\":null}");
}

typedef struct
{
  guint               n_changes;
  const DeskResource *resource;
  char               *end_user_id;
} Heard;

static void
changed_cb (DeskStore          *store,
            const DeskResource *resource,
            const char         *end_user_id,
            Heard              *heard)
{
  heard->n_changes++;
  heard->resource = resource;
  g_free (heard->end_user_id);
  heard->end_user_id = g_strdup (end_user_id);
}

static void
test_changed (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  Heard heard = { 0 };

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &heard);

  fixture_add (store, "energy.usage", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"u1\"}"));
  g_assert_cmpuint (heard.n_changes, ==, 1);
  g_assert_true (heard.resource == fixture_resource ("energy.usage"));
  g_assert_cmpstr (heard.end_user_id, ==, FIXTURE_USER);

  fixture_add (store, "energy.usage", FIXTURE_USER, 2, RECORDS ("{\"fiskil_id\":\"u1\"}"));
  fixture_finish_load (store, "energy.usage", FIXTURE_USER, 2);
  g_assert_cmpuint (heard.n_changes, ==, 1);

  fixture_finish_load (store, "energy.usage", FIXTURE_USER, 3);
  g_assert_cmpuint (heard.n_changes, ==, 2);
  g_free (heard.end_user_id);
}

/* Institutions number their products independently of each other. */
static void
test_same_product_of_two_institutions (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  const char *const *records = RECORDS ("{\"product_id\":\"p1\"}");

  fixture_add_of_institution (store, "banking.products", "22", records);
  fixture_add_of_institution (store, "banking.products", "22", records);
  fixture_add_of_institution (store, "banking.products", "23", records);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.products"), ==, 2);
}

static char *
find_institution (DeskStore *store,
                  gint64     id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *institution_id;

  desk_store_find_institution_async (store, fixture_resource ("banking.products"), id, NULL,
                                     fixture_keep_result, &result);
  institution_id = desk_store_find_institution_finish (store, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return institution_id;
}

static void
test_institution_of_a_row (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = new_query ("banking.products");
  g_autoptr(GArray) ids = NULL;
  g_autofree char *told = NULL;
  g_autofree char *own = NULL;
  g_autofree char *dump = NULL;

  fixture_add_of_institution (store, "banking.products", "22",
                              RECORDS ("{\"product_id\":\"p1\",\"name\":\"A\"}",
                                       "{\"product_id\":\"p2\",\"name\":\"B\",\"institution_id\":\"23\"}"));
  ids = fixture_list (store, query, 0, 0);
  told = find_institution (store, g_array_index (ids, gint64, 0));
  own = find_institution (store, g_array_index (ids, gint64, 1));
  dump = fixture_dump (store, query);

  g_assert_cmpstr (told, ==, "22");
  g_assert_cmpstr (own, ==, "23");
  g_assert_null (find_institution (store, G_MAXINT64));
  g_assert_true (g_str_has_prefix (dump, "{\"product_id\":\"p1\",\"name\":\"A\"}\n"));
}

static void
test_one_object_replaces_the_other (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  DeskStoreChange change;

  fixture_add (store, "banking.income", FIXTURE_USER, 1, RECORDS ("{\"income_sources\":[]}"));
  change = fixture_add (store, "banking.income", FIXTURE_USER, 2, RECORDS ("{\"income_sources\":[{}]}"));
  g_assert_cmpuint (change.n_changed, ==, 1);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.income"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/write/keeps-bytes", test_bytes);
  g_test_add_func ("/store/write/takes-an-empty-page", test_empty_page);
  g_test_add_func ("/store/write/takes-a-large-page", test_large_page);
  g_test_add_func ("/store/write/counts-duplicates", test_duplicates);
  g_test_add_func ("/store/write/replaces-at-the-second-load", test_second_load);
  g_test_add_func ("/store/write/never-uses-a-row-id-again", test_row_ids_are_not_reused);
  g_test_add_func ("/store/write/leaves-other-loads-alone", test_load_of_others);
  g_test_add_func ("/store/write/removes-many-rows", test_large_load_ends);
  g_test_add_func ("/store/write/knows-rows-by-their-key", test_keys);
  g_test_add_func ("/store/write/takes-any-record", test_strange_records);
  g_test_add_func ("/store/write/says-what-changed", test_changed);
  g_test_add_func ("/store/write/same-product-of-two-institutions", test_same_product_of_two_institutions);
  g_test_add_func ("/store/write/institution-of-a-row", test_institution_of_a_row);
  g_test_add_func ("/store/write/one-object-replaces-the-other", test_one_object_replaces_the_other);

  return g_test_run ();
}
