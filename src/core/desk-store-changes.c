/* desk-store-changes.c: counts what became of rows since the last load; used by the store's thread alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-changes.h"

#include <string.h>

#include "desk-catalogue.h"
#include "desk-quality-place.h"
#include "desk-store-difference.h"
#include "desk-store-sql.h"

#define MAX_EXAMPLE_CHARS 40

/* What is counted on behalf of one row. */
typedef struct
{
  DeskStoreDatabase *database;
  DeskStoreWrite    *write;
  char              *institution_id; /* (owned) */
  char              *arrangement_id; /* (owned) */
  DeskQualityPlace   record;
  gboolean           is_posted;
  GError           **error;
} Note;

gboolean
desk_store_changes_create (DeskStoreDatabase  *database,
                           GError            **error)
{
  return desk_store_database_run (database,
                                  "CREATE TABLE _loads (end_user TEXT NOT NULL, resource TEXT NOT NULL,"
                                  " load INTEGER NOT NULL, last_id INTEGER NOT NULL,"
                                  " PRIMARY KEY (end_user, resource)) WITHOUT ROWID;"
                                  "CREATE TABLE _changes (end_user TEXT NOT NULL, resource TEXT NOT NULL,"
                                  " load INTEGER NOT NULL, institution_id TEXT NOT NULL, arrangement_id TEXT NOT NULL,"
                                  " rule TEXT NOT NULL, field TEXT NOT NULL, count INTEGER NOT NULL, example TEXT,"
                                  " path TEXT NOT NULL, PRIMARY KEY (end_user, resource, load, institution_id,"
                                  " arrangement_id, rule, field)) WITHOUT ROWID;",
                                  error);
}

static void
bind_texts (sqlite3_stmt       *statement,
            const char *const  *texts,
            guint               n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_TRANSIENT);
}

static gboolean
count (Note                   *note,
       DeskQualityRule         rule,
       const DeskQualityPlace *place,
       const char             *example)
{
  g_autofree char *field = desk_quality_place_dup_field (place);
  g_autofree char *path = desk_quality_place_dup_path (place);
  const char *texts[] = { note->write->end_user_id, note->write->resource->name, note->institution_id,
                          note->arrangement_id, desk_quality_rule_get_name (rule), field, example, path };
  sqlite3_stmt *statement;

  statement = desk_store_database_prepare (note->database,
                                           "INSERT INTO _changes (end_user, resource, institution_id, arrangement_id,"
                                           " rule, field, example, path, load, count)"
                                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
                                           " ON CONFLICT DO UPDATE SET count = count + 1", note->error);
  if (statement == NULL)
    return FALSE;

  bind_texts (statement, texts, G_N_ELEMENTS (texts));
  sqlite3_bind_int64 (statement, G_N_ELEMENTS (texts) + 1, note->write->load);

  return desk_store_database_finish (note->database, statement, note->error);
}

static gboolean
read_owner (Note   *note,
            gint64  id)
{
  const DeskStoreTable *table = desk_store_database_find_table (note->database, note->write->resource);
  g_autofree char *sql = desk_store_sql_read_owner (table);
  sqlite3_stmt *statement = desk_store_database_prepare (note->database, sql, note->error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  if (!desk_store_database_step (note->database, statement, &row, note->error))
    return FALSE;

  note->institution_id = g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
  note->arrangement_id = g_strdup (row ? (const char *) sqlite3_column_text (statement, 1) : "");
  sqlite3_reset (statement);

  return TRUE;
}

static void
note_clear (Note *note)
{
  g_free (note->institution_id);
  g_free (note->arrangement_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Note, note_clear)

static GBytes *
read_body (DeskStoreDatabase  *database,
           DeskStoreWrite     *write,
           gint64              id,
           DeskJsonSlice      *record,
           GError            **error)
{
  const DeskStoreTable *table = desk_store_database_find_table (database, write->resource);
  g_autofree char *sql = desk_store_sql_read_body (table);
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);
  g_autoptr(GBytes) bytes = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, id);
  if (!desk_store_database_step (database, statement, &row, error))
    return NULL;

  bytes = row ? g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0))
              : g_bytes_new_static ("{}", 2);
  sqlite3_reset (statement);
  if (!desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), record, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

