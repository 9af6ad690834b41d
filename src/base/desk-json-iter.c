/* desk-json-iter.c: walks objects and arrays of checked JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json.h"

#include "desk-json-private.h"

static const char *
skip_string (const char *cursor,
             const char *end)
{
  for (cursor++; cursor < end && *cursor != '"'; cursor++)
    {
      if (*cursor == '\\')
        cursor++;
    }
  return cursor + 1;
}

static const char *
skip_brackets (const char *cursor,
               const char *end)
{
  guint depth = 0;

  while (cursor < end)
    {
      switch (*cursor)
        {
        case '"':
          cursor = skip_string (cursor, end);
          continue;
        case '{':
        case '[':
          depth++;
          break;
        case '}':
        case ']':
          depth--;
          break;
        default:
          break;
        }
      cursor++;
      if (depth == 0)
        break;
    }
  return cursor;
}

static const char *
skip_scalar (const char *cursor,
             const char *end)
{
  while (cursor < end && !_desk_json_is_blank (*cursor) && *cursor != ',' && *cursor != '}' && *cursor != ']')
    cursor++;
  return cursor;
}

const char *
_desk_json_skip_value (const char *cursor,
                       const char *end)
{
  if (*cursor == '"')
    return skip_string (cursor, end);
  if (*cursor == '{' || *cursor == '[')
    return skip_brackets (cursor, end);
  return skip_scalar (cursor, end);
}

void
desk_json_iter_init (DeskJsonIter  *iter,
                     DeskJsonSlice  slice)
{
  DeskJsonKind kind = desk_json_slice_get_kind (slice);

  g_return_if_fail (iter != NULL);

  *iter = (DeskJsonIter) { NULL, NULL, kind == DESK_JSON_KIND_OBJECT };
  if (kind == DESK_JSON_KIND_OBJECT || kind == DESK_JSON_KIND_ARRAY)
    {
      iter->end = slice.text + slice.length - 1;
      iter->cursor = _desk_json_skip_blanks (slice.text + 1, iter->end);
    }
}

static DeskJsonSlice
take_value (DeskJsonIter *iter)
{
  const char *first = iter->cursor;

  iter->cursor = _desk_json_skip_value (first, iter->end);
  return (DeskJsonSlice) { first, iter->cursor - first };
}

static void
skip_separator (DeskJsonIter *iter,
                char          separator)
{
  iter->cursor = _desk_json_skip_blanks (iter->cursor, iter->end);
  if (iter->cursor < iter->end && *iter->cursor == separator)
    iter->cursor = _desk_json_skip_blanks (iter->cursor + 1, iter->end);
}

gboolean
desk_json_iter_next (DeskJsonIter  *iter,
                     DeskJsonSlice *key,
                     DeskJsonSlice *value)
{
  DeskJsonSlice name = DESK_JSON_SLICE_NONE;

  g_return_val_if_fail (iter != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (iter->cursor == iter->end)
    return FALSE;

  if (iter->is_object)
    {
      name = take_value (iter);
      skip_separator (iter, ':');
    }
  *value = take_value (iter);
  skip_separator (iter, ',');
  if (key != NULL)
    *key = name;
  return TRUE;
}
