/* test-usage-page.c: what the usage page shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-bar-chart.h"
#include "desk-test-rows.h"
#include "desk-usage-page.h"
#include "desk-usage-view.h"

typedef struct
{
  DeskAppFixture  app;
  GtkWidget      *window;
  GtkWidget      *page;
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
add_rows (Fixture    *fixture,
          const char *resource_name,
          gint64      load,
          const char *json)
{
  desk_test_rows_add (desk_context_get_store (fixture->app.context), resource_name,
                      desk_end_user_get_id (fixture->app.end_user), load, json);
}

static gpointer
find (Fixture    *fixture,
      const char *id)
{
  GObject *view = gtk_widget_get_template_child (fixture->page, DESK_TYPE_USAGE_PAGE, "view");
  GObject *child = gtk_widget_get_template_child (fixture->page, DESK_TYPE_USAGE_PAGE, id);

  if (child == NULL)
    child = gtk_widget_get_template_child (GTK_WIDGET (view), DESK_TYPE_USAGE_VIEW, id);
  g_assert_nonnull (child);
  return child;
}

static void
wait_for_page (Fixture    *fixture,
               const char *name)
{
  while (!g_str_equal (gtk_stack_get_visible_child_name (find (fixture, "stack")), name))
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_status_title (Fixture *fixture)
{
  GtkWidget *status = find (fixture, "status");

  return adw_status_page_get_title (ADW_STATUS_PAGE (gtk_widget_get_first_child (status)));
}

static void
wait_for_status (Fixture    *fixture,
                 const char *title)
{
  wait_for_page (fixture, "status");
  while (!g_str_equal (get_status_title (fixture), title))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_page (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  fixture->page = desk_usage_page_new (fixture->app.context, fixture->app.end_user);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
assert_text (Fixture    *fixture,
             const char *id,
             const char *expected)
{
  g_assert_cmpstr (gtk_label_get_text (find (fixture, id)), ==, expected);
}

static void
assert_tile (Fixture    *fixture,
             const char *id,
             const char *expected)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, id)), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
}

#define READ(point, suffix, date, value) \
  "{\"service_point_id\":\"" point "\",\"register_suffix\":\"" suffix "\",\"read_start_date\":\"" date "\"," \
  "\"basic_read\":{\"value\":" value "}}"
#define TWO_MONTHS \
  READ ("sp-1", "E1", "2026-09-20", "1204.5") "," \
  READ ("sp-1", "E1", "2026-11-11", "2.25") "," \
  READ ("sp-1", "E1", "2026-11-12", "14.625") "," \
  READ ("sp-1", "B1", "2026-11-12", "-20")

static void
test_shows_the_latest_days (Fixture       *fixture,
                            gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  add_rows (fixture, "energy.service-points", 1,
            "[{\"service_point_id\":\"sp-1\",\"national_metering_id\":\"4103784410\"}]");
  add_rows (fixture, "energy.usage", 1, "[" TWO_MONTHS "]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  assert_text (fixture, "range_label", "14 Oct – 12 Nov 2026");
  assert_text (fixture, "subtitle", "NMI ··4410 · days in AEST · all reads measured");
  assert_tile (fixture, "from_grid_tile", "From the grid: 16.88 kWh");
  assert_tile (fixture, "to_grid_tile", "To the grid: 20.00 kWh");
  assert_tile (fixture, "net_tile", "Net to the grid: 3.13 kWh");
  assert_tile (fixture, "highest_tile", "Highest day, 12 Nov: 14.63 kWh");
  g_assert_cmpuint (desk_bar_chart_get_n_values (find (fixture, "chart")), ==, 30);
  g_assert_false (gtk_widget_get_visible (find (fixture, "service_point_menu")));
  g_assert_false (gtk_widget_get_visible (find (fixture, "left_out_label")));
}

static void
test_reads_out_the_selected_bar (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  add_rows (fixture, "energy.usage", 1, "[" TWO_MONTHS "]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  desk_bar_chart_set_selected (find (fixture, "chart"), 29);
  assert_text (fixture, "selected_label", "12 Nov 2026: 14.63 kWh from the grid, 20.00 kWh to the grid");
  desk_bar_chart_set_selected (find (fixture, "chart"), 0);
  assert_text (fixture, "selected_label", "14 Oct 2026: no reads");
}

static void
test_shows_months_and_enters_one (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  add_rows (fixture, "energy.usage", 1, "[" TWO_MONTHS "]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  gtk_toggle_button_set_active (find (fixture, "months_button"), TRUE);
  assert_text (fixture, "range_label", "Dec 2025 – Nov 2026");
  assert_tile (fixture, "from_grid_tile", "From the grid: 1,221.38 kWh");
  g_assert_cmpuint (desk_bar_chart_get_n_values (find (fixture, "chart")), ==, 12);
  g_signal_emit_by_name (find (fixture, "chart"), "activated", 9);
  assert_text (fixture, "range_label", "1 Sep – 30 Sep 2026");
  g_assert_true (gtk_toggle_button_get_active (find (fixture, "days_button")));
}

static void
test_goes_back_and_forth (Fixture       *fixture,
                          gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  add_rows (fixture, "energy.usage", 1, "[" TWO_MONTHS "]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "after_button")));
  g_signal_emit_by_name (find (fixture, "before_button"), "clicked");
  assert_text (fixture, "range_label", "14 Sep – 13 Oct 2026");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "before_button")));
  g_signal_emit_by_name (find (fixture, "after_button"), "clicked");
  assert_text (fixture, "range_label", "14 Oct – 12 Nov 2026");
}

static void
test_offers_service_points (Fixture       *fixture,
                            gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  add_rows (fixture, "energy.usage", 1, "[" TWO_MONTHS "," READ ("sp-2", "E1", "2026-08-31", "7") "]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  g_assert_true (gtk_widget_get_visible (find (fixture, "service_point_menu")));
  gtk_drop_down_set_selected (find (fixture, "service_point_menu"), 1);
  assert_text (fixture, "subtitle", "Service point ··sp-2 · days in AEST · all reads measured");
  assert_tile (fixture, "from_grid_tile", "From the grid: 7.00 kWh");
  assert_text (fixture, "range_label", "2 Aug – 31 Aug 2026");
}

static void
test_says_what_is_left_out (Fixture       *fixture,
                            gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  add_rows (fixture, "energy.usage", 1,
            "[" TWO_MONTHS ",{\"service_point_id\":\"sp-1\",\"unit_of_measure\":\"kVArh\"}]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  g_assert_true (gtk_widget_get_visible (find (fixture, "left_out_label")));
  assert_text (fixture, "left_out_label", "1 record is left out: it does not measure energy.");
}

static void
test_says_why_there_is_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  open_page (fixture);
  g_assert_cmpstr (get_status_title (fixture), ==, "Reading usage …");
  wait_for_status (fixture, "No usage yet");
}

static void
test_follows_the_store (Fixture       *fixture,
                        gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  open_page (fixture);
  wait_for_status (fixture, "No usage yet");
  add_rows (fixture, "energy.usage", 1, "[{\"service_point_id\":\"sp-1\",\"unit_of_measure\":\"kVArh\"}]");
  wait_for_status (fixture, "No energy to show");
  add_rows (fixture, "energy.usage", 1, "[" TWO_MONTHS "]");
  wait_for_page (fixture, "content");
  desk_test_rows_purge (desk_context_get_store (fixture->app.context), desk_end_user_get_id (fixture->app.end_user));
  wait_for_status (fixture, "No usage yet");
}

static void
test_failure_can_be_tried_again (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  desk_store_close (desk_context_get_store (fixture->app.context));
  open_page (fixture);
  wait_for_status (fixture, "The usage could not be read");
  g_signal_emit_by_name (find (fixture, "status"), "retry");
  g_assert_cmpstr (get_status_title (fixture), ==, "Reading usage …");
}

#define ADD(name, function) g_test_add ("/usage-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("shows-the-latest-days", test_shows_the_latest_days);
  ADD ("reads-out-the-selected-bar", test_reads_out_the_selected_bar);
  ADD ("shows-months-and-enters-one", test_shows_months_and_enters_one);
  ADD ("goes-back-and-forth", test_goes_back_and_forth);
  ADD ("offers-service-points", test_offers_service_points);
  ADD ("says-what-is-left-out", test_says_what_is_left_out);
  ADD ("says-why-there-is-nothing", test_says_why_there_is_nothing);
  ADD ("follows-the-store", test_follows_the_store);
  ADD ("failure-can-be-tried-again", test_failure_can_be_tried_again);

  return g_test_run ();
}
