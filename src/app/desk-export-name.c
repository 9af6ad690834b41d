/* desk-export-name.c: what an export is called on the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Most file systems allow 255 bytes; a character may have four, and something follows. */
#define MAX_CHARACTERS 40

static gboolean
is_allowed (gunichar character)
{
  return g_unichar_isprint (character) && !g_unichar_iscntrl (character) &&
         (character >= 0x80 || strchr ("/\\:*?\"<>|", (int) character) == NULL);
}

/* Also on the file systems of others. */
static char *
make_safe (const char *text)
{
  g_autoptr(GString) name = g_string_new (NULL);
  guint n_characters = 0;

  for (; *text != '\0' && n_characters < MAX_CHARACTERS; text = g_utf8_next_char (text), n_characters++)
    {
      gunichar character = g_utf8_get_char (text);

      g_string_append_unichar (name, is_allowed (character) ? character : ' ');
    }
  g_strstrip (name->str);
  while (*name->str == '.')
    *name->str = '_';
  return g_strdup (*name->str != '\0' ? name->str : _("Export"));
}

char *
desk_export_name_new (const char *who,
                      const char *what,
                      const char *extension)
{
  g_autofree char *safe_who = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (who != NULL, NULL);

  safe_who = make_safe (who);
  name = what != NULL ? g_strdup_printf ("%s – %s", safe_who, what) : g_strdup (safe_who);
  return extension != NULL ? g_strconcat (name, ".", extension, NULL) : g_steal_pointer (&name);
}

char *
desk_export_name_find_free (const char *folder,
                            const char *name)
{
  char *path = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  path = g_build_filename (folder, name, NULL);
  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }
  return path;
}
