/* desk-store-purge.c: rows that must go, go in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-private.h"

#include "desk-store-changes.h"
#include "desk-store-sql.h"

void
desk_store_purge_free (gpointer data)
{
  DeskStorePurge *self = data;

  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_free (self->arrangement_id);
  g_ptr_array_unref (self->resources);
  g_free (self);
}

static gboolean
run_with_id (DeskStoreDatabase  *database,
             const char         *sql,
             gint64              id,
             GError            **error)
{
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return desk_store_database_finish (database, statement, error);
}

gboolean
desk_store_delete_row (DeskStoreDatabase     *database,
                       const DeskStoreTable  *table,
                       gint64                 id,
                       GError               **error)
{
  g_autofree char *row = desk_store_sql_delete_row (table);
  g_autofree char *body = desk_store_sql_delete_body (table);

  return run_with_id (database, row, id, error) && run_with_id (database, body, id, error);
}

static GArray *
find_doomed (DeskStoreDatabase     *database,
             const DeskStoreTable  *table,
             const DeskStorePurge  *purge,
             GError               **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DeskStoreSql) sql = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  if (purge->arrangement_id != NULL)
    sql = desk_store_sql_doomed_by_consent (table, purge->end_user_id, purge->institution_id,
                                            purge->arrangement_id);
  else
    sql = desk_store_sql_doomed_by_end_user (table, purge->end_user_id);

  statement = desk_store_database_prepare_sql (database, sql, error);
  if (statement == NULL)
    return NULL;

  do
    {
      if (!desk_store_database_step (database, statement, &row, error))
        return NULL;

      if (row)
        {
          gint64 id = sqlite3_column_int64 (statement, 0);

          g_array_append_val (ids, id);
        }
    }
  while (row);

  return g_steal_pointer (&ids);
}

static gboolean
delete_rows (DeskStoreDatabase     *database,
             const DeskStoreTable  *table,
             GArray                *ids,
             GError               **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!desk_store_delete_row (database, table, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* Finds all before it removes any: an account may say to which consent other rows belong. */
static gboolean
purge_all (DeskStoreDatabase  *database,
           DeskStorePurge     *purge,
           GError            **error)
{
  GPtrArray *tables = desk_store_database_get_tables (database);
  g_autoptr(GPtrArray) doomed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < tables->len; i++)
    {
      GArray *ids = find_doomed (database, g_ptr_array_index (tables, i), purge, error);

      if (ids == NULL)
        return FALSE;
      g_ptr_array_add (doomed, ids);
    }

  for (guint i = 0; i < tables->len; i++)
    {
      const DeskStoreTable *table = g_ptr_array_index (tables, i);
      GArray *ids = g_ptr_array_index (doomed, i);

      if (!delete_rows (database, table, ids, error))
        return FALSE;
      if (ids->len > 0)
        g_ptr_array_add (purge->resources, (gpointer) table->resource);
    }

  return desk_store_changes_purge (database, purge, error);
}

gboolean
desk_store_purge_run (DeskStoreDatabase  *database,
                      gpointer            data,
                      gint64              deadline,
                      gboolean           *done,
                      GError            **error)
{
  DeskStorePurge *purge = data;

  if (!desk_store_database_begin (database, error)
      || !desk_store_database_end (database, purge_all (database, purge, error), error))
    return FALSE;

  /* The write-ahead log holds the rows until it is written back and cut. */
  return desk_store_database_run (database, "PRAGMA wal_checkpoint(TRUNCATE)", error)
         && desk_store_database_forget (database, error);
}
