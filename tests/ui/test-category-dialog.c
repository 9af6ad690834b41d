/* test-category-dialog.c: another category for a transaction
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-catalogue.h"
#include "desk-category-dialog.h"
#include "desk-category-row.h"
#include "desk-category-words.h"
#include "desk-row.h"
#include "desk-rows-columns.h"
#include "desk-rows-page.h"
#include "ui-keys.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture  app;
  GtkWidget      *window;
  GtkWidget      *page;
  GtkColumnView  *view;
  GtkWidget      *dialog;
} Fixture;

static void
open_window (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = desk_rows_page_new (fixture->app.context, fixture->app.end_user,
                                      desk_catalogue_find ("banking.transactions"));
  fixture->view = ui_find (fixture->page, "view");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_action_enabled (Fixture *fixture)
{
  return gtk_widget_activate_action (fixture->page, "rows.change-category", NULL);
}

static void
select_row (Fixture *fixture,
            guint    position)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (fixture->view);
  g_autoptr(DeskRow) row = NULL;

  UI_WAIT (g_list_model_get_n_items (G_LIST_MODEL (selection)) > position);
  row = g_list_model_get_item (G_LIST_MODEL (selection), position);
  UI_WAIT (desk_row_is_loaded (row));
  gtk_selection_model_select_item (selection, position, TRUE);
}

static char *
dup_category (Fixture *fixture,
              guint    position)
{
  g_autoptr(DeskRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (fixture->view)), position);

  return desk_row_dup_text (row, "category.secondary_category");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *consent_id = NULL;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                        DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  desk_app_fixture_sync (&fixture->app);
  open_window (fixture);
  select_row (fixture, 5);
  g_assert_true (is_action_enabled (fixture));
  UI_WAIT ((fixture->dialog = ui_find_window (DESK_TYPE_CATEGORY_DIALOG)) != NULL &&
           ui_find_nth (fixture->dialog, DESK_TYPE_CATEGORY_ROW, 0) != NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

/* Search waits for the end of the typing; a test does not. */
static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find (fixture->dialog, "search_entry")), text);
  g_signal_emit_by_name (ui_find (fixture->dialog, "search_entry"), "search-changed");
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (ui_find (fixture->dialog, "search_entry"), "activate");
}

static guint
count_shown (Fixture *fixture)
{
  GtkListBox *list = ui_find (fixture->dialog, "list");
  GtkListBoxRow *row;
  guint n_shown = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    n_shown += gtk_widget_get_child_visible (GTK_WIDGET (row)) ? 1 : 0;

  return n_shown;
}

static void
test_choice_is_changed_and_can_be_undone (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *old = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  old = dup_category (fixture, 5);
  g_assert_cmpstr (old, !=, "TRANSPORTATION_PUBLIC_TRANSIT");
  search (fixture, "transport transit");
  press_enter (fixture);
  UI_WAIT (ui_has_text (fixture->window, "Category changed to Public transit"));
  UI_WAIT (g_strcmp0 ((g_free (changed), changed = dup_category (fixture, 5)), "TRANSPORTATION_PUBLIC_TRANSIT") == 0);
  g_assert_null (ui_find_window (DESK_TYPE_CATEGORY_DIALOG));

  for (guint i = 0; ; i++)
    {
      GtkWidget *button = ui_find_nth (fixture->window, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Undo") == 0)
        {
          g_signal_emit_by_name (button, "clicked");
          break;
        }
    }
  UI_WAIT (g_strcmp0 ((g_free (undone), undone = dup_category (fixture, 5)), old) == 0);
}

static void
test_refused_code_stays_in_the_dialog (Fixture       *fixture,
                                       gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  search (fixture, "no such thing");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  press_enter (fixture);
  UI_WAIT (ui_is_shown (fixture->dialog, "problem"));

  g_assert_nonnull (strstr (ui_get_text (fixture->dialog, "problem_label"), "not in the taxonomy"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find (fixture->dialog, "search_entry"))), ==,
                   "no such thing");
}

static void
test_refused_code_can_be_tried_again_after_another_search (Fixture       *fixture,
                                                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  search (fixture, "no such thing");
  press_enter (fixture);
  UI_WAIT (ui_is_shown (fixture->dialog, "problem"));
  search (fixture, "another");
  ui_click (fixture->dialog, "retry_button");
  g_assert_false (ui_is_shown (fixture->dialog, "problem"));
  UI_WAIT (ui_is_shown (fixture->dialog, "problem"));
}

static void
test_window_says_how_it_went_if_the_dialog_was_closed (Fixture       *fixture,
                                                       gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  search (fixture, "transport transit");
  press_enter (fixture);
  gtk_window_close (GTK_WINDOW (fixture->dialog));

  UI_WAIT (ui_has_text (fixture->window, "Category changed to Public transit"));
}

