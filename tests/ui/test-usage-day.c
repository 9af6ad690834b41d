/* test-usage-day.c: the half hours of one day of energy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-day-window.h"

#include "desk-app-fixture.h"
#include "desk-bar-chart.h"
#include "desk-test-rows.h"
#include "ui-probe.h"

/* The rule itself, so that no zone needs to be installed. */
#define SYDNEY "AEST-10AEDT,M10.1.0,M4.1.0/3"

typedef struct
{
  DeskAppFixture  app;
  GtkWidget      *window; /* (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
append_record (GString    *json,
               const char *day,
               const char *service_point_id)
{
  g_string_append_printf (json, "%s{\"fiskil_id\":\"%s-%s\",\"service_point_id\":\"%s\",\"read_start_date\":\"%s\","
                          "\"interval_read\":{\"interval_reads\":[", json->len > 1 ? "," : "", day, service_point_id,
                          service_point_id, day);
  for (guint i = 0; i < 48; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", i + 1);
  g_string_append (json, "]}}");
}

/* Opens 5 April 2026 in Sydney, where summer time ends on that day, with the reads of the days around it. */
static void
open_day (Fixture    *fixture,
          const char *service_point_id)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (SYDNEY);
  g_autoptr(GString) json = g_string_new ("[");
  GDate day;

  append_record (json, "2026-04-04", "sp-1");
  append_record (json, "2026-04-05", "sp-1");
  append_record (json, "2026-04-05", "sp-2");
  g_string_append_c (json, ']');
  desk_test_rows_add (desk_context_get_store (fixture->app.context), "energy.usage",
                      desk_end_user_get_id (fixture->app.end_user), 1, json->str);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 5, 4, 2026);
  fixture->window = desk_usage_day_window_new (fixture->app.context, fixture->app.end_user, service_point_id,
                                               "NMI ··4410", &day, zone);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
shows (Fixture    *fixture,
       const char *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ui_find (fixture->window, "stack")), page);
}

static void
test_long_day_has_all_its_half_hours (Fixture       *fixture,
                                      gconstpointer  data)
{
  DeskBarChart *chart;

  if (fixture->app.sandbox == NULL)
    return;

  open_day (fixture, "sp-1");
  UI_WAIT (shows (fixture, "content"));
  chart = ui_find (fixture->window, "chart");
  g_assert_cmpuint (desk_bar_chart_get_n_values (chart), ==, 50);
  g_assert_nonnull (strstr (ui_get_text (fixture->window, "note_label"), "Summer time ends"));
}

static void
test_repeated_hour_is_told_apart (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_day (fixture, "sp-1");
  UI_WAIT (shows (fixture, "content"));
  desk_bar_chart_set_selected (ui_find (fixture->window, "chart"), 6);
  g_assert_cmpstr (ui_get_text (fixture->window, "selected_label"), ==,
                   "02:00 +10:00: 5.00 kWh from the grid, 0.00 kWh to the grid");
}

static void
test_day_without_reads_says_so (Fixture       *fixture,
                                gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_day (fixture, "sp-3");
  UI_WAIT (ui_has_text (fixture->window, "No half hours"));
}

static void
test_closes_when_data_are_purged (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_day (fixture, "sp-1");
  UI_WAIT (shows (fixture, "content"));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  desk_test_rows_purge (desk_context_get_store (fixture->app.context), desk_end_user_get_id (fixture->app.end_user));
  UI_WAIT (fixture->window == NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/usage-day/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("long-day-has-all-its-half-hours", test_long_day_has_all_its_half_hours);
  ADD ("repeated-hour-is-told-apart", test_repeated_hour_is_told_apart);
  ADD ("day-without-reads-says-so", test_day_without_reads_says_so);
  ADD ("closes-when-data-are-purged", test_closes_when_data_are_purged);
#undef ADD

  return g_test_run ();
}
