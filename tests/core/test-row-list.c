/* test-row-list.c: the list model over a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-list.h"

#include <string.h>

#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  DeskStore *store;
  DeskQuery *query;
  GString   *changes; /* "position-removed+added " of each items-changed */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = desk_store_new (NULL);
  fixture->query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  fixture->changes = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_string_free (fixture->changes, TRUE);
  desk_query_free (fixture->query);
  g_object_unref (fixture->store);
}

static void
add (Fixture           *fixture,
     gint64             load,
     const char *const *records)
{
  fixture_add (fixture->store, "banking.transactions", FIXTURE_USER, load, records);
}

static void
add_many (Fixture *fixture,
          guint    n_records)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (records, g_strdup_printf ("{\"fiskil_id\":\"t%u\"}", i));
  g_ptr_array_add (records, NULL);
  add (fixture, 1, (const char *const *) records->pdata);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Fixture    *fixture)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, n_removed, n_added);
}

static void
wait_loaded (DeskRowList *list)
{
  while (desk_row_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static DeskRowList *
new_list (Fixture *fixture)
{
  DeskRowList *list = desk_row_list_new (fixture->store, fixture->query);

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  return list;
}

static DeskRowList *
new_loaded_list (Fixture *fixture)
{
  DeskRowList *list = new_list (fixture);

  wait_loaded (list);
  g_string_truncate (fixture->changes, 0);

  return list;
}

static DeskRow *
get_row (DeskRowList *list,
         guint        position)
{
  return g_list_model_get_item (G_LIST_MODEL (list), position);
}

static DeskRow *
get_loaded_row (DeskRowList *list,
                guint        position)
{
  DeskRow *row = get_row (list, position);

  while (!desk_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);

  return row;
}

static guint
get_n_items (DeskRowList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
wait_change (Fixture *fixture)
{
  while (fixture->changes->len == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) row = NULL;
  g_autofree char *amount = NULL;
  gboolean loading;

  add (fixture, 1, RECORDS ("{\"fiskil_id\":\"1\",\"amount\":\"1.50\"}", "{\"fiskil_id\":\"2\"}"));
  list = new_list (fixture);
  g_object_get (list, "loading", &loading, NULL);
  g_assert_true (loading);
  g_assert_cmpuint (get_n_items (list), ==, 0);
  wait_loaded (list);

  g_assert_cmpuint (get_n_items (list), ==, 2);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+2 ");
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == DESK_TYPE_ROW);
  g_assert_null (get_row (list, 2));

  row = get_loaded_row (list, 0);
  g_assert_cmpint (desk_row_list_get_id (list, 0), ==, desk_row_get_id (row));
  amount = desk_row_dup_text (row, "amount");
  g_assert_cmpstr (amount, ==, "1.50");
  g_assert_true (desk_row_get_resource (row) == fixture_resource ("banking.transactions"));
}

static void
test_row_before_and_after (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) row = NULL;
  g_autoptr(GArray) ids = NULL;
  gboolean loaded;

  add (fixture, 1, RECORDS ("{\"fiskil_id\":\"1\"}"));
  ids = fixture_list (fixture->store, fixture->query, 0, 0);
  list = new_loaded_list (fixture);
  row = get_row (list, 0);

  g_assert_cmpint (desk_row_get_id (row), ==, g_array_index (ids, gint64, 0));
  g_assert_false (desk_row_is_loaded (row));
  g_assert_null (desk_row_get_bytes (row));
  g_assert_null (desk_row_dup_text (row, "fiskil_id"));
  g_assert_cmpint (desk_json_slice_get_kind (desk_row_get_value (row, "fiskil_id")), ==, DESK_JSON_KIND_NONE);

  while (!desk_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
  g_object_get (row, "loaded", &loaded, NULL);
  g_assert_true (loaded);
  g_assert_cmpuint (g_bytes_get_size (desk_row_get_bytes (row)), ==, strlen ("{\"fiskil_id\":\"1\"}"));
  g_assert_true (desk_json_slice_equals_string (desk_row_get_value (row, "fiskil_id"), "1"));
}

static void
test_same_object (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) row = NULL;
  g_autoptr(DeskRow) again = NULL;

  add_many (fixture, 3);
  list = new_loaded_list (fixture);
  row = get_loaded_row (list, 1);
  again = get_row (list, 1);
  g_assert_true (row == again);

  g_clear_object (&again);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  g_object_unref (row);
  g_assert_null (row);

  row = get_row (list, 1);
  g_assert_false (desk_row_is_loaded (row));
}

static void
note_batch (DeskRow    *row,
            GParamSpec *pspec,
            guint      *n_loaded)
{
  (*n_loaded)++;
}

static void
test_one_read_a_batch (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_loaded = 0;

  add_many (fixture, 50);
  list = new_loaded_list (fixture);
  for (guint i = 0; i < 50; i++)
    {
      g_ptr_array_add (rows, get_row (list, i));
      g_signal_connect (rows->pdata[i], "notify::loaded", G_CALLBACK (note_batch), &n_loaded);
    }

  /* All come in one iteration of the main loop, so by one answer of the store. */
  while (n_loaded == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_loaded, ==, 50);
}

static void
test_first_ids_at_once (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;

  add_many (fixture, 1200);
  list = new_list (fixture);
  wait_loaded (list);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+500 500-0+700 ");
  g_assert_cmpuint (get_n_items (list), ==, 1200);
}

static void
test_follows_changes (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) first = NULL;
  g_autoptr(DeskRow) last = NULL;
  g_autoptr(DeskRow) last_again = NULL;

  add (fixture, 1, RECORDS ("{\"fiskil_id\":\"a\"}", "{\"fiskil_id\":\"b\"}", "{\"fiskil_id\":\"c\"}"));
  list = new_loaded_list (fixture);
  first = get_loaded_row (list, 0);
  last = get_loaded_row (list, 2);

  add (fixture, 2, RECORDS ("{\"fiskil_id\":\"a\"}", "{\"fiskil_id\":\"c\"}", "{\"fiskil_id\":\"d\"}"));
  fixture_finish_load (fixture->store, "banking.transactions", FIXTURE_USER, 2);
  wait_change (fixture);

  /* One change for both calls: the middle only. */
  g_assert_cmpstr (fixture->changes->str, ==, "1-2+2 ");
  last_again = get_row (list, 1);
  g_assert_true (last_again == last);
}

