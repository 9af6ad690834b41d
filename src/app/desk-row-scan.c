/* desk-row-scan.c: every row of a query, read once from start to end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-scan.h"

#define BATCH_SIZE 200

typedef struct
{
  const DeskResource *resource;
  DeskStoreReading    reading;
  DeskRowScanFunc     func;
  gpointer            data;      /* (owned) (nullable) */
  GDestroyNotify      data_free;
  GArray             *ids;       /* (owned) (nullable) */
  guint               n_read;
} ScanData;

static void
scan_data_free (ScanData *scan)
{
  if (scan->data != NULL)
    scan->data_free (scan->data);
  g_clear_pointer (&scan->ids, g_array_unref);
  g_free (scan);
}

typedef struct
{
  ScanData  *scan;    /* outlives the batch */
  GPtrArray *records; /* (owned) */
} BatchData;

static void
batch_data_free (BatchData *batch)
{
  g_ptr_array_unref (batch->records);
  g_free (batch);
}

static void read_batch (GTask *task);

static void
take_records (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  BatchData *batch = task_data;

  for (guint i = 0; i < batch->records->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GBytes *bytes = g_ptr_array_index (batch->records, i);
      const char *text = bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
      DeskJsonSlice record;

      if (text != NULL && desk_json_parse (text, g_bytes_get_size (bytes), &record, NULL))
        batch->scan->func (record, batch->scan->data);
    }
  g_task_return_boolean (task, TRUE);
}

static void
took_records_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    read_batch (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_batch_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GTask) worker = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *records = desk_store_read_finish (DESK_STORE (source), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (task);
  BatchData *batch = NULL;

  if (records == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  batch = g_new0 (BatchData, 1);
  batch->scan = g_task_get_task_data (task);
  batch->records = records;
  /* The worker may end on its own thread: it must not hold the store. */
  worker = g_task_new (NULL, cancellable, took_records_cb, g_steal_pointer (&task));
  g_task_set_source_tag (worker, read_batch_cb);
  g_task_set_task_data (worker, batch, (GDestroyNotify) batch_data_free);
  g_task_run_in_thread (worker, take_records);
}

/* Takes the reference to @task. */
static void
read_batch (GTask *task)
{
  ScanData *scan = g_task_get_task_data (task);
  guint position = scan->n_read;
  guint n_ids = MIN (BATCH_SIZE, scan->ids->len - position);

  if (n_ids == 0)
    {
      g_task_return_pointer (task, g_steal_pointer (&scan->data), scan->data_free);
      g_object_unref (task);
      return;
    }
  scan->n_read += n_ids;
  desk_store_read_async (g_task_get_source_object (task), scan->resource,
                         &g_array_index (scan->ids, gint64, position), n_ids, scan->reading,
                         g_task_get_cancellable (task), read_batch_cb, task);
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  ScanData *scan = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  scan->ids = desk_store_list_finish (DESK_STORE (source), result, &error);
  if (scan->ids == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    read_batch (g_steal_pointer (&task));
}

static GTask *
create_task (DeskStore           *store,
             const DeskResource  *resource,
             DeskStoreReading     reading,
             DeskRowScanFunc      func,
             gpointer             data,
             GDestroyNotify       data_free,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  ScanData *scan = g_new0 (ScanData, 1);

  scan->resource = resource;
  scan->reading = reading;
  scan->func = func;
  scan->data = data;
  scan->data_free = data_free;
  g_task_set_source_tag (task, desk_row_scan_async);
  g_task_set_task_data (task, scan, (GDestroyNotify) scan_data_free);
  return task;
}

void
desk_row_scan_async (DeskStore           *store,
                     const DeskQuery     *query,
                     DeskStoreReading     reading,
                     DeskRowScanFunc      func,
                     gpointer             data,
                     GDestroyNotify       data_free,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (query != NULL);
  g_return_if_fail (func != NULL);
  g_return_if_fail (data != NULL && data_free != NULL);

  task = create_task (store, desk_query_get_resource (query), reading, func, data, data_free, cancellable, callback,
                      user_data);
  desk_store_list_async (store, query, 0, 0, cancellable, list_cb, task);
}

void
desk_row_scan_ids_async (DeskStore           *store,
                         const DeskResource  *resource,
                         const gint64        *ids,
                         guint                n_ids,
                         DeskRowScanFunc      func,
                         gpointer             data,
                         GDestroyNotify       data_free,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = NULL;
  ScanData *scan = NULL;

  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (resource != NULL);
  g_return_if_fail (ids != NULL || n_ids == 0);
  g_return_if_fail (func != NULL);
  g_return_if_fail (data != NULL && data_free != NULL);

  task = create_task (store, resource, DESK_STORE_READING_RECEIVED, func, data, data_free, cancellable, callback, user_data);
  scan = g_task_get_task_data (task);
  scan->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (scan->ids, ids, n_ids);
  read_batch (task);
}

gpointer
desk_row_scan_finish (DeskStore     *store,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