static void
test_search_has_the_focus (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *focus;

  if (fixture->app.sandbox == NULL)
    return;

  focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, ui_find (fixture->dialog, "search_entry")));
}

static void
test_search_goes_by_names_and_codes (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  /* Besides the one that is found, what is typed may be a code itself. */
  search (fixture, "Food and drink GROC");
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  search (fixture, "food_and_drink_groceries");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

static void
test_enter_without_a_search_changes_nothing (Fixture       *fixture,
                                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  press_enter (fixture);

  g_assert_false (ui_is_shown (fixture->dialog, "spinner"));
}

static void
test_the_category_that_it_is_in_is_marked (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *code = NULL;
  GtkWidget *marked = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  code = dup_category (fixture, 5);
  for (guint i = 0; marked == NULL; i++)
    {
      GtkWidget *row = ui_find_nth (fixture->dialog, DESK_TYPE_CATEGORY_ROW, i);

      g_assert_nonnull (row);
      if (ui_find_nth (row, GTK_TYPE_IMAGE, 0) != NULL)
        marked = row;
    }

  g_assert_cmpstr (desk_category_row_get_code (DESK_CATEGORY_ROW (marked)), ==, code);
}

static void
test_several_rows_cannot_be_changed_at_once (Fixture       *fixture,
                                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  gtk_selection_model_select_item (gtk_column_view_get_model (fixture->view), 6, FALSE);
  is_action_enabled (fixture);

  g_assert_null (ui_find_window (DESK_TYPE_CATEGORY_DIALOG));
}

static void
test_menu_key_opens_the_menu_of_the_row_with_the_focus (Fixture       *fixture,
                                                        gconstpointer  data)
{
  GtkWidget *list;
  GtkWidget *row;
  GtkSelectionModel *selection;

  if (fixture->app.sandbox == NULL)
    return;

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  selection = gtk_column_view_get_model (fixture->view);
  list = gtk_widget_get_last_child (GTK_WIDGET (fixture->view));
  row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));
  gtk_widget_grab_focus (row);
  g_assert_true (ui_press (GTK_WINDOW (fixture->window), GDK_KEY_Menu));

  UI_WAIT (ui_has_text (fixture->page, "Change category …"));
  g_assert_true (gtk_selection_model_is_selected (selection, desk_rows_columns_find_position (row)));
}

static void
test_names_leave_the_main_category_out (void)
{
  g_autofree char *name = desk_category_words_dup_name ("FOOD_AND_DRINK_GROCERIES", "FOOD_AND_DRINK");
  g_autofree char *whole = desk_category_words_dup_name ("FOOD_AND_DRINK_GROCERIES", "FOOD");
  g_autofree char *alone = desk_category_words_dup_name ("FOOD_AND_DRINK", "FOOD_AND_DRINK");
  g_autofree char *main_name = desk_category_words_dup_main ("FOOD_AND_DRINK");

  g_assert_cmpstr (name, ==, "Groceries");
  g_assert_cmpstr (whole, ==, "And drink groceries");
  g_assert_cmpstr (alone, ==, "Food and drink");
  g_assert_cmpstr (main_name, ==, "Food and drink");
}

static void
add (const char *path,
     void      (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/category-dialog/choice-is-changed-and-can-be-undone", test_choice_is_changed_and_can_be_undone);
  add ("/category-dialog/refused-code-stays-in-the-dialog", test_refused_code_stays_in_the_dialog);
  add ("/category-dialog/refused-code-can-be-tried-again-after-another-search",
       test_refused_code_can_be_tried_again_after_another_search);
  add ("/category-dialog/window-says-how-it-went-if-the-dialog-was-closed",
       test_window_says_how_it_went_if_the_dialog_was_closed);
  add ("/category-dialog/search-has-the-focus", test_search_has_the_focus);
  add ("/category-dialog/search-goes-by-names-and-codes", test_search_goes_by_names_and_codes);
  add ("/category-dialog/enter-without-a-search-changes-nothing", test_enter_without_a_search_changes_nothing);
  add ("/category-dialog/the-category-that-it-is-in-is-marked", test_the_category_that_it_is_in_is_marked);
  add ("/category-dialog/several-rows-cannot-be-changed-at-once", test_several_rows_cannot_be_changed_at_once);
  add ("/rows-menu/menu-key-opens-the-menu-of-the-row-with-the-focus",
       test_menu_key_opens_the_menu_of_the_row_with_the_focus);
  g_test_add_func ("/category-words/names-leave-the-main-category-out", test_names_leave_the_main_category_out);

  return g_test_run ();
}
