/* test-export-dialog.c: asks what to export, how and where to, and does it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-dialog.h"


#include "desk-catalogue.h"
#include "desk-test-folder.h"
#include "ui-probe.h"
#include "ui-rows.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  DeskAppFixture app;
  char *folder;
  char *path;      /* in it */
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  fixture->folder = desk_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "export", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_free (fixture->path);
  desk_test_folder_free (fixture->folder);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static guint
count_choices (Fixture    *fixture,
               const char *list)
{
  guint n_choices = 0;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (ui_find (fixture->dialog, list), i)) != NULL; i++)
    n_choices += gtk_widget_get_visible (GTK_WIDGET (row)) ? 1 : 0;

  return n_choices;
}

static void
choose (Fixture    *fixture,
        const char *list,
        int         index)
{
  GtkListBox *box = ui_find (fixture->dialog, list);

  gtk_list_box_select_row (box, gtk_list_box_get_row_at_index (box, index));
}

static const char *
get_choice (Fixture    *fixture,
            const char *list)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_selected_row (ui_find (fixture->dialog, list))));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (ui_find (fixture->dialog, "stack"));
}

/* @resource: (nullable): what is shown */
static void
open_dialog (Fixture    *fixture,
             const char *resource,
             const char *search,
             GArray     *ids,
             gboolean    wants_everything)
{
  const char *id = desk_end_user_get_id (fixture->app.end_user);
  g_autoptr(DeskQuery) query = resource != NULL ? desk_query_new (desk_catalogue_find (resource), id) : NULL;

  if (query != NULL)
    desk_query_set_search (query, search);
  fixture->dialog = desk_export_dialog_new (fixture->app.context, fixture->app.end_user);
  desk_export_dialog_offer (DESK_EXPORT_DIALOG (fixture->dialog), query, ids, wants_everything);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  UI_WAIT (count_choices (fixture, "scopes") > 0);
}

static gboolean
add_rows (Fixture *fixture)
{
  if (fixture->app.sandbox == NULL)
    return FALSE;

  ui_rows_add (&fixture->app, "banking.transactions", RECORDS (
    "{\"fiskil_id\":\"1\",\"account_id\":\"a\",\"status\":\"POSTED\",\"description\":\"Salary\",\"amount\":\"4210.00\","
    "\"posting_date_time\":\"2026-11-02T00:00:00Z\"}",
    "{\"fiskil_id\":\"2\",\"account_id\":\"a\",\"status\":\"PENDING\",\"description\":\"Coffee\",\"amount\":\"-4.50\"}"));
  ui_rows_add (&fixture->app, "common.identity", RECORDS ("{\"fiskil_id\":\"3\"}"));

  return TRUE;
}

static void
test_offers_what_there_is (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 id = 1;

  if (!add_rows (fixture))
    return;

  g_array_append_val (ids, id);
  open_dialog (fixture, "banking.transactions", "coffee", ids, FALSE);
  g_assert_cmpuint (count_choices (fixture, "scopes"), ==, 4);
  g_assert_cmpstr (get_choice (fixture, "scopes"), ==, "Selected rows");
  g_assert_true (ui_has_text (fixture->dialog, "Transactions, 1 row"));
  g_assert_true (ui_has_text (fixture->dialog, "Transactions, 2 rows"));
  g_assert_true (ui_has_text (fixture->dialog, "2 data sets, 3 rows"));
}

static void
test_everything_is_chosen_if_wanted (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "banking.transactions", NULL, NULL, TRUE);
  g_assert_cmpuint (count_choices (fixture, "scopes"), ==, 2);
  g_assert_true (g_str_has_prefix (get_choice (fixture, "scopes"), "Everything of "));
}

static void
test_only_formats_that_fit (Fixture       *fixture,
                            gconstpointer  data)
{
  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "common.identity", NULL, NULL, FALSE);
  g_assert_cmpuint (count_choices (fixture, "formats"), ==, 3);
  choose (fixture, "scopes", 1);
  g_assert_cmpuint (count_choices (fixture, "formats"), ==, 5);
}

