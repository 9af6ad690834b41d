/* desk-file-writer.c: writes small files one after the other, away from the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-file-writer.h"

#include <glib/gstdio.h>

/* What is to be done with one file. */
typedef struct
{
  char   *path;  /* (owned) */
  GBytes *bytes; /* (owned) (nullable): %NULL removes the file */
} DeskFileWrite;

struct _DeskFileWriter
{
  GObject      parent_instance;

  GThreadPool *thread; /* (nullable): one thread, so that the order is kept; there while something is to be written */
};

G_DEFINE_FINAL_TYPE (DeskFileWriter, desk_file_writer, G_TYPE_OBJECT)

static void
desk_file_write_free (DeskFileWrite *write)
{
  g_free (write->path);
  g_clear_pointer (&write->bytes, g_bytes_unref);
  g_free (write);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFileWrite, desk_file_write_free)

static void
replace (const DeskFileWrite *write)
{
  g_autofree char *folder = g_path_get_dirname (write->path);
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (write->bytes, &length);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (write->path, text != NULL ? text : "", (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("A file is not kept: %s", error->message);
}

static void
write_cb (gpointer data,
          gpointer user_data)
{
  g_autoptr(DeskFileWrite) write = data;

  if (write->bytes != NULL)
    replace (write);
  else
    g_unlink (write->path);
}

static void
desk_file_writer_dispose (GObject *object)
{
  desk_file_writer_flush (DESK_FILE_WRITER (object));

  G_OBJECT_CLASS (desk_file_writer_parent_class)->dispose (object);
}

static void
desk_file_writer_class_init (DeskFileWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_file_writer_dispose;
}

static void
desk_file_writer_init (DeskFileWriter *self)
{
}

DeskFileWriter *
desk_file_writer_new (void)
{
  return g_object_new (DESK_TYPE_FILE_WRITER, NULL);
}

void
desk_file_writer_write (DeskFileWriter *self,
                        const char     *path,
                        GBytes         *bytes)
{
  DeskFileWrite *write;

  g_return_if_fail (DESK_IS_FILE_WRITER (self));
  g_return_if_fail (path != NULL);

  write = g_new0 (DeskFileWrite, 1);
  write->path = g_strdup (path);
  write->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;

  if (self->thread == NULL)
    self->thread = g_thread_pool_new (write_cb, NULL, 1, FALSE, NULL);

  g_thread_pool_push (self->thread, write, NULL);
}

void
desk_file_writer_flush (DeskFileWriter *self)
{
  g_return_if_fail (DESK_IS_FILE_WRITER (self));

  if (self->thread != NULL)
    g_thread_pool_free (g_steal_pointer (&self->thread), FALSE, TRUE);
}