static void
test_rereads_changed_rows (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) changed = NULL;
  g_autoptr(DeskRow) same = NULL;
  g_autofree char *amount = NULL;
  guint n_changed = 0;
  guint n_same = 0;

  add (fixture, 1, RECORDS ("{\"fiskil_id\":\"a\",\"amount\":\"1\"}", "{\"fiskil_id\":\"b\"}"));
  list = new_loaded_list (fixture);
  changed = get_loaded_row (list, 0);
  same = get_loaded_row (list, 1);
  g_signal_connect (changed, "notify::loaded", G_CALLBACK (note_batch), &n_changed);
  g_signal_connect (same, "notify::loaded", G_CALLBACK (note_batch), &n_same);

  add (fixture, 2, RECORDS ("{\"fiskil_id\":\"a\",\"amount\":\"2\"}"));
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);

  amount = desk_row_dup_text (changed, "amount");
  g_assert_cmpstr (amount, ==, "2");
  g_assert_cmpuint (n_same, ==, 0);
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
test_ignores_others (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) row = NULL;

  add_many (fixture, 1);
  list = new_loaded_list (fixture);
  row = get_loaded_row (list, 0);
  fixture_add (fixture->store, "banking.transactions", "eu_2", 1, RECORDS ("{\"fiskil_id\":\"x\"}"));
  fixture_add (fixture->store, "banking.accounts", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"x\"}"));
  fixture_purge_end_user (fixture->store, "eu_2");
  fixture_settle ();
  g_assert_true (desk_row_is_loaded (row));
  g_assert_cmpuint (get_n_items (list), ==, 1);
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
note_purged (DeskStore  *store,
             const char *end_user_id,
             const char *arrangement_id,
             DeskRow    *row)
{
  /* Connected after the list: by now the row has let go. */
  g_assert_false (desk_row_is_loaded (row));
  g_object_set_data (G_OBJECT (row), "purged", row);
}

static void
test_purge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) gone = NULL;
  g_autoptr(DeskRow) kept = NULL;

  add (fixture, 1, RECORDS ("{\"fiskil_id\":\"a\",\"arrangement_id\":\"c1\"}",
                            "{\"fiskil_id\":\"b\",\"arrangement_id\":\"c2\"}"));
  list = new_loaded_list (fixture);
  gone = get_loaded_row (list, 0);
  kept = get_loaded_row (list, 1);
  g_signal_connect (fixture->store, "purged", G_CALLBACK (note_purged), gone);

  fixture_purge_consent (fixture->store, FIXTURE_USER, "22", "c1");
  g_assert_nonnull (g_object_get_data (G_OBJECT (gone), "purged"));
  wait_change (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "0-1+0 ");
  while (!desk_row_is_loaded (kept))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (desk_row_is_loaded (gone));
}

