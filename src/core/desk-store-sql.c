/* desk-store-sql.c: every piece of SQL that names tables and columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-sql.h"

#include <string.h>

#define FIXED_COLUMNS "_key, _end_user, _load, _hash, _order, _search"
#define N_FIXED_COLUMNS 6

/* SQLite refuses conditions that are nested a thousand deep, and each AND is one deeper. */
#define WORDS_IN_BRACKETS 100

static DeskStoreSql *
desk_store_sql_new (void)
{
  DeskStoreSql *self = g_new0 (DeskStoreSql, 1);

  self->text = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
desk_store_sql_free (DeskStoreSql *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static void
add_value (DeskStoreSql *self,
           const char   *value)
{
  g_ptr_array_add (self->values, g_strdup (value));
}

typedef void (*ColumnFunc) (GString    *text,
                            const char *name,
                            const char *type);

static void
foreach_column (const DeskStoreTable *table,
                GString              *text,
                ColumnFunc            func)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DeskStoreColumn *column = g_ptr_array_index (table->columns, i);

      func (text, column->path, "TEXT");
      if (column->key != NULL)
        func (text, column->key, column->key_kind == DESK_STORE_KEY_KIND_TIME ? "INTEGER" : "REAL");
    }
}

static void
append_definition (GString    *text,
                   const char *name,
                   const char *type)
{
  g_string_append_printf (text, ", \"%s\" %s", name, type);
}

static void
append_name (GString    *text,
             const char *name,
             const char *type)
{
  g_string_append_printf (text, ", \"%s\"", name);
}

static void
append_value (GString    *text,
              const char *name,
              const char *type)
{
  g_string_append (text, ", ?");
}

static void
append_assignment (GString    *text,
                   const char *name,
                   const char *type)
{
  g_string_append_printf (text, ", \"%s\" = ?", name);
}

char *
desk_store_sql_create_table (const DeskStoreTable *table)
{
  const char *name = table->resource->name;
  GString *text = g_string_new (NULL);

  /* AUTOINCREMENT: the id of a row that is gone must never show another row. */
  g_string_append_printf (text, "CREATE TABLE \"%s\" (_id INTEGER PRIMARY KEY AUTOINCREMENT, "
                          "_key TEXT NOT NULL, _end_user TEXT NOT NULL, _load INTEGER NOT NULL, "
                          "_hash BLOB NOT NULL, _order, _search TEXT", name);
  foreach_column (table, text, append_definition);
  g_string_append (text, ");");

  g_string_append_printf (text, "CREATE TABLE \"%s:body\" (_id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);", name);
  g_string_append_printf (text, "CREATE UNIQUE INDEX \"%s:rows\" ON \"%s\" (_end_user, _key);", name, name);
  g_string_append_printf (text, "CREATE INDEX \"%s:order\" ON \"%s\" (_end_user, _order COLLATE NOCASE %s);",
                          name, name, table->resource->sort_descending ? "DESC" : "ASC");
  if (table->parent == table->resource)
    g_string_append_printf (text, "CREATE INDEX \"%s:parent\" ON \"%s\" (_end_user, \"%s\");",
                            name, name, table->parent_path);

  return g_string_free (text, FALSE);
}

char *
desk_store_sql_drop_table (const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("DROP TABLE \"%s\"", escaped);
}

char *
desk_store_sql_find_row (const DeskStoreTable *table)
{
  return g_strdup_printf ("SELECT _id, _load, _hash FROM \"%s\" WHERE _end_user = ? AND _key = ?",
                          table->resource->name);
}

char *
desk_store_sql_insert_row (const DeskStoreTable *table)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "INSERT INTO \"%s\" (" FIXED_COLUMNS, table->resource->name);
  foreach_column (table, text, append_name);
  g_string_append (text, ") VALUES (?");
  for (guint i = 1; i < N_FIXED_COLUMNS; i++)
    g_string_append (text, ", ?");
  foreach_column (table, text, append_value);
  g_string_append (text, ")");

  return g_string_free (text, FALSE);
}

char *
desk_store_sql_update_row (const DeskStoreTable *table)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "UPDATE \"%s\" SET _key = ?, _end_user = ?, _load = ?, _hash = ?, "
                          "_order = ?, _search = ?", table->resource->name);
  foreach_column (table, text, append_assignment);
  g_string_append (text, " WHERE _id = ?");

  return g_string_free (text, FALSE);
}