static char *
dup_short_text (DeskJsonSlice value)
{
  g_autofree char *text = desk_json_slice_dup_text (value);
  g_autofree char *start = NULL;

  if (text == NULL)
    text = desk_json_slice_get_kind (value) == DESK_JSON_KIND_NONE ? g_strdup ("∅") : desk_json_slice_dup_raw (value);
  if (g_utf8_strlen (text, -1) <= MAX_EXAMPLE_CHARS)
    return g_steal_pointer (&text);

  start = g_utf8_substring (text, 0, MAX_EXAMPLE_CHARS);
  return g_strconcat (start, "…", NULL);
}

static gboolean
count_difference (Note                   *note,
                  DeskQualityRule         rule,
                  const DeskQualityPlace *place,
                  DeskJsonSlice           before,
                  DeskJsonSlice           after)
{
  g_autofree char *old_text = dup_short_text (before);
  g_autofree char *new_text = dup_short_text (after);
  g_autofree char *example = g_strconcat (old_text, " → ", new_text, NULL);

  return count (note, rule, place, example);
}

static gboolean
is_same (DeskJsonSlice a,
         DeskJsonSlice b)
{
  return a.length == b.length && (a.length == 0 || memcmp (a.text, b.text, a.length) == 0);
}

static gboolean compare_objects (Note                   *note,
                                 const DeskQualityPlace *place,
                                 DeskJsonSlice           before,
                                 DeskJsonSlice           after);

static gboolean
compare_values (Note                   *note,
                const DeskQualityPlace *place,
                DeskJsonSlice           before,
                DeskJsonSlice           after)
{
  if (is_same (before, after))
    return TRUE;

  if (desk_json_slice_get_kind (before) == DESK_JSON_KIND_OBJECT &&
      desk_json_slice_get_kind (after) == DESK_JSON_KIND_OBJECT)
    return compare_objects (note, place, before, after);

  /* What a transaction only gets when it is posted is part of that. */
  if (note->is_posted && (desk_json_slice_get_kind (before) <= DESK_JSON_KIND_NULL ||
                          g_strcmp0 (place->name, "status") == 0))
    return TRUE;

  return count_difference (note, DESK_QUALITY_CHANGED, place, before, after);
}

