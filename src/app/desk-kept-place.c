/* desk-kept-place.c: where small files of one kind may be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-kept-place.h"

#define SUFFIX ".json"

struct _DeskKeptPlace
{
  GObject         parent_instance;

  DeskFileWriter *writer; /* (nullable) */
  char           *folder; /* (nullable) */
  char           *prefix; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskKeptPlace, desk_kept_place, G_TYPE_OBJECT)

static void
desk_kept_place_finalize (GObject *object)
{
  DeskKeptPlace *self = DESK_KEPT_PLACE (object);

  g_clear_object (&self->writer);
  g_free (self->folder);
  g_free (self->prefix);

  G_OBJECT_CLASS (desk_kept_place_parent_class)->finalize (object);
}

static void
desk_kept_place_class_init (DeskKeptPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_kept_place_finalize;
}

static void
desk_kept_place_init (DeskKeptPlace *self)
{
}

DeskKeptPlace *
desk_kept_place_new (DeskFileWriter *writer,
                     const char     *folder,
                     const char     *prefix)
{
  DeskKeptPlace *self;

  g_return_val_if_fail (writer == NULL || DESK_IS_FILE_WRITER (writer), NULL);
  g_return_val_if_fail (writer == NULL || (folder != NULL && prefix != NULL), NULL);

  self = g_object_new (DESK_TYPE_KEPT_PLACE, NULL);
  self->writer = writer != NULL ? g_object_ref (writer) : NULL;
  self->folder = g_strdup (folder);
  self->prefix = g_strdup (prefix);

  return self;
}

char *
desk_kept_place_dup_name (DeskKeptPlace *self,
                          const char    *id)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (DESK_IS_KEPT_PLACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strdup_printf ("%s%.32s" SUFFIX, self->prefix != NULL ? self->prefix : "", hash);
}

GPtrArray *
desk_kept_place_list (DeskKeptPlace *self)
{
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GDir) directory = NULL;
  const char *name;

  g_return_val_if_fail (DESK_IS_KEPT_PLACE (self), NULL);

  names = g_ptr_array_new_with_free_func (g_free);
  if (self->writer == NULL)
    return g_steal_pointer (&names);

  directory = g_dir_open (self->folder, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_prefix (name, self->prefix) && g_str_has_suffix (name, SUFFIX))
        g_ptr_array_add (names, g_strdup (name));
    }

  return g_steal_pointer (&names);
}

GBytes *
desk_kept_place_read (DeskKeptPlace *self,
                      const char    *name)
{
  g_autofree char *path = NULL;
  char *text;
  gsize length;

  g_return_val_if_fail (DESK_IS_KEPT_PLACE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (self->writer == NULL)
    return NULL;

  path = g_build_filename (self->folder, name, NULL);
  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;

  return g_bytes_new_take (text, length);
}

void
desk_kept_place_write (DeskKeptPlace *self,
                       const char    *name,
                       GBytes        *bytes)
{
  g_autofree char *path = NULL;

  g_return_if_fail (DESK_IS_KEPT_PLACE (self));
  g_return_if_fail (name != NULL);

  if (self->writer == NULL)
    return;

  path = g_build_filename (self->folder, name, NULL);
  desk_file_writer_write (self->writer, path, bytes);
}