char *
desk_store_sql_touch_row (const DeskStoreTable *table)
{
  return g_strdup_printf ("UPDATE \"%s\" SET _load = ? WHERE _id = ?", table->resource->name);
}

char *
desk_store_sql_delete_row (const DeskStoreTable *table)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE _id = ?", table->resource->name);
}

char *
desk_store_sql_replace_body (const DeskStoreTable *table)
{
  return g_strdup_printf ("INSERT OR REPLACE INTO \"%s:body\" (_id, bytes) VALUES (?, ?)", table->resource->name);
}

char *
desk_store_sql_read_body (const DeskStoreTable *table)
{
  return g_strdup_printf ("SELECT bytes FROM \"%s:body\" WHERE _id = ?", table->resource->name);
}

char *
desk_store_sql_read_institution (const DeskStoreTable *table)
{
  return g_strdup_printf ("SELECT institution_id FROM \"%s\" WHERE _id = ?", table->resource->name);
}

char *
desk_store_sql_delete_body (const DeskStoreTable *table)
{
  return g_strdup_printf ("DELETE FROM \"%s:body\" WHERE _id = ?", table->resource->name);
}

char *
desk_store_sql_scan_rows (const DeskStoreTable *table)
{
  return g_strdup_printf ("SELECT _id, _end_user, _load FROM \"%s\" WHERE _id > ? ORDER BY _id LIMIT ?",
                          table->resource->name);
}

/* The consent that a row belongs to: its own, else the only one of its account or service point; else NULL. */
static void
append_consent (GString              *text,
                const DeskStoreTable *table)
{
  g_string_append (text, "coalesce(nullif(r.arrangement_id, '')");
  if (table->parent != NULL)
    g_string_append_printf (text, ", (SELECT CASE count(DISTINCT p.arrangement_id) "
                            "WHEN 1 THEN min(p.arrangement_id) END FROM \"%s\" AS p "
                            "WHERE p._end_user = r._end_user AND p.\"%s\" = r.\"%s\" "
                            "AND p.arrangement_id <> '' "
                            "AND (coalesce(r.institution_id, '') = '' OR p.institution_id = r.institution_id))",
                            table->parent->name, table->parent_key, table->parent_path);
  else
    g_string_append (text, ", NULL");
  g_string_append (text, ")");
}

char *
desk_store_sql_read_owner (const DeskStoreTable *table)
{
  GString *text = g_string_new ("SELECT coalesce(r.institution_id, ''), coalesce(");

  append_consent (text, table);
  g_string_append_printf (text, ", '') FROM \"%s\" AS r WHERE r._id = ?", table->resource->name);

  return g_string_free (text, FALSE);
}

static void
append_end_user (DeskStoreSql         *self,
                 const DeskStoreTable *table,
                 const char           *end_user_id,
                 const char           *arrangement_id)
{
  g_string_append_printf (self->text, " FROM \"%s\" AS r WHERE r._end_user = ?", table->resource->name);
  add_value (self, end_user_id);

  if (arrangement_id == NULL)
    return;

  g_string_append (self->text, " AND ");
  append_consent (self->text, table);
  g_string_append (self->text, " = ?");
  add_value (self, arrangement_id);
}

static void
append_search (DeskStoreSql *self,
               const char   *search)
{
  g_autofree char *folded = search != NULL ? desk_store_fold (search) : NULL;
  const char *word = folded;
  guint n_words = 0;

  while (word != NULL && *word != '\0')
    {
      const char *end = word;

      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);

      if (end > word)
        {
          if (n_words > 0 && n_words % WORDS_IN_BRACKETS == 0)
            g_string_append_c (self->text, ')');
          g_string_append (self->text, n_words % WORDS_IN_BRACKETS == 0 ? " AND (" : " AND ");
          g_string_append (self->text, "instr(r._search, ?)");
          g_ptr_array_add (self->values, g_strndup (word, end - word));
          n_words++;
        }

      word = *end != '\0' ? g_utf8_next_char (end) : end;
    }

  if (n_words > 0)
    g_string_append_c (self->text, ')');
}

static void
append_conditions (DeskStoreSql         *self,
                   const DeskStoreTable *table,
                   const DeskQuery      *query)
{
  append_end_user (self, table, desk_query_get_end_user_id (query), desk_query_get_arrangement_id (query));

  for (guint i = 0; i < table->columns->len; i++)
    {
      const DeskStoreColumn *column = g_ptr_array_index (table->columns, i);
      const char *value = desk_query_get_filter (query, column->path);

      if (value == NULL)
        continue;

      g_string_append_printf (self->text, " AND r.\"%s\" = ?", column->path);
      add_value (self, value);
    }

  append_search (self, desk_query_get_search (query));
}