static void
test_purge_reaches_rows_without_list (Fixture       *fixture,
                                      gconstpointer  data)
{
  DeskRowList *list;
  g_autoptr(DeskRow) row = NULL;

  add_many (fixture, 1);
  list = new_loaded_list (fixture);
  row = get_loaded_row (list, 0);
  g_object_unref (list);

  fixture_purge_end_user (fixture->store, FIXTURE_USER);
  g_assert_false (desk_row_is_loaded (row));
}

static void
test_set_query (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskQuery) other = desk_query_new (fixture_resource ("banking.accounts"), FIXTURE_USER);
  g_autoptr(DeskRow) row = NULL;

  add_many (fixture, 3);
  fixture_add (fixture->store, "banking.accounts", FIXTURE_USER, 1, RECORDS ("{\"fiskil_id\":\"x\"}"));
  list = new_loaded_list (fixture);
  row = get_loaded_row (list, 0);

  /* The rows of another data set are not shown for a moment longer. */
  desk_row_list_set_query (list, other);
  g_assert_cmpuint (get_n_items (list), ==, 0);
  wait_loaded (list);
  g_assert_cmpstr (fixture->changes->str, ==, "0-3+0 0-0+1 ");
  g_assert_true (desk_query_get_resource (desk_row_list_get_query (list)) == fixture_resource ("banking.accounts"));

  g_clear_object (&row);
  row = get_row (list, 0);
  g_assert_true (desk_row_get_resource (row) == fixture_resource ("banking.accounts"));
}

static void
test_search_keeps_rows (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;

  add (fixture, 1, RECORDS ("{\"fiskil_id\":\"a\",\"description\":\"tea\"}", "{\"fiskil_id\":\"b\"}"));
  list = new_loaded_list (fixture);
  desk_query_set_search (fixture->query, "tea");
  desk_row_list_set_query (list, fixture->query);
  g_assert_cmpuint (get_n_items (list), ==, 2);
  wait_loaded (list);
  g_assert_cmpstr (fixture->changes->str, ==, "1-1+0 ");
}

static void
test_no_query (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(DeskRowList) list = desk_row_list_new (fixture->store, NULL);

  g_assert_null (desk_row_list_get_query (list));
  g_assert_false (desk_row_list_get_loading (list));
  desk_row_list_reload (list);
  g_assert_false (desk_row_list_get_loading (list));

  add_many (fixture, 2);
  desk_row_list_set_query (list, fixture->query);
  wait_loaded (list);
  g_assert_cmpuint (get_n_items (list), ==, 2);

  desk_row_list_set_query (list, NULL);
  g_assert_cmpuint (get_n_items (list), ==, 0);
  g_assert_false (desk_row_list_get_loading (list));
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;

  add_many (fixture, 600);
  list = new_loaded_list (fixture);
  desk_row_list_reload (list);
  g_assert_true (desk_row_list_get_loading (list));
  wait_loaded (list);
  g_assert_cmpuint (get_n_items (list), ==, 600);
  g_assert_cmpstr (fixture->changes->str, ==, "");
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_close (fixture->store);
  list = new_list (fixture);
  g_assert_null (desk_row_list_get_error (list));
  wait_loaded (list);

  g_object_get (list, "error", &error, NULL);
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
  g_assert_error (desk_row_list_get_error (list), DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
}

static void
test_error_of_rows (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DeskRowList) list = NULL;
  g_autoptr(DeskRow) row = NULL;

  add_many (fixture, 1);
  list = new_loaded_list (fixture);
  desk_store_close (fixture->store);
  row = get_row (list, 0);
  while (desk_row_list_get_error (list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (desk_row_list_get_error (list), DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
}

int
main (int    argc,
      char **argv)
{
  const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] =
  {
    { "/row-list/lists-rows", test_lists },
    { "/row-list/rows-come-a-moment-later", test_row_before_and_after },
    { "/row-list/gives-the-same-row-while-it-is-held", test_same_object },
    { "/row-list/reads-a-batch-at-once", test_one_read_a_batch },
    { "/row-list/shows-the-first-rows-before-the-rest", test_first_ids_at_once },
    { "/row-list/follows-the-store", test_follows_changes },
    { "/row-list/reads-changed-rows-again", test_rereads_changed_rows },
    { "/row-list/ignores-other-rows", test_ignores_others },
    { "/row-list/purge-takes-records-away-at-once", test_purge },
    { "/row-list/purge-reaches-rows-without-a-list", test_purge_reaches_rows_without_list },
    { "/row-list/takes-another-query", test_set_query },
    { "/row-list/search-keeps-rows-until-the-answer", test_search_keeps_rows },
    { "/row-list/may-have-no-query", test_no_query },
    { "/row-list/reload-changes-nothing-that-is-the-same", test_reload },
    { "/row-list/keeps-the-error", test_error },
    { "/row-list/keeps-the-error-of-rows", test_error_of_rows },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
