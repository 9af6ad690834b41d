/* matrix-web-process.c: the processes that show pages for us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-web-process.h"

#include <signal.h>
#include <unistd.h>

/* The kernel keeps 15 characters of the name. */
#define NAME "(WebKitWebProces)"

/* "ID (NAME) STATE PARENT …": a name may hold anything, ours does not. */
static gboolean
is_own_web_process (const char *id)
{
  g_autofree char *path = g_build_filename ("/proc", id, "stat", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) fields = NULL;
  guint64 parent = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;

  fields = g_strsplit (text, " ", 5);
  return g_strv_length (fields) == 5 && g_str_equal (fields[1], NAME) &&
         g_ascii_string_to_unsigned (fields[3], 10, 1, G_MAXINT32, &parent, NULL) && (pid_t) parent == getpid ();
}

guint
matrix_web_process_signal (int signal_number)
{
  g_autoptr(GDir) folder = g_dir_open ("/proc", 0, NULL);
  const char *name;
  guint n_found = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      guint64 id = 0;

      if (!g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT32, &id, NULL) || !is_own_web_process (name))
        continue;

      kill ((pid_t) id, signal_number);
      n_found++;
    }

  return n_found;
}
