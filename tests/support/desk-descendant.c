/* desk-descendant.c: finds processes that this one has started, directly or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-descendant.h"

#include <string.h>
#include <unistd.h>

static char *
dup_proc_file (int         pid,
               const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, name);
  char *text = NULL;

  /* It may have ended since it was listed. */
  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static gboolean
is_named (int         pid,
          const char *name)
{
  g_autofree char *comm = dup_proc_file (pid, "comm");
  g_autofree char *stat = dup_proc_file (pid, "stat");
  const char *state = stat != NULL ? strrchr (stat, ')') : NULL;

  return comm != NULL && state != NULL && !g_str_has_prefix (state, ") Z") &&
         g_str_equal (g_strchomp (comm), name);
}

static void
collect (int         pid,
         const char *name,
         GArray     *found);

static void
collect_children (int         pid,
                  const char *task,
                  const char *name,
                  GArray     *found)
{
  g_autofree char *file = g_strdup_printf ("task/%s/children", task);
  g_autofree char *text = dup_proc_file (pid, file);
  g_auto(GStrv) children = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; children[i] != NULL; i++)
    {
      if (*children[i] != '\0')
        collect ((int) g_ascii_strtoll (children[i], NULL, 10), name, found);
    }
}

static void
collect (int         pid,
         const char *name,
         GArray     *found)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", pid);
  g_autoptr(GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task;

  if (pid != getpid () && is_named (pid, name))
    g_array_append_val (found, pid);

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    collect_children (pid, task, name, found);
}

GArray *
desk_descendant_find (const char *name)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GPid));

  g_return_val_if_fail (name != NULL, found);

  collect (getpid (), name, found);

  return found;
}
