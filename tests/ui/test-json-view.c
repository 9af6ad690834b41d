/* test-json-view.c: JSON as it was received, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-json-row.h"
#include "desk-json-view.h"
#include "ui-probe.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->view = desk_json_view_new ();
  fixture->window = ui_show (fixture->view, 680, 500);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
}

static guint
count_lines (Fixture *fixture)
{
  DeskFoldList *lines = desk_json_view_get_lines (DESK_JSON_VIEW (fixture->view));

  return lines != NULL ? g_list_model_get_n_items (G_LIST_MODEL (lines)) : 0;
}

static guint
count_rows (Fixture *fixture)
{
  guint n_rows = 0;

  while (ui_find_nth (fixture->view, DESK_TYPE_JSON_ROW, n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static gboolean
has_all_rows (Fixture *fixture)
{
  return count_lines (fixture) > 0 && count_rows (fixture) == count_lines (fixture);
}

static void
show (Fixture    *fixture,
      const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  desk_json_view_set_bytes (DESK_JSON_VIEW (fixture->view), bytes);
  UI_WAIT (has_all_rows (fixture));
}

static GtkWidget *
find_heard (Fixture    *fixture,
            const char *words)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_find_nth (fixture->view, DESK_TYPE_JSON_ROW, i)) != NULL; i++)
    {
      g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                                        GTK_ACCESSIBLE_PROPERTY_LABEL, words);

      if (difference == NULL)
        return row;
    }

  return NULL;
}

static void
test_values_are_shown_as_received (Fixture       *fixture,
                                   gconstpointer  data)
{
  show (fixture, "{\"rate\":1.50,\"name\":\"<b>caf\\u00e9</b>\",\"list\":[]}");

  g_assert_nonnull (find_heard (fixture, "\"rate\": 1.50, "));
  g_assert_nonnull (find_heard (fixture, "\"name\": \"<b>caf\\u00e9</b>\", "));
  g_assert_nonnull (find_heard (fixture, "\"list\": [] "));
  g_assert_true (ui_has_text (fixture->view, "\"<b>caf\\u00e9</b>\","));
}

static void
test_lines_fold (Fixture       *fixture,
                 gconstpointer  data)
{
  show (fixture, "{\"a\":{\"b\":1,\"c\":[1,2]},\"d\":2}");
  g_assert_cmpuint (count_lines (fixture), ==, 10);

  g_signal_emit_by_name (ui_find (fixture->view, "list"), "activate", 1);
  UI_WAIT (has_all_rows (fixture));
  g_assert_cmpuint (count_lines (fixture), ==, 4);
  g_assert_nonnull (find_heard (fixture, "\"a\": {…}, 2 members"));
  gtk_widget_activate_action (fixture->view, "json.expand-all", NULL);
  g_assert_cmpuint (count_lines (fixture), ==, 10);
  gtk_widget_activate_action (fixture->view, "json.fold-all", NULL);
  g_assert_cmpuint (count_lines (fixture), ==, 4);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (ui_find (fixture->view, "search_entry"), text);
}

static gboolean
counts (Fixture    *fixture,
        const char *text)
{
  return ui_is_shown (fixture->view, "count_label") && g_str_equal (ui_get_text (fixture->view, "count_label"), text);
}

static guint
get_selected_line (Fixture *fixture)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (ui_find (fixture->view, "list"));
  DeskFoldItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));

  g_assert_nonnull (item);

  return desk_fold_item_get_line (item);
}

static void
test_search_goes_from_one_to_the_next (Fixture       *fixture,
                                       gconstpointer  data)
{
  show (fixture, "{\"a\":{\"amount\":1},\"b\":\"AMOUNT\",\"c\":2}");
  gtk_widget_activate_action (fixture->view, "json.fold-all", NULL);

  search (fixture, "amount");
  UI_WAIT (counts (fixture, "1 of 2"));
  g_assert_cmpuint (get_selected_line (fixture), ==, 2);
  g_signal_emit_by_name (ui_find (fixture->view, "search_entry"), "activate");
  g_assert_true (counts (fixture, "2 of 2"));
  g_assert_cmpuint (get_selected_line (fixture), ==, 4);
  g_signal_emit_by_name (ui_find (fixture->view, "search_entry"), "next-match");
  g_assert_true (counts (fixture, "1 of 2"));
  g_signal_emit_by_name (ui_find (fixture->view, "search_entry"), "previous-match");
  g_assert_true (counts (fixture, "2 of 2"));
}

static void
test_search_marks_what_is_found (Fixture       *fixture,
                                 gconstpointer  data)
{
  show (fixture, "{\"a\":1,\"b\":2}");

  search (fixture, "b");
  UI_WAIT (counts (fixture, "1 of 1"));
  g_assert_true (gtk_widget_has_css_class (find_heard (fixture, "\"b\": 2 "), "found"));
  g_assert_false (gtk_widget_has_css_class (find_heard (fixture, "\"a\": 1, "), "found"));
  search (fixture, "");
  UI_WAIT (!gtk_widget_has_css_class (find_heard (fixture, "\"b\": 2 "), "found"));
}

static void
test_search_says_that_nothing_is_found (Fixture       *fixture,
                                        gconstpointer  data)
{
  show (fixture, "{\"a\":1}");

  search (fixture, "nowhere");
  UI_WAIT (counts (fixture, "None"));
  g_assert_false (ui_is_shown (fixture->view, "find_buttons"));
  search (fixture, "");
  UI_WAIT (!ui_is_shown (fixture->view, "count_label"));
}

static void
assert_copied (const char *text)
{
  g_autofree char *copied = NULL;

  UI_WAIT ((copied = ui_dup_clipboard ()) != NULL);
  g_assert_cmpstr (copied, ==, text);
}

static void
test_a_line_can_be_copied (Fixture       *fixture,
                           gconstpointer  data)
{
  show (fixture, "{\"a\":[ {\"b\":\"caf\\u00e9\"} ]}");

  gtk_widget_grab_focus (gtk_widget_get_parent (find_heard (fixture, "\"b\": \"caf\\u00e9\" ")));
  gtk_widget_activate_action (fixture->view, "line.copy-value", NULL);
  assert_copied ("café");
  gtk_widget_activate_action (fixture->view, "line.copy-json", NULL);
  assert_copied ("\"caf\\u00e9\"");
  gtk_widget_activate_action (fixture->view, "line.copy-path", NULL);
  assert_copied ("$.a[0].b");
  gtk_widget_grab_focus (gtk_widget_get_parent (find_heard (fixture, "\"a\": [ ")));
  gtk_widget_activate_action (fixture->view, "line.copy-value", NULL);
  assert_copied ("[ {\"b\":\"caf\\u00e9\"} ]");
  gtk_widget_activate_action (fixture->view, "json.copy-all", NULL);
  assert_copied ("{\"a\":[ {\"b\":\"caf\\u00e9\"} ]}");
}

static void
test_a_long_line_is_cut_but_copied_whole (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *text = g_strnfill (1000000, 'x');
  g_autofree char *json = g_strdup_printf ("[\"%s\"]", text);
  GtkWidget *row = NULL;
  GtkLabel *label;

  show (fixture, json);
  row = ui_find_nth (fixture->view, DESK_TYPE_JSON_ROW, 1);
  for (guint i = 0; (label = ui_find_nth (row, GTK_TYPE_LABEL, i)) != NULL; i++)
    g_assert_cmpuint (strlen (gtk_label_get_text (label)), <, 1000);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  gtk_widget_activate_action (fixture->view, "line.copy-value", NULL);
  assert_copied (text);
}

static void
test_the_bytes_can_be_shown (Fixture       *fixture,
                             gconstpointer  data)
{
  show (fixture, "{ \"a\":\n   [1,\t2] }");

  g_object_set (fixture->view, "as-received", TRUE, NULL);
  UI_WAIT (has_all_rows (fixture));
  g_assert_true (ui_has_text (fixture->view, "{ \"a\":"));
  g_assert_true (ui_has_text (fixture->view, "   [1, 2] }"));
  search (fixture, "[1");
  UI_WAIT (counts (fixture, "1 of 1"));
}

static void
test_what_is_no_json_is_shown_all_the_same (Fixture       *fixture,
                                            gconstpointer  data)
{
  show (fixture, "<html>\n<b>502</b>");

  g_assert_true (ui_is_shown (fixture->view, "error_label"));
  g_assert_true (ui_has_text (fixture->view, "<b>502</b>"));
  show (fixture, "{}");
  g_assert_false (ui_is_shown (fixture->view, "error_label"));
}

/* How many lines the list has to show so far. */
static guint
count_model (Fixture *fixture)
{
  GtkListView *list = ui_find (fixture->view, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
test_only_lines_in_sight_are_made (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GString) json = g_string_new ("[0");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (json, ",%u", i);
  g_string_append_c (json, ']');
  bytes = g_bytes_new (json->str, json->len);
  desk_json_view_set_bytes (DESK_JSON_VIEW (fixture->view), bytes);
  UI_WAIT (count_rows (fixture) > 100);
  g_assert_cmpuint (count_lines (fixture), ==, 50003);
  UI_WAIT (count_model (fixture) > 20000);
  g_assert_cmpuint (count_rows (fixture), <, 400);
}

int
main (int   argc,
      char *argv[])
{
  /* The accessible tree is kept for the test itself. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/json-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("values-are-shown-as-received", test_values_are_shown_as_received);
  ADD ("lines-fold", test_lines_fold);
  ADD ("search-goes-from-one-to-the-next", test_search_goes_from_one_to_the_next);
  ADD ("search-marks-what-is-found", test_search_marks_what_is_found);
  ADD ("search-says-that-nothing-is-found", test_search_says_that_nothing_is_found);
  ADD ("a-line-can-be-copied", test_a_line_can_be_copied);
  ADD ("a-long-line-is-cut-but-copied-whole", test_a_long_line_is_cut_but_copied_whole);
  ADD ("the-bytes-can-be-shown", test_the_bytes_can_be_shown);
  ADD ("what-is-no-json-is-shown-all-the-same", test_what_is_no_json_is_shown_all_the_same);
  ADD ("only-lines-in-sight-are-made", test_only_lines_in_sight_are_made);
#undef ADD

  return g_test_run ();
}
