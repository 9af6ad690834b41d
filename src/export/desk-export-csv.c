/* desk-export-csv.c: data sets as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-csv.h"

#include "desk-csv.h"
#include "desk-export-columns.h"
#include "desk-export-file.h"

struct _DeskExportCsv
{
  DeskExportWriter   parent_instance;

  char              *path;      /* (owned) */
  gboolean           is_folder;
  DeskExportColumns *columns;   /* (owned) (nullable): of the data set in hand */
  DeskExportFile    *file;      /* (owned) (nullable) */
  DeskJsonSlice     *values;    /* (owned) (nullable): one for each column */
  char             **cells;     /* (owned) (nullable): one for each column and one for the rest */
  GString           *others;    /* (owned) */
  GString           *line;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskExportCsv, desk_export_csv, DESK_TYPE_EXPORT_WRITER)

static void
drop_data_set (DeskExportCsv *self)
{
  g_clear_pointer (&self->columns, desk_export_columns_free);
  g_clear_pointer (&self->file, desk_export_file_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->cells, g_free);
}

static gboolean
write_row (DeskExportCsv      *self,
           const char *const  *cells,
           GError            **error)
{
  g_string_truncate (self->line, 0);
  desk_csv_append_row (self->line, cells, desk_export_columns_get_n (self->columns) + 1);
  return desk_export_file_write (self->file, self->line->str, self->line->len, error);
}

static gboolean
write_header (DeskExportCsv  *self,
              GError        **error)
{
  guint n_columns = desk_export_columns_get_n (self->columns);
  g_autofree const char **names = g_new0 (const char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    names[i] = desk_export_columns_get_path (self->columns, i);
  names[n_columns] = "other_fields";
  return write_row (self, names, error);
}

static gboolean
desk_export_csv_begin (DeskExportWriter    *writer,
                       const DeskResource  *resource,
                       gboolean             is_asked_for,
                       GError             **error)
{
  DeskExportCsv *self = DESK_EXPORT_CSV (writer);
  g_autofree char *name = g_strconcat (resource->name, ".csv", NULL);
  g_autofree char *path = self->is_folder ? g_build_filename (self->path, name, NULL) : g_strdup (self->path);

  g_assert (self->columns == NULL);

  self->columns = desk_export_columns_new (resource);
  self->values = g_new0 (DeskJsonSlice, desk_export_columns_get_n (self->columns));
  self->cells = g_new0 (char *, desk_export_columns_get_n (self->columns) + 1);
  self->file = desk_export_file_open (path, error);
  return self->file != NULL && write_header (self, error);
}

static gboolean
desk_export_csv_add (DeskExportWriter  *writer,
                     DeskJsonSlice      record,
                     DeskExportReason  *reason,
                     GError           **error)
{
  DeskExportCsv *self = DESK_EXPORT_CSV (writer);
  guint n_columns = desk_export_columns_get_n (self->columns);
  gboolean written;

  desk_export_columns_read (self->columns, record, self->values, self->others);
  for (guint i = 0; i < n_columns; i++)
    self->cells[i] = desk_export_columns_dup_text (self->values[i]);
  self->cells[n_columns] = self->others->str;
  written = write_row (self, (const char *const *) self->cells, error);
  for (guint i = 0; i < n_columns; i++)
    g_clear_pointer (&self->cells[i], g_free);
  return written;
}

static gboolean
desk_export_csv_end (DeskExportWriter  *writer,
                     GError           **error)
{
  DeskExportCsv *self = DESK_EXPORT_CSV (writer);
  gboolean closed = desk_export_file_close (self->file, error);

  drop_data_set (self);
  return closed;
}

static gboolean
desk_export_csv_finish (DeskExportWriter  *writer,
                        GError           **error)
{
  return TRUE;
}

static void
desk_export_csv_finalize (GObject *object)
{
  DeskExportCsv *self = DESK_EXPORT_CSV (object);

  drop_data_set (self);
  g_string_free (self->line, TRUE);
  g_string_free (self->others, TRUE);
  g_free (self->path);

  G_OBJECT_CLASS (desk_export_csv_parent_class)->finalize (object);
}

static void
desk_export_csv_class_init (DeskExportCsvClass *klass)
{
  DeskExportWriterClass *writer_class = DESK_EXPORT_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_csv_finalize;
  writer_class->begin = desk_export_csv_begin;
  writer_class->add = desk_export_csv_add;
  writer_class->end = desk_export_csv_end;
  writer_class->finish = desk_export_csv_finish;
}

static void
desk_export_csv_init (DeskExportCsv *self)
{
  self->others = g_string_new (NULL);
  self->line = g_string_new (NULL);
}

DeskExportWriter *
desk_export_csv_new (const char *path,
                     gboolean    is_folder)
{
  DeskExportCsv *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (DESK_TYPE_EXPORT_CSV, NULL);
  self->path = g_strdup (path);
  self->is_folder = is_folder;
  return DESK_EXPORT_WRITER (self);
}
