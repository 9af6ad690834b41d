/* test-demo-parts.c: what the demo data is made with: calendar, chance, JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-instant.h"
#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-writer.h"

static GDate
make_day (GDateDay   day,
          GDateMonth month,
          GDateYear  year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return date;
}

static void
test_knows_daylight_saving (void)
{
  static const struct { GDateDay day; GDateMonth month; int offset; } cases[] = {
    { 4, G_DATE_APRIL, 11 }, { 5, G_DATE_APRIL, 10 }, { 30, G_DATE_APRIL, 10 }, { 1, G_DATE_JULY, 10 },
    { 3, G_DATE_OCTOBER, 10 }, { 4, G_DATE_OCTOBER, 11 }, { 31, G_DATE_OCTOBER, 11 }, { 1, G_DATE_JANUARY, 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day = make_day (cases[i].day, cases[i].month, 2026);

      g_assert_cmpint (desk_sandbox_demo_utc_offset (&day), ==, cases[i].offset);
    }
}

static void
test_formats_local_time (void)
{
  GDate day = make_day (20, G_DATE_NOVEMBER, 2026);
  gint64 instant = desk_sandbox_demo_instant (&day, 7 * 3600 + 42 * 60 + 10);
  g_autofree char *utc = desk_instant_format (instant);
  g_autofree char *local = desk_sandbox_demo_format_local (instant);

  g_assert_cmpstr (utc, ==, "2026-11-19T20:42:10Z");
  g_assert_cmpstr (local, ==, "2026-11-20T07:42:10+11:00");
}

static void
test_splits_instants (void)
{
  gint64 instant;
  GDate local;
  GDate aest;

  g_assert_true (desk_instant_parse ("2026-11-20T13:30:00Z", &instant, NULL));
  g_assert_cmpint (desk_sandbox_demo_local_day (instant, &local), ==, 30 * 60);
  desk_sandbox_demo_aest_day (instant, &aest);
  g_assert_cmpint (g_date_get_day (&local), ==, 21);
  g_assert_cmpint (g_date_get_day (&aest), ==, 20);
}

static void
test_rolls_over_weekends_and_holidays (void)
{
  GDate friday = make_day (25, G_DATE_DECEMBER, 2026);
  GDate monday = make_day (28, G_DATE_DECEMBER, 2026);

  g_assert_false (desk_sandbox_demo_is_business_day (&friday));
  g_assert_true (desk_sandbox_demo_is_business_day (&monday));
  desk_sandbox_demo_roll_forward (&friday);
  g_assert_cmpint (g_date_compare (&friday, &monday), ==, 0);
  desk_sandbox_demo_roll_forward (&monday);
  g_assert_cmpint (g_date_get_day (&monday), ==, 28);
}

static void
test_dice_fall_the_same_way (void)
{
  DeskSandboxDemoDice one;
  DeskSandboxDemoDice two;
  DeskSandboxDemoDice other_day;
  guint n_equal = 0;

  desk_sandbox_demo_dice_init (&one, 1, "coffee", 5);
  desk_sandbox_demo_dice_init (&two, 1, "coffee", 5);
  desk_sandbox_demo_dice_init (&other_day, 1, "coffee", 6);
  for (int i = 0; i < 20; i++)
    {
      int fallen = desk_sandbox_demo_dice_between (&one, 0, 1000000);

      g_assert_cmpint (fallen, ==, desk_sandbox_demo_dice_between (&two, 0, 1000000));
      n_equal += fallen == desk_sandbox_demo_dice_between (&other_day, 0, 1000000) ? 1 : 0;
    }
  g_assert_cmpuint (n_equal, <, 3);
}

static void
test_dice_stay_in_bounds (void)
{
  DeskSandboxDemoDice dice;
  gboolean seen[5] = { FALSE };

  desk_sandbox_demo_dice_init (&dice, 1, "bounds", 0);
  for (int i = 0; i < 200; i++)
    {
      int fallen = desk_sandbox_demo_dice_between (&dice, -2, 2);

      g_assert_cmpint (fallen, >=, -2);
      g_assert_cmpint (fallen, <=, 2);
      seen[fallen + 2] = TRUE;
    }
  for (int i = 0; i < 5; i++)
    g_assert_true (seen[i]);
  g_assert_cmpint (desk_sandbox_demo_dice_between (&dice, 7, 7), ==, 7);
}

static void
test_dice_keep_chances (void)
{
  DeskSandboxDemoDice dice;
  int n = 0;

  desk_sandbox_demo_dice_init (&dice, 1, "chance", 0);
  for (int i = 0; i < 1000; i++)
    {
      g_assert_false (desk_sandbox_demo_dice_chance (&dice, 0));
      g_assert_true (desk_sandbox_demo_dice_chance (&dice, 1000));
      n += desk_sandbox_demo_dice_chance (&dice, 300) ? 1 : 0;
    }
  g_assert_cmpint (n, >, 200);
  g_assert_cmpint (n, <, 400);
}

static void
test_dice_make_digits (void)
{
  DeskSandboxDemoDice dice;
  g_autofree char *digits = NULL;

  desk_sandbox_demo_dice_init (&dice, 1, "digits", 0);
  digits = desk_sandbox_demo_dice_digits (&dice, 11);
  g_assert_true (g_regex_match_simple ("^[1-9][0-9]{10}$", digits, 0, 0));
}

static void
test_writes_exact_numbers (void)
{
  DeskSandboxDemoWriter writer;
  g_autofree char *json = NULL;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_amount (&writer, "out", -5);
  desk_sandbox_demo_writer_add_amount (&writer, "in", 123456);
  desk_sandbox_demo_writer_open (&writer, "reads", '[');
  desk_sandbox_demo_writer_add_kwh (&writer, NULL, 1500);
  desk_sandbox_demo_writer_add_kwh (&writer, NULL, -42);
  desk_sandbox_demo_writer_close (&writer, ']');
  desk_sandbox_demo_writer_add_integer (&writer, "length", 30);
  desk_sandbox_demo_writer_add_boolean (&writer, "solar", TRUE);
  desk_sandbox_demo_writer_close (&writer, '}');
  json = desk_sandbox_demo_writer_finish (&writer);

  g_assert_cmpstr (json, ==,
                   "{\"out\":\"-0.05\",\"in\":\"1234.56\",\"reads\":[1.500,-0.042],\"length\":30,\"solar\":true}");
}

static void
test_writes_strings (void)
{
  DeskSandboxDemoWriter writer;
  g_autofree char *json = NULL;

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "a", "\"\\\n·");
  desk_sandbox_demo_writer_add_string (&writer, "b", NULL);
  desk_sandbox_demo_writer_close (&writer, '}');
  json = desk_sandbox_demo_writer_finish (&writer);

  g_assert_cmpstr (json, ==, "{\"a\":\"\\\"\\\\\\u000a·\"}");
}

static void
test_formats_amounts (void)
{
  g_autofree char *zero = desk_sandbox_demo_format_amount (0);
  g_autofree char *negative = desk_sandbox_demo_format_amount (-15500);

  g_assert_cmpstr (zero, ==, "0.00");
  g_assert_cmpstr (negative, ==, "-155.00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-calendar/knows-daylight-saving", test_knows_daylight_saving);
  g_test_add_func ("/demo-calendar/formats-local-time", test_formats_local_time);
  g_test_add_func ("/demo-calendar/splits-instants", test_splits_instants);
  g_test_add_func ("/demo-calendar/rolls-over-weekends-and-holidays", test_rolls_over_weekends_and_holidays);
  g_test_add_func ("/demo-dice/fall-the-same-way", test_dice_fall_the_same_way);
  g_test_add_func ("/demo-dice/stay-in-bounds", test_dice_stay_in_bounds);
  g_test_add_func ("/demo-dice/keep-chances", test_dice_keep_chances);
  g_test_add_func ("/demo-dice/make-digits", test_dice_make_digits);
  g_test_add_func ("/demo-writer/writes-exact-numbers", test_writes_exact_numbers);
  g_test_add_func ("/demo-writer/writes-strings", test_writes_strings);
  g_test_add_func ("/demo-writer/formats-amounts", test_formats_amounts);

  return g_test_run ();
}
