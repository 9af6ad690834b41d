/* desk-json-string.c: decodes the texts of checked JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json.h"

#include <string.h>

#include "desk-json-private.h"

#define REPLACEMENT_CHARACTER 0xfffd

/* Four hexadecimal digits, of which the parser has made sure. */
static gunichar
read_code_unit (const char *digits)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit << 4 | g_ascii_xdigit_value (digits[i]);
  return unit;
}

static gboolean
is_high_surrogate (gunichar unit)
{
  return unit >= 0xd800 && unit < 0xdc00;
}

static gboolean
is_low_surrogate (gunichar unit)
{
  return unit >= 0xdc00 && unit < 0xe000;
}

static gunichar
decode_unicode_escape (const char **cursor,
                       const char  *end)
{
  gunichar unit = read_code_unit (*cursor + 2);

  *cursor += 6;
  if (is_high_surrogate (unit) && end - *cursor >= 6 && (*cursor)[0] == '\\' && (*cursor)[1] == 'u')
    {
      gunichar low = read_code_unit (*cursor + 2);

      if (is_low_surrogate (low))
        {
          *cursor += 6;
          return 0x10000 + ((unit - 0xd800) << 10 | (low - 0xdc00));
        }
    }
  if (unit == 0 || is_high_surrogate (unit) || is_low_surrogate (unit))
    return REPLACEMENT_CHARACTER;
  return unit;
}

static gunichar
decode_escape (const char **cursor,
               const char  *end)
{
  static const char names[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  char name = (*cursor)[1];
  const char *found;

  if (name == 'u')
    return decode_unicode_escape (cursor, end);

  *cursor += 2;
  found = strchr (names, name);
  return found != NULL ? meanings[found - names] : name;
}

/* What the escape or the byte at @cursor stands for; returns how many bytes @piece holds. */
static gsize
decode_piece (const char **cursor,
              const char  *end,
              char         piece[6])
{
  if (**cursor == '\\')
    return g_unichar_to_utf8 (decode_escape (cursor, end), piece);

  piece[0] = *(*cursor)++;
  return 1;
}

gboolean
_desk_json_string_equals (DeskJsonSlice  string,
                          const char    *text,
                          gsize          length)
{
  const char *cursor = string.text + 1;
  const char *end = string.text + string.length - 1;
  gsize position = 0;

  /* Decoding never makes a text longer, and most are written without an escape. */
  if ((gsize) (end - cursor) < length)
    return FALSE;
  if ((gsize) (end - cursor) == length && memcmp (cursor, text, length) == 0)
    return memchr (text, '\\', length) == NULL;

  while (cursor < end)
    {
      char piece[6];
      gsize n_bytes = decode_piece (&cursor, end, piece);

      if (length - position < n_bytes || memcmp (text + position, piece, n_bytes) != 0)
        return FALSE;
      position += n_bytes;
    }
  return position == length;
}

gboolean
desk_json_slice_equals_string (DeskJsonSlice  slice,
                               const char    *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return desk_json_slice_get_kind (slice) == DESK_JSON_KIND_STRING
         && _desk_json_string_equals (slice, text, strlen (text));
}

char *
desk_json_slice_dup_string (DeskJsonSlice slice)
{
  const char *cursor;
  const char *end;
  char *text;
  char *target;

  if (desk_json_slice_get_kind (slice) != DESK_JSON_KIND_STRING)
    return NULL;

  cursor = slice.text + 1;
  end = slice.text + slice.length - 1;
  text = target = g_malloc (slice.length);
  while (cursor < end)
    {
      char piece[6];
      gsize n_bytes = decode_piece (&cursor, end, piece);

      memcpy (target, piece, n_bytes);
      target += n_bytes;
    }
  *target = '\0';
  return text;
}
