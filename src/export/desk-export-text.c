/* desk-export-text.c: text from outside, made fit for formats of lines and markup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-text.h"

static gboolean
is_visible (gunichar character)
{
  return !g_unichar_iscntrl (character) && character != 0x2028 && character != 0x2029 &&
         (character & 0xfffe) != 0xfffe;
}

char *
desk_export_text_dup_line (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (const char *cursor = text; cursor != NULL && *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      gunichar character = g_utf8_get_char (cursor);

      g_string_append_unichar (line, is_visible (character) ? character : ' ');
    }
  g_strstrip (line->str);
  return *line->str != '\0' ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

char *
desk_export_text_cut (const char *text,
                      guint       n_characters)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_utf8_strlen (text, -1) <= (glong) n_characters ? g_strdup (text)
                                                          : g_strchomp (g_utf8_substring (text, 0, n_characters));
}

void
desk_export_text_append_element (GString    *xml,
                                 const char *name,
                                 const char *text)
{
  g_autoptr(GString) escaped = NULL;

  if (text == NULL)
    return;
  escaped = g_string_new (text);
  g_string_replace (escaped, "&", "&amp;", 0);
  g_string_replace (escaped, "<", "&lt;", 0);
  g_string_replace (escaped, ">", "&gt;", 0);
  g_string_append_printf (xml, "<%s>%s</%s>\n", name, escaped->str, name);
}
