/* desk-duration.c: ISO 8601 durations, as they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-duration.h"

#include <string.h>

/* A number that is longer says nothing any more. */
#define MAX_DIGITS 6

static gboolean
read_count (const char **cursor,
            guint       *count)
{
  const char *text = *cursor;
  guint value = 0;

  for (; g_ascii_isdigit (*text); text++)
    {
      if (text - *cursor == MAX_DIGITS)
        return FALSE;
      value = value * 10 + g_ascii_digit_value (*text);
    }
  if (text == *cursor)
    return FALSE;
  *cursor = text;
  *count = value;
  return TRUE;
}

/* Reads `1Y2M` up to the end of @letters' turn; @first is the unit of the first letter. */
static gboolean
read_part (const char       **cursor,
           const char        *letters,
           DeskDurationUnit   first,
           DeskDuration      *duration)
{
  const char *next = letters;

  while (**cursor != '\0' && **cursor != 'T')
    {
      const char *letter = NULL;
      guint count;

      if (!read_count (cursor, &count) || **cursor == '\0')
        return FALSE;
      letter = strchr (next, **cursor);
      if (letter == NULL)
        return FALSE;
      duration->counts[first + (letter - letters)] = count;
      next = letter + 1;
      (*cursor)++;
    }
  return next != letters;
}

gboolean
desk_duration_parse (const char   *text,
                     DeskDuration *duration)
{
  DeskDuration read = { { 0 } };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (duration != NULL, FALSE);

  if (*text++ != 'P' || *text == '\0')
    return FALSE;
  if (*text != 'T' && !read_part (&text, "YMWD", DESK_DURATION_YEARS, &read))
    return FALSE;
  if (*text == 'T')
    {
      text++;
      if (!read_part (&text, "HMS", DESK_DURATION_HOURS, &read) || *text != '\0')
        return FALSE;
    }
  *duration = read;
  return TRUE;
}
