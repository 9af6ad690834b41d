/* desk-cli-text.c: text from outside, made safe for a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-cli-text.h"

static gboolean
is_dangerous (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  /* Format characters include the bidirectional overrides. */
  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

char *
desk_cli_text_make_safe (const char *text)
{
  g_autoptr(GString) safe = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_dangerous (character))
        g_string_append_printf (safe, "\\u{%x}", character);
      else
        g_string_append_unichar (safe, character);
    }

  return g_string_free (g_steal_pointer (&safe), FALSE);
}

char *
desk_cli_text_shorten (const char *text,
                       guint       n_characters)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_characters > 0, NULL);

  if (g_utf8_strlen (text, -1) <= (glong) n_characters)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, (glong) n_characters - 1);

  return g_strconcat (start, "…", NULL);
}

guint
desk_cli_text_measure (const char *text)
{
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}
