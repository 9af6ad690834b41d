/* desk-environment-place.c: where the small files of a saved environment lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-place.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const folders[] = {
  [DESK_ENVIRONMENT_PLACE_RECEIPTS] = "receipts",
  [DESK_ENVIRONMENT_PLACE_NOTICES] = "notices",
};

static char *
dup_prefix (const char *environment)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, environment, -1);

  return g_strdup_printf ("%.16s-", hash);
}

DeskKeptPlace *
desk_environment_place_new (DeskFileWriter           *writer,
                            const char               *state_folder,
                            const char               *environment,
                            DeskEnvironmentPlaceKind  kind)
{
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (state_folder != NULL, NULL);
  g_return_val_if_fail (environment != NULL, NULL);
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (folders), NULL);

  folder = g_build_filename (state_folder, folders[kind], NULL);
  prefix = dup_prefix (environment);

  return desk_kept_place_new (writer, folder, prefix);
}

static void
move_file (const char *folder,
           const char *file,
           const char *old_prefix,
           const char *prefix)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *new_file = NULL;
  g_autofree char *new_path = NULL;

  if (prefix == NULL)
    {
      g_unlink (path);
      return;
    }

  new_file = g_strconcat (prefix, file + strlen (old_prefix), NULL);
  new_path = g_build_filename (folder, new_file, NULL);
  g_rename (path, new_path);
}

/* prefix: (nullable) */
static void
move_files (const char *folder,
            const char *old_prefix,
            const char *prefix)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) directory = g_dir_open (folder, 0, NULL);
  const char *file;

  while (directory != NULL && (file = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_prefix (file, old_prefix))
        g_ptr_array_add (files, g_strdup (file));
    }

  for (guint i = 0; i < files->len; i++)
    move_file (folder, g_ptr_array_index (files, i), old_prefix, prefix);
}

void
desk_environment_place_move (const char *state_folder,
                             const char *old_name,
                             const char *name)
{
  g_autofree char *old_prefix = NULL;
  g_autofree char *prefix = NULL;

  g_return_if_fail (state_folder != NULL);
  g_return_if_fail (old_name != NULL);

  old_prefix = dup_prefix (old_name);
  prefix = name != NULL ? dup_prefix (name) : NULL;
  for (guint kind = 0; kind < G_N_ELEMENTS (folders); kind++)
    {
      g_autofree char *folder = g_build_filename (state_folder, folders[kind], NULL);

      move_files (folder, old_prefix, prefix);
    }
}
