/* desk-store-database.c: the one SQLite connection; used by the store's thread alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-store-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-catalogue.h"
#include "desk-store-functions.h"
#include "desk-store-schema.h"
#include "desk-store.h"

/* Every form of query has its statement; searches of many words make many forms. */
#define MAX_STATEMENTS 128

/* Virtual machine steps between two looks at whether to go on. */
#define STEPS_BETWEEN_LOOKS 2000

struct _DeskStoreDatabase
{
  sqlite3      *connection;  /* (owned) */
  GHashTable   *statements;  /* (owned): SQL -> sqlite3_stmt */
  GPtrArray    *tables;      /* (owned) (element-type DeskStoreTable) */
  const int    *closing;
  GCancellable *cancellable; /* (unowned) (nullable): of the request in hand */
  gboolean      interruptible;
  gboolean      in_memory;
};

static gboolean
set_error (DeskStoreDatabase  *self,
           GError            **error)
{
  g_set_error_literal (error, DESK_STORE_ERROR, DESK_STORE_ERROR_FAILED, sqlite3_errmsg (self->connection));
  return FALSE;
}

static int
look_whether_to_stop (gpointer data)
{
  DeskStoreDatabase *self = data;

  if (!self->interruptible)
    return 0;

  return g_atomic_int_get (self->closing) || g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite would make the file readable for others; its journals take over our mode. */
static gboolean
make_private_file (const char  *path,
                   GError     **error)
{
  int descriptor = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (descriptor < 0 || g_chmod (path, 0600) != 0)
    {
      int code = errno;

      if (descriptor >= 0)
        g_close (descriptor, NULL);
      g_set_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN,
                   /* Translators: the first %s is a file name, the second says why. */
                   _("The record store %s cannot be opened: %s"), path, g_strerror (code));
      return FALSE;
    }

  return g_close (descriptor, error);
}

static gboolean
configure (DeskStoreDatabase  *self,
           const char         *path,
           GError            **error)
{
  if (!desk_store_database_run (self,
                                "PRAGMA trusted_schema = OFF;"
                                "PRAGMA foreign_keys = OFF;"
                                "PRAGMA temp_store = MEMORY;"
                                "PRAGMA secure_delete = ON;"
                                "PRAGMA cache_size = -16384;",
                                error))
    return FALSE;

  return path == NULL
         || desk_store_database_run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", error);
}

static gboolean
connect_to (DeskStoreDatabase  *self,
            const char         *path,
            GError            **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;

  if (path != NULL && !make_private_file (path, error))
    return FALSE;

  if (sqlite3_open_v2 (path != NULL ? path : ":memory:", &self->connection, flags, NULL) != SQLITE_OK)
    return set_error (self, error);

  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_progress_handler (self->connection, STEPS_BETWEEN_LOOKS, look_whether_to_stop, self);

  if (desk_store_functions_register (self->connection) != SQLITE_OK)
    return set_error (self, error);

  return desk_store_schema_check (self, error) && configure (self, path, error)
         && desk_store_schema_prepare (self, error);
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

DeskStoreDatabase *
desk_store_database_open (const char  *path,
                          const int   *closing,
                          GError     **error)
{
  g_autoptr(DeskStoreDatabase) self = g_new0 (DeskStoreDatabase, 1);
  g_autoptr(GError) local_error = NULL;
  const DeskResource *const *resources;
  guint n_resources;

  self->closing = closing;
  self->in_memory = path == NULL;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_store_table_free);

  resources = desk_catalogue_get_resources (&n_resources);
  for (guint i = 0; i < n_resources; i++)
    g_ptr_array_add (self->tables, desk_store_table_new (resources[i]));

  if (connect_to (self, path, &local_error))
    return g_steal_pointer (&self);

  if (g_error_matches (local_error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_OPEN,
                 /* Translators: the first %s is a file name, the second says why. */
                 _("The record store %s cannot be opened: %s"), path != NULL ? path : ":memory:",
                 local_error->message);
  return NULL;
}

void
desk_store_database_free (DeskStoreDatabase *self)
{
  g_hash_table_unref (self->statements);
  g_ptr_array_unref (self->tables);
  sqlite3_close (self->connection);
  g_free (self);
}

static gboolean
copy_from (DeskStoreDatabase  *self,
           sqlite3            *connection,
           GError            **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (self->connection, "main", connection, "main");

  if (copy == NULL)
    return set_error (self, error);

  sqlite3_backup_step (copy, -1);

  return sqlite3_backup_finish (copy) == SQLITE_OK || set_error (self, error);
}

gboolean
desk_store_database_forget (DeskStoreDatabase  *self,
                            GError            **error)
{
  sqlite3 *before = self->connection;
  gboolean worked;

  g_hash_table_remove_all (self->statements);
  if (!self->in_memory)
    return TRUE;

  self->connection = NULL;
  worked = connect_to (self, NULL, error) && copy_from (self, before, error);
  if (!worked)
    {
      g_hash_table_remove_all (self->statements);
      sqlite3_close (self->connection);
      self->connection = before;
      return FALSE;
    }

  sqlite3_close (before);
  return TRUE;
}

GPtrArray *
desk_store_database_get_tables (DeskStoreDatabase *self)
{
  return self->tables;
}

const DeskStoreTable *
desk_store_database_find_table (DeskStoreDatabase  *self,
                                const DeskResource *resource)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const DeskStoreTable *table = g_ptr_array_index (self->tables, i);

      if (table->resource == resource)
        return table;
    }

  g_assert_not_reached ();
}

