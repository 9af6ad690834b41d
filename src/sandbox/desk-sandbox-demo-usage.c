/* desk-sandbox-demo-usage.c: a year of meter reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-usage.h"

#include <math.h>

#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-writer.h"

/* Sydney, in radians; in AEST the sun stands highest a few minutes before noon. */
#define LATITUDE (-33.9 * G_PI / 180)
#define SOLAR_NOON 11.9
/* Inverter, wiring and dust. */
#define PANEL_EFFICIENCY 0.82
/* What the inverter of a battery can do. */
#define BATTERY_WATTS 5000
#define SUBSTITUTED_DAYS_PER_MILLE 12

/**
 * Weather:
 * @season: 1 in the middle of January, -1 in the middle of July
 * @sunshine: how much of the clear sky's light arrives, 0 to 1
 * @clouds: how much single clouds change that from one half-hour to the next, in per mille
 * @heat: how hot the day is for its season, 0 to 1
 */
typedef struct
{
  double season;
  double sunshine;
  int    clouds;
  double heat;
} Weather;

static double
bump (double hour,
      double centre,
      double width)
{
  double distance = (hour - centre) / width;

  return exp (-distance * distance);
}

static Weather
make_weather (guint64      seed,
              const GDate *day)
{
  DeskSandboxDemoDice dice;
  Weather weather;
  int sky;

  desk_sandbox_demo_dice_init (&dice, seed, "weather", g_date_get_julian (day));
  weather.season = cos (2 * G_PI * (g_date_get_day_of_year (day) - 15) / 365.25);
  weather.heat = desk_sandbox_demo_dice_between (&dice, 0, 1000) / 1000.0;

  sky = desk_sandbox_demo_dice_between (&dice, 0, 99);
  if (sky < 58)
    {
      weather.sunshine = desk_sandbox_demo_dice_between (&dice, 900, 1000) / 1000.0;
      weather.clouds = 40;
    }
  else if (sky < 88)
    {
      weather.sunshine = desk_sandbox_demo_dice_between (&dice, 450, 800) / 1000.0;
      weather.clouds = 450;
    }
  else
    {
      weather.sunshine = desk_sandbox_demo_dice_between (&dice, 180, 380) / 1000.0;
      weather.clouds = 250;
      weather.heat *= 0.4;
    }

  return weather;
}

/* What the panels make in the half-hour around @hour (AEST), in watt hours. */
static double
generate (const DeskSandboxHome *home,
          const Weather         *weather,
          DeskSandboxDemoDice   *dice,
          double                 hour)
{
  double declination = -23.44 * G_PI / 180 * -weather->season;
  double hour_angle = (hour - SOLAR_NOON) * G_PI / 12;
  double height = sin (LATITUDE) * sin (-declination) + cos (LATITUDE) * cos (declination) * cos (hour_angle);
  double flicker = 1 - desk_sandbox_demo_dice_between (dice, 0, weather->clouds) / 1000.0;

  if (height <= 0)
    return 0;
  return home->solar_watts / 2.0 * PANEL_EFFICIENCY * pow (height, 1.15) * weather->sunshine * flicker;
}

/* What the household takes in the half-hour around @hour (local time), in watt hours. */
static double
consume (const DeskSandboxHome *home,
         const Weather         *weather,
         DeskSandboxDemoDice   *dice,
         gboolean               weekend,
         double                 hour)
{
  double winter = MAX (0, -weather->season);
  double summer = MAX (0, weather->season - 0.2);
  double load = home->base_load;

  load += home->morning * (weekend ? 0.8 * bump (hour, 9, 1.6) : bump (hour, 7.25, 0.9));
  load += home->evening * bump (hour, 19, 1.9);
  load += home->daytime * (weekend ? 1 : 0.35) * bump (hour, 13, 3);
  load += home->heating * winter * (0.6 * bump (hour, 7, 1.2) + bump (hour, 20, 2.4));
  load += home->cooling * summer * weather->heat * bump (hour, 17.5, 3);
  load *= desk_sandbox_demo_dice_between (dice, 780, 1220) / 1000.0;

  /* A dishwasher, an oven, a wash. */
  if (hour > 8 && hour < 21 && desk_sandbox_demo_dice_chance (dice, weekend ? 60 : 25))
    load += desk_sandbox_demo_dice_between (dice, 250, 700);

  return load;
}

