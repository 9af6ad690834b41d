/* desk-sandbox-duration.c: ISO 8601 durations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-duration.h"

/* Far more than any test moves a clock, and far less than what GDateTime takes. */
#define MAX_COUNT 1000000

/* The sum of the parts. */
typedef struct
{
  int    months;
  gint64 seconds;
} Duration;

static gboolean
add_part (Duration *duration,
          gboolean  in_time,
          char      unit,
          int       count)
{
  if (unit == 'Y' && !in_time)
    duration->months += count * 12;
  else if (unit == 'M' && !in_time)
    duration->months += count;
  else if (unit == 'W' && !in_time)
    duration->seconds += (gint64) count * 604800;
  else if (unit == 'D' && !in_time)
    duration->seconds += (gint64) count * 86400;
  else if (unit == 'H' && in_time)
    duration->seconds += (gint64) count * 3600;
  else if (unit == 'M' && in_time)
    duration->seconds += (gint64) count * 60;
  else if (unit == 'S' && in_time)
    duration->seconds += count;
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse (const char *text,
       Duration   *duration)
{
  gboolean in_time = FALSE;
  guint n_parts = 0;

  for (; *text != '\0'; text++)
    {
      int count = 0;

      if (*text == 'T' && !in_time)
        {
          in_time = TRUE;
          continue;
        }

      if (!g_ascii_isdigit (*text))
        return FALSE;

      for (; g_ascii_isdigit (*text); text++)
        count = MIN (count * 10 + g_ascii_digit_value (*text), MAX_COUNT);

      if (!add_part (duration, in_time, *text, count))
        return FALSE;

      n_parts++;
    }

  return n_parts > 0;
}

gboolean
desk_sandbox_duration_add (const char *text,
                           gint64      instant,
                           gint64     *result)
{
  int sign = text[0] == '-' ? -1 : 1;
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) moved = NULL;
  g_autoptr(GDateTime) end = NULL;
  Duration duration = { 0, 0 };

  if (sign < 0)
    text++;
  if (text[0] != 'P' || !parse (text + 1, &duration))
    return FALSE;

  start = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  if (start != NULL)
    moved = g_date_time_add_months (start, sign * duration.months);
  if (moved != NULL)
    end = g_date_time_add_seconds (moved, (double) (sign * duration.seconds));
  if (end == NULL)
    return FALSE;

  *result = g_date_time_to_unix (end) * G_USEC_PER_SEC + instant % G_USEC_PER_SEC;
  return TRUE;
}