static gboolean
compare_objects (Note                   *note,
                 const DeskQualityPlace *place,
                 DeskJsonSlice           before,
                 DeskJsonSlice           after)
{
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, after);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = desk_json_slice_dup_string (key);

      if (!compare_values (note, &DESK_QUALITY_PLACE_MEMBER (place, name), desk_json_slice_get_member (before, name),
                           value))
        return FALSE;
    }

  desk_json_iter_init (&iter, before);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = desk_json_slice_dup_string (key);

      if (desk_json_slice_get_member (after, name).text == NULL &&
          !compare_values (note, &DESK_QUALITY_PLACE_MEMBER (place, name), value, DESK_JSON_SLICE_NONE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_status (DeskJsonSlice  record,
            const char    *status)
{
  return desk_json_slice_equals_string (desk_json_slice_get_member (record, "status"), status);
}

static gboolean
is_transactions (const DeskResource *resource)
{
  return g_str_equal (resource->name, "banking.transactions");
}

gboolean
desk_store_changes_add_duplicate (DeskStoreDatabase  *database,
                                  DeskStoreWrite     *write,
                                  gint64              id,
                                  DeskJsonSlice       record,
                                  GError            **error)
{
  g_auto(Note) note = { database, write, .record = DESK_QUALITY_PLACE_RECORD (write->resource, record, 0),
                        .error = error };

  return read_owner (&note, id) && count (&note, DESK_QUALITY_DUPLICATE, &note.record, NULL);
}

gboolean
desk_store_changes_add_update (DeskStoreDatabase  *database,
                               DeskStoreWrite     *write,
                               gint64              id,
                               DeskJsonSlice       record,
                               GError            **error)
{
  g_auto(Note) note = { database, write, .record = DESK_QUALITY_PLACE_RECORD (write->resource, record, 0),
                        .error = error };
  DeskJsonSlice before;
  g_autoptr(GBytes) body = read_body (database, write, id, &before, error);

  if (body == NULL || !read_owner (&note, id))
    return FALSE;

  note.is_posted = is_transactions (write->resource) && has_status (before, "PENDING") && has_status (record, "POSTED");
  if (note.is_posted && !count_difference (&note, DESK_QUALITY_POSTED,
                                           &DESK_QUALITY_PLACE_MEMBER (&note.record, "status"),
                                           desk_json_slice_get_member (before, "status"),
                                           desk_json_slice_get_member (record, "status")))
    return FALSE;

  return compare_objects (&note, &note.record, before, record);
}

static sqlite3_stmt *
prepare_search_for_posted (Note *note)
{
  static const char *const members[] = { "account_id", "amount", "description" };
  DeskJsonSlice record = note->record.record;
  sqlite3_stmt *statement;

  statement = desk_store_database_prepare (note->database,
                                           "SELECT _id FROM \"banking.transactions\""
                                           " WHERE account_id = ? AND amount = ? AND description = ? AND _end_user = ?"
                                           " AND _load = ? AND status = 'POSTED' AND _id > coalesce("
                                           "(SELECT last_id FROM _loads WHERE end_user = ? AND resource = ?), 0)"
                                           " ORDER BY _id", note->error);
  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (record, members[i]));

      sqlite3_bind_text (statement, (int) i + 1, text, -1, SQLITE_TRANSIENT);
    }
  sqlite3_bind_text (statement, 4, note->write->end_user_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 5, note->write->load);
  sqlite3_bind_text (statement, 6, note->write->end_user_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 7, note->write->resource->name, -1, SQLITE_TRANSIENT);

  return statement;
}

/* @matched: whether a posted row was found that no other vanished one was taken for */
static gboolean
find_posted (Note     *note,
             gboolean *matched)
{
  sqlite3_stmt *statement = prepare_search_for_posted (note);
  gboolean worked;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  if (note->write->matched == NULL)
    note->write->matched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  *matched = FALSE;
  while (!*matched && (worked = desk_store_database_step (note->database, statement, &row, note->error)) && row)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (!g_hash_table_contains (note->write->matched, &id))
        *matched = g_hash_table_add (note->write->matched, g_memdup2 (&id, sizeof id));
    }
  sqlite3_reset (statement);

  return worked;
}

gboolean
desk_store_changes_add_removal (DeskStoreDatabase  *database,
                                DeskStoreWrite     *write,
                                gint64              id,
                                GError            **error)
{
  g_auto(Note) note = { database, write, .error = error };
  DeskJsonSlice record;
  g_autoptr(GBytes) body = read_body (database, write, id, &record, error);
  gboolean posted = FALSE;

  if (body == NULL || !read_owner (&note, id))
    return FALSE;

  note.record = DESK_QUALITY_PLACE_RECORD (write->resource, record, 0);
  if (is_transactions (write->resource) && has_status (record, "PENDING") && !find_posted (&note, &posted))
    return FALSE;

  return count (&note, posted ? DESK_QUALITY_POSTED_ANEW : DESK_QUALITY_VANISHED, &note.record, NULL);
}

static gboolean
run_with_texts (DeskStoreDatabase  *database,
                const char         *sql,
                const char *const  *texts,
                guint               n_texts,
                GError            **error)
{
  sqlite3_stmt *statement = desk_store_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bind_texts (statement, texts, n_texts);

  return desk_store_database_finish (database, statement, error);
}