void
desk_store_database_watch (DeskStoreDatabase *self,
                           GCancellable      *cancellable,
                           gboolean           interruptible)
{
  self->cancellable = cancellable;
  self->interruptible = interruptible;

  /* Between two requests, because a request in hand borrows statements. */
  if (g_hash_table_size (self->statements) > MAX_STATEMENTS)
    g_hash_table_remove_all (self->statements);
}

sqlite3_stmt *
desk_store_database_prepare (DeskStoreDatabase  *self,
                             const char         *sql,
                             GError            **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

sqlite3_stmt *
desk_store_database_prepare_sql (DeskStoreDatabase   *self,
                                 const DeskStoreSql  *sql,
                                 GError             **error)
{
  sqlite3_stmt *statement = desk_store_database_prepare (self, sql->text->str, error);

  for (guint i = 0; statement != NULL && i < sql->values->len; i++)
    sqlite3_bind_text (statement, (int) i + 1, g_ptr_array_index (sql->values, i), -1, SQLITE_TRANSIENT);

  return statement;
}

gboolean
desk_store_database_step (DeskStoreDatabase  *self,
                          sqlite3_stmt       *statement,
                          gboolean           *row,
                          GError            **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    set_error (self, error);

  /* A statement that is not reset holds its read lock. */
  sqlite3_reset (statement);

  return code == SQLITE_DONE;
}

gboolean
desk_store_database_finish (DeskStoreDatabase  *self,
                            sqlite3_stmt       *statement,
                            GError            **error)
{
  gboolean row;

  if (!desk_store_database_step (self, statement, &row, error))
    return FALSE;

  g_assert (!row);
  return TRUE;
}

gboolean
desk_store_database_run (DeskStoreDatabase  *self,
                         const char         *sql,
                         GError            **error)
{
  if (sqlite3_exec (self->connection, sql, NULL, NULL, NULL) != SQLITE_OK)
    return set_error (self, error);

  return TRUE;
}

gboolean
desk_store_database_begin (DeskStoreDatabase  *self,
                           GError            **error)
{
  return desk_store_database_run (self, "BEGIN IMMEDIATE", error);
}

gboolean
desk_store_database_end (DeskStoreDatabase  *self,
                         gboolean            worked,
                         GError            **error)
{
  if (worked && desk_store_database_run (self, "COMMIT", error))
    return TRUE;

  desk_store_database_run (self, "ROLLBACK", NULL);
  return FALSE;
}

gint64
desk_store_database_get_new_id (DeskStoreDatabase *self)
{
  return sqlite3_last_insert_rowid (self->connection);
}
