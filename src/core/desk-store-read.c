/* desk-store-read.c: rows, counts and totals come out of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-private.h"

#include "desk-record-mask.h"
#include "desk-store-sql.h"

void
desk_store_read_free (gpointer data)
{
  DeskStoreRead *self = data;

  g_clear_pointer (&self->query, desk_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_free (self->end_user_id);
  g_free (self->arrangement_id);
  g_free (self->field);
  g_free (self->text);
  g_clear_pointer (&self->mask, desk_mask_unref);
  g_free (self);
}

gboolean
desk_store_read_list (DeskStoreDatabase  *database,
                      gpointer            data,
                      gint64              deadline,
                      gboolean           *done,
                      GError            **error)
{
  DeskStoreRead *read = data;
  const DeskStoreTable *table = desk_store_database_find_table (database, desk_query_get_resource (read->query));
  g_autoptr(DeskStoreSql) sql = desk_store_sql_list (table, read->query);
  sqlite3_stmt *statement = desk_store_database_prepare_sql (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, (int) sql->values->len + 1, read->limit > 0 ? (gint64) read->limit : -1);
  sqlite3_bind_int64 (statement, (int) sql->values->len + 2, read->offset);

  read->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  do
    {
      if (!desk_store_database_step (database, statement, &row, error))
        return FALSE;

      if (row)
        {
          gint64 id = sqlite3_column_int64 (statement, 0);

          g_array_append_val (read->ids, id);
        }
    }
  while (row);

  return TRUE;
}

static void
free_bytes (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

static GBytes *
read_record (const DeskStoreRead *read,
             sqlite3_stmt        *statement)
{
  g_autoptr(GBytes) record = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));

  return read->mask != NULL ? desk_record_mask (read->mask, read->resource, record) : g_steal_pointer (&record);
}

gboolean
desk_store_read_rows (DeskStoreDatabase  *database,
                      gpointer            data,
                      gint64              deadline,
                      gboolean           *done,
                      GError            **error)
{
  DeskStoreRead *read = data;
  const DeskStoreTable *table = desk_store_database_find_table (database, read->resource);
  g_autofree char *sql = desk_store_sql_read_body (table);
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  read->rows = g_ptr_array_new_full (read->ids->len, free_bytes);
  for (guint i = 0; i < read->ids->len; i++)
    {
      gboolean row;
      GBytes *bytes = NULL;

      sqlite3_bind_int64 (statement, 1, g_array_index (read->ids, gint64, i));
      if (!desk_store_database_step (database, statement, &row, error))
        return FALSE;

      if (row)
        bytes = read_record (read, statement);
      sqlite3_reset (statement);
      g_ptr_array_add (read->rows, bytes);
    }

  return TRUE;
}

gboolean
desk_store_read_institution (DeskStoreDatabase  *database,
                             gpointer            data,
                             gint64              deadline,
                             gboolean           *done,
                             GError            **error)
{
  DeskStoreRead *read = data;
  const DeskStoreTable *table = desk_store_database_find_table (database, read->resource);
  g_autofree char *sql = desk_store_sql_read_institution (table);
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, g_array_index (read->ids, gint64, 0));
  if (!desk_store_database_step (database, statement, &row, error))
    return FALSE;

  if (row)
    read->text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);

  return TRUE;
}

gboolean
desk_store_read_counts (DeskStoreDatabase  *database,
                        gpointer            data,
                        gint64              deadline,
                        gboolean           *done,
                        GError            **error)
{
  DeskStoreRead *read = data;
  GPtrArray *tables = desk_store_database_get_tables (database);

  read->counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tables->len; i++)
    {
      const DeskStoreTable *table = g_ptr_array_index (tables, i);
      g_autoptr(DeskStoreSql) sql = desk_store_sql_count (table, read->end_user_id, read->arrangement_id);
      sqlite3_stmt *statement = desk_store_database_prepare_sql (database, sql, error);
      gboolean row;

      if (statement == NULL || !desk_store_database_step (database, statement, &row, error))
        return FALSE;

      if (sqlite3_column_int64 (statement, 0) > 0)
        g_hash_table_insert (read->counts, (gpointer) table->resource->name,
                             GUINT_TO_POINTER ((guint) sqlite3_column_int64 (statement, 0)));
      sqlite3_reset (statement);
    }

  return TRUE;
}

static DeskTotal *
read_total (const DeskStoreRead *read,
            sqlite3_stmt        *statement)
{
  DeskTotal *total = g_new0 (DeskTotal, 1);
  const char *sum = (const char *) sqlite3_column_text (statement, 1);
  g_autofree char *masked = sum != NULL && read->mask != NULL ? desk_mask_number (read->mask, sum) : NULL;

  total->currency = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  total->sum = sum != NULL ? desk_decimal_new_from_string (masked != NULL ? masked : sum, NULL) : NULL;
  if (total->sum == NULL)
    total->sum = desk_decimal_new_zero ();
  total->n_rows = (guint64) sqlite3_column_int64 (statement, 2);
  total->n_unreadable = (guint64) sqlite3_column_int64 (statement, 3);

  return total;
}

gboolean
desk_store_read_totals (DeskStoreDatabase  *database,
                        gpointer            data,
                        gint64              deadline,
                        gboolean           *done,
                        GError            **error)
{
  DeskStoreRead *read = data;
  const DeskStoreTable *table = desk_store_database_find_table (database, desk_query_get_resource (read->query));
  const DeskStoreColumn *amount = desk_store_table_find_column (table, read->field);
  g_autoptr(DeskStoreSql) sql = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  g_assert (amount != NULL && amount->key_kind == DESK_STORE_KEY_KIND_NUMBER);

  sql = desk_store_sql_total (table, read->query, amount);
  statement = desk_store_database_prepare_sql (database, sql, error);
  if (statement == NULL)
    return FALSE;

  read->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_total_free);
  do
    {
      if (!desk_store_database_step (database, statement, &row, error))
        return FALSE;

      if (row)
        g_ptr_array_add (read->rows, read_total (read, statement));
    }
  while (row);

  return TRUE;
}
