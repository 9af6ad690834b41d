/* test-duration.c: ISO 8601 durations, as they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-duration.h"

static void
test_counts_are_read (void)
{
  static const struct
  {
    const char *text;
    guint counts[DESK_DURATION_N_UNITS];
  } cases[] = {
    { "P1Y", { 1 } },
    { "P3M", { 0, 3 } },
    { "P2W", { 0, 0, 2 } },
    { "P30D", { 0, 0, 0, 30 } },
    { "PT12H", { 0, 0, 0, 0, 12 } },
    { "PT30M", { 0, 0, 0, 0, 0, 30 } },
    { "PT5S", { 0, 0, 0, 0, 0, 0, 5 } },
    { "P3Y6M4DT12H30M5S", { 3, 6, 0, 4, 12, 30, 5 } },
    { "P0D", { 0 } },
    { "P999999D", { 0, 0, 0, 999999 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskDuration duration;

      g_test_message ("%s", cases[i].text);
      g_assert_true (desk_duration_parse (cases[i].text, &duration));
      g_assert_cmpmem (duration.counts, sizeof duration.counts, cases[i].counts, sizeof cases[i].counts);
    }
}

static void
test_broken_ones_are_refused (void)
{
  static const char *const texts[] = {
    "", "P", "PT", "P1", "P1YT", "1Y", "p1y", "P1M1Y", "P1Y1Y", "P1D2W", "P1H", "PT1D", "P-1D", "P1.5Y", "P 1Y", "P1Y ",
    "P8Y2M6DT3", "P1Y9M5DT5", "P1Y2M3DT4H5", "P1000000D", "PT1HT1M", "PT1H ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DeskDuration duration = { { 42 } };

      g_test_message ("%s", texts[i]);
      g_assert_false (desk_duration_parse (texts[i], &duration));
      g_assert_cmpuint (duration.counts[0], ==, 42);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duration/counts-are-read", test_counts_are_read);
  g_test_add_func ("/duration/broken-ones-are-refused", test_broken_ones_are_refused);

  return g_test_run ();
}
