/* test-record-fields.c: a record as rows of label and value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-catalogue.h"
#include "desk-record-fields.h"
#include "ui-probe.h"

static GtkWidget *
show (const char *json)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  desk_record_fields_add (GTK_BOX (box), desk_catalogue_find ("banking.transactions"), ui_parse (json));

  return box;
}

/* The value that stands beside a title; NULL if there is no such row. */
static const char *
get_value (GtkWidget  *box,
           const char *title)
{
  AdwActionRow *row;

  for (guint i = 0; (row = ui_find_nth (box, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    {
      GtkWidget *label;

      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) != 0)
        continue;
      for (guint j = 0; (label = ui_find_nth (row, GTK_TYPE_LABEL, j)) != NULL; j++)
        {
          if (gtk_label_get_selectable (GTK_LABEL (label)))
            return gtk_label_get_text (GTK_LABEL (label));
        }
    }

  return NULL;
}

static guint
count_rows (GtkWidget *box)
{
  guint n_rows = 0;

  while (ui_find_nth (box, ADW_TYPE_ACTION_ROW, n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static void
test_known_fields_have_their_label (void)
{
  g_autoptr(GtkWidget) box = show ("{\"amount\":\"-5.1\",\"description\":\"Coffee\",\"status\":\"POSTED\"}");

  g_assert_cmpstr (get_value (box, "Amount"), ==, "−5.10");
  g_assert_cmpstr (get_value (box, "Description"), ==, "Coffee");
  g_assert_cmpstr (get_value (box, "Status"), ==, "Posted");
}

static void
test_absent_fields_take_no_room (void)
{
  g_autoptr(GtkWidget) box = show ("{\"amount\":\"-5.1\"}");

  g_assert_cmpuint (count_rows (box), ==, 1);
}

static void
test_null_is_shown_as_empty (void)
{
  g_autoptr(GtkWidget) box = show ("{\"description\":null}");

  g_assert_cmpstr (get_value (box, "Description"), ==, "Empty");
}

static void
test_unknown_fields_have_a_heading_of_their_own (void)
{
  g_autoptr(GtkWidget) box = show ("{\"amount\":\"1\",\"x_bank_note\":\"hello\",\"number\":12.10}");

  g_assert_true (ui_has_text (box, "Not in the standard"));
  g_assert_cmpstr (get_value (box, "x_bank_note"), ==, "hello");
  g_assert_cmpstr (get_value (box, "number"), ==, "12.10");
}

static void
test_nested_objects_are_shown (void)
{
  g_autoptr(GtkWidget) box = show ("{\"category\":{\"primary_category\":\"INCOME\",\"inner\":{\"deep\":\"down\"}}}");

  g_assert_true (ui_has_text (box, "inner"));
  g_assert_cmpstr (get_value (box, "deep"), ==, "down");
}

static void
test_arrays_are_numbered (void)
{
  g_autoptr(GtkWidget) box = show ("{\"tags\":[\"one\",\"two\"],\"parts\":[{\"a\":\"first\"},{\"b\":\"second\"}]}");

  g_assert_cmpstr (get_value (box, "tags 1"), ==, "one");
  g_assert_cmpstr (get_value (box, "tags 2"), ==, "two");
  g_assert_cmpstr (get_value (box, "a"), ==, "first");
  g_assert_cmpstr (get_value (box, "b"), ==, "second");
}

static void
test_wrong_shape_of_a_known_field_is_shown (void)
{
  g_autoptr(GtkWidget) box = show ("{\"amount\":{\"value\":\"1.00\"},\"category\":\"FOOD\"}");

  g_assert_cmpstr (get_value (box, "value"), ==, "1.00");
  g_assert_true (ui_has_text (box, "FOOD"));
}

static void
test_hostile_text_is_shown_as_it_is (void)
{
  g_autoptr(GtkWidget) box = show ("{\"description\":\"<b>%s</b> & co\",\"<i>key\":\"<u>value\","
                                   "\"<s>group\":{\"x\":1}}");

  g_assert_cmpstr (get_value (box, "Description"), ==, "<b>%s</b> & co");
  g_assert_cmpstr (get_value (box, "<i>key"), ==, "<u>value");
  g_assert_true (ui_has_text (box, "<s>group"));
  g_assert_cmpstr (get_value (box, "x"), ==, "1");
}

static void
test_very_long_record_says_where_the_rest_is (void)
{
  g_autoptr(GString) json = g_string_new ("{\"tags\":[0");
  g_autoptr(GtkWidget) box = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (json, ",1");
  g_string_append (json, "]}");
  box = show (json->str);
  g_assert_cmpuint (count_rows (box), <, 1000);
  g_assert_true (ui_has_text (box, "The record is longer; the JSON view has all of it."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/record-fields/known-fields-have-their-label", test_known_fields_have_their_label);
  g_test_add_func ("/record-fields/absent-fields-take-no-room", test_absent_fields_take_no_room);
  g_test_add_func ("/record-fields/null-is-shown-as-empty", test_null_is_shown_as_empty);
  g_test_add_func ("/record-fields/unknown-fields-have-a-heading-of-their-own",
                   test_unknown_fields_have_a_heading_of_their_own);
  g_test_add_func ("/record-fields/nested-objects-are-shown", test_nested_objects_are_shown);
  g_test_add_func ("/record-fields/arrays-are-numbered", test_arrays_are_numbered);
  g_test_add_func ("/record-fields/wrong-shape-of-a-known-field-is-shown", test_wrong_shape_of_a_known_field_is_shown);
  g_test_add_func ("/record-fields/hostile-text-is-shown-as-it-is", test_hostile_text_is_shown_as_it_is);
  g_test_add_func ("/record-fields/very-long-record-says-where-the-rest-is",
                   test_very_long_record_says_where_the_rest_is);

  return g_test_run ();
}
