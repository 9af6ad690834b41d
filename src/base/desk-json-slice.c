/* desk-json-slice.c: reads fields of checked JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json.h"

#include <math.h>
#include <string.h>

#include "desk-decimal.h"
#include "desk-json-private.h"

DeskJsonKind
desk_json_slice_get_kind (DeskJsonSlice slice)
{
  if (slice.length == 0)
    return DESK_JSON_KIND_NONE;

  switch (*slice.text)
    {
    case '{':
      return DESK_JSON_KIND_OBJECT;
    case '[':
      return DESK_JSON_KIND_ARRAY;
    case '"':
      return DESK_JSON_KIND_STRING;
    case 't':
    case 'f':
      return DESK_JSON_KIND_BOOLEAN;
    case 'n':
      return DESK_JSON_KIND_NULL;
    default:
      return DESK_JSON_KIND_NUMBER;
    }
}

static DeskJsonSlice
find_member (DeskJsonSlice  slice,
             const char    *name,
             gsize          length)
{
  DeskJsonSlice found = DESK_JSON_SLICE_NONE;
  DeskJsonSlice key;
  DeskJsonSlice value;
  DeskJsonIter iter;

  if (desk_json_slice_get_kind (slice) != DESK_JSON_KIND_OBJECT)
    return found;

  desk_json_iter_init (&iter, slice);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      if (_desk_json_string_equals (key, name, length))
        found = value;
    }
  return found;
}

static DeskJsonSlice
find_element (DeskJsonSlice  slice,
              const char    *position,
              gsize          length)
{
  g_autofree char *text = g_strndup (position, length);
  DeskJsonSlice value;
  DeskJsonIter iter;
  guint64 index;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &index, NULL))
    return DESK_JSON_SLICE_NONE;

  desk_json_iter_init (&iter, slice);
  for (guint64 i = 0; desk_json_iter_next (&iter, NULL, &value); i++)
    {
      if (i == index)
        return value;
    }
  return DESK_JSON_SLICE_NONE;
}

DeskJsonSlice
desk_json_slice_get_member (DeskJsonSlice  slice,
                            const char    *name)
{
  g_return_val_if_fail (name != NULL, DESK_JSON_SLICE_NONE);

  return find_member (slice, name, strlen (name));
}

DeskJsonSlice
desk_json_slice_get_path (DeskJsonSlice  slice,
                          const char    *path)
{
  g_return_val_if_fail (path != NULL, DESK_JSON_SLICE_NONE);

  for (const char *step = path;;)
    {
      gsize length = strcspn (step, ".");

      if (desk_json_slice_get_kind (slice) == DESK_JSON_KIND_ARRAY)
        slice = find_element (slice, step, length);
      else
        slice = find_member (slice, step, length);
      if (step[length] == '\0')
        return slice;
      step += length + 1;
    }
}

guint
desk_json_slice_count (DeskJsonSlice slice)
{
  DeskJsonSlice value;
  DeskJsonIter iter;
  guint count = 0;

  desk_json_iter_init (&iter, slice);
  while (desk_json_iter_next (&iter, NULL, &value))
    count++;
  return count;
}

char *
desk_json_slice_dup_text (DeskJsonSlice slice)
{
  switch (desk_json_slice_get_kind (slice))
    {
    case DESK_JSON_KIND_STRING:
      return desk_json_slice_dup_string (slice);
    case DESK_JSON_KIND_NUMBER:
    case DESK_JSON_KIND_BOOLEAN:
      return desk_json_slice_dup_raw (slice);
    case DESK_JSON_KIND_NONE:
    case DESK_JSON_KIND_NULL:
    case DESK_JSON_KIND_ARRAY:
    case DESK_JSON_KIND_OBJECT:
    default:
      return NULL;
    }
}

char *
desk_json_slice_dup_raw (DeskJsonSlice slice)
{
  return slice.length > 0 ? g_strndup (slice.text, slice.length) : g_strdup ("");
}

gboolean
desk_json_slice_get_boolean (DeskJsonSlice  slice,
                             gboolean      *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  if (desk_json_slice_get_kind (slice) != DESK_JSON_KIND_BOOLEAN)
    return FALSE;

  *value = *slice.text == 't';
  return TRUE;
}

/* `1e3` and `5.0` are whole numbers too. */
static gboolean
read_whole_number (const char *text,
                   gint64     *value)
{
  g_autoptr(DeskDecimal) decimal = desk_decimal_new_from_string (text, NULL);
  g_autofree char *plain = decimal != NULL ? desk_decimal_to_string (decimal) : NULL;
  char *point = plain != NULL ? strchr (plain, '.') : NULL;

  if (plain == NULL)
    return FALSE;
  if (point != NULL)
    {
      if (strspn (point + 1, "0") != strlen (point + 1))
        return FALSE;
      *point = '\0';
    }
  return g_ascii_string_to_signed (plain, 10, G_MININT64, G_MAXINT64, value, NULL);
}

gboolean
desk_json_slice_get_int64 (DeskJsonSlice  slice,
                           gint64        *value)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (value != NULL, FALSE);

  if (desk_json_slice_get_kind (slice) != DESK_JSON_KIND_NUMBER)
    return FALSE;

  text = desk_json_slice_dup_raw (slice);
  return read_whole_number (text, value);
}

gboolean
desk_json_slice_get_double (DeskJsonSlice  slice,
                            double        *value)
{
  g_autofree char *text = NULL;
  double number;

  g_return_val_if_fail (value != NULL, FALSE);

  if (desk_json_slice_get_kind (slice) != DESK_JSON_KIND_NUMBER)
    return FALSE;

  text = desk_json_slice_dup_raw (slice);
  number = g_ascii_strtod (text, NULL);
  if (!isfinite (number))
    return FALSE;

  *value = number;
  return TRUE;
}
