/* desk-store-schema.c: the tables of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-store-schema.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-store-changes.h"
#include "desk-store-sql.h"
#include "desk-store.h"

/* "Desk": tells our files from those of others, which are never touched. */
#define RECORD_STORE_MARK 0x4465736b

/* Larger by one whenever the tables change without the catalogue. */
#define SCHEMA_REVISION 2

static gboolean
query_number (DeskStoreDatabase  *database,
              const char         *sql,
              gint64             *number,
              GError            **error)
{
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL || !desk_store_database_step (database, statement, &row, error))
    return FALSE;

  *number = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);

  return TRUE;
}

gboolean
desk_store_schema_check (DeskStoreDatabase  *database,
                         GError            **error)
{
  gint64 n_tables;
  gint64 application_id;

  if (!query_number (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error)
      || !query_number (database, "PRAGMA application_id", &application_id, error))
    return FALSE;

  if (n_tables > 0 && application_id != RECORD_STORE_MARK)
    {
      g_set_error_literal (error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN,
                           _("This file is not a record store. Choose another file."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
drop_tables (DeskStoreDatabase  *database,
             GError            **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;
  gboolean row;

  statement = desk_store_database_prepare (database,
                                           "SELECT name FROM sqlite_schema "
                                           "WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
                                           error);
  if (statement == NULL || !desk_store_database_step (database, statement, &row, error))
    return FALSE;

  while (row)
    {
      g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
      if (!desk_store_database_step (database, statement, &row, error))
        return FALSE;
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = desk_store_sql_drop_table (g_ptr_array_index (names, i));

      if (!desk_store_database_run (database, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
create_tables (DeskStoreDatabase  *database,
               gint32              version,
               GError            **error)
{
  GPtrArray *tables = desk_store_database_get_tables (database);
  g_autofree char *marks = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d;",
                                            version, RECORD_STORE_MARK);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql = desk_store_sql_create_table (g_ptr_array_index (tables, i));

      if (!desk_store_database_run (database, sql, error))
        return FALSE;
    }

  return desk_store_changes_create (database, error) && desk_store_database_run (database, marks, error);
}

gboolean
desk_store_schema_prepare (DeskStoreDatabase  *database,
                           GError            **error)
{
  gint32 version = (gint32) (desk_catalogue_get_version () + SCHEMA_REVISION);
  gint64 version_found;

  if (!query_number (database, "PRAGMA user_version", &version_found, error))
    return FALSE;
  if (version_found == version)
    return TRUE;

  return desk_store_database_begin (database, error)
         && desk_store_database_end (database,
                                     drop_tables (database, error) && create_tables (database, version, error),
                                     error);
}
