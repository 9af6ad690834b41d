/* desk-test-folder.c: a folder of one test, removed with all that is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-folder.h"

#include <glib/gstdio.h>

char *
desk_test_folder_new (void)
{
  g_autoptr(GError) error = NULL;
  char *path = g_dir_make_tmp ("desk-test-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

void
desk_test_folder_free (char *path)
{
  g_autoptr(GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        {
          desk_test_folder_free (inner);
          continue;
        }

      g_unlink (inner);
      g_free (inner);
    }

  g_rmdir (path);
  g_free (path);
}
