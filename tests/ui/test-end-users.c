/* test-end-users.c: the list of end users, and the dialog that makes and edits one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-end-user-dialog.h"
#include "desk-end-user-row.h"
#include "desk-end-users-pane.h"
#include "desk-scripted-server.h"
#include "ui-probe.h"

typedef struct
{
  DeskScriptedServer *server;
  DeskApiClient *client;
  DeskStore *store;
  DeskClock *clock;
  DeskDirectory *directory;
  GtkWidget *dialog;
  DeskEndUser *saved;
} Fixture;

static void
saved_cb (Fixture     *fixture,
          DeskEndUser *end_user)
{
  g_set_object (&fixture->saved, end_user);
}

static void
open_dialog (Fixture     *fixture,
             DeskEndUser *end_user)
{
  fixture->dialog = desk_end_user_dialog_new (fixture->directory, end_user);
  g_signal_connect_swapped (fixture->dialog, "saved", G_CALLBACK (saved_cb), fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->server = desk_scripted_server_new ();
  fixture->client = desk_api_client_new (desk_scripted_server_get_api_uri (fixture->server), "v3", NULL, NULL);
  desk_api_client_set_credentials (fixture->client, "id", "secret");
  fixture->store = desk_store_new (NULL);
  fixture->clock = desk_clock_new ();
  fixture->directory = desk_directory_new (fixture->client, fixture->store, fixture->clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_clear_object (&fixture->saved);
  g_clear_object (&fixture->directory);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->client);
  desk_scripted_server_free (fixture->server);
}

static void
type (Fixture    *fixture,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (ui_find (fixture->dialog, row), text);
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_get_sensitive (ui_find (fixture->dialog, "save_button"));
}

static void
test_only_a_whole_email_can_be_saved (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const char *const bad[] = { "", "mia", "mia@", "@example.com", "a@b@c", "a b@c" };

  open_dialog (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type (fixture, "email_row", bad[i]);
      g_assert_false (can_save (fixture));
    }
  g_assert_true (gtk_widget_has_css_class (ui_find (fixture->dialog, "email_row"), "error"));
  g_assert_cmpstr (ui_get_text (fixture->dialog, "hint"), ==, "Write the whole e-mail address: mia@example.com");

  type (fixture, "email_row", " mia@example.com ");
  g_assert_true (can_save (fixture));
  g_assert_false (gtk_widget_has_css_class (ui_find (fixture->dialog, "email_row"), "error"));
}

static void
test_phone_is_international_or_left_out (Fixture       *fixture,
                                         gconstpointer  data)
{
  static const char *const bad[] = { "0491570006", "+61 491 570 006", "+1234567", "+1234567890123456", "x" };

  open_dialog (fixture, NULL);
  type (fixture, "email_row", "mia@example.com");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type (fixture, "phone_row", bad[i]);
      g_assert_false (can_save (fixture));
    }
  g_assert_nonnull (strstr (ui_get_text (fixture->dialog, "hint"), "country code"));
  type (fixture, "phone_row", "+61491570006");
  g_assert_true (can_save (fixture));
  type (fixture, "phone_row", "");
  g_assert_true (can_save (fixture));
}

static void
test_saved_end_user_is_handed_over (Fixture       *fixture,
                                    gconstpointer  data)
{
  open_dialog (fixture, NULL);
  desk_scripted_server_add (fixture->server, "POST /v1/end-users", 201, "{\"end_user_id\":\"eu_1\"}");
  type (fixture, "name_row", "Mia Chen");
  type (fixture, "email_row", "mia@example.com");
  ui_click (fixture->dialog, "save_button");
  UI_WAIT (fixture->saved != NULL && fixture->dialog == NULL);
  g_assert_cmpstr (desk_end_user_get_id (fixture->saved), ==, "eu_1");
  g_assert_nonnull (strstr (desk_scripted_server_get_request (fixture->server, "POST /v1/end-users", 0)->body,
                            "Mia Chen"));
}

static void
test_error_keeps_the_input (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *copied = NULL;

  open_dialog (fixture, NULL);
  desk_scripted_server_add (fixture->server, "POST /v1/end-users", 400,
                            "{\"id\":\"err_7\",\"name\":\"bad_request\",\"message\":\"The e-mail is <b>blocked</b>\"}");
  type (fixture, "name_row", "Mia Chen");
  type (fixture, "email_row", "mia@example.com");
  ui_click (fixture->dialog, "save_button");
  UI_WAIT (ui_is_shown (fixture->dialog, "problem"));
  g_assert_null (fixture->saved);
  g_assert_cmpstr (gtk_editable_get_text (ui_find (fixture->dialog, "name_row")), ==, "Mia Chen");
  g_assert_cmpstr (gtk_editable_get_text (ui_find (fixture->dialog, "email_row")), ==, "mia@example.com");
  g_assert_true (can_save (fixture));

  g_signal_emit_by_name (ui_find_nth (ui_find (fixture->dialog, "problem"), GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_dup_clipboard ();
  g_assert_nonnull (strstr (copied, "status: 400"));
  g_assert_nonnull (strstr (copied, "error_id: err_7"));
}

static void
test_lost_answer_offers_who_is_there (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkListBoxRow *row;

  open_dialog (fixture, NULL);
  desk_scripted_server_add_raw (fixture->server, "POST /v1/end-users", "");
  desk_scripted_server_add (fixture->server, "GET /v1/end-users", 200,
                            "{\"end_users\":[{\"id\":\"eu_9\",\"name\":\"<b>Mia\",\"email\":\"mia@example.com\"}],\"links\":{}}");
  type (fixture, "email_row", "mia@example.com");
  ui_click (fixture->dialog, "save_button");
  UI_WAIT (ui_is_shown (fixture->dialog, "found_group"));
  g_assert_true (ui_has_text (ui_find (fixture->dialog, "found_list"), "<b>Mia"));

  row = gtk_list_box_get_row_at_index (ui_find (fixture->dialog, "found_list"), 0);
  g_signal_emit_by_name (ui_find (fixture->dialog, "found_list"), "row-activated", row);
  g_assert_cmpstr (desk_end_user_get_id (fixture->saved), ==, "eu_9");
}

static void
test_name_cannot_be_edited (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = desk_end_user_new ("eu_1", "Mia Chen", "mia@example.com", "+61491570006");

  open_dialog (fixture, end_user);
  g_assert_false (ui_is_shown (fixture->dialog, "name_row"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ui_find (fixture->dialog, "fixed_name_row")), ==, "Mia Chen");
  g_assert_cmpstr (gtk_editable_get_text (ui_find (fixture->dialog, "phone_row")), ==, "+61491570006");
  g_assert_true (can_save (fixture));
}

static void
test_row_shows_name_email_and_state (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GtkWidget) row = g_object_ref_sink (desk_end_user_row_new (fixture->directory));
  g_autoptr(DeskEndUser) end_user = desk_end_user_new ("eu_1", "Mia <b>Chen", "mia@example.com", NULL);
  g_autoptr(DeskEndUser) nameless = desk_end_user_new ("eu_2", NULL, "tom@example.com", NULL);

  desk_end_user_row_set_end_user (DESK_END_USER_ROW (row), end_user);
  g_assert_cmpstr (ui_get_text (row, "title"), ==, "Mia <b>Chen");
  g_assert_cmpstr (ui_get_text (row, "subtitle"), ==, "mia@example.com");
  g_assert_true (ui_has_text (row, "Not linked"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "Mia <b>Chen\nmia@example.com");

  desk_end_user_row_set_end_user (DESK_END_USER_ROW (row), nameless);
  g_assert_cmpstr (ui_get_text (row, "title"), ==, "tom@example.com");
  g_assert_false (ui_is_shown (row, "subtitle"));
}

typedef struct
{
  DeskAppFixture app;
  GtkWindow *window;
  GtkWidget *pane;
} PaneFixture;

static void
pane_set_up (PaneFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *tom = NULL;
  g_autofree char *nobody = NULL;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  tom = desk_test_sandbox_create_end_user (fixture->app.sandbox, "Tom Reid", "tom@example.org");
  nobody = desk_test_sandbox_create_end_user (fixture->app.sandbox, "Ngaire O'Brien", "third@example.com");
  desk_app_fixture_refresh (&fixture->app);
  fixture->pane = g_object_new (DESK_TYPE_END_USERS_PANE, NULL);
  desk_end_users_pane_set_context (DESK_END_USERS_PANE (fixture->pane), fixture->app.context);
  fixture->window = ui_show (fixture->pane, 300, 600);
}

static void
pane_tear_down (PaneFixture   *fixture,
                gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static guint
count_listed (PaneFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (ui_find (fixture->pane, "list_view"))));
}

static void
search (PaneFixture *fixture,
        const char  *text)
{
  gtk_editable_set_text (ui_find (fixture->pane, "search_entry"), text);
  g_signal_emit_by_name (ui_find (fixture->pane, "search_entry"), "search-changed");
}

static void
test_search_looks_into_all_that_is_known (PaneFixture   *fixture,
                                          gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_cmpuint (count_listed (fixture), ==, 3);
  search (fixture, "tOM r");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  search (fixture, "THIRD@");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  search (fixture, desk_end_user_get_id (fixture->app.end_user));
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  search (fixture, "nobody at all");
  g_assert_true (ui_has_text (ui_find (fixture->pane, "status"), "Nobody found"));
  search (fixture, "");
  g_assert_cmpuint (count_listed (fixture), ==, 3);
}

static void
test_search_looks_into_the_phone_number (PaneFixture   *fixture,
                                         gconstpointer  data)
{
  g_autoptr(DeskEndUser) reached = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  reached = desk_end_user_new (desk_end_user_get_id (fixture->app.end_user), "Mia Chen", "mia@example.com",
                               "+61400111222");
  desk_end_user_update_from (fixture->app.end_user, reached);
  search (fixture, "+614001");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
}

static void
test_choice_survives_a_search (PaneFixture   *fixture,
                               gconstpointer  data)
{
  DeskEndUsersPane *pane = DESK_END_USERS_PANE (fixture->pane);

  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (desk_end_users_pane_select (pane, desk_end_user_get_id (fixture->app.end_user)));
  g_assert_true (desk_end_users_pane_get_end_user (pane) == fixture->app.end_user);
  search (fixture, "tom");
  g_assert_true (desk_end_users_pane_get_end_user (pane) == fixture->app.end_user);
  search (fixture, "");
  g_assert_true (desk_end_users_pane_get_end_user (pane) == fixture->app.end_user);
  g_assert_true (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (ui_find (pane, "list_view")))) ==
                 fixture->app.end_user);
}

static void
test_unknown_id_is_not_chosen (PaneFixture   *fixture,
                               gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_false (desk_end_users_pane_select (DESK_END_USERS_PANE (fixture->pane), "eu_none"));
  g_assert_null (desk_end_users_pane_get_end_user (DESK_END_USERS_PANE (fixture->pane)));
}

static void
test_search_takes_and_hands_on_the_focus (PaneFixture   *fixture,
                                          gconstpointer  data)
{
  GtkWidget *entry;

  if (fixture->app.sandbox == NULL)
    return;

  entry = ui_find (fixture->pane, "search_entry");
  UI_WAIT (ui_find_nth (fixture->pane, DESK_TYPE_END_USER_ROW, 2) != NULL);
  desk_end_users_pane_focus_search (DESK_END_USERS_PANE (fixture->pane));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), entry));
  g_signal_emit_by_name (entry, "next-match");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), ui_find (fixture->pane, "list_view")));
}

static void
count_cb (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_pane_says_what_is_wrong (void)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (g_object_new (DESK_TYPE_END_USERS_PANE, NULL));
  DeskEndUsersPane *pane = DESK_END_USERS_PANE (widget);
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No network");
  guint n_retries = 0;

  desk_end_users_pane_set_loading (pane, TRUE, NULL);
  g_assert_true (ui_has_text (ui_find (pane, "status"), "Reading end users …"));
  desk_end_users_pane_set_loading (pane, FALSE, error);
  g_assert_true (ui_has_text (ui_find (pane, "status"), "No network"));

  g_signal_connect_swapped (pane, "retry", G_CALLBACK (count_cb), &n_retries);
  g_signal_emit_by_name (ui_find (pane, "status"), "retry");
  g_assert_cmpuint (n_retries, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/end-user-dialog/only-a-whole-email-can-be-saved", test_only_a_whole_email_can_be_saved);
  ADD ("/end-user-dialog/phone-is-international-or-left-out", test_phone_is_international_or_left_out);
  ADD ("/end-user-dialog/saved-end-user-is-handed-over", test_saved_end_user_is_handed_over);
  ADD ("/end-user-dialog/error-keeps-the-input", test_error_keeps_the_input);
  ADD ("/end-user-dialog/lost-answer-offers-who-is-there", test_lost_answer_offers_who_is_there);
  ADD ("/end-user-dialog/name-cannot-be-edited", test_name_cannot_be_edited);
  ADD ("/end-user-row/shows-name-email-and-state", test_row_shows_name_email_and_state);
#undef ADD
#define ADD(path, function) g_test_add ("/end-users-pane/" path, PaneFixture, NULL, pane_set_up, function, pane_tear_down)
  ADD ("search-looks-into-all-that-is-known", test_search_looks_into_all_that_is_known);
  ADD ("search-looks-into-the-phone-number", test_search_looks_into_the_phone_number);
  ADD ("choice-survives-a-search", test_choice_survives_a_search);
  ADD ("unknown-id-is-not-chosen", test_unknown_id_is_not_chosen);
  ADD ("search-takes-and-hands-on-the-focus", test_search_takes_and_hands_on_the_focus);
#undef ADD
  g_test_add_func ("/end-users-pane/says-what-is-wrong", test_pane_says_what_is_wrong);

  return g_test_run ();
}
