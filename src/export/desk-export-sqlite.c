/* desk-export-sqlite.c: data sets as tables of a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-sqlite.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "desk-export-columns.h"

/* More digits may be rounded by a double (IEEE 754). */
#define EXACT_DIGITS 15

struct _DeskExportSqlite
{
  DeskExportWriter   parent_instance;

  sqlite3           *database; /* (owned) */
  sqlite3_stmt      *insert;   /* (owned) (nullable): of the data set in hand */
  DeskExportColumns *columns;  /* (owned) (nullable) */
  DeskJsonSlice     *values;   /* (owned) (nullable) */
  GString           *others;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskExportSqlite, desk_export_sqlite, DESK_TYPE_EXPORT_WRITER)

static gboolean
fail (DeskExportSqlite  *self,
      GError           **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is SQLite's reason: "database or disk is full" */
               _("The export could not be written: %s"), sqlite3_errmsg (self->database));
  return FALSE;
}

static gboolean
execute (DeskExportSqlite  *self,
         const char        *sql,
         GError           **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

static gboolean
is_number (const DeskField *field)
{
  return (field->flags & DESK_FIELD_REPEATED) == 0 &&
         (field->type == DESK_FIELD_TYPE_INTEGER || field->type == DESK_FIELD_TYPE_NUMBER ||
          field->type == DESK_FIELD_TYPE_ENERGY);
}

/* A column for numbers has no type: SQLite would turn text that does not fit a double into one. */
static void
append_column (GString    *sql,
               GHashTable *names,
               const char *path,
               const char *type)
{
  g_autofree char *key = g_ascii_strdown (path, -1);
  g_autofree char *name = g_strdup (path);
  char *quoted = NULL;

  /* Names of columns that differ in case only are the same to SQLite. */
  while (!g_hash_table_add (names, g_steal_pointer (&key)))
    {
      char *longer = g_strconcat (name, "_", NULL);

      g_free (name);
      name = longer;
      key = g_ascii_strdown (name, -1);
    }
  quoted = sqlite3_mprintf ("%s\"%w\"%s", g_hash_table_size (names) > 1 ? ", " : "", name, type);
  g_string_append (sql, quoted);
  sqlite3_free (quoted);
}

static gboolean
create_table (DeskExportSqlite  *self,
              const char        *table,
              GError           **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (", table);
  for (guint i = 0; i < desk_export_columns_get_n (self->columns); i++)
    append_column (sql, names, desk_export_columns_get_path (self->columns, i),
                   is_number (desk_export_columns_get_field (self->columns, i)) ? "" : " TEXT");
  append_column (sql, names, "raw", " TEXT NOT NULL");
  g_string_append_c (sql, ')');
  return execute (self, sql->str, error);
}

static gboolean
prepare_insert (DeskExportSqlite  *self,
                const char        *table,
                GError           **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s VALUES (?", table);
  for (guint i = 0; i < desk_export_columns_get_n (self->columns); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return sqlite3_prepare_v2 (self->database, sql->str, -1, &self->insert, NULL) == SQLITE_OK || fail (self, error);
}

static gboolean
desk_export_sqlite_begin (DeskExportWriter    *writer,
                          const DeskResource  *resource,
                          gboolean             is_asked_for,
                          GError             **error)
{
  DeskExportSqlite *self = DESK_EXPORT_SQLITE (writer);
  g_autofree char *table = g_strdelimit (g_strdup (resource->name), ".-", '_');

  self->columns = desk_export_columns_new (resource);
  self->values = g_new0 (DeskJsonSlice, desk_export_columns_get_n (self->columns));
  return create_table (self, table, error) && prepare_insert (self, table, error);
}

static gboolean
is_exact (DeskJsonSlice number)
{
  guint n_digits = 0;

  for (gsize i = 0; i < number.length && g_ascii_tolower (number.text[i]) != 'e'; i++)
    n_digits += g_ascii_isdigit (number.text[i]) ? 1 : 0;
  return n_digits <= EXACT_DIGITS;
}

static void
bind_text (sqlite3_stmt *insert,
           int           position,
           char         *text)
{
  if (text != NULL)
    sqlite3_bind_text (insert, position, text, -1, g_free);
  else
    sqlite3_bind_null (insert, position);
}

static void
bind_value (sqlite3_stmt    *insert,
            int              position,
            const DeskField *field,
            DeskJsonSlice    value)
{
  gint64 integer;
  double number;

  if (!is_number (field) || desk_json_slice_get_kind (value) != DESK_JSON_KIND_NUMBER)
    bind_text (insert, position, desk_export_columns_dup_text (value));
  else if (desk_json_slice_get_int64 (value, &integer))
    sqlite3_bind_int64 (insert, position, integer);
  else if (is_exact (value) && desk_json_slice_get_double (value, &number))
    sqlite3_bind_double (insert, position, number);
  else
    bind_text (insert, position, desk_export_columns_dup_text (value));
}

static gboolean
desk_export_sqlite_add (DeskExportWriter  *writer,
                        DeskJsonSlice      record,
                        DeskExportReason  *reason,
                        GError           **error)
{
  DeskExportSqlite *self = DESK_EXPORT_SQLITE (writer);
  guint n_columns = desk_export_columns_get_n (self->columns);

  desk_export_columns_read (self->columns, record, self->values, self->others);
  for (guint i = 0; i < n_columns; i++)
    bind_value (self->insert, (int) i + 1, desk_export_columns_get_field (self->columns, i), self->values[i]);
  sqlite3_bind_text (self->insert, (int) n_columns + 1, record.text, (int) record.length, SQLITE_TRANSIENT);
  if (sqlite3_step (self->insert) != SQLITE_DONE)
    return fail (self, error);
  sqlite3_reset (self->insert);
  return TRUE;
}

static void
drop_data_set (DeskExportSqlite *self)
{
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->columns, desk_export_columns_free);
  g_clear_pointer (&self->values, g_free);
}

static gboolean
desk_export_sqlite_end (DeskExportWriter  *writer,
                        GError           **error)
{
  drop_data_set (DESK_EXPORT_SQLITE (writer));
  return TRUE;
}

static gboolean
desk_export_sqlite_finish (DeskExportWriter  *writer,
                           GError           **error)
{
  DeskExportSqlite *self = DESK_EXPORT_SQLITE (writer);

  if (!execute (self, "COMMIT", error))
    return FALSE;
  if (sqlite3_close (self->database) != SQLITE_OK)
    return fail (self, error);
  self->database = NULL;
  return TRUE;
}

static void
desk_export_sqlite_finalize (GObject *object)
{
  DeskExportSqlite *self = DESK_EXPORT_SQLITE (object);

  drop_data_set (self);
  sqlite3_close (self->database);
  g_string_free (self->others, TRUE);

  G_OBJECT_CLASS (desk_export_sqlite_parent_class)->finalize (object);
}

static void
desk_export_sqlite_class_init (DeskExportSqliteClass *klass)
{
  DeskExportWriterClass *writer_class = DESK_EXPORT_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_sqlite_finalize;
  writer_class->begin = desk_export_sqlite_begin;
  writer_class->add = desk_export_sqlite_add;
  writer_class->end = desk_export_sqlite_end;
  writer_class->finish = desk_export_sqlite_finish;
}

static void
desk_export_sqlite_init (DeskExportSqlite *self)
{
  self->others = g_string_new (NULL);
}

DeskExportWriter *
desk_export_sqlite_new (const char  *path,
                        GError     **error)
{
  g_autoptr(DeskExportSqlite) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (DESK_TYPE_EXPORT_SQLITE, NULL);
  /* Whoever moves the file in its place waits for the disk; a file that is not whole is thrown away. */
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
    fail (self, error);
  else if (execute (self, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN", error))
    return DESK_EXPORT_WRITER (g_steal_pointer (&self));
  return NULL;
}
