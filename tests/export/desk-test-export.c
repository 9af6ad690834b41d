/* desk-test-export.c: rows through a writer, into a file of a folder that is gone afterwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-export.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk-catalogue.h"

#define NOW (G_GINT64_CONSTANT (1795219200) * G_USEC_PER_SEC)

DeskTestExport *
desk_test_export_new (DeskExportFormat format,
                      gboolean         is_single)
{
  DeskTestExport *self = g_new0 (DeskTestExport, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("consent-desk-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = desk_export_format_makes_folder (format, is_single) ? g_strdup (self->folder)
                                                                   : g_build_filename (self->folder, "export", NULL);
  self->writer = desk_export_format_create_writer (format, self->path, is_single, NOW, &error);
  g_assert_no_error (error);

  return self;
}

void
desk_test_export_free (DeskTestExport *self)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_object (&self->writer);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static void
add_record (DeskTestExport *self,
            DeskJsonSlice   record,
            GString        *reasons)
{
  g_autoptr(GError) error = NULL;
  DeskExportReason reason;

  desk_export_writer_add (self->writer, record, &reason, &error);
  g_assert_no_error (error);
  g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? " " : "", desk_export_reason_get_nick (reason));
}

char *
desk_test_export_add (DeskTestExport *self,
                      const char     *resource_name,
                      gboolean        is_asked_for,
                      const char     *records)
{
  g_autoptr(GString) reasons = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;
  DeskJsonSlice record;
  DeskJsonIter iter;

  desk_json_parse (records, strlen (records), &root, &error);
  g_assert_no_error (error);
  desk_export_writer_begin (self->writer, desk_catalogue_find (resource_name), is_asked_for, &error);
  g_assert_no_error (error);
  if (desk_json_slice_get_kind (root) != DESK_JSON_KIND_ARRAY)
    add_record (self, root, reasons);
  desk_json_iter_init (&iter, desk_json_slice_get_kind (root) == DESK_JSON_KIND_ARRAY ? root : DESK_JSON_SLICE_NONE);
  while (desk_json_iter_next (&iter, NULL, &record))
    add_record (self, record, reasons);
  desk_export_writer_end (self->writer, &error);
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&reasons), FALSE);
}

char *
desk_test_export_finish (DeskTestExport *self)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  desk_export_writer_finish (self->writer, &error);
  g_assert_no_error (error);
  g_clear_object (&self->writer);
  if (g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));

  return text;
}
