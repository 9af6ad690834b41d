/* test-record-view.c: every field of a record, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-catalogue.h"
#include "desk-record-row.h"
#include "desk-record-view.h"
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
  fixture->view = desk_record_view_new ();
  fixture->window = ui_show (fixture->view, 680, 760);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
}

static GtkWidget *
get_row (Fixture *fixture,
         guint    n)
{
  return ui_find_nth (fixture->view, DESK_TYPE_RECORD_ROW, n);
}

static guint
count_rows (Fixture *fixture)
{
  guint n_rows = 0;

  while (get_row (fixture, n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static gboolean
has_all_rows (Fixture *fixture)
{
  DeskFoldList *lines = desk_record_view_get_lines (DESK_RECORD_VIEW (fixture->view));

  return lines != NULL && count_rows (fixture) == g_list_model_get_n_items (G_LIST_MODEL (lines));
}

static void
show (Fixture    *fixture,
      const char *resource,
      const char *json)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));

  desk_record_view_set_record (DESK_RECORD_VIEW (fixture->view), bytes, desk_catalogue_find (resource));
  UI_WAIT (has_all_rows (fixture));
}

/* The row that people who listen hear as @words. */
static GtkWidget *
find_heard (Fixture    *fixture,
            const char *words)
{
  GtkWidget *row;

  for (guint i = 0; (row = get_row (fixture, i)) != NULL; i++)
    {
      g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                                        GTK_ACCESSIBLE_PROPERTY_LABEL, words);

      if (difference == NULL)
        return row;
    }

  return NULL;
}

static void
test_rows_say_field_and_value (Fixture       *fixture,
                               gconstpointer  data)
{
  show (fixture, "banking.transactions",
        "{\"amount\":\"-5.1\",\"description\":\"Coffee\",\"status\":null,\"reference\":\"\",\"odd\":1.50,"
        "\"category\":{\"primary_category\":\"FOOD_AND_DRINK\"}}");

  g_assert_nonnull (find_heard (fixture, "Coffee: AUD −5.10"));
  g_assert_nonnull (find_heard (fixture, "Amount: AUD −5.10"));
  g_assert_nonnull (find_heard (fixture, "Status: Not given"));
  g_assert_nonnull (find_heard (fixture, "Reference: Empty"));
  g_assert_nonnull (find_heard (fixture, "Main category: Food and drink"));
  g_assert_nonnull (find_heard (fixture, "Not in the standard"));
  g_assert_nonnull (find_heard (fixture, "odd: 1.50"));
}

static void
test_text_is_never_markup (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkLabel *label;

  show (fixture, "banking.transactions",
        "{\"description\":\"<b>%s</b> &amp; co\",\"<i>key\":\"<u>value\",\"<s>group\":{\"x\":1}}");

  g_assert_true (ui_has_text (fixture->view, "<b>%s</b> &amp; co"));
  g_assert_true (ui_has_text (fixture->view, "<i>key"));
  g_assert_true (ui_has_text (fixture->view, "<u>value"));
  g_assert_true (ui_has_text (fixture->view, "<s>group"));
  for (guint i = 0; (label = ui_find_nth (get_row (fixture, 1), GTK_TYPE_LABEL, i)) != NULL; i++)
    g_assert_false (gtk_label_get_use_markup (label));
}

static void
test_what_turns_text_around_is_replaced (Fixture       *fixture,
                                         gconstpointer  data)
{
  show (fixture, "banking.transactions", "{\"reference\":\"\\u202egnp.exe\\u0007\",\"\\u202eyek\":1}");

  g_assert_true (ui_has_text (fixture->view, "\xef\xbf\xbdgnp.exe "));
  g_assert_true (ui_has_text (fixture->view, "\xef\xbf\xbdyek"));
}

static void
test_long_lists_are_folded_first (Fixture       *fixture,
                                  gconstpointer  data)
{
  show (fixture, "banking.accounts",
        "{\"fees\":[{\"name\":\"First fee\"},{\"name\":\"Second fee\"},{\"name\":\"Third fee\"},{\"name\":\"Fourth fee\"}]}");

  g_assert_nonnull (find_heard (fixture, "Fees 4: Fourth fee"));
  g_assert_null (find_heard (fixture, "Name: Fourth fee"));
}

