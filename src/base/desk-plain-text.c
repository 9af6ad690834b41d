/* desk-plain-text.c: text from outside that stays where it is put
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-plain-text.h"

#define REPLACEMENT 0xfffd
#define ELLIPSIS 0x2026

/* Unicode Bidi_Control, and marks without width that join nothing. */
static gboolean
is_deceptive (gunichar character)
{
  return character == 0x061c || character == 0x200b || character == 0x200e || character == 0x200f ||
         (character >= 0x202a && character <= 0x202e) || (character >= 0x2060 && character <= 0x206f) ||
         character == 0xfeff || (character >= 0xe0000 && character <= 0xe007f);
}

static gunichar
get_plain (gunichar character,
           gboolean keeps_lines)
{
  if (keeps_lines && (character == '\n' || character == '\t'))
    return character;
  if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
    return ' ';
  return is_deceptive (character) ? REPLACEMENT : character;
}

static char *
make_plain (const char *text,
            gsize       max_characters,
            gboolean    keeps_lines)
{
  GString *plain = g_string_new (NULL);
  gsize n_characters = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), n_characters++)
    {
      if (max_characters > 0 && n_characters == max_characters)
        {
          g_string_append_unichar (plain, ELLIPSIS);
          break;
        }
      g_string_append_unichar (plain, get_plain (g_utf8_get_char (c), keeps_lines));
    }
  return g_string_free (plain, FALSE);
}

char *
desk_plain_text_line (const char *text,
                      gsize       max_characters)
{
  g_return_val_if_fail (text != NULL, NULL);

  return make_plain (text, max_characters, FALSE);
}

char *
desk_plain_text_lines (const char *text,
                       gsize       max_characters)
{
  g_return_val_if_fail (text != NULL, NULL);

  return make_plain (text, max_characters, TRUE);
}

char *
desk_plain_text_start (const char *text,
                       gsize       length,
                       gsize       max_characters)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (max_characters > 0, NULL);

  /* A character takes four bytes at most; one more has to be there for the ellipsis. */
  valid = g_utf8_make_valid (text != NULL ? text : "", MIN (length, (max_characters + 1) * 4));
  return make_plain (valid, max_characters, FALSE);
}
