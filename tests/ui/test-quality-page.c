/* test-quality-page.c: what is wrong with the data of an end user, in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-data-menu.h"
#include "desk-quality-page.h"
#include "desk-quality-row.h"
#include "desk-record-window.h"
#include "desk-window.h"
#include "ui-probe.h"
#include "ui-rows.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* What the standard asks for, and nothing else. */
#define BALANCE(id, account, amount) \
  "{\"fiskil_id\":\"" id "\",\"account_id\":\"" account "\",\"current_balance\":\"" amount "\",\"available_balance\":\"1.00\"," \
  "\"arrangement_id\":\"consent-" account "\"}"

typedef struct
{
  DeskAppFixture app;
  GtkWindow     *window; /* (nullable) */
  GtkWidget     *page;   /* (nullable) */
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
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = desk_quality_page_new (fixture->app.context, fixture->app.end_user);
  fixture->window = ui_show (fixture->page, 700, 700);
}

static gboolean
is_checked (Fixture *fixture)
{
  return gtk_widget_get_visible (ui_find (fixture->page, "check_button"));
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (ui_find (fixture->page, "stack"));
}

/* Two amounts that are none. */
static gboolean
open_with_findings (Fixture *fixture)
{
  if (fixture->app.sandbox == NULL)
    return FALSE;

  ui_rows_add (&fixture->app, "banking.balances", RECORDS (BALANCE ("1", "a", "a lot"), BALANCE ("2", "b", "nothing")));
  open_page (fixture);
  UI_WAIT (is_checked (fixture));
  UI_WAIT (ui_has_text (fixture->page, "Unreadable value"));

  return TRUE;
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

static void
select_finding (Fixture *fixture,
                guint    position)
{
  GtkListView *list = ui_find (fixture->page, "list");

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)), position);
}

static void
test_findings_are_listed (Fixture       *fixture,
                          gconstpointer  data)
{
  if (!open_with_findings (fixture))
    return;

  g_assert_cmpstr (get_shown (fixture), ==, "findings");
  g_assert_true (ui_has_text (fixture->page, "Balances"));
  g_assert_true (ui_has_text (fixture->page, "First: a lot"));
  g_assert_true (ui_has_text (fixture->page, "2 times"));
  g_assert_nonnull (strstr (ui_get_text (fixture->page, "summary"), "in 2 rows"));
}

static void
test_finding_is_copied (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *text = NULL;

  if (!open_with_findings (fixture))
    return;

  select_finding (fixture, 0);
  activate (fixture, "quality.copy");
  text = ui_dup_clipboard ();
  g_assert_nonnull (strstr (text, "Error: Unreadable value\n"));
  g_assert_nonnull (strstr (text, "First example: a lot\n"));
  g_assert_nonnull (strstr (text, "\n$.balances"));
}

/* Returns: (transfer none): what a click with the secondary button reaches */
static GtkGesture *
find_secondary_click (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (gesture) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
        return gesture;
    }

  return NULL;
}

static void
test_menu_opens_by_the_pointer (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *row;
  GtkGesture *click;
  double x = 0;
  double y = 0;

  if (!open_with_findings (fixture))
    return;

  row = ui_find_nth (fixture->page, DESK_TYPE_QUALITY_ROW, 0);
  click = find_secondary_click (fixture->page);
  g_assert_nonnull (click);
  UI_WAIT (gtk_widget_get_height (row) > 0);
  g_assert_true (gtk_widget_translate_coordinates (row, fixture->page, gtk_widget_get_width (row) / 2.0,
                                                   gtk_widget_get_height (row) / 2.0, &x, &y));
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_assert_nonnull (ui_find_nth (fixture->page, GTK_TYPE_POPOVER_MENU, 0));
}

static void
test_finding_opens_its_record (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWindow *window;

  if (!open_with_findings (fixture))
    return;

  g_signal_emit_by_name (ui_find (fixture->page, "list"), "activate", 0);
  UI_WAIT (ui_find_window (DESK_TYPE_RECORD_WINDOW) != NULL);
  window = ui_find_window (DESK_TYPE_RECORD_WINDOW);
  UI_WAIT (ui_has_text (window, "a lot"));
  gtk_window_destroy (window);
}