gboolean
desk_store_changes_end_load (DeskStoreDatabase  *database,
                             DeskStoreWrite     *write,
                             GError            **error)
{
  const char *texts[] = { write->end_user_id, write->resource->name };
  g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO _loads (end_user, resource, load, last_id)"
                                          " VALUES (?, ?, ?, (SELECT coalesce(max(_id), 0) FROM \"%s\"))",
                                          write->resource->name);
  sqlite3_stmt *statement;

  if (!run_with_texts (database, "DELETE FROM _changes WHERE end_user = ?1 AND resource = ?2 AND load <= "
                       "(SELECT load FROM _loads WHERE end_user = ?1 AND resource = ?2)",
                       texts, G_N_ELEMENTS (texts), error))
    return FALSE;

  statement = desk_store_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  bind_texts (statement, texts, G_N_ELEMENTS (texts));
  sqlite3_bind_int64 (statement, 3, write->load);

  return desk_store_database_finish (database, statement, error);
}

gboolean
desk_store_changes_purge (DeskStoreDatabase  *database,
                          DeskStorePurge     *purge,
                          GError            **error)
{
  const char *texts[] = { purge->end_user_id, purge->arrangement_id, purge->institution_id };

  if (purge->arrangement_id == NULL)
    return run_with_texts (database, "DELETE FROM _changes WHERE end_user = ?", texts, 1, error) &&
           run_with_texts (database, "DELETE FROM _loads WHERE end_user = ?", texts, 1, error);

  /* As rows go: what may be of this consent is taken for it. */
  return run_with_texts (database, "DELETE FROM _changes WHERE end_user = ? AND coalesce(nullif(arrangement_id, '') = ?,"
                         " institution_id IN ('', coalesce(nullif(?, ''), institution_id)))",
                         texts, G_N_ELEMENTS (texts), error);
}

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

static void
add_difference (GPtrArray    *rows,
                sqlite3_stmt *statement)
{
  DeskStoreDifference *difference = g_new0 (DeskStoreDifference, 1);

  difference->resource = desk_catalogue_find ((const char *) sqlite3_column_text (statement, 0));
  difference->rule = desk_quality_rule_find ((const char *) sqlite3_column_text (statement, 1));
  difference->field = dup_column (statement, 2);
  difference->example = dup_column (statement, 3);
  difference->path = dup_column (statement, 4);
  difference->count = (guint) sqlite3_column_int64 (statement, 5);

  /* A file that somebody has changed. */
  if (difference->resource == NULL || difference->rule == DESK_QUALITY_N_RULES)
    desk_store_difference_free (difference);
  else
    g_ptr_array_add (rows, difference);
}

gboolean
desk_store_changes_read (DeskStoreDatabase  *database,
                         gpointer            data,
                         gint64              deadline,
                         gboolean           *done,
                         GError            **error)
{
  DeskStoreRead *read = data;
  const char *texts[] = { read->end_user_id, read->arrangement_id };
  sqlite3_stmt *statement;
  gboolean worked;
  gboolean row;

  read->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_store_difference_free);
  statement = desk_store_database_prepare (database,
                                           "SELECT c.resource, c.rule, c.field, c.example, c.path, c.count"
                                           " FROM _changes AS c JOIN _loads AS l USING (end_user, resource)"
                                           " WHERE c.end_user = ? AND c.arrangement_id = coalesce(?, c.arrangement_id)"
                                           " AND c.load <= l.load ORDER BY c.resource, c.rule, c.field", error);
  if (statement == NULL)
    return FALSE;

  bind_texts (statement, texts, G_N_ELEMENTS (texts));
  while ((worked = desk_store_database_step (database, statement, &row, error)) && row)
    add_difference (read->rows, statement);

  return worked;
}