static guint
find_position (Fixture    *fixture,
               const char *words)
{
  GtkWidget *row = find_heard (fixture, words);

  g_assert_nonnull (row);

  return desk_fold_list_find (desk_record_view_get_lines (DESK_RECORD_VIEW (fixture->view)),
                              desk_record_row_get_line (DESK_RECORD_ROW (row)));
}

static void
test_a_line_opens_what_lies_in_it (Fixture       *fixture,
                                   gconstpointer  data)
{
  show (fixture, "energy.service-points",
        "{\"location\":{\"address_u_type\":\"simple\",\"simple\":{\"address_line1\":\"1 High St\",\"city\":\"Leeds\"}}}");
  g_assert_null (find_heard (fixture, "City: Leeds"));

  g_signal_emit_by_name (ui_find (fixture->view, "list"), "activate", find_position (fixture, "Location: 1 High St, Leeds"));
  UI_WAIT (find_heard (fixture, "City: Leeds") != NULL);
  g_signal_emit_by_name (ui_find (fixture->view, "list"), "activate", find_position (fixture, "Location: 1 High St, Leeds"));
  UI_WAIT (find_heard (fixture, "City: Leeds") == NULL);
}

static void
test_card_ends_with_the_last_row_in_sight (Fixture       *fixture,
                                           gconstpointer  data)
{
  show (fixture, "banking.accounts", "{\"account_id\":\"a\",\"fees\":[{\"name\":\"Late fee\"}]}");
  g_assert_true (gtk_widget_has_css_class (find_heard (fixture, "Account id: a"), "last"));
  g_assert_false (gtk_widget_has_css_class (find_heard (fixture, "Fees 1: Late fee"), "last"));

  g_signal_emit_by_name (ui_find (fixture->view, "list"), "activate", find_position (fixture, "Fees 1: Late fee"));
  UI_WAIT (find_heard (fixture, "Name: Late fee") == NULL);
  g_assert_true (gtk_widget_has_css_class (find_heard (fixture, "Fees 1: Late fee"), "last"));
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (ui_find (fixture->view, "search_entry"), text);
}

static void
test_search_shows_what_is_found (Fixture       *fixture,
                                 gconstpointer  data)
{
  show (fixture, "banking.accounts",
        "{\"display_name\":\"Saver\",\"fees\":[{\"name\":\"Late\"},{\"name\":\"B\"},{\"name\":\"C\"},{\"name\":\"D\"}]}");

  search (fixture, "LATE");
  UI_WAIT (find_heard (fixture, "Name: Saver") == NULL && has_all_rows (fixture));
  g_assert_nonnull (find_heard (fixture, "Name: Late"));
  search (fixture, "");
  UI_WAIT (find_heard (fixture, "Name: Saver") != NULL && has_all_rows (fixture));
  g_assert_null (find_heard (fixture, "Name: Late"));
}

static void
test_search_says_that_nothing_is_found (Fixture       *fixture,
                                        gconstpointer  data)
{
  show (fixture, "banking.transactions", "{\"description\":\"Coffee\"}");

  search (fixture, "tea");
  UI_WAIT (ui_has_text (fixture->view, "Nothing found"));
  search (fixture, "");
  UI_WAIT (find_heard (fixture, "Description: Coffee") != NULL);
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
  show (fixture, "banking.transactions", "{\"description\":\"Caf\\u00e9\",\"extended_data\":{\"payer\":\"Mia\"}}");

  gtk_widget_grab_focus (gtk_widget_get_parent (find_heard (fixture, "Description: Café")));
  gtk_widget_activate_action (fixture->view, "line.copy-value", NULL);
  assert_copied ("Café");
  gtk_widget_activate_action (fixture->view, "line.copy-json", NULL);
  assert_copied ("\"Caf\\u00e9\"");
  gtk_widget_grab_focus (gtk_widget_get_parent (find_heard (fixture, "Payer: Mia")));
  gtk_widget_activate_action (fixture->view, "line.copy-path", NULL);
  assert_copied ("$.extended_data.payer");
}

