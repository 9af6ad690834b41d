/* desk-usage-load.c: reads the energy usage of an end user from the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-catalogue.h"
#include "desk-json-read.h"
#include "desk-row-scan.h"
#include "desk-usage-load.h"

typedef struct
{
  char       *end_user_id;  /* (owned) */
  GHashTable *metering_ids; /* (owned) (nullable) */
} LoadData;

static void
load_data_free (LoadData *load)
{
  g_free (load->end_user_id);
  g_clear_pointer (&load->metering_ids, g_hash_table_unref);
  g_free (load);
}

static void
take_usage (DeskJsonSlice record,
            gpointer      data)
{
  desk_usage_summary_add (data, record);
}

static void
take_service_point (DeskJsonSlice record,
                    gpointer      data)
{
  g_autofree char *id = desk_json_read_text (record, "service_point_id");
  g_autofree char *metering_id = desk_json_read_text (record, "national_metering_id");

  if (id != NULL && metering_id != NULL)
    g_hash_table_replace (data, g_steal_pointer (&id), g_steal_pointer (&metering_id));
}

static void
scan (GTask               *task,
      const char          *resource_name,
      DeskRowScanFunc      func,
      gpointer             data,
      GDestroyNotify       data_free,
      GAsyncReadyCallback  callback)
{
  LoadData *load = g_task_get_task_data (task);
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find (resource_name), load->end_user_id);

  desk_row_scan_async (g_task_get_source_object (task), query, DESK_STORE_READING_SHOWN, func, data, data_free, g_task_get_cancellable (task),
                       callback, g_object_ref (task));
}

static void
usage_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  DeskUsageSummary *summary = desk_row_scan_finish (DESK_STORE (source), result, &error);

  if (summary != NULL)
    g_task_return_pointer (task, summary, (GDestroyNotify) desk_usage_summary_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
service_points_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;
  LoadData *load = g_task_get_task_data (task);

  load->metering_ids = desk_row_scan_finish (DESK_STORE (source), result, &error);
  if (load->metering_ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  scan (task, "energy.usage", take_usage,
        desk_usage_summary_new (), (GDestroyNotify) desk_usage_summary_free,
        usage_cb);
}

void
desk_usage_load_async (DeskStore           *store,
                       const char          *end_user_id,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  LoadData *load = NULL;

  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (end_user_id != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_usage_load_async);
  load = g_new0 (LoadData, 1);
  load->end_user_id = g_strdup (end_user_id);
  g_task_set_task_data (task, load, (GDestroyNotify) load_data_free);
  scan (task, "energy.service-points", take_service_point,
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), (GDestroyNotify) g_hash_table_unref,
        service_points_cb);
}

DeskUsageSummary *
desk_usage_load_finish (DeskStore     *store,
                        GAsyncResult  *result,
                        GHashTable   **metering_ids,
                        GError       **error)
{
  LoadData *load = NULL;
  DeskUsageSummary *summary = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (metering_ids != NULL, NULL);

  load = g_task_get_task_data (G_TASK (result));
  summary = g_task_propagate_pointer (G_TASK (result), error);
  *metering_ids = summary != NULL ? g_steal_pointer (&load->metering_ids) : NULL;
  return summary;
}
