/* test-store-mask.c: what a store hands out behind a mask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-list.h"
#include "desk-store-fixture.h"

#define SALARY "{\"fiskil_id\":\"1\",\"description\":\"Salary of Mia\",\"amount\":\"4210.00\"}"

typedef struct
{
  DeskStore *store;
  DeskMask  *mask;
  DeskQuery *query;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = desk_store_new (NULL);
  fixture->mask = desk_mask_new ();
  fixture->query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  fixture_add (fixture->store, "banking.transactions", FIXTURE_USER, 1, (const char *const[]) { SALARY, NULL });
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->query, desk_query_free);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->mask, desk_mask_unref);
}

static void
ask (Fixture           *fixture,
     DeskStoreReading   reading,
     GAsyncResult     **result)
{
  g_autoptr(GArray) ids = fixture_list (fixture->store, fixture->query, 0, 0);

  desk_store_read_async (fixture->store, desk_query_get_resource (fixture->query),
                         (const gint64 *) (gpointer) ids->data, ids->len, reading, NULL, fixture_keep_result, result);
}

static char *
dup_record (Fixture          *fixture,
            DeskStoreReading  reading)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) records = NULL;
  GBytes *bytes = NULL;

  ask (fixture, reading, &result);
  records = desk_store_read_finish (fixture->store, fixture_wait (&result), NULL);
  bytes = g_ptr_array_index (records, 0);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *record = NULL;

  desk_store_set_mask (fixture->store, fixture->mask);
  record = dup_record (fixture, DESK_STORE_READING_SHOWN);
  g_assert_null (strstr (record, "Mia"));
  g_assert_null (strstr (record, "4210.00"));
}

static void
test_received (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *record = NULL;

  desk_store_set_mask (fixture->store, fixture->mask);
  record = dup_record (fixture, DESK_STORE_READING_RECEIVED);
  g_assert_cmpstr (record, ==, SALARY);
}

static void
test_taken_off (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *record = NULL;

  desk_store_set_mask (fixture->store, fixture->mask);
  desk_store_set_mask (fixture->store, NULL);
  record = dup_record (fixture, DESK_STORE_READING_SHOWN);
  g_assert_cmpstr (record, ==, SALARY);
}

/* What was asked for before the mask came is not handed out after it. */
static void
test_under_way (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;

  ask (fixture, DESK_STORE_READING_SHOWN, &result);
  desk_store_set_mask (fixture->store, fixture->mask);
  records = desk_store_read_finish (fixture->store, fixture_wait (&result), &error);
  g_assert_null (records);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_total (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *totals = NULL;

  desk_store_set_mask (fixture->store, fixture->mask);
  totals = fixture_totals (fixture->store, fixture->query, "amount");
  g_assert_null (strstr (totals, "4210"));
  g_assert_true (g_str_has_prefix (totals, "AUD "));
}

static void
test_search_is_for_what_was_received (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(GArray) ids = NULL;

  desk_store_set_mask (fixture->store, fixture->mask);
  desk_query_set_search (fixture->query, "Mia");
  ids = fixture_list (fixture->store, fixture->query, 0, 0);
  g_assert_cmpuint (ids->len, ==, 1);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_rows_are_read_again (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(DeskRowList) list = desk_row_list_new (fixture->store, fixture->query);
  g_autoptr(DeskRow) row = NULL;
  g_autofree char *text = NULL;
  guint n_changes = 0;

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (!desk_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (count_cb), &n_changes);

  desk_store_set_mask (fixture->store, fixture->mask);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  text = desk_row_dup_text (row, "description");
  g_assert_cmpstr (text, !=, "Salary of Mia");
  g_signal_handlers_disconnect_by_data (row, &n_changes);
}

#define ADD(path, func) g_test_add ("/store-mask/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shown", test_shown);
  ADD ("received", test_received);
  ADD ("taken-off", test_taken_off);
  ADD ("under-way", test_under_way);
  ADD ("total", test_total);
  ADD ("search-is-for-what-was-received", test_search_is_for_what_was_received);
  ADD ("rows-are-read-again", test_rows_are_read_again);

  return g_test_run ();
}
