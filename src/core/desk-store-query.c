/* desk-store-query.c: the calls of the store that read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-private.h"

#include "desk-store-changes.h"

static void
return_answer (GTask          *task,
               gpointer        answer,
               GDestroyNotify  free_answer,
               GError         *error)
{
  if (error == NULL)
    {
      g_task_return_pointer (task, answer, free_answer);
      return;
    }

  /* A query that was ended in its middle has half an answer. */
  if (answer != NULL)
    free_answer (answer);
  g_task_return_error (task, error);
}

static gpointer
finish_read (DeskStore     *self,
             GAsyncResult  *result,
             gpointer       source_tag,
             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
deliver_ids (GTask    *task,
             gpointer  data,
             GError   *error)
{
  DeskStoreRead *read = data;

  return_answer (task, g_steal_pointer (&read->ids), (GDestroyNotify) g_array_unref, error);
}

void
desk_store_list_async (DeskStore           *self,
                       const DeskQuery     *query,
                       guint                offset,
                       guint                limit,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  DeskStoreRead *read;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (query != NULL);
  g_return_if_fail (desk_store_is_known (desk_query_get_resource (query)));

  read = g_new0 (DeskStoreRead, 1);
  read->query = desk_query_copy (query);
  read->offset = offset;
  read->limit = limit;
  desk_store_push (self, desk_store_list_async, DESK_STORE_REQUEST_READ, desk_store_read_list, deliver_ids,
                   read, desk_store_read_free, cancellable, callback, user_data);
}

GArray *
desk_store_list_finish (DeskStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish_read (self, result, desk_store_list_async, error);
}

/* Returns: (transfer full) (nullable): that what was read must not be shown any more */
static GError *
check_mask (GTask               *task,
            const DeskStoreRead *read)
{
  if (!read->is_shown || read->mask == desk_store_get_mask (g_task_get_source_object (task)))
    return NULL;

  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The mask changed meanwhile");
}

static void
put_behind_mask (DeskStoreRead *read,
                 DeskStore     *self)
{
  DeskMask *mask = desk_store_get_mask (self);

  read->is_shown = TRUE;
  read->mask = mask != NULL ? desk_mask_ref (mask) : NULL;
}

static void
deliver_rows (GTask    *task,
              gpointer  data,
              GError   *error)
{
  DeskStoreRead *read = data;

  if (error == NULL)
    error = check_mask (task, read);

  return_answer (task, g_steal_pointer (&read->rows), (GDestroyNotify) g_ptr_array_unref, error);
}

void
desk_store_read_async (DeskStore           *self,
                       const DeskResource  *resource,
                       const gint64        *ids,
                       guint                n_ids,
                       DeskStoreReading     reading,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  DeskStoreRead *read;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (desk_store_is_known (resource));
  g_return_if_fail (ids != NULL || n_ids == 0);

  read = g_new0 (DeskStoreRead, 1);
  read->resource = resource;
  read->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  if (n_ids > 0)
    g_array_append_vals (read->ids, ids, n_ids);
  if (reading == DESK_STORE_READING_SHOWN)
    put_behind_mask (read, self);
  desk_store_push (self, desk_store_read_async, DESK_STORE_REQUEST_READ, desk_store_read_rows, deliver_rows,
                   read, desk_store_read_free, cancellable, callback, user_data);
}

GPtrArray *
desk_store_read_finish (DeskStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish_read (self, result, desk_store_read_async, error);
}

static void
deliver_counts (GTask    *task,
                gpointer  data,
                GError   *error)
{
  DeskStoreRead *read = data;

  return_answer (task, g_steal_pointer (&read->counts), (GDestroyNotify) g_hash_table_unref, error);
}

void
desk_store_count_async (DeskStore           *self,
                        const char          *end_user_id,
                        const char          *arrangement_id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  DeskStoreRead *read;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (end_user_id != NULL);

  read = g_new0 (DeskStoreRead, 1);
  read->end_user_id = g_strdup (end_user_id);
  read->arrangement_id = g_strdup (arrangement_id);
  desk_store_push (self, desk_store_count_async, DESK_STORE_REQUEST_READ, desk_store_read_counts, deliver_counts,
                   read, desk_store_read_free, cancellable, callback, user_data);
}

GHashTable *
desk_store_count_finish (DeskStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_read (self, result, desk_store_count_async, error);
}

static gboolean
is_stored_amount (const DeskQuery *query,
                  const char      *path)
{
  const DeskField *field = desk_resource_find_field (desk_query_get_resource (query), path);

  return field != NULL && field->type == DESK_FIELD_TYPE_AMOUNT
         && (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED)) != 0;
}

static void
deliver_text (GTask    *task,
              gpointer  data,
              GError   *error)
{
  DeskStoreRead *read = data;

  return_answer (task, g_steal_pointer (&read->text), g_free, error);
}

void
desk_store_find_institution_async (DeskStore           *self,
                                   const DeskResource  *resource,
                                   gint64               id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  DeskStoreRead *read;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (desk_store_is_known (resource));

  read = g_new0 (DeskStoreRead, 1);
  read->resource = resource;
  read->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (read->ids, id);
  desk_store_push (self, desk_store_find_institution_async, DESK_STORE_REQUEST_READ, desk_store_read_institution,
                   deliver_text, read, desk_store_read_free, cancellable, callback, user_data);
}

char *
desk_store_find_institution_finish (DeskStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish_read (self, result, desk_store_find_institution_async, error);
}

void
desk_store_total_async (DeskStore           *self,
                        const DeskQuery     *query,
                        const char          *field,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  DeskStoreRead *read;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (query != NULL);
  g_return_if_fail (desk_store_is_known (desk_query_get_resource (query)));
  g_return_if_fail (field != NULL);
  g_return_if_fail (is_stored_amount (query, field));

  read = g_new0 (DeskStoreRead, 1);
  read->query = desk_query_copy (query);
  read->field = g_strdup (field);
  put_behind_mask (read, self);
  desk_store_push (self, desk_store_total_async, DESK_STORE_REQUEST_READ, desk_store_read_totals, deliver_rows,
                   read, desk_store_read_free, cancellable, callback, user_data);
}

GPtrArray *
desk_store_total_finish (DeskStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_read (self, result, desk_store_total_async, error);
}

void
desk_store_differences_async (DeskStore           *self,
                              const char          *end_user_id,
                              const char          *arrangement_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  DeskStoreRead *read;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (end_user_id != NULL);

  read = g_new0 (DeskStoreRead, 1);
  read->end_user_id = g_strdup (end_user_id);
  read->arrangement_id = g_strdup (arrangement_id);
  desk_store_push (self, desk_store_differences_async, DESK_STORE_REQUEST_READ, desk_store_changes_read, deliver_rows,
                   read, desk_store_read_free, cancellable, callback, user_data);
}

GPtrArray *
desk_store_differences_finish (DeskStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish_read (self, result, desk_store_differences_async, error);
}
