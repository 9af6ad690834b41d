/* test-record-window.c: one record in a window of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-catalogue.h"
#include "desk-json-view.h"
#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-test-rows.h"
#include "ui-probe.h"
#include "ui-rows.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  DeskAppFixture app;
  DeskRowList *rows;
  GtkWidget *window; /* (nullable): after it has closed */
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
  g_clear_weak_pointer (&fixture->window);
  g_clear_object (&fixture->rows);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static gboolean
open_window (Fixture *fixture,
             guint    position)
{
  g_autoptr(DeskQuery) query = NULL;
  g_autoptr(DeskRow) row = NULL;

  if (fixture->app.sandbox == NULL)
    return FALSE;

  ui_rows_add (&fixture->app, "banking.transactions", RECORDS (
    "{\"fiskil_id\":\"1\",\"description\":\"Newest\",\"posting_date_time\":\"2026-11-03T00:00:00Z\"}",
    "{\"fiskil_id\":\"2\",\"description\":\"Middle\",\"posting_date_time\":\"2026-11-02T00:00:00Z\"}",
    "{\"fiskil_id\":\"3\",\"description\":\"Oldest\",\"posting_date_time\":\"2026-11-01T00:00:00Z\"}"));
  query = desk_query_new (desk_catalogue_find ("banking.transactions"), desk_end_user_get_id (fixture->app.end_user));
  fixture->rows = desk_row_list_new (desk_context_get_store (fixture->app.context), query);
  UI_WAIT (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)) == 3);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), position);
  UI_WAIT (desk_row_is_loaded (row));
  g_set_weak_pointer (&fixture->window, desk_record_window_new (row));
  desk_record_window_set_list (DESK_RECORD_WINDOW (fixture->window), G_LIST_MODEL (fixture->rows), position);
  gtk_window_present (GTK_WINDOW (fixture->window));

  return TRUE;
}

static void
step (Fixture    *fixture,
      const char *action)
{
  gtk_widget_activate_action (fixture->window, action, NULL);
}

static void
test_goes_to_the_next_record_and_back (Fixture       *fixture,
                                       gconstpointer  data)
{
  if (!open_window (fixture, 0))
    return;

  UI_WAIT (ui_has_text (fixture->window, "Newest"));
  step (fixture, "record.next");
  UI_WAIT (ui_has_text (fixture->window, "Middle"));
  g_assert_false (ui_has_text (fixture->window, "Newest"));
  step (fixture, "record.previous");
  UI_WAIT (ui_has_text (fixture->window, "Newest"));
}

static void
test_stops_at_the_ends (Fixture       *fixture,
                        gconstpointer  data)
{
  if (!open_window (fixture, 2))
    return;

  UI_WAIT (ui_has_text (fixture->window, "Oldest"));
  step (fixture, "record.next");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_true (ui_has_text (fixture->window, "Oldest"));
}

static void
test_json_is_that_of_the_record (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (!open_window (fixture, 1))
    return;

  gtk_stack_set_visible_child_name (ui_find (fixture->window, "stack"), "json");
  UI_WAIT (ui_has_text (fixture->window, "\"Middle\","));
  step (fixture, "record.next");
  UI_WAIT (ui_has_text (fixture->window, "\"Oldest\","));
}

static void
test_closes_when_its_data_are_purged (Fixture       *fixture,
                                      gconstpointer  data)
{
  if (!open_window (fixture, 0))
    return;

  UI_WAIT (ui_has_text (fixture->window, "Newest"));
  desk_test_rows_purge (desk_context_get_store (fixture->app.context), desk_end_user_get_id (fixture->app.end_user));
  UI_WAIT (fixture->window == NULL);
}

static void
test_remembers_its_size (Fixture       *fixture,
                         gconstpointer  data)
{
  int width;
  int height;

  if (!open_window (fixture, 0))
    return;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 512, 613);
  gtk_window_close (GTK_WINDOW (fixture->window));
  UI_WAIT (fixture->window == NULL);
  g_clear_object (&fixture->rows);
  open_window (fixture, 0);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 512);
  g_assert_cmpint (height, ==, 613);
}

static void
test_fits_a_phone (Fixture       *fixture,
                   gconstpointer  data)
{
  int least;

  if (!open_window (fixture, 0))
    return;

  gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

/* The buttons of the window manager are as GNOME has them. */
static void
dress (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/consentdesk/ConsentDesk/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "appmenu:close", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  dress ();

#define ADD(name, function) g_test_add ("/record-window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("goes-to-the-next-record-and-back", test_goes_to_the_next_record_and_back);
  ADD ("stops-at-the-ends", test_stops_at_the_ends);
  ADD ("json-is-that-of-the-record", test_json_is_that_of_the_record);
  ADD ("closes-when-its-data-are-purged", test_closes_when_its_data_are_purged);
  ADD ("remembers-its-size", test_remembers_its_size);
  ADD ("fits-a-phone", test_fits_a_phone);
#undef ADD

  return g_test_run ();
}
