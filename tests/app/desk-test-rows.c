/* desk-test-rows.c: puts rows into a store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-rows.h"

#include "desk-await.h"
#include "desk-catalogue.h"

void
desk_test_rows_add (DeskStore  *store,
                    const char *resource_name,
                    const char *end_user_id,
                    gint64      load,
                    const char *json)
{
  const DeskResource *resource = desk_catalogue_find (resource_name);
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskJsonPage) page = desk_json_page_new (bytes, resource->root_keys, &error);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  DeskStoreChange change;

  g_assert_no_error (error);
  desk_store_add_page_async (store, resource, end_user_id, NULL, load, page, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_store_add_page_finish (store, result, &change, &error);
  g_assert_no_error (error);
}

void
desk_test_rows_purge (DeskStore  *store,
                      const char *end_user_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_store_purge_end_user_async (store, end_user_id, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_store_purge_end_user_finish (store, result, &error);
  g_assert_no_error (error);
}
