/* desk-freshness.c: what the service says about how fresh the data of an end user are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-freshness.h"

#include "desk-api-error.h"
#include "desk-api-fetch.h"
#include "desk-api-walk.h"
#include "desk-catalogue.h"

/* A data set that several consents cover has a record for each. */
static void
take_record (GHashTable    *said,
             DeskJsonSlice  record)
{
  g_autofree char *data_set = desk_json_slice_dup_string (desk_json_slice_get_member (record, "data_set"));
  g_autofree char *consent = desk_json_slice_dup_text (desk_json_slice_get_member (record, "arrangement_id"));
  g_autofree char *synced = desk_json_slice_dup_text (desk_json_slice_get_member (record, "last_synced_at"));
  const char *before;

  if (data_set == NULL || synced == NULL)
    return;

  before = g_hash_table_lookup (said, data_set);
  g_hash_table_insert (said, g_strdup (data_set),
                       g_strconcat (before != NULL ? before : "", consent != NULL ? consent : "", " ", synced, "\n", NULL));
}

static void
page_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskApiFetch *fetch = DESK_API_FETCH (source);
  GHashTable *said = g_task_get_task_data (task);
  gboolean is_restarted = FALSE;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskJsonPage) page = desk_api_fetch_next_finish (fetch, result, &is_restarted, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (page == NULL)
    {
      g_task_return_pointer (task, g_hash_table_ref (said), (GDestroyNotify) g_hash_table_unref);
      return;
    }

  if (is_restarted)
    g_hash_table_remove_all (said);
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    take_record (said, desk_json_page_get_record (page, i));
  desk_api_fetch_next_async (fetch, g_task_get_cancellable (task), page_cb, g_object_ref (task));
}

void
desk_freshness_read_async (DeskApiClient       *client,
                           const char          *end_user_id,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(DeskApiFetch) fetch = NULL;
  GTask *task;

  g_return_if_fail (DESK_IS_API_CLIENT (client));
  g_return_if_fail (end_user_id != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_freshness_read_async);
  g_task_set_task_data (task, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                        (GDestroyNotify) g_hash_table_unref);

  fetch = desk_api_fetch_new (client, desk_catalogue_find ("common.data-freshness"), end_user_id, NULL);
  desk_api_fetch_next_async (fetch, cancellable, page_cb, task);
}

GHashTable *
desk_freshness_read_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_freshness_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
desk_freshness_is_unknown (const GError *error)
{
  return desk_api_walk_is_not_offered (error) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA);
}
