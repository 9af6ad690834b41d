/* desk-instant.c: points in time, to the microsecond
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-instant.h"

#include <glib/gi18n-lib.h>

#include "desk-time-private.h"

/* 1970-01-01 as GDate counts days. */
#define EPOCH_JULIAN 719163

/* What GDateTime can say: 0001-01-01T00:00:00Z up to the end of 9999. */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135596800)
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

static gboolean
read_time_of_day (const char **cursor,
                  int         *seconds)
{
  const char *text = *cursor;
  int hour;
  int minute;
  int second;

  if (!_desk_time_read_number (&text, 2, &hour) || *text++ != ':'
      || !_desk_time_read_number (&text, 2, &minute) || *text++ != ':'
      || !_desk_time_read_number (&text, 2, &second))
    return FALSE;

  /* RFC 3339 knows a leap second. */
  *seconds = hour < 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + second : -1;
  *cursor = text;
  return TRUE;
}

static gboolean
read_fraction (const char **cursor,
               int         *microseconds)
{
  const char *text = *cursor;
  int unit = G_USEC_PER_SEC / 10;

  *microseconds = 0;
  if (*text != '.')
    return TRUE;
  if (!g_ascii_isdigit (*++text))
    return FALSE;

  for (; g_ascii_isdigit (*text); text++, unit /= 10)
    *microseconds += g_ascii_digit_value (*text) * unit;
  *cursor = text;
  return TRUE;
}

static gboolean
read_offset (const char **cursor,
             int         *seconds)
{
  const char *text = *cursor;
  int sign = *text == '-' ? -1 : 1;
  int hours;
  int minutes;

  *seconds = 0;
  if (*text == 'Z' || *text == 'z')
    {
      *cursor = text + 1;
      return TRUE;
    }
  if (*text != '+' && *text != '-')
    return FALSE;

  text++;
  if (!_desk_time_read_number (&text, 2, &hours))
    return FALSE;
  if (*text == ':')
    text++;
  if (!_desk_time_read_number (&text, 2, &minutes))
    return FALSE;

  *seconds = hours < 24 && minutes < 60 ? sign * (hours * 3600 + minutes * 60) : G_MAXINT;
  *cursor = text;
  return TRUE;
}

static gboolean
refuse (GError        **error,
        DeskTimeError   code,
        const char     *message)
{
  g_set_error_literal (error, DESK_TIME_ERROR, code, message);
  return FALSE;
}

gboolean
desk_instant_parse (const char  *text,
                    gint64      *instant,
                    GError     **error)
{
  GDate day;
  gint64 seconds;
  int seconds_of_day;
  int microseconds;
  int offset;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (instant != NULL, FALSE);

  if (!_desk_time_read_day (&text, &day, error))
    return FALSE;
  if ((*text != 'T' && *text != 't') || (text++, !read_time_of_day (&text, &seconds_of_day))
      || !read_fraction (&text, &microseconds)
      || !read_offset (&text, &offset)
      || *text != '\0')
    return refuse (error, DESK_TIME_ERROR_SYNTAX,
                   _("This is not a time in the form 2024-09-11T09:00:00Z."));
  if (seconds_of_day < 0 || offset == G_MAXINT)
    return refuse (error, DESK_TIME_ERROR_RANGE, _("This time of day does not exist."));

  seconds = ((gint64) g_date_get_julian (&day) - EPOCH_JULIAN) * 86400 + seconds_of_day - offset;
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND)
    return refuse (error, DESK_TIME_ERROR_RANGE, _("This time is outside the years 1 to 9999."));

  *instant = seconds * G_USEC_PER_SEC + microseconds;
  return TRUE;
}

static gint64
floor_divide (gint64 dividend,
              gint64 divisor)
{
  return dividend / divisor - (dividend % divisor < 0);
}

static GDateTime *
date_time_new (gint64 instant)
{
  gint64 seconds = floor_divide (instant, G_USEC_PER_SEC);

  return g_date_time_new_from_unix_utc (CLAMP (seconds, FIRST_SECOND, LAST_SECOND));
}

char *
desk_instant_format (gint64 instant)
{
  g_autoptr(GDateTime) date_time = date_time_new (instant);
  gint64 milliseconds = floor_divide (instant, 1000) - floor_divide (instant, G_USEC_PER_SEC) * 1000;
  g_autofree char *seconds = g_date_time_format (date_time, "%H:%M:%S");
  g_autofree char *fraction = milliseconds > 0 ? g_strdup_printf (".%03d", (int) milliseconds) : g_strdup ("");

  return g_strdup_printf ("%04d-%02d-%02dT%s%sZ",
                          g_date_time_get_year (date_time),
                          g_date_time_get_month (date_time),
                          g_date_time_get_day_of_month (date_time),
                          seconds,
                          fraction);
}

void
desk_instant_to_date (gint64     instant,
                      GTimeZone *zone,
                      GDate     *date)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  GDateTime *date_time;

  g_return_if_fail (zone != NULL);
  g_return_if_fail (date != NULL);

  utc = date_time_new (instant);
  local = g_date_time_to_timezone (utc, zone);
  /* At both ends of the calendar the zone's day may not exist. */
  date_time = local != NULL ? local : utc;
  g_date_clear (date, 1);
  g_date_set_dmy (date,
                  g_date_time_get_day_of_month (date_time),
                  g_date_time_get_month (date_time),
                  g_date_time_get_year (date_time));
}
