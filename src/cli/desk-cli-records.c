/* desk-cli-records.c: writes records as they come, as JSON or as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-cli-records.h"

#include <stdio.h>

struct _DeskCliRecords
{
  gboolean       as_json;
  DeskCliColumn *columns;
  guint          n_columns;
  DeskCliTable  *table;        /* (nullable): until the first page; %NULL for JSON */
  gboolean       is_begun;
  gboolean       is_empty;
  gboolean       is_restarted;
  GHashTable    *written;      /* hashes of the records that were written: some bytes each, however long the list */
};

DeskCliRecords *
desk_cli_records_new (gboolean             as_json,
                      const DeskCliColumn *columns,
                      guint                n_columns)
{
  DeskCliRecords *self = g_new0 (DeskCliRecords, 1);

  self->as_json = as_json;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->is_empty = TRUE;
  self->written = g_hash_table_new (NULL, NULL);

  return self;
}

/* FNV-1a with 64 bits. */
static gpointer
hash_record (DeskJsonSlice record)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < record.length; i++)
    hash = (hash ^ (guchar) record.text[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return (gpointer) (guintptr) hash;
}

static void
begin (DeskCliRecords *self)
{
  if (self->is_begun)
    return;

  self->is_begun = TRUE;
  if (self->as_json)
    putchar ('[');
  else
    self->table = desk_cli_table_new (self->columns, self->n_columns);
}

static void
add_record (DeskCliRecords *self,
            DeskJsonSlice   record)
{
  gpointer hash = hash_record (record);

  if (!g_hash_table_add (self->written, hash) && self->is_restarted)
    return;

  if (!self->as_json)
    {
      desk_cli_table_add (self->table, record);
      return;
    }

  fputs (self->is_empty ? "\n" : ",\n", stdout);
  fwrite (record.text, 1, record.length, stdout);
  self->is_empty = FALSE;
}

void
desk_cli_records_add_page (DeskCliRecords *self,
                           DeskJsonPage   *page)
{
  guint n_records;

  g_return_if_fail (self != NULL);
  g_return_if_fail (DESK_IS_JSON_PAGE (page));

  begin (self);
  n_records = desk_json_page_get_n_records (page);
  for (guint i = 0; i < n_records; i++)
    add_record (self, desk_json_page_get_record (page, i));
}

void
desk_cli_records_restart (DeskCliRecords *self)
{
  g_return_if_fail (self != NULL);

  self->is_restarted = TRUE;
}

static void
close_array (DeskCliRecords *self)
{
  if (self->is_begun && self->as_json)
    fputs (self->is_empty ? "]\n" : "\n]\n", stdout);

  self->is_begun = FALSE;
}

void
desk_cli_records_end (DeskCliRecords *self)
{
  g_return_if_fail (self != NULL);

  begin (self);
  close_array (self);
}

void
desk_cli_records_free (DeskCliRecords *self)
{
  close_array (self);
  g_clear_pointer (&self->table, desk_cli_table_free);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_free (self->columns);
  g_free (self);
}