static void
append_order (DeskStoreSql         *self,
              const DeskStoreTable *table,
              const DeskQuery      *query)
{
  const char *field = desk_query_get_sort_field (query);
  gboolean descending = desk_query_get_sort_descending (query);
  const DeskStoreColumn *column = NULL;

  if (field == NULL)
    descending = table->resource->sort_descending;
  else if (g_strcmp0 (field, table->resource->sort_field) != 0)
    column = desk_store_table_find_column (table, field);

  if (column == NULL)
    g_string_append (self->text, " ORDER BY r._order COLLATE NOCASE");
  else if (column->key != NULL)
    g_string_append_printf (self->text, " ORDER BY r.\"%s\"", column->key);
  else
    g_string_append_printf (self->text, " ORDER BY r.\"%s\" COLLATE NOCASE", column->path);

  g_string_append (self->text, descending ? " DESC NULLS LAST, r._id" : " ASC NULLS LAST, r._id");
}

DeskStoreSql *
desk_store_sql_list (const DeskStoreTable *table,
                     const DeskQuery      *query)
{
  DeskStoreSql *self = desk_store_sql_new ();

  g_string_append (self->text, "SELECT r._id");
  append_conditions (self, table, query);
  append_order (self, table, query);
  g_string_append (self->text, " LIMIT ? OFFSET ?");

  return self;
}

DeskStoreSql *
desk_store_sql_total (const DeskStoreTable  *table,
                      const DeskQuery       *query,
                      const DeskStoreColumn *amount)
{
  DeskStoreSql *self = desk_store_sql_new ();
  const DeskStoreColumn *currency = desk_store_table_find_currency (table, amount->path);

  if (currency != NULL)
    g_string_append_printf (self->text, "SELECT coalesce(nullif(r.\"%s\", ''), 'AUD') AS _currency", currency->path);
  else
    g_string_append (self->text, "SELECT 'AUD' AS _currency");

  g_string_append_printf (self->text, ", desk_sum(r.\"%s\"), count(r.\"%s\"), count(*) - count(r.\"%s\")",
                          amount->path, amount->key, amount->key);
  append_conditions (self, table, query);
  g_string_append (self->text, " GROUP BY _currency ORDER BY _currency <> 'AUD', _currency");

  return self;
}

DeskStoreSql *
desk_store_sql_values (const DeskStoreTable *table,
                       const char *const    *fields)
{
  DeskStoreSql *self = desk_store_sql_new ();

  g_string_append (self->text, "SELECT DISTINCT ");
  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append_printf (self->text, "%scoalesce(\"%s\", '')", i > 0 ? ", " : "", fields[i]);
  g_string_append_printf (self->text, " FROM \"%s\" ORDER BY 1", table->resource->name);
  for (guint i = 1; i < g_strv_length ((char **) fields); i++)
    g_string_append_printf (self->text, ", %u", i + 1);

  return self;
}

DeskStoreSql *
desk_store_sql_count (const DeskStoreTable *table,
                      const char           *end_user_id,
                      const char           *arrangement_id)
{
  DeskStoreSql *self = desk_store_sql_new ();

  g_string_append (self->text, "SELECT count(*)");
  append_end_user (self, table, end_user_id, arrangement_id);

  return self;
}

DeskStoreSql *
desk_store_sql_doomed_by_consent (const DeskStoreTable *table,
                                  const char           *end_user_id,
                                  const char           *institution_id,
                                  const char           *arrangement_id)
{
  DeskStoreSql *self = desk_store_sql_new ();

  g_string_append (self->text, "SELECT r._id");
  append_end_user (self, table, end_user_id, NULL);

  /* A row that names neither consent nor institution may be of this one; so may every row without
     a consent, where the institution is not known. */
  g_string_append (self->text, " AND coalesce(");
  append_consent (self->text, table);
  g_string_append (self->text, " = ?, coalesce(r.institution_id, '') IN ('', coalesce(nullif(?, ''), r.institution_id)))");
  add_value (self, arrangement_id);
  add_value (self, institution_id);

  return self;
}

DeskStoreSql *
desk_store_sql_doomed_by_end_user (const DeskStoreTable *table,
                                   const char           *end_user_id)
{
  DeskStoreSql *self = desk_store_sql_new ();

  g_string_append (self->text, "SELECT r._id");
  append_end_user (self, table, end_user_id, NULL);

  return self;
}
