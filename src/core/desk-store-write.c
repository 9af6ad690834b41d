/* desk-store-write.c: pages of records go into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-private.h"

#include <string.h>

#include "desk-store-changes.h"
#include "desk-store-key.h"
#include "desk-store-sql.h"

/* Rows that are looked at between two looks at the clock. */
#define SCAN_ROWS 500

/**
 * RowWriter:
 *
 * The statements of one slice of a page.
 */
typedef struct
{
  DeskStoreDatabase    *database;
  const DeskStoreTable *table;
  DeskStoreWrite       *write;
  sqlite3_stmt         *find;
  sqlite3_stmt         *insert;
  sqlite3_stmt         *update;
  sqlite3_stmt         *touch;
  sqlite3_stmt         *body;
} RowWriter;

void
desk_store_write_free (gpointer data)
{
  DeskStoreWrite *self = data;

  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_clear_object (&self->page);
  g_clear_pointer (&self->matched, g_hash_table_unref);
  g_free (self);
}

static sqlite3_stmt *
prepare_owned (DeskStoreDatabase  *database,
               char               *sql,
               GError            **error)
{
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);

  g_free (sql);
  return statement;
}

static gboolean
row_writer_prepare (RowWriter          *self,
                    DeskStoreDatabase  *database,
                    DeskStoreWrite     *write,
                    GError            **error)
{
  self->database = database;
  self->write = write;
  self->table = desk_store_database_find_table (database, write->resource);

  return (self->find = prepare_owned (database, desk_store_sql_find_row (self->table), error)) != NULL
         && (self->insert = prepare_owned (database, desk_store_sql_insert_row (self->table), error)) != NULL
         && (self->update = prepare_owned (database, desk_store_sql_update_row (self->table), error)) != NULL
         && (self->touch = prepare_owned (database, desk_store_sql_touch_row (self->table), error)) != NULL
         && (self->body = prepare_owned (database, desk_store_sql_replace_body (self->table), error)) != NULL;
}

static char *
dup_column_text (RowWriter             *self,
                 const DeskStoreColumn *column,
                 DeskJsonSlice          record)
{
  if (g_str_equal (column->path, "institution_id"))
    return desk_store_key_dup_institution_id (record, self->write->institution_id);

  return desk_json_slice_dup_text (desk_json_slice_get_path (record, column->path));
}

static int
bind_column (RowWriter             *self,
             const DeskStoreColumn *column,
             DeskJsonSlice          record,
             sqlite3_stmt          *statement,
             int                    position)
{
  g_autofree char *text = dup_column_text (self, column, record);
  double number;
  gint64 time;

  sqlite3_bind_text (statement, position++, text, -1, SQLITE_TRANSIENT);

  if (column->key_kind == DESK_STORE_KEY_KIND_NONE)
    return position;

  if (column->key_kind == DESK_STORE_KEY_KIND_NUMBER && desk_store_column_parse_number (text, &number))
    sqlite3_bind_double (statement, position, number);
  else if (column->key_kind == DESK_STORE_KEY_KIND_TIME && desk_store_column_parse_time (text, &time))
    sqlite3_bind_int64 (statement, position, time);
  else
    sqlite3_bind_null (statement, position);

  return position + 1;
}

static int
bind_row (RowWriter     *self,
          sqlite3_stmt  *statement,
          const char    *key,
          gint64         load,
          const guint8  *hash,
          DeskJsonSlice  record)
{
  g_autofree char *search = desk_store_table_dup_search_text (self->table, record);
  int position = 7;

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, self->write->end_user_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, load);
  sqlite3_bind_blob (statement, 4, hash, DESK_STORE_KEY_HASH_SIZE, SQLITE_TRANSIENT);
  desk_store_key_bind_order (self->table->resource, record, statement, 5);
  sqlite3_bind_text (statement, 6, search, -1, SQLITE_TRANSIENT);

  for (guint i = 0; i < self->table->columns->len; i++)
    position = bind_column (self, g_ptr_array_index (self->table->columns, i), record, statement, position);

  return position;
}

static gboolean
write_body (RowWriter      *self,
            gint64          id,
            DeskJsonSlice   record,
            GError        **error)
{
  sqlite3_bind_int64 (self->body, 1, id);
  sqlite3_bind_blob64 (self->body, 2, record.text, record.length, SQLITE_TRANSIENT);

  return desk_store_database_finish (self->database, self->body, error);
}

static gboolean
insert_row (RowWriter      *self,
            const char     *key,
            const guint8   *hash,
            DeskJsonSlice   record,
            GError        **error)
{
  bind_row (self, self->insert, key, self->write->load, hash, record);
  self->write->change.n_new++;

  return desk_store_database_finish (self->database, self->insert, error)
         && write_body (self, desk_store_database_get_new_id (self->database), record, error);
}

static gboolean
update_row (RowWriter      *self,
            gint64          id,
            const char     *key,
            gint64          load,
            const guint8   *hash,
            DeskJsonSlice   record,
            GError        **error)
{
  int position = bind_row (self, self->update, key, load, hash, record);

  sqlite3_bind_int64 (self->update, position, id);
  self->write->change.n_changed++;

  return desk_store_database_finish (self->database, self->update, error)
         && write_body (self, id, record, error);
}

static gboolean
touch_row (RowWriter  *self,
           gint64      id,
           gint64      load,
           GError    **error)
{
  sqlite3_bind_int64 (self->touch, 1, load);
  sqlite3_bind_int64 (self->touch, 2, id);

  return desk_store_database_finish (self->database, self->touch, error);
}