/* Hot water is heated and the car is charged while others sleep. */
static void
add_night (const DeskSandboxHome *home,
           DeskSandboxUsageDay   *reads,
           guint64                seed,
           const GDate           *day)
{
  DeskSandboxDemoDice dice;
  gboolean charging;
  int last;

  desk_sandbox_demo_dice_init (&dice, seed, "night", g_date_get_julian (day));
  charging = desk_sandbox_demo_dice_chance (&dice, 570);
  last = desk_sandbox_demo_dice_between (&dice, 5, 11);
  for (int i = 0; i < DESK_SANDBOX_READS_PER_DAY; i++)
    {
      if (home->controlled_load > 0 && i < 10)
        reads->controlled[i] = home->controlled_load * desk_sandbox_demo_dice_between (&dice, 820, 1080) / 1000;
      if (home->car > 0 && charging && i >= 1 && i <= last)
        reads->imported[i] += home->car * desk_sandbox_demo_dice_between (&dice, 970, 1000) / 1000;
    }
}

/* What the panels make too much of goes into the battery, and comes out of it before the grid does. */
static void
use_battery (const DeskSandboxHome *home,
             DeskSandboxUsageDay   *reads)
{
  int charge = home->battery / 4;

  for (int i = 0; home->battery > 0 && i < DESK_SANDBOX_READS_PER_DAY; i++)
    {
      int stored = MIN (-reads->exported[i], MIN (home->battery - charge, BATTERY_WATTS / 2));
      int used = MIN (reads->imported[i] * 9 / 10, MIN (charge, BATTERY_WATTS / 2));

      reads->exported[i] += stored;
      reads->imported[i] -= used;
      charge += stored - used;
    }
}

gboolean
desk_sandbox_home_is_lived_in (const DeskSandboxHome *home,
                               int                    days_ago)
{
  return (home->left_days == 0 || days_ago >= home->left_days) && (home->moved_days == 0 || days_ago < home->moved_days);
}

