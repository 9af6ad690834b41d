/* desk-time-of-day.c: clock times, in the spellings that are sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-time-of-day.h"

#include <string.h>

#include "desk-time-private.h"

/* `700` is seven o'clock, `0` is midnight: the last two digits are minutes. */
static gboolean
read_bare_digits (const char    *text,
                  DeskTimeOfDay *time)
{
  gsize length = strlen (text);
  guint64 number;

  if (length > 4 || !g_ascii_string_to_unsigned (text, 10, 0, 2400, &number, NULL) || number % 100 >= 60)
    return FALSE;
  *time = (DeskTimeOfDay) { .seconds = (int) (number / 100 * 3600 + number % 100 * 60) };
  return TRUE;
}

static gboolean
read_clock (const char **cursor,
            int         *seconds)
{
  int hour;
  int minute;
  int second = 0;

  if (!_desk_time_read_number (cursor, 2, &hour) || *(*cursor)++ != ':' ||
      !_desk_time_read_number (cursor, 2, &minute))
    return FALSE;
  if (**cursor == ':')
    {
      (*cursor)++;
      if (!_desk_time_read_number (cursor, 2, &second))
        return FALSE;
    }
  if (**cursor == '.')
    {
      (*cursor)++;
      while (g_ascii_isdigit (**cursor))
        (*cursor)++;
    }
  *seconds = hour * 3600 + minute * 60 + second;
  return minute < 60 && second <= 60 && *seconds <= 24 * 3600;
}

static gboolean
read_zone (const char    *text,
           DeskTimeOfDay *time)
{
  int sign = *text == '-' ? -1 : 1;
  int hours;
  int minutes;

  if (*text == '\0')
    return TRUE;
  time->has_offset = TRUE;
  if (*text == 'Z' || *text == 'z')
    return text[1] == '\0';
  if (*text != '+' && *text != '-')
    return FALSE;
  text++;
  if (!_desk_time_read_number (&text, 2, &hours))
    return FALSE;
  if (*text == ':')
    text++;
  if (!_desk_time_read_number (&text, 2, &minutes) || *text != '\0' || hours >= 24 || minutes >= 60)
    return FALSE;
  time->offset_minutes = sign * (hours * 60 + minutes);
  return TRUE;
}

gboolean
desk_time_of_day_parse (const char    *text,
                        DeskTimeOfDay *time)
{
  DeskTimeOfDay read = { 0 };
  const char *cursor = text;
  GDate day;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  if (strspn (text, "0123456789") == strlen (text))
    return read_bare_digits (text, time);
  if (strchr (text, '-') == text + 4 && _desk_time_read_day (&cursor, &day, NULL))
    read.has_date = TRUE;
  if (*cursor == 'T' || *cursor == 't')
    cursor++;
  else if (read.has_date)
    return FALSE;
  if (!read_clock (&cursor, &read.seconds) || !read_zone (cursor, &read))
    return FALSE;
  *time = read;
  return TRUE;
}
