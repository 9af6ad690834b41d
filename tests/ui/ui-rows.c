/* ui-rows.c: an end user with rows of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-rows.h"

#include "desk-await.h"
#include "desk-catalogue.h"

void
ui_rows_add (DeskAppFixture    *fixture,
             const char        *resource,
             const char *const *records)
{
  DeskStore *store = desk_context_get_store (fixture->context);
  g_autofree char *joined = g_strjoinv (",", (char **) records);
  g_autofree char *body = g_strdup_printf ("[%s]", joined);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  DeskStoreChange change;

  page = desk_json_page_new (bytes, (const char *const[]) { "records", NULL }, &error);
  g_assert_no_error (error);
  desk_store_add_page_async (store, desk_catalogue_find (resource), desk_end_user_get_id (fixture->end_user), NULL, 1,
                             page, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_store_add_page_finish (store, result, &change, &error);
  g_assert_no_error (error);
}