static void
test_the_button_copies_its_own_row (Fixture       *fixture,
                                    gconstpointer  data)
{
  show (fixture, "banking.transactions", "{\"description\":\"Coffee\",\"amount\":\"-5.10\"}");

  g_signal_emit_by_name (ui_find_nth (find_heard (fixture, "Amount: AUD −5.10"), GTK_TYPE_BUTTON, 0), "clicked");
  assert_copied ("-5.10");
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (ui_find (fixture->view, "list"));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_taken);
    }
  g_assert_true (is_taken);
}

static void
test_arrow_keys_fold (Fixture       *fixture,
                      gconstpointer  data)
{
  show (fixture, "banking.accounts", "{\"fees\":[{\"name\":\"Late fee\"}]}");

  gtk_widget_grab_focus (gtk_widget_get_parent (find_heard (fixture, "Fees 1: Late fee")));
  press (fixture, GDK_KEY_Left);
  UI_WAIT (find_heard (fixture, "Name: Late fee") == NULL);
  press (fixture, GDK_KEY_Right);
  UI_WAIT (find_heard (fixture, "Name: Late fee") != NULL);
}

static void
test_fields_that_were_not_sent_can_be_shown (Fixture       *fixture,
                                             gconstpointer  data)
{
  show (fixture, "banking.transactions", "{\"description\":\"Coffee\"}");
  g_assert_null (find_heard (fixture, "Amount: Not sent"));

  g_object_set (fixture->view, "with-absent", TRUE, NULL);
  UI_WAIT (find_heard (fixture, "Amount: Not sent") != NULL);
}

static void
test_another_record_takes_its_place (Fixture       *fixture,
                                     gconstpointer  data)
{
  show (fixture, "banking.transactions", "{\"description\":\"Coffee\"}");
  show (fixture, "banking.accounts", "{\"display_name\":\"Saver\"}");

  UI_WAIT (find_heard (fixture, "Name: Saver") != NULL);
  g_assert_null (find_heard (fixture, "Description: Coffee"));
}

/* How many lines the list has to show so far. */
static guint
count_model (Fixture *fixture)
{
  GtkListView *list = ui_find (fixture->view, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
test_only_rows_in_sight_are_made (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GString) json = g_string_new ("{\"tags\":[{\"n\":0}");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (json, ",{\"n\":%u}", i);
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  desk_record_view_set_record (DESK_RECORD_VIEW (fixture->view), bytes, desk_catalogue_find ("banking.accounts"));
  UI_WAIT (count_rows (fixture) > 100);
  g_assert_cmpuint (desk_record_outline_get_n_lines (desk_record_view_get_outline (DESK_RECORD_VIEW (fixture->view))), >,
                    40000);
  UI_WAIT (count_model (fixture) > 20000);
  g_assert_cmpuint (count_rows (fixture), <, 400);
}

static void
test_narrow_rows_fit (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *row = NULL;
  int least;

  show (fixture, "banking.transactions",
        "{\"description\":\"Averylongdescriptionwithoutanyblankthatgoesonandonandonandonandonandonandonandonandon\"}");
  row = get_row (fixture, 1);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 330);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  /* The accessible tree is kept for the test itself. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/record-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows-say-field-and-value", test_rows_say_field_and_value);
  ADD ("text-is-never-markup", test_text_is_never_markup);
  ADD ("what-turns-text-around-is-replaced", test_what_turns_text_around_is_replaced);
  ADD ("long-lists-are-folded-first", test_long_lists_are_folded_first);
  ADD ("a-line-opens-what-lies-in-it", test_a_line_opens_what_lies_in_it);
  ADD ("card-ends-with-the-last-row-in-sight", test_card_ends_with_the_last_row_in_sight);
  ADD ("search-shows-what-is-found", test_search_shows_what_is_found);
  ADD ("search-says-that-nothing-is-found", test_search_says_that_nothing_is_found);
  ADD ("a-line-can-be-copied", test_a_line_can_be_copied);
  ADD ("the-button-copies-its-own-row", test_the_button_copies_its_own_row);
  ADD ("arrow-keys-fold", test_arrow_keys_fold);
  ADD ("fields-that-were-not-sent-can-be-shown", test_fields_that_were_not_sent_can_be_shown);
  ADD ("another-record-takes-its-place", test_another_record_takes_its_place);
  ADD ("only-rows-in-sight-are-made", test_only_rows_in_sight_are_made);
  ADD ("narrow-rows-fit", test_narrow_rows_fit);
#undef ADD

  return g_test_run ();
}
