/* desk-store-fixture.c: the store's calls, waited for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

#include <malloc.h>
#include <string.h>

DeskJsonSlice
fixture_slice (const char *json)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);

  return slice;
}

const DeskResource *
fixture_resource (const char *name)
{
  const DeskResource *resource = desk_catalogue_find (name);

  g_assert_nonnull (resource);
  return resource;
}

DeskJsonPage *
fixture_page (const char *const *records)
{
  g_autofree char *joined = g_strjoinv (",", (char **) records);
  g_autofree char *body = g_strdup_printf ("[%s]", joined);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(GError) error = NULL;
  DeskJsonPage *page = desk_json_page_new (bytes, (const char *const[]) { "records", NULL }, &error);

  g_assert_no_error (error);
  return page;
}

void
fixture_keep_result (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gsize
fixture_get_memory (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static DeskStoreChange
add_records (DeskStore          *store,
             const char         *resource,
             const char         *end_user_id,
             const char         *institution_id,
             gint64              load,
             const char *const  *records)
{
  g_autoptr(DeskJsonPage) page = fixture_page (records);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  DeskStoreChange change = { 0 };

  desk_store_add_page_async (store, fixture_resource (resource), end_user_id, institution_id, load, page,
                             NULL, fixture_keep_result, &result);
  g_assert_true (desk_store_add_page_finish (store, fixture_wait (&result), &change, &error));
  g_assert_no_error (error);

  return change;
}

DeskStoreChange
fixture_add (DeskStore          *store,
             const char         *resource,
             const char         *end_user_id,
             gint64              load,
             const char *const  *records)
{
  return add_records (store, resource, end_user_id, NULL, load, records);
}

DeskStoreChange
fixture_add_of_institution (DeskStore          *store,
                            const char         *resource,
                            const char         *institution_id,
                            const char *const  *records)
{
  return add_records (store, resource, FIXTURE_USER, institution_id, 1, records);
}

DeskStoreChange
fixture_finish_load (DeskStore  *store,
                     const char *resource,
                     const char *end_user_id,
                     gint64      load)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  DeskStoreChange change = { 0 };

  desk_store_finish_load_async (store, fixture_resource (resource), end_user_id, load,
                                NULL, fixture_keep_result, &result);
  g_assert_true (desk_store_finish_load_finish (store, fixture_wait (&result), &change, &error));
  g_assert_no_error (error);

  return change;
}

GArray *
fixture_list (DeskStore       *store,
              const DeskQuery *query,
              guint            offset,
              guint            limit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *ids;

  desk_store_list_async (store, query, offset, limit, NULL, fixture_keep_result, &result);
  ids = desk_store_list_finish (store, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return ids;
}

static GPtrArray *
read_records (DeskStore       *store,
              const DeskQuery *query)
{
  g_autoptr(GArray) ids = fixture_list (store, query, 0, 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *records;

  desk_store_read_async (store, desk_query_get_resource (query), (const gint64 *) (gpointer) ids->data, ids->len,
                         DESK_STORE_READING_RECEIVED, NULL, fixture_keep_result, &result);
  records = desk_store_read_finish (store, fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, ids->len);

  return records;
}

static char *
join_records (DeskStore       *store,
              const DeskQuery *query,
              const char      *path,
              const char      *separator)
{
  g_autoptr(GPtrArray) records = read_records (store, query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (records, i), &size);
      DeskJsonSlice slice;
      g_autofree char *part = NULL;

      g_assert_true (desk_json_parse (data, size, &slice, NULL));
      part = path != NULL ? desk_json_slice_dup_text (desk_json_slice_get_path (slice, path))
                          : g_strndup (data, size);
      g_string_append_printf (text, "%s%s", i > 0 ? separator : "", part != NULL ? part : "");
    }

  return g_string_free (text, FALSE);
}

char *
fixture_dump (DeskStore       *store,
              const DeskQuery *query)
{
  return join_records (store, query, NULL, "\n");
}

char *
fixture_column (DeskStore       *store,
                const DeskQuery *query,
                const char      *path)
{
  return join_records (store, query, path, ",");
}

char *
fixture_totals (DeskStore       *store,
                const DeskQuery *query,
                const char      *field)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) totals = NULL;
  GString *text = g_string_new (NULL);

  desk_store_total_async (store, query, field, NULL, fixture_keep_result, &result);
  totals = desk_store_total_finish (store, fixture_wait (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < totals->len; i++)
    {
      const DeskTotal *total = g_ptr_array_index (totals, i);
      g_autofree char *sum = desk_decimal_to_string (total->sum);

      g_string_append_printf (text, "%s%s %s %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, i > 0 ? ";" : "",
                              total->currency, sum, total->n_rows, total->n_unreadable);
    }

  return g_string_free (text, FALSE);
}

guint
fixture_count (DeskStore  *store,
               const char *end_user_id,
               const char *arrangement_id,
               const char *resource)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) counts = NULL;

  desk_store_count_async (store, end_user_id, arrangement_id, NULL, fixture_keep_result, &result);
  counts = desk_store_count_finish (store, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, resource));
}

void
fixture_purge_consent (DeskStore  *store,
                       const char *end_user_id,
                       const char *institution_id,
                       const char *arrangement_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_purge_consent_async (store, end_user_id, institution_id, arrangement_id,
                                  NULL, fixture_keep_result, &result);
  g_assert_true (desk_store_purge_consent_finish (store, fixture_wait (&result), &error));
  g_assert_no_error (error);
}

void
fixture_purge_end_user (DeskStore  *store,
                        const char *end_user_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_purge_end_user_async (store, end_user_id, NULL, fixture_keep_result, &result);
  g_assert_true (desk_store_purge_end_user_finish (store, fixture_wait (&result), &error));
  g_assert_no_error (error);
}
