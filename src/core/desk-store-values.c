/* desk-store-values.c: which values occur in a data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-private.h"

#include "desk-store-sql.h"

/**
 * Values:
 * @fields: (owned)
 * @found: (owned) (nullable) (element-type GStrv): the answer
 */
typedef struct
{
  const DeskResource  *resource;
  char               **fields;
  GPtrArray           *found;
} Values;

static void
values_free (gpointer data)
{
  Values *values = data;

  g_strfreev (values->fields);
  g_clear_pointer (&values->found, g_ptr_array_unref);
  g_free (values);
}

static char **
dup_row (sqlite3_stmt *statement)
{
  int n_columns = sqlite3_column_count (statement);
  char **row = g_new0 (char *, n_columns + 1);

  for (int i = 0; i < n_columns; i++)
    row[i] = g_strdup ((const char *) sqlite3_column_text (statement, i));

  return row;
}

static gboolean
read_values (DeskStoreDatabase  *database,
             gpointer            data,
             gint64              deadline,
             gboolean           *done,
             GError            **error)
{
  Values *values = data;
  const DeskStoreTable *table = desk_store_database_find_table (database, values->resource);
  g_autoptr(DeskStoreSql) sql = desk_store_sql_values (table, (const char *const *) values->fields);
  sqlite3_stmt *statement = desk_store_database_prepare_sql (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  values->found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  do
    {
      if (!desk_store_database_step (database, statement, &row, error))
        return FALSE;

      if (row)
        g_ptr_array_add (values->found, dup_row (statement));
    }
  while (row);

  return TRUE;
}

static void
deliver_values (GTask    *task,
                gpointer  data,
                GError   *error)
{
  Values *values = data;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&values->found), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
are_stored (const DeskResource *resource,
            const char *const  *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const DeskField *field = desk_resource_find_field (resource, fields[i]);

      if (field == NULL || (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED)) == 0)
        return FALSE;
    }

  return fields[0] != NULL;
}

void
desk_store_list_values_async (DeskStore           *self,
                              const DeskResource  *resource,
                              const char *const   *fields,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Values *values;

  g_return_if_fail (DESK_IS_STORE (self));
  g_return_if_fail (desk_store_is_known (resource));
  g_return_if_fail (fields != NULL);
  g_return_if_fail (are_stored (resource, fields));

  values = g_new0 (Values, 1);
  values->resource = resource;
  values->fields = g_strdupv ((char **) fields);
  desk_store_push (self, desk_store_list_values_async, DESK_STORE_REQUEST_READ, read_values, deliver_values,
                   values, values_free, cancellable, callback, user_data);
}

GPtrArray *
desk_store_list_values_finish (DeskStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_store_list_values_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
