/* desk-sandbox-demo-calendar.c: days and hours where the demo customers live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-calendar.h"

/* 1970-01-01 as a Julian day of GDate */
#define EPOCH_DAY 719163
#define DAY_SECONDS 86400
#define AEST_HOURS 10

typedef struct
{
  GDateMonth month;
  GDateDay   day;
} Holiday;

static const Holiday holidays[] = {
  { G_DATE_JANUARY, 1 },
  { G_DATE_JANUARY, 26 },
  { G_DATE_APRIL, 25 },
  { G_DATE_DECEMBER, 25 },
  { G_DATE_DECEMBER, 26 },
};

static gboolean
is_before_first_sunday (const GDate *day)
{
  int days_since_sunday = g_date_get_weekday (day) % 7;

  return g_date_get_day (day) - days_since_sunday < 1;
}

int
desk_sandbox_demo_utc_offset (const GDate *day)
{
  GDateMonth month = g_date_get_month (day);
  gboolean daylight_saving;

  if (month == G_DATE_APRIL)
    daylight_saving = is_before_first_sunday (day);
  else if (month == G_DATE_OCTOBER)
    daylight_saving = !is_before_first_sunday (day);
  else
    daylight_saving = month < G_DATE_APRIL || month > G_DATE_OCTOBER;

  return daylight_saving ? AEST_HOURS + 1 : AEST_HOURS;
}

gint64
desk_sandbox_demo_instant (const GDate *day,
                           int          second)
{
  gint64 days = (gint64) g_date_get_julian (day) - EPOCH_DAY;

  return (days * DAY_SECONDS + second - desk_sandbox_demo_utc_offset (day) * 3600) * G_USEC_PER_SEC;
}

static int
split_instant (gint64  instant,
               int     offset,
               GDate  *day)
{
  gint64 seconds = instant / G_USEC_PER_SEC + offset * 3600;

  g_date_set_julian (day, (guint32) (seconds / DAY_SECONDS + EPOCH_DAY));
  return (int) (seconds % DAY_SECONDS);
}

void
desk_sandbox_demo_aest_day (gint64  instant,
                            GDate  *day)
{
  split_instant (instant, AEST_HOURS, day);
}

int
desk_sandbox_demo_local_day (gint64  instant,
                             GDate  *day)
{
  split_instant (instant, AEST_HOURS, day);
  return split_instant (instant, desk_sandbox_demo_utc_offset (day), day);
}

void
desk_sandbox_demo_first_day (gint64  now,
                             GDate  *day)
{
  int year;

  desk_sandbox_demo_local_day (now, day);
  year = g_date_get_year (day) - 1;
  g_date_set_dmy (day, 1, G_DATE_JANUARY, (GDateYear) (year % 2 == 0 ? year - 1 : year));
}

int
desk_sandbox_demo_count_back (gint64       now,
                              const GDate *day)
{
  GDate settled;

  desk_sandbox_demo_first_day (now, &settled);
  g_date_add_years (&settled, 1);
  return g_date_days_between (day, &settled);
}

char *
desk_sandbox_demo_format_local (gint64 instant)
{
  GDate day;
  int second = desk_sandbox_demo_local_day (instant, &day);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d+%02d:00",
                          g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day),
                          second / 3600, second / 60 % 60, second % 60,
                          desk_sandbox_demo_utc_offset (&day));
}

gboolean
desk_sandbox_demo_is_business_day (const GDate *day)
{
  if (g_date_get_weekday (day) >= G_DATE_SATURDAY)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      if (g_date_get_month (day) == holidays[i].month && g_date_get_day (day) == holidays[i].day)
        return FALSE;
    }

  return TRUE;
}

void
desk_sandbox_demo_roll_forward (GDate *day)
{
  while (!desk_sandbox_demo_is_business_day (day))
    g_date_add_days (day, 1);
}