/* The row of account 0 comes before that of account a, of which the finding is. */
static void
test_finding_of_a_record_that_moved_opens_no_other (Fixture       *fixture,
                                                    gconstpointer  data)
{
  if (!open_with_findings (fixture))
    return;

  ui_rows_add (&fixture->app, "banking.balances", RECORDS (BALANCE ("0", "0", "10.00")));
  g_signal_emit_by_name (ui_find (fixture->page, "list"), "activate", 0);
  UI_WAIT (strstr (ui_get_text (fixture->page, "summary"), "in 3 rows") != NULL);
  g_assert_null (ui_find_window (DESK_TYPE_RECORD_WINDOW));
}

static void
test_nothing_to_check (Fixture       *fixture,
                       gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture);
  UI_WAIT (ui_has_text (fixture->page, "Nothing to check yet"));
  g_assert_cmpstr (ui_get_text (fixture->page, "summary"), ==, "");
}

static void
test_everything_fits (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *consent_id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                        DESK_TEST_RETAILER);
  desk_app_fixture_refresh (&fixture->app);
  desk_app_fixture_sync (&fixture->app);
  open_page (fixture);
  UI_WAIT (ui_has_text (fixture->page, "Everything fits the standard"));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  ui_rows_add (&fixture->app, "banking.balances", RECORDS (BALANCE ("1", "a", "a lot")));
  open_page (fixture);
  activate (fixture, "quality.check-again");
  activate (fixture, "quality.cancel");
  UI_WAIT (ui_has_text (fixture->page, "The check was stopped"));
  activate (fixture, "quality.check-again");
  UI_WAIT (ui_has_text (fixture->page, "Unreadable value"));
}

static void
test_checks_again_after_a_change (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (!open_with_findings (fixture))
    return;

  ui_rows_add (&fixture->app, "banking.balances", RECORDS (BALANCE ("3", "c", "10.00")));
  UI_WAIT (strstr (ui_get_text (fixture->page, "summary"), "in 3 rows") != NULL);
}

static void
test_audience_sees_no_example (Fixture       *fixture,
                               gconstpointer  data)
{
  if (!open_with_findings (fixture))
    return;

  desk_presentation_set_active (desk_context_get_presentation (fixture->app.context), TRUE);
  g_assert_false (ui_has_text (fixture->page, "First: a lot"));
}

static gboolean
is_ready (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (ui_find (fixture->window, "stack")), "panes") == 0;
}

static gpointer
get_data_page (Fixture *fixture)
{
  return adw_bin_get_child (ui_find (ui_find (fixture->window, "data_pane"), "page"));
}

/* The page stays when another consent changes, and goes when a data set is chosen. */
static void
test_opens_from_the_menu (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  GtkListBox *list;
  GtkListBoxRow *row = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user), DESK_TEST_BANK);
  fixture->window = GTK_WINDOW (desk_window_new (NULL, fixture->app.context));
  gtk_window_present (fixture->window);
  UI_WAIT (is_ready (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-end-user", "s",
                              desk_end_user_get_id (fixture->app.end_user));
  list = ui_find_nth (ui_find_nth (fixture->window, DESK_TYPE_DATA_MENU, 0), GTK_TYPE_LIST_BOX, 0);
  UI_WAIT (gtk_list_box_get_row_at_index (list, 0) != NULL);
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    row = gtk_list_box_get_row_at_index (list, i);

  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_true (DESK_IS_QUALITY_PAGE (get_data_page (fixture)));
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-resource", "s", "banking.balances");
  g_assert_false (DESK_IS_QUALITY_PAGE (get_data_page (fixture)));
}

#define ADD(path, func) g_test_add ("/quality-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("findings-are-listed", test_findings_are_listed);
  ADD ("finding-is-copied", test_finding_is_copied);
  ADD ("menu-opens-by-the-pointer", test_menu_opens_by_the_pointer);
  ADD ("finding-opens-its-record", test_finding_opens_its_record);
  ADD ("finding-of-a-record-that-moved", test_finding_of_a_record_that_moved_opens_no_other);
  ADD ("nothing-to-check", test_nothing_to_check);
  ADD ("everything-fits", test_everything_fits);
  ADD ("cancel", test_cancel);
  ADD ("checks-again-after-a-change", test_checks_again_after_a_change);
  ADD ("audience-sees-no-example", test_audience_sees_no_example);
  ADD ("opens-from-the-menu", test_opens_from_the_menu);

  return g_test_run ();
}
