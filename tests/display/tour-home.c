/* tour-home.c: an empty home for the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-home.h"

#include <glib/gstdio.h>

char *
tour_home_new (void)
{
  char *folder = g_dir_make_tmp ("consent-desk-tour-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", TOUR_SCHEMA_FOLDER, TRUE);

  return folder;
}

static void
remove_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

void
tour_home_free (char *path)
{
  remove_folder (path);
  g_free (path);
}