static void
test_own_choice_of_format_comes_back (Fixture       *fixture,
                                      gconstpointer  data)
{
  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "common.identity", NULL, NULL, TRUE);
  choose (fixture, "formats", 2);
  g_assert_cmpstr (get_choice (fixture, "formats"), ==, "OFX");
  choose (fixture, "scopes", 0);
  g_assert_cmpstr (get_choice (fixture, "formats"), ==, "CSV");
  choose (fixture, "scopes", 1);
  g_assert_cmpstr (get_choice (fixture, "formats"), ==, "OFX");
}

static void
test_nothing_cannot_be_exported (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_dialog (fixture, NULL, NULL, NULL, FALSE);
  g_assert_false (gtk_widget_get_sensitive (ui_find (fixture->dialog, "export_button")));
}

static void
test_says_what_was_written_and_left_out (Fixture       *fixture,
                                         gconstpointer  data)
{
  gpointer report;

  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "banking.transactions", NULL, NULL, FALSE);
  choose (fixture, "formats", 2);
  desk_export_dialog_write (DESK_EXPORT_DIALOG (fixture->dialog), fixture->path);
  g_assert_cmpstr (get_page (fixture), ==, "progress");
  UI_WAIT (g_strcmp0 (get_page (fixture), "report") == 0);
  report = ui_find (fixture->dialog, "report");
  g_assert_cmpstr (ui_get_text (report, "title"), ==, "1 row written, 1 left out");
  g_assert_cmpstr (ui_get_text (report, "path_label"), ==, fixture->path);
  g_assert_true (ui_has_text (report, "1 left out: pending"));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
}

static void
test_failure_is_told_and_keeps_the_choice (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->path, "nowhere", NULL);

  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "banking.transactions", NULL, NULL, FALSE);
  choose (fixture, "scopes", 1);
  choose (fixture, "formats", 1);
  desk_export_dialog_write (DESK_EXPORT_DIALOG (fixture->dialog), path);
  UI_WAIT (g_strcmp0 (get_page (fixture), "choose") == 0);
  g_assert_true (ui_is_shown (fixture->dialog, "problem"));
  g_assert_nonnull (strstr (ui_get_text (fixture->dialog, "problem_label"), "nowhere"));
  g_assert_cmpstr (get_choice (fixture, "formats"), ==, "JSON");
  g_assert_true (g_str_has_prefix (get_choice (fixture, "scopes"), "Everything of "));
}

static void
test_closing_ends_the_export (Fixture       *fixture,
                              gconstpointer  data)
{
  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "banking.transactions", NULL, NULL, FALSE);
  desk_export_dialog_write (DESK_EXPORT_DIALOG (fixture->dialog), fixture->path);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  UI_WAIT (g_strcmp0 (get_page (fixture), "progress") != 0);
  g_assert_cmpstr (get_page (fixture), ==, "choose");
  g_assert_false (ui_is_shown (fixture->dialog, "problem"));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_folder_and_format_are_remembered (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.consentdesk.ConsentDesk");
  g_autofree char *folder = NULL;
  g_autofree char *format = NULL;

  if (!add_rows (fixture))
    return;

  open_dialog (fixture, "banking.transactions", NULL, NULL, FALSE);
  choose (fixture, "formats", 5);
  desk_export_dialog_write (DESK_EXPORT_DIALOG (fixture->dialog), fixture->path);
  UI_WAIT (g_strcmp0 (get_page (fixture), "report") == 0);
  folder = g_settings_get_string (settings, "export-folder");
  format = g_settings_get_string (settings, "export-format");
  g_assert_cmpstr (folder, ==, fixture->folder);
  g_assert_cmpstr (format, ==, "sqlite");
  g_settings_reset (settings, "export-format");
}

#define ADD(name, function) g_test_add ("/export-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("offers-what-there-is", test_offers_what_there_is);
  ADD ("everything-is-chosen-if-wanted", test_everything_is_chosen_if_wanted);
  ADD ("only-formats-that-fit", test_only_formats_that_fit);
  ADD ("own-choice-of-format-comes-back", test_own_choice_of_format_comes_back);
  ADD ("nothing-cannot-be-exported", test_nothing_cannot_be_exported);
  ADD ("says-what-was-written-and-left-out", test_says_what_was_written_and_left_out);
  ADD ("failure-is-told-and-keeps-the-choice", test_failure_is_told_and_keeps_the_choice);
  ADD ("closing-ends-the-export", test_closing_ends_the_export);
  ADD ("folder-and-format-are-remembered", test_folder_and_format_are_remembered);

  return g_test_run ();
}
