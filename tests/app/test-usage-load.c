/* test-usage-load.c: tests of reading whole data sets from the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-load.h"

#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-json-read.h"
#include "desk-row-scan.h"
#include "desk-store-watch.h"
#include "desk-test-rows.h"

typedef struct
{
  DeskStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = desk_store_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  desk_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

static char *
make_days (guint n_days)
{
  g_autoptr(GString) json = g_string_new ("[");
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2025);
  for (guint i = 0; i < n_days; i++)
    {
      g_string_append_printf (json, "%s{\"fiskil_id\":\"u%u\",\"service_point_id\":\"sp\","
                              "\"read_start_date\":\"%04u-%02u-%02u\",\"basic_read\":{\"value\":0.1}}",
                              i > 0 ? "," : "", i, g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date));
      g_date_add_days (&date, 1);
    }
  g_string_append_c (json, ']');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
take_id (DeskJsonSlice record,
         gpointer      data)
{
  g_ptr_array_add (data, desk_json_read_text (record, "fiskil_id"));
}

static GPtrArray *
scan (Fixture       *fixture,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find ("energy.usage"), "eu");
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_query_set_sort (query, "read_start_date", FALSE);
  desk_row_scan_async (fixture->store, query, DESK_STORE_READING_SHOWN, take_id, g_ptr_array_new_with_free_func (g_free),
                       (GDestroyNotify) g_ptr_array_unref, cancellable, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_row_scan_finish (fixture->store, result, error);
}

static void
test_scan_takes_each_row_in_order (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *days = make_days (450);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;

  desk_test_rows_add (fixture->store, "energy.usage", "eu", 1, days);
  desk_test_rows_add (fixture->store, "energy.usage", "another", 1, days);
  ids = scan (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 450);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *expected = g_strdup_printf ("u%u", i);

      g_assert_cmpstr (g_ptr_array_index (ids, i), ==, expected);
    }
}

static void
test_scan_of_nothing_gives_the_data_back (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = scan (fixture, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 0);
}

static void
test_scan_can_be_cancelled (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (scan (fixture, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_scan_fails_with_the_store (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  desk_store_close (fixture->store);
  g_assert_null (scan (fixture, NULL, &error));
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
}

static DeskUsageSummary *
load (Fixture     *fixture,
      GHashTable **metering_ids,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_usage_load_async (fixture->store, "eu", NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_usage_load_finish (fixture->store, result, metering_ids, error);
}

static void
test_load_sums_all_rows (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *days = make_days (365);
  g_autoptr(GHashTable) metering_ids = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskUsageSummary) summary = NULL;
  g_autoptr(GPtrArray) periods = NULL;
  g_autoptr(DeskUsagePeriod) total = NULL;
  g_autofree char *text = NULL;
  GDate first;
  GDate last;

  desk_test_rows_add (fixture->store, "energy.usage", "eu", 1, days);
  desk_test_rows_add (fixture->store, "energy.service-points", "eu", 1,
                      "[{\"service_point_id\":\"sp\",\"national_metering_id\":\"0123\"},{\"service_point_id\":\"x\"}]");
  summary = load (fixture, &metering_ids, &error);
  g_assert_no_error (error);
  g_assert_true (desk_usage_summary_get_span (summary, "sp", &first, &last));
  periods = desk_usage_summary_list (summary, "sp", &first, &last, DESK_USAGE_STEP_MONTH);
  g_assert_cmpuint (periods->len, ==, 12);
  total = desk_usage_period_total (periods);
  text = desk_decimal_to_string (total->from_grid);
  g_assert_cmpstr (text, ==, "36.5");
  g_assert_cmpuint (g_hash_table_size (metering_ids), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (metering_ids, "sp"), ==, "0123");
}

static void
test_load_fails_with_the_store (Fixture       *fixture,
                                gconstpointer  data)
{
  GHashTable *metering_ids = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_close (fixture->store);
  g_assert_null (load (fixture, &metering_ids, &error));
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
  g_assert_null (metering_ids);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
wait_for_change (guint *n_changes)
{
  while (*n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_watch_joins_changes (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *const names[] = { "energy.usage", NULL };
  g_autoptr(DeskStoreWatch) watch = desk_store_watch_new (fixture->store, "eu", names);
  guint n_changes = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n_changes);
  desk_test_rows_add (fixture->store, "energy.usage", "eu", 1, "[{\"fiskil_id\":\"1\"}]");
  desk_test_rows_add (fixture->store, "energy.usage", "eu", 1, "[{\"fiskil_id\":\"2\"}]");
  wait_for_change (&n_changes);
  desk_await_idle ();
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_watch_follows_its_end_user_only (Fixture       *fixture,
                                      gconstpointer  data)
{
  const char *const names[] = { "energy.usage", NULL };
  g_autoptr(DeskStoreWatch) other_user = desk_store_watch_new (fixture->store, "another", names);
  g_autoptr(DeskStoreWatch) watch = NULL;
  guint n_other_changes = 0;
  guint n_changes = 0;

  g_signal_connect_swapped (other_user, "changed", G_CALLBACK (count_cb), &n_other_changes);
  desk_test_rows_add (fixture->store, "energy.usage", "eu", 1, "[{\"fiskil_id\":\"1\"}]");
  desk_test_rows_add (fixture->store, "energy.accounts", "another", 1, "[{\"fiskil_id\":\"1\"}]");
  /* A purge wakes this one later than the other would have woken. */
  watch = desk_store_watch_new (fixture->store, "eu", names);
  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n_changes);
  desk_test_rows_purge (fixture->store, "eu");
  wait_for_change (&n_changes);
  g_assert_cmpuint (n_other_changes, ==, 0);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/row-scan/takes-each-row-in-order", test_scan_takes_each_row_in_order);
  ADD ("/row-scan/nothing-gives-the-data-back", test_scan_of_nothing_gives_the_data_back);
  ADD ("/row-scan/can-be-cancelled", test_scan_can_be_cancelled);
  ADD ("/row-scan/fails-with-the-store", test_scan_fails_with_the_store);
  ADD ("/usage-load/sums-all-rows", test_load_sums_all_rows);
  ADD ("/usage-load/fails-with-the-store", test_load_fails_with_the_store);
  ADD ("/store-watch/joins-changes", test_watch_joins_changes);
  ADD ("/store-watch/follows-its-end-user-only", test_watch_follows_its_end_user_only);

  return g_test_run ();
}
