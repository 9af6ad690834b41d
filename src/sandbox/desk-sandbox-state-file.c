/* desk-sandbox-state-file.c: the state's file on disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-state-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-sandbox-json.h"

#define STATE_FILE "state.json"

/* A run that was killed while it wrote leaves the file that it had not renamed yet. */
static void
sweep (const char *directory)
{
  g_autoptr(GDir) folder = g_dir_open (directory, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_str_has_prefix (name, STATE_FILE ".") && strlen (name) == strlen (STATE_FILE ".XXXXXX"))
        g_remove (path);
    }
}

gboolean
desk_sandbox_state_file_load (const char  *directory,
                              JsonObject **object,
                              GError     **error)
{
  g_autofree char *path = g_build_filename (directory, STATE_FILE, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) local_error = NULL;
  gsize length;

  *object = NULL;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      int code = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
      return FALSE;
    }

  sweep (directory);
  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *object = desk_sandbox_json_parse_object (text, length, error);
  return *object != NULL;
}

gboolean
desk_sandbox_state_file_save (const char  *directory,
                              const char  *text,
                              GError     **error)
{
  g_autofree char *path = g_build_filename (directory, STATE_FILE, NULL);

  return g_file_set_contents_full (path, text, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}