void
desk_sandbox_demo_read_meter (const DeskSandboxHome *home,
                              guint64                seed,
                              const GDate           *day,
                              DeskSandboxUsageDay   *reads)
{
  guint64 own_seed = seed ^ ((guint64) home->luck * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  gboolean weekend = g_date_get_weekday (day) >= G_DATE_SATURDAY;
  int local = desk_sandbox_demo_utc_offset (day) - 10;
  Weather weather = make_weather (seed, day);
  DeskSandboxDemoDice dice;

  *reads = (DeskSandboxUsageDay) { 0 };
  desk_sandbox_demo_dice_init (&dice, own_seed, "meter", g_date_get_julian (day));
  for (int i = 0; i < DESK_SANDBOX_READS_PER_DAY; i++)
    {
      double hour = i / 2.0 + 0.25;
      double net = consume (home, &weather, &dice, weekend, fmod (hour + local, 24))
                   - generate (home, &weather, &dice, hour);

      /* Within a half-hour the balance tips now and then: a little is still drawn. */
      reads->imported[i] = net > 0 ? (int) net : desk_sandbox_demo_dice_between (&dice, 0, 9);
      reads->exported[i] = net < 0 ? (int) net : 0;
    }
  use_battery (home, reads);
  add_night (home, reads, own_seed, day);
}

static int
get_interval (const DeskSandboxHome *home)
{
  return home->interval > 0 ? home->interval : 24 * 60 / DESK_SANDBOX_READS_PER_DAY;
}

static void
write_qualities (DeskSandboxDemoWriter *writer,
                 const DeskSandboxHome *home,
                 guint64                seed,
                 const GDate           *day)
{
  int factor = 30 / get_interval (home);
  gboolean whole_day;
  DeskSandboxDemoDice dice;
  int start;
  int length;

  desk_sandbox_demo_dice_init (&dice, seed, "estimate", g_date_get_julian (day) / 7);
  whole_day = desk_sandbox_demo_dice_chance (&dice, home->substituted);
  desk_sandbox_demo_dice_init (&dice, seed, "quality", g_date_get_julian (day));
  if (!desk_sandbox_demo_dice_chance (&dice, SUBSTITUTED_DAYS_PER_MILLE) && !whole_day)
    return;

  start = whole_day ? 1 : desk_sandbox_demo_dice_between (&dice, 1, 40 * factor);
  length = whole_day ? DESK_SANDBOX_READS_PER_DAY * factor - 1 : desk_sandbox_demo_dice_between (&dice, 1, 8 * factor);
  desk_sandbox_demo_writer_open (writer, "read_qualities", '[');
  desk_sandbox_demo_writer_open (writer, NULL, '{');
  desk_sandbox_demo_writer_add_integer (writer, "start_interval", start);
  desk_sandbox_demo_writer_add_integer (writer, "end_interval", start + length);
  desk_sandbox_demo_writer_add_string (writer, "quality", whole_day ? "SUBSTITUTE" : "FINAL_SUBSTITUTE");
  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_close (writer, ']');
}

/* A short interval takes its part of the half-hour, the last one the rest. */
static void
write_reads (DeskSandboxDemoWriter *writer,
             const DeskSandboxHome *home,
             guint64                seed,
             const GDate           *day,
             const int              reads[DESK_SANDBOX_READS_PER_DAY])
{
  int parts = 30 / get_interval (home);
  DeskSandboxDemoDice dice;

  desk_sandbox_demo_dice_init (&dice, seed, "interval", g_date_get_julian (day));
  for (int i = 0; i < DESK_SANDBOX_READS_PER_DAY; i++)
    {
      int rest = reads[i];

      for (int part = parts; part > 1; part--)
        {
          int value = rest / part * desk_sandbox_demo_dice_between (&dice, 700, 1300) / 1000;

          desk_sandbox_demo_writer_add_kwh (writer, NULL, value);
          rest -= value;
        }
      desk_sandbox_demo_writer_add_kwh (writer, NULL, rest);
    }
}

static void
write_interval_read (DeskSandboxDemoWriter *writer,
                     const DeskSandboxHome *home,
                     guint64                seed,
                     const GDate           *day,
                     const int              reads[DESK_SANDBOX_READS_PER_DAY])
{
  gint64 sum = 0;

  for (int i = 0; i < DESK_SANDBOX_READS_PER_DAY; i++)
    sum += reads[i];

  desk_sandbox_demo_writer_open (writer, "interval_read", '{');
  desk_sandbox_demo_writer_add_integer (writer, "read_interval_length", get_interval (home));
  desk_sandbox_demo_writer_add_kwh (writer, "aggregate_value", sum);
  desk_sandbox_demo_writer_open (writer, "interval_reads", '[');
  write_reads (writer, home, seed, day, reads);
  desk_sandbox_demo_writer_close (writer, ']');
  write_qualities (writer, home, seed, day);
  desk_sandbox_demo_writer_close (writer, '}');
}

static char *
make_record (const DeskSandboxHome *home,
             guint64                seed,
             const GDate           *day,
             const char            *service_point_id,
             const char            *meter_id,
             const char            *suffix,
             const int              reads[DESK_SANDBOX_READS_PER_DAY])
{
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day),
                                           g_date_get_month (day), g_date_get_day (day));
  DeskSandboxDemoWriter writer;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "service_point_id", service_point_id);
  desk_sandbox_demo_writer_add_string (&writer, "register_id", suffix);
  desk_sandbox_demo_writer_add_string (&writer, "register_suffix", suffix);
  desk_sandbox_demo_writer_add_string (&writer, "meter_id", meter_id);
  desk_sandbox_demo_writer_add_boolean (&writer, "controlled_load", g_str_equal (suffix, "E2"));
  desk_sandbox_demo_writer_add_string (&writer, "read_start_date", date);
  desk_sandbox_demo_writer_add_string (&writer, "read_end_date", date);
  desk_sandbox_demo_writer_add_string (&writer, "unit_of_measure", "KWH");
  desk_sandbox_demo_writer_add_string (&writer, "read_u_type", "intervalRead");
  write_interval_read (&writer, home, seed, day, reads);
  desk_sandbox_demo_writer_close (&writer, '}');

  return desk_sandbox_demo_writer_finish (&writer);
}

GPtrArray *
desk_sandbox_demo_make_usage (const DeskSandboxHome *home,
                              guint64                seed,
                              gint64                 now,
                              const char            *service_point_id,
                              const char            *meter_id)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  GDate first;
  GDate day;

  desk_sandbox_demo_first_day (now, &first);
  desk_sandbox_demo_aest_day (now, &day);
  while (g_date_compare (&day, &first) > 0)
    {
      DeskSandboxUsageDay reads;

      g_date_subtract_days (&day, 1);
      if (!desk_sandbox_home_is_lived_in (home, desk_sandbox_demo_count_back (now, &day)))
        continue;

      desk_sandbox_demo_read_meter (home, seed, &day, &reads);
      g_ptr_array_add (records, make_record (home, seed, &day, service_point_id, meter_id, "E1", reads.imported));
      if (home->controlled_load > 0)
        g_ptr_array_add (records, make_record (home, seed, &day, service_point_id, meter_id, "E2", reads.controlled));
      if (home->solar_watts > 0)
        g_ptr_array_add (records, make_record (home, seed, &day, service_point_id, meter_id, "B1", reads.exported));
    }

  return g_steal_pointer (&records);
}
