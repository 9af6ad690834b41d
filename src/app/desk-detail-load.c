/* desk-detail-load.c: brings the details of one product or plan into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-detail-load.h"

#include <glib/gi18n-lib.h>

#include "desk-api-failure.h"
#include "desk-api-fetch.h"
#include "desk-catalogue.h"

/* What is under way. */
typedef struct
{
  const DeskResource *resource;       /* of the details */
  char               *end_user_id;    /* (owned) */
  char               *parent_id;      /* (owned) (nullable) */
  char               *institution_id; /* (owned) (nullable) */
  DeskStore          *store;          /* (owned) */
  DeskApiFetch       *fetch;          /* (owned) */
} DetailLoad;

static void
detail_load_free (DetailLoad *load)
{
  g_free (load->end_user_id);
  g_free (load->parent_id);
  g_free (load->institution_id);
  g_object_unref (load->store);
  g_object_unref (load->fetch);
  g_free (load);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = desk_store_list_finish (DESK_STORE (source), result, &error);

  if (ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (ids->len == 0)
    g_task_return_error (task, desk_api_failure_new_bad_data (0, _("These are not the details that were asked for.")));
  else
    g_task_return_int (task, (gssize) g_array_index (ids, gint64, 0));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DetailLoad *load = g_task_get_task_data (task);
  g_autoptr(DeskQuery) query = desk_query_new (load->resource, load->end_user_id);
  g_autoptr(GError) error = NULL;

  if (!desk_store_add_page_finish (load->store, result, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  desk_query_set_filter (query, load->resource->scope_parameters[0], load->parent_id);
  desk_query_set_filter (query, "institution_id", load->institution_id);
  desk_store_list_async (load->store, query, 0, 1, g_task_get_cancellable (task), listed_cb, g_object_ref (task));
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DetailLoad *load = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskJsonPage) page = desk_api_fetch_next_finish (load->fetch, result, NULL, &error);

  if (page == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    desk_store_add_page_async (load->store, load->resource, load->end_user_id, load->institution_id,
                               g_get_real_time (), page, g_task_get_cancellable (task),
                               stored_cb, g_object_ref (task));
}

static void
institution_found_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DetailLoad *load = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  load->institution_id = desk_store_find_institution_finish (load->store, result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    desk_api_fetch_next_async (load->fetch, g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

void
desk_detail_load_async (DeskContext         *context,
                        const char          *end_user_id,
                        DeskRow             *row,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const DeskResource *resource;
  DetailLoad *load;

  g_return_if_fail (DESK_IS_CONTEXT (context));
  g_return_if_fail (end_user_id != NULL);
  g_return_if_fail (DESK_IS_ROW (row) && desk_row_is_loaded (row));

  resource = desk_catalogue_find_detail (desk_row_get_resource (row));
  g_return_if_fail (resource != NULL);

  load = g_new0 (DetailLoad, 1);
  load->resource = resource;
  load->end_user_id = g_strdup (end_user_id);
  load->parent_id = desk_row_dup_text (row, resource->scope_parameters[0]);
  load->store = g_object_ref (desk_context_get_store (context));
  load->fetch = desk_api_fetch_new (desk_context_get_client (context), resource, load->parent_id, NULL);

  task = g_task_new (context, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_detail_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) detail_load_free);
  desk_store_find_institution_async (load->store, desk_row_get_resource (row), desk_row_get_id (row), cancellable,
                                     institution_found_cb, g_object_ref (task));
}

gint64
desk_detail_load_finish (DeskContext   *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  gssize id;

  g_return_val_if_fail (g_task_is_valid (result, context), 0);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_detail_load_async), 0);

  id = g_task_propagate_int (G_TASK (result), error);

  return id > 0 ? id : 0;
}
