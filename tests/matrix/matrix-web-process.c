/* matrix-web-process.c: the processes that show pages for us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-web-process.h"

#include <signal.h>
#include <unistd.h>

/* The kernel keeps 15 characters of the name. */
#define NAME "(WebKitWebProces)"

/* "ID (NAME) STATE PARENT …": names of ours hold neither blanks nor brackets. */
static char **
read_fields (guint64 id)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GUINT64_FORMAT "/stat", id);
  g_autofree char *text = NULL;
  g_auto(GStrv) fields = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  fields = g_strsplit (text, " ", 5);
  return g_strv_length (fields) == 5 ? g_steal_pointer (&fields) : NULL;
}

/* Between us and the process stand those that put it into its sandbox. */
static gboolean
is_below_us (guint64 id)
{
  while (id > 1 && (pid_t) id != getpid ())
    {
      g_auto(GStrv) fields = read_fields (id);

      if (fields == NULL || !g_ascii_string_to_unsigned (fields[3], 10, 0, G_MAXINT32, &id, NULL))
        return FALSE;
    }

  return id > 1;
}

static gboolean
is_own_web_process (guint64 id)
{
  g_auto(GStrv) fields = read_fields (id);

  return fields != NULL && g_str_equal (fields[1], NAME) && is_below_us (id);
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

      if (!g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT32, &id, NULL) || !is_own_web_process (id))
        continue;

      kill ((pid_t) id, signal_number);
      n_found++;
    }

  return n_found;
}
