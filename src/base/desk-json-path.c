/* desk-json-path.c: where a value lies in a JSON text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json-path.h"

static gboolean
is_plain_word (const char *name)
{
  if (!g_ascii_isalpha (*name) && *name != '_')
    return FALSE;
  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum (*name) && *name != '_')
      return FALSE;
  return TRUE;
}

static void
append_quoted (GString    *path,
               const char *name)
{
  g_string_append (path, "['");
  for (const char *byte = name; *byte != '\0'; byte++)
    {
      if (*byte == '\'' || *byte == '\\')
        g_string_append_c (path, '\\');
      if (g_ascii_iscntrl (*byte))
        g_string_append_printf (path, "\\u%04x", (guchar) *byte);
      else
        g_string_append_c (path, *byte);
    }
  g_string_append (path, "']");
}

void
desk_json_path_append_key (GString       *path,
                           DeskJsonSlice  key)
{
  g_autofree char *name = desk_json_slice_dup_string (key);

  g_return_if_fail (path != NULL);
  g_return_if_fail (name != NULL);

  if (is_plain_word (name))
    g_string_append_printf (path, ".%s", name);
  else
    append_quoted (path, name);
}

void
desk_json_path_append_index (GString *path,
                             guint    index)
{
  g_return_if_fail (path != NULL);

  g_string_append_printf (path, "[%u]", index);
}
