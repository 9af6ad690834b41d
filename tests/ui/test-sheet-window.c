/* test-sheet-window.c: how a sheet is opened, fetched and kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-app-fixture.h"
#include "desk-catalogue.h"
#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-sheet-page.h"
#include "desk-sheet-view.h"
#include "desk-sheet-window.h"
#include "desk-test-rows.h"
#include "ui-probe.h"
#include "ui-rows.h"

typedef struct
{
  DeskAppFixture  app;
  DeskRowList    *rows;
  DeskRow        *row;
  GtkWindow      *window;
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
    gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->row);
  g_clear_object (&fixture->rows);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static const char *
get_end_user_id (Fixture *fixture)
{
  return desk_end_user_get_id (fixture->app.end_user);
}

static void
store_row (Fixture    *fixture,
           const char *resource,
           const char *record)
{
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find (resource), get_end_user_id (fixture));

  ui_rows_add (&fixture->app, resource, (const char *const[]) { record, NULL });
  fixture->rows = desk_row_list_new (desk_context_get_store (fixture->app.context), query);
  UI_WAIT (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)) == 1);
  fixture->row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 0);
  UI_WAIT (desk_row_is_loaded (fixture->row));
}

static void
open_window (Fixture    *fixture,
             const char *resource,
             const char *record)
{
  store_row (fixture, resource, record);
  fixture->window = GTK_WINDOW (desk_sheet_window_new (fixture->app.context, get_end_user_id (fixture), fixture->row));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (fixture->window);
}

static const char *
get_page (gpointer widget)
{
  return gtk_stack_get_visible_child_name (ui_find (widget, "stack"));
}

/* Returns: (transfer full): what the sheet says */
static char *
dup_text (gpointer widget)
{
  return desk_sheet_dup_text (desk_sheet_view_get_sheet (ui_find (widget, "view")));
}

#define SKIP_WITHOUT_SANDBOX(fixture) if ((fixture)->app.context == NULL) return

static void
test_a_record_that_is_whole_needs_no_service (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *text = NULL;

  SKIP_WITHOUT_SANDBOX (fixture);
  open_window (fixture, "energy.invoices", "{\"fiskil_id\":\"i\",\"invoice_number\":\"4711\"}");

  UI_WAIT (g_str_equal (get_page (fixture->window), "sheet"));
  text = dup_text (fixture->window);
  g_assert_nonnull (strstr (text, "Invoice 4711"));
}

static void
test_details_are_fetched_first (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *text = NULL;

  SKIP_WITHOUT_SANDBOX (fixture);
  open_window (fixture, "banking.products", "{\"product_id\":\"wattle-everyday\",\"name\":\"Wattle Everyday\"}");
  g_assert_cmpstr (get_page (fixture->window), ==, "status");
  UI_WAIT (g_str_equal (get_page (fixture->window), "sheet"));

  text = dup_text (fixture->window);
  g_assert_nonnull (strstr (text, "Account keeping fee"));
}

static void
test_details_that_cannot_be_fetched_can_be_tried_again (Fixture       *fixture,
                                                        gconstpointer  data)
{
  SKIP_WITHOUT_SANDBOX (fixture);
  open_window (fixture, "energy.plans", "{\"plan_id\":\"no-such-plan\"}");
  UI_WAIT (ui_has_text (fixture->window, "The details could not be fetched"));

  g_signal_emit_by_name (ui_find (fixture->window, "status"), "retry");
  g_assert_false (ui_has_text (fixture->window, "The details could not be fetched"));
  UI_WAIT (ui_has_text (fixture->window, "The details could not be fetched"));
}

static void
test_the_sheet_is_copied_as_text (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *copied = NULL;

  SKIP_WITHOUT_SANDBOX (fixture);
  open_window (fixture, "energy.invoices", "{\"fiskil_id\":\"i\",\"gst_amount\":\"9.03\"}");
  UI_WAIT (g_str_equal (get_page (fixture->window), "sheet"));
  ui_click (fixture->window, "copy_button");

  copied = ui_dup_clipboard ();
  g_assert_nonnull (strstr (copied, "GST\t$9.03"));
}

static void
test_the_window_closes_when_its_data_are_purged (Fixture       *fixture,
                                                 gconstpointer  data)
{
  SKIP_WITHOUT_SANDBOX (fixture);
  open_window (fixture, "energy.invoices", "{\"fiskil_id\":\"i\",\"invoice_number\":\"4711\"}");
  desk_test_rows_purge (desk_context_get_store (fixture->app.context), get_end_user_id (fixture));

  UI_WAIT (fixture->window == NULL);
}

static void
test_a_row_without_a_sheet_opens_field_by_field (Fixture       *fixture,
                                                 gconstpointer  data)
{
  GtkWidget *button = gtk_button_new ();
  g_autoptr(GListStore) rows = g_list_store_new (DESK_TYPE_ROW);

  SKIP_WITHOUT_SANDBOX (fixture);
  store_row (fixture, "banking.payees", "{\"payee_id\":\"p\",\"nickname\":\"Mum\"}");
  fixture->window = ui_show (button, 200, 100);
  g_list_store_append (rows, fixture->row);
  desk_sheet_window_open (button, fixture->app.context, get_end_user_id (fixture), G_LIST_MODEL (rows), 0);

  g_assert_nonnull (ui_find_window (DESK_TYPE_RECORD_WINDOW));
}

static void
test_a_page_shows_its_one_record (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *page;
  g_autofree char *text = NULL;

  SKIP_WITHOUT_SANDBOX (fixture);
  page = desk_sheet_page_new (fixture->app.context, fixture->app.end_user, desk_catalogue_find ("banking.income"));
  fixture->window = ui_show (page, 600, 400);
  UI_WAIT (ui_has_text (page, "Nothing here yet"));
  ui_rows_add (&fixture->app, "banking.income",
               (const char *const[]) { "{\"income_sources\":[{\"category\":\"WAGES\",\"income_total\":\"12.5\"}]}", NULL });
  UI_WAIT (g_str_equal (get_page (page), "sheet"));

  text = dup_text (page);
  g_assert_nonnull (strstr (text, "Wages\nTotal\t$12.50"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/sheet-window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-whole-record-needs-no-service", test_a_record_that_is_whole_needs_no_service);
  ADD ("details-are-fetched-first", test_details_are_fetched_first);
  ADD ("details-can-be-tried-again", test_details_that_cannot_be_fetched_can_be_tried_again);
  ADD ("the-sheet-is-copied-as-text", test_the_sheet_is_copied_as_text);
  ADD ("closes-when-its-data-are-purged", test_the_window_closes_when_its_data_are_purged);
  ADD ("a-row-without-a-sheet-opens-field-by-field", test_a_row_without_a_sheet_opens_field_by_field);
  ADD ("a-page-shows-its-one-record", test_a_page_shows_its_one_record);
#undef ADD

  return g_test_run ();
}