/* What the report on data quality says of the row. */
static gboolean
note_difference (RowWriter      *self,
                 gint64          id,
                 gboolean        again,
                 gboolean        same,
                 DeskJsonSlice   record,
                 GError        **error)
{
  if (again)
    {
      self->write->change.n_duplicates++;
      return desk_store_changes_add_duplicate (self->database, self->write, id, record, error);
    }

  return same || desk_store_changes_add_update (self->database, self->write, id, record, error);
}

static gboolean
write_record (RowWriter      *self,
              DeskJsonSlice   record,
              GError        **error)
{
  g_autofree char *key = desk_store_key_dup (self->table->resource, record, self->write->institution_id);
  guint8 hash[DESK_STORE_KEY_HASH_SIZE];
  gboolean found;
  gboolean same;
  gboolean again;
  gint64 load;
  gint64 id;

  desk_store_key_hash (record, hash);
  sqlite3_bind_text (self->find, 1, self->write->end_user_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (self->find, 2, key, -1, SQLITE_TRANSIENT);

  if (!desk_store_database_step (self->database, self->find, &found, error))
    return FALSE;
  if (!found)
    return insert_row (self, key, hash, record, error);

  id = sqlite3_column_int64 (self->find, 0);
  same = memcmp (sqlite3_column_blob (self->find, 2), hash, sizeof hash) == 0;
  load = sqlite3_column_int64 (self->find, 1);
  again = load == self->write->load;
  sqlite3_reset (self->find);

  /* A record that was fetched by itself says nothing of what became of the others. */
  if (self->write->load != DESK_STORE_NO_LOAD)
    {
      load = self->write->load;
      if (!note_difference (self, id, again, same, record, error))
        return FALSE;
    }

  return same ? touch_row (self, id, load, error) : update_row (self, id, key, load, hash, record, error);
}

static gboolean
write_records (DeskStoreDatabase  *database,
               DeskStoreWrite     *write,
               gint64              deadline,
               GError            **error)
{
  RowWriter writer;

  if (!row_writer_prepare (&writer, database, write, error))
    return FALSE;

  /* At least one, however late it is: else a slow machine would never end. */
  do
    {
      if (!write_record (&writer, desk_json_page_get_record (write->page, write->position), error))
        return FALSE;
      write->position++;
    }
  while (write->position < desk_json_page_get_n_records (write->page)
         && g_get_monotonic_time () < deadline);

  return TRUE;
}

gboolean
desk_store_write_page (DeskStoreDatabase  *database,
                       gpointer            data,
                       gint64              deadline,
                       gboolean           *done,
                       GError            **error)
{
  DeskStoreWrite *write = data;

  if (desk_json_page_get_n_records (write->page) == 0)
    return TRUE;

  if (!desk_store_database_begin (database, error)
      || !desk_store_database_end (database, write_records (database, write, deadline, error), error))
    return FALSE;

  *done = write->position == desk_json_page_get_n_records (write->page);
  return TRUE;
}

/* Fills @ids with the rows of a stretch that the load did not bring; @end: there are no more rows. */
static gboolean
scan_rows (DeskStoreDatabase     *database,
           const DeskStoreTable  *table,
           DeskStoreWrite        *write,
           GArray                *ids,
           gboolean              *end,
           GError               **error)
{
  sqlite3_stmt *scan = prepare_owned (database, desk_store_sql_scan_rows (table), error);
  guint n_rows = 0;
  gboolean row;

  if (scan == NULL)
    return FALSE;

  sqlite3_bind_int64 (scan, 1, write->last_id);
  sqlite3_bind_int64 (scan, 2, SCAN_ROWS);

  if (!desk_store_database_step (database, scan, &row, error))
    return FALSE;

  while (row)
    {
      const char *end_user_id = (const char *) sqlite3_column_text (scan, 1);

      write->last_id = sqlite3_column_int64 (scan, 0);
      if (g_strcmp0 (end_user_id, write->end_user_id) == 0 && sqlite3_column_int64 (scan, 2) != write->load)
        g_array_append_val (ids, write->last_id);

      n_rows++;
      if (!desk_store_database_step (database, scan, &row, error))
        return FALSE;
    }

  *end = n_rows < SCAN_ROWS;
  return TRUE;
}

static gboolean
remove_stretch (DeskStoreDatabase     *database,
                const DeskStoreTable  *table,
                DeskStoreWrite        *write,
                gboolean              *end,
                GError               **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!scan_rows (database, table, write, ids, end, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!desk_store_changes_add_removal (database, write, id, error)
          || !desk_store_delete_row (database, table, id, error))
        return FALSE;
      write->change.n_removed++;
    }

  return TRUE;
}

gboolean
desk_store_write_end (DeskStoreDatabase  *database,
                      gpointer            data,
                      gint64              deadline,
                      gboolean           *done,
                      GError            **error)
{
  DeskStoreWrite *write = data;
  const DeskStoreTable *table = desk_store_database_find_table (database, write->resource);
  gboolean worked;

  *done = FALSE;
  if (!desk_store_database_begin (database, error))
    return FALSE;

  do
    worked = remove_stretch (database, table, write, done, error);
  while (worked && !*done && g_get_monotonic_time () < deadline);

  if (worked && *done)
    worked = desk_store_changes_end_load (database, write, error);

  return desk_store_database_end (database, worked, error);
}
