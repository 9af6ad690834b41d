/* desk-export-json.c: data sets as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-json.h"

#include "desk-export-file.h"

struct _DeskExportJson
{
  DeskExportWriter  parent_instance;

  DeskExportFile   *file;        /* (owned) */
  gboolean          is_single;
  guint             n_data_sets; /* begun so far */
  guint             n_rows;      /* of the data set in hand */
};

G_DEFINE_FINAL_TYPE (DeskExportJson, desk_export_json, DESK_TYPE_EXPORT_WRITER)

static gboolean
desk_export_json_begin (DeskExportWriter    *writer,
                        const DeskResource  *resource,
                        gboolean             is_asked_for,
                        GError             **error)
{
  DeskExportJson *self = DESK_EXPORT_JSON (writer);
  g_autofree char *text = NULL;

  self->n_rows = 0;
  if (self->is_single)
    return desk_export_file_append (self->file, "[", error);
  text = g_strdup_printf ("%s\n\"%s\": [", self->n_data_sets++ > 0 ? "," : "{", resource->name);
  return desk_export_file_append (self->file, text, error);
}

static gboolean
desk_export_json_add (DeskExportWriter  *writer,
                      DeskJsonSlice      record,
                      DeskExportReason  *reason,
                      GError           **error)
{
  DeskExportJson *self = DESK_EXPORT_JSON (writer);

  return desk_export_file_append (self->file, self->n_rows++ > 0 ? ",\n" : "\n", error) &&
         desk_export_file_write (self->file, record.text, record.length, error);
}

static gboolean
desk_export_json_end (DeskExportWriter  *writer,
                      GError           **error)
{
  DeskExportJson *self = DESK_EXPORT_JSON (writer);

  return desk_export_file_append (self->file, self->n_rows > 0 ? "\n]" : "]", error);
}

static gboolean
desk_export_json_finish (DeskExportWriter  *writer,
                         GError           **error)
{
  DeskExportJson *self = DESK_EXPORT_JSON (writer);
  const char *ending = "\n";

  if (!self->is_single)
    ending = self->n_data_sets > 0 ? "\n}\n" : "{}\n";
  return desk_export_file_append (self->file, ending, error) && desk_export_file_close (self->file, error);
}

static void
desk_export_json_finalize (GObject *object)
{
  DeskExportJson *self = DESK_EXPORT_JSON (object);

  g_clear_pointer (&self->file, desk_export_file_free);

  G_OBJECT_CLASS (desk_export_json_parent_class)->finalize (object);
}

static void
desk_export_json_class_init (DeskExportJsonClass *klass)
{
  DeskExportWriterClass *writer_class = DESK_EXPORT_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_json_finalize;
  writer_class->begin = desk_export_json_begin;
  writer_class->add = desk_export_json_add;
  writer_class->end = desk_export_json_end;
  writer_class->finish = desk_export_json_finish;
}

static void
desk_export_json_init (DeskExportJson *self)
{
}

DeskExportWriter *
desk_export_json_new (const char  *path,
                      gboolean     is_single,
                      GError     **error)
{
  DeskExportFile *file = NULL;
  DeskExportJson *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = desk_export_file_open (path, error);
  if (file == NULL)
    return NULL;
  self = g_object_new (DESK_TYPE_EXPORT_JSON, NULL);
  self->file = file;
  self->is_single = is_single;
  return DESK_EXPORT_WRITER (self);
}
