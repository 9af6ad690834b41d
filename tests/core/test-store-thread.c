/* test-store-thread.c: requests are cancelled, ordered and dropped at the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-store-fixture.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static GPtrArray *
make_records (guint n_records)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (records, g_strdup_printf ("{\"fiskil_id\":\"t%u\",\"description\":\"row %u\"}", i, i));
  g_ptr_array_add (records, NULL);

  return records;
}

static void
test_cancelled_before (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskJsonPage) page = fixture_page (RECORDS ("{\"fiskil_id\":\"1\"}"));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  desk_store_add_page_async (store, fixture_resource ("banking.transactions"), FIXTURE_USER, NULL, 1, page,
                             cancellable, fixture_keep_result, &result);
  g_assert_false (desk_store_add_page_finish (store, fixture_wait (&result), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.transactions"), ==, 0);
}

static void
test_cancelled_read (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_list_async (store, query, 0, 0, cancellable, fixture_keep_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (desk_store_list_finish (store, fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
listed_cancel_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GArray) ids = desk_store_list_finish (DESK_STORE (source), result, NULL);

  g_assert_nonnull (ids);
  g_cancellable_cancel (user_data);
}

static void
count_change (DeskStore          *store,
              const DeskResource *resource,
              const char         *end_user_id,
              guint              *n_changes)
{
  (*n_changes)++;
}

static void
test_cancelled_in_the_middle (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autoptr(GPtrArray) records = make_records (20000);
  g_autoptr(DeskJsonPage) page = fixture_page ((const char *const *) records->pdata);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect (store, "changed", G_CALLBACK (count_change), &n_changes);
  desk_store_add_page_async (store, desk_query_get_resource (query), FIXTURE_USER, NULL, 1, page,
                             cancellable, fixture_keep_result, &result);
  desk_store_list_async (store, query, 0, 0, NULL, listed_cancel_cb, cancellable);
  g_assert_false (desk_store_add_page_finish (store, fixture_wait (&result), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* What went in before is there, and was announced. */
  g_assert_cmpuint (n_changes, ==, fixture_count (store, FIXTURE_USER, NULL, "banking.transactions") > 0);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.transactions"), <, 20000);
}

static void
note (GObject      *source,
      GAsyncResult *result,
      gpointer      user_data)
{
  g_string_append (user_data, g_async_result_is_tagged (result, desk_store_list_async) ? "read " : "write ");
}

static void
test_reads_go_first (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autoptr(GPtrArray) records = make_records (10000);
  g_autoptr(DeskJsonPage) page = fixture_page ((const char *const *) records->pdata);
  g_autoptr(GString) order = g_string_new (NULL);

  /* The write is asked first and takes many slices; the read waits for one of them. */
  desk_store_add_page_async (store, desk_query_get_resource (query), FIXTURE_USER, NULL, 1, page, NULL, note, order);
  desk_store_list_async (store, query, 0, 0, NULL, note, order);
  while (order->len < strlen ("write read "))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (order->str, ==, "read write ");
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.transactions"), ==, 10000);
}

static void
test_close_with_requests (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GPtrArray) records = make_records (5000);
  g_autoptr(DeskJsonPage) page = fixture_page ((const char *const *) records->pdata);
  GAsyncResult *results[3] = { NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    desk_store_add_page_async (store, fixture_resource ("banking.transactions"), FIXTURE_USER, NULL, i, page,
                               NULL, fixture_keep_result, &results[i]);
  desk_store_close (store);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (desk_store_add_page_finish (store, fixture_wait (&results[i]), NULL, &error));
      g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
      g_object_unref (results[i]);
    }
}

static void
test_request_after_close (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_close (store);
  desk_store_close (store);
  desk_store_count_async (store, FIXTURE_USER, NULL, NULL, fixture_keep_result, &result);
  g_assert_null (result);
  g_assert_null (desk_store_count_finish (store, fixture_wait (&result), &error));
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
}

static void
test_dropped_store (void)
{
  DeskStore *store = desk_store_new (NULL);
  g_autoptr(GAsyncResult) result = NULL;

  /* The request keeps the store until it is answered. */
  desk_store_count_async (store, FIXTURE_USER, NULL, NULL, fixture_keep_result, &result);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  g_assert_nonnull (store);

  fixture_wait (&result);
  g_clear_object (&result);
  fixture_settle ();
  g_assert_null (store);
}

static void
test_error_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (desk_store_error_quark ()), ==, "desk-store-error-quark");
}

typedef struct
{
  DeskStore *store;
  GThread   *main_thread;
  guint      n_heard;
} Other;

static void
changed_cb (DeskStore          *store,
            const DeskResource *resource,
            const char         *end_user_id,
            Other              *other)
{
  g_assert_true (g_thread_self () == other->main_thread);
  other->n_heard++;
}

static gpointer
add_from_other_thread (gpointer data)
{
  Other *other = data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(DeskJsonPage) page = fixture_page (RECORDS ("{\"fiskil_id\":\"1\"}"));
  g_autoptr(GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  desk_store_add_page_async (other->store, fixture_resource ("banking.transactions"), FIXTURE_USER, NULL, 1, page,
                             NULL, fixture_keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_assert_true (desk_store_add_page_finish (other->store, result, NULL, NULL));
  g_main_context_pop_thread_default (context);

  return NULL;
}

static void
test_other_context (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  Other other = { store, g_thread_self (), 0 };
  GThread *thread;

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &other);
  thread = g_thread_new ("other", add_from_other_thread, &other);
  while (other.n_heard == 0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_assert_cmpuint (other.n_heard, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/thread/skips-what-was-cancelled", test_cancelled_before);
  g_test_add_func ("/store/thread/cancels-a-read", test_cancelled_read);
  g_test_add_func ("/store/thread/cancels-between-slices", test_cancelled_in_the_middle);
  g_test_add_func ("/store/thread/reads-go-before-writes", test_reads_go_first);
  g_test_add_func ("/store/thread/closes-with-requests-waiting", test_close_with_requests);
  g_test_add_func ("/store/thread/refuses-requests-after-close", test_request_after_close);
  g_test_add_func ("/store/thread/lives-until-the-last-answer", test_dropped_store);
  g_test_add_func ("/store/thread/has-an-error-domain", test_error_domain);
  g_test_add_func ("/store/thread/answers-in-the-context-of-the-caller", test_other_context);

  return g_test_run ();
}
