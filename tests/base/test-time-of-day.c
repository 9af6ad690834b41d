/* test-time-of-day.c: clock times, in the spellings that are sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-time-of-day.h"

#define AT(hour, minute, second) ((hour) * 3600 + (minute) * 60 + (second))

static void
test_spellings_are_read (void)
{
  static const struct
  {
    const char *text;
    DeskTimeOfDay time;
  } cases[] = {
    { "700", { .seconds = AT (7, 0, 0) } },
    { "659", { .seconds = AT (6, 59, 0) } },
    { "0", { .seconds = 0 } },
    { "0000", { .seconds = 0 } },
    { "2359", { .seconds = AT (23, 59, 0) } },
    { "2400", { .seconds = AT (24, 0, 0) } },
    { "15:00", { .seconds = AT (15, 0, 0) } },
    { "23:59:59", { .seconds = AT (23, 59, 59) } },
    { "24:00", { .seconds = AT (24, 0, 0) } },
    { "T05:30:00", { .seconds = AT (5, 30, 0) } },
    { "T15:00:00Z", { .seconds = AT (15, 0, 0), .has_offset = TRUE } },
    { "T15:00:00+10:00", { .seconds = AT (15, 0, 0), .has_offset = TRUE, .offset_minutes = 600 } },
    { "05:30-0330", { .seconds = AT (5, 30, 0), .has_offset = TRUE, .offset_minutes = -210 } },
    { "00:43:00.12345Z", { .seconds = AT (0, 43, 0), .has_offset = TRUE } },
    { "2024-08-05T05:49:05.916Z", { .seconds = AT (5, 49, 5), .has_offset = TRUE, .has_date = TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskTimeOfDay time;

      g_test_message ("%s", cases[i].text);
      g_assert_true (desk_time_of_day_parse (cases[i].text, &time));
      g_assert_cmpint (time.seconds, ==, cases[i].time.seconds);
      g_assert_cmpint (time.has_offset, ==, cases[i].time.has_offset);
      g_assert_cmpint (time.offset_minutes, ==, cases[i].time.offset_minutes);
      g_assert_cmpint (time.has_date, ==, cases[i].time.has_date);
    }
}

static void
test_others_are_refused (void)
{
  static const char *const texts[] = {
    "", "noon", "7:00", "760", "2401", "12345", "25:00", "24:01", "12:60", "12:00:61", "12:", "T", "12:00X",
    "12:00+1", "12:00+10:00 ", "2024-08-05", "2024-08-05 05:49", "2024-13-05T05:49", "-1:00", "1200Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DeskTimeOfDay time = { .seconds = 42 };

      g_test_message ("%s", texts[i]);
      g_assert_false (desk_time_of_day_parse (texts[i], &time));
      g_assert_cmpint (time.seconds, ==, 42);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-of-day/spellings-are-read", test_spellings_are_read);
  g_test_add_func ("/time-of-day/others-are-refused", test_others_are_refused);

  return g_test_run ();
}
