/* test-window.c: the main window on a real sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-consent-dialog.h"
#include "desk-consent-window.h"
#include "desk-end-user-dialog.h"
#include "desk-window.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture app;
  DeskWindow *window;
} Fixture;

static const char *
get_id (Fixture *fixture)
{
  return desk_end_user_get_id (fixture->app.end_user);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action,
                                                     parameter != NULL ? g_variant_new_string (parameter) : NULL));
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *action,
             const char *part)
{
  GtkWidget *parent = ui_find (fixture->window, part);
  GtkWidget *button;

  for (guint i = 0; (button = ui_find_nth (parent, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
        return button;
    }

  return NULL;
}

static gboolean
can (Fixture    *fixture,
     const char *action,
     const char *pane)
{
  return gtk_widget_is_sensitive (find_button (fixture, action, pane));
}

static gboolean
is_ready (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (ui_find (fixture->window, "stack")), "panes") == 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  if (data != NULL)
    {
      g_autofree char *consent_id = desk_test_sandbox_grant (fixture->app.sandbox, get_id (fixture), data);

      g_assert_nonnull (consent_id);
    }
  fixture->window = DESK_WINDOW (desk_window_new (NULL, fixture->app.context));
  gtk_window_present (GTK_WINDOW (fixture->window));
  UI_WAIT (is_ready (fixture));
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
choose_end_user (Fixture *fixture)
{
  activate (fixture, "win.select-end-user", get_id (fixture));
  UI_WAIT (desk_window_get_end_user (fixture->window) != NULL);
}

static void
fetch_all (Fixture *fixture)
{
  choose_end_user (fixture);
  UI_WAIT (desk_window_get_busy (fixture->window));
  UI_WAIT (!desk_window_get_busy (fixture->window));
}

static guint
count_transactions (Fixture *fixture)
{
  return desk_app_fixture_count_rows (&fixture->app, get_id (fixture), "banking.transactions");
}

static void
test_nothing_can_be_done_with_nobody (Fixture       *fixture,
                                      gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (desk_window_get_context (fixture->window) == fixture->app.context);
  g_assert_null (desk_window_get_end_user (fixture->window));
  g_assert_false (can (fixture, "win.link-account", "end_user_pane"));
  g_assert_true (can (fixture, "win.new-end-user", "end_users_pane"));
  g_assert_true (can (fixture, "win.refresh", "data_pane"));

  choose_end_user (fixture);
  g_assert_true (can (fixture, "win.link-account", "end_user_pane"));
}

static void
test_no_pane_is_blank_at_the_start (Fixture       *fixture,
                                    gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (ui_has_text (ui_find (fixture->window, "data_pane"), "The data will be here"));
  g_assert_true (ui_has_text (ui_find (fixture->window, "end_user_pane"), "Nobody is chosen"));
}

static void
test_data_are_fetched_once_by_themselves (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(DeskEndUser) other = NULL;
  guint n_transactions;

  if (fixture->app.sandbox == NULL)
    return;

  fetch_all (fixture);
  other = desk_app_fixture_create (&fixture->app, "tom@example.com");
  activate (fixture, "win.select-end-user", desk_end_user_get_id (other));
  g_assert_true (desk_window_get_end_user (fixture->window) == other);
  choose_end_user (fixture);
  g_assert_false (desk_window_get_busy (fixture->window));

  n_transactions = count_transactions (fixture);
  g_assert_cmpuint (n_transactions, >, 0);
  activate (fixture, "win.refresh", NULL);
  g_assert_true (desk_window_get_busy (fixture->window));
  UI_WAIT (!desk_window_get_busy (fixture->window));
  g_assert_cmpuint (count_transactions (fixture), ==, n_transactions);
}

static void
test_shows_what_is_shared (Fixture       *fixture,
                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  activate (fixture, "win.show-resource", "banking.transactions");
  fetch_all (fixture);
  g_assert_true (g_str_has_suffix (ui_get_text (ui_find (fixture->window, "data_pane"), "title"), "Energy accounts"));
  activate (fixture, "win.show-resource", "energy.service-points");
  g_assert_true (g_str_has_suffix (ui_get_text (ui_find (fixture->window, "data_pane"), "title"), "Service points"));
}

static void
kill_sandbox_cb (Fixture *fixture)
{
  GtkLabel *label = ui_find (ui_find (fixture->window, "sync_bar"), "label");

  if (strstr (gtk_label_get_text (label), "fetching Transactions") == NULL)
    return;
  g_signal_handlers_disconnect_by_func (label, kill_sandbox_cb, fixture);
  desk_test_sandbox_kill (fixture->app.sandbox);
}

static void
test_retry_after_a_crash_loses_and_doubles_nothing (Fixture       *fixture,
                                                    gconstpointer  data)
{
  GtkWidget *bar;
  guint n_expected;

  if (fixture->app.sandbox == NULL)
    return;

  fetch_all (fixture);
  n_expected = count_transactions (fixture);
  g_assert_cmpuint (n_expected, >, 0);

  bar = ui_find (fixture->window, "sync_bar");
  g_signal_connect_swapped (ui_find (bar, "label"), "notify::label", G_CALLBACK (kill_sandbox_cb), fixture);
  activate (fixture, "win.refresh", NULL);
  UI_WAIT (!desk_window_get_busy (fixture->window));

  g_assert_true (ui_is_shown (bar, "retry_button"));
  g_assert_nonnull (strstr (ui_get_text (bar, "label"), "could not be"));
  g_assert_true (is_ready (fixture));
  g_assert_true (can (fixture, "win.new-end-user", "end_users_pane"));
  g_assert_cmpuint (count_transactions (fixture), ==, n_expected);

  desk_test_sandbox_restart (fixture->app.sandbox);
  ui_click (bar, "retry_button");
  UI_WAIT (!desk_window_get_busy (fixture->window));
  g_assert_false (ui_is_shown (bar, "retry_button"));
  g_assert_cmpuint (count_transactions (fixture), ==, n_expected);
}

static void
test_delete_says_the_consequence_and_removes_the_rows (Fixture       *fixture,
                                                       gconstpointer  data)
{
  GtkWindow *question;
  const char *body;

  if (fixture->app.sandbox == NULL)
    return;

  fetch_all (fixture);
  g_assert_cmpuint (count_transactions (fixture), >, 0);
  activate (fixture, "win.delete-end-user", NULL);
  question = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question));
  g_assert_nonnull (strstr (body, "Mia Chen"));
  g_assert_nonnull (strstr (body, "1 consent ends at once"));
  g_assert_nonnull (strstr (body, "cannot be undone"));

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "delete");
  UI_WAIT (desk_window_get_end_user (fixture->window) == NULL);
  UI_WAIT (count_transactions (fixture) == 0);
}

static void
test_delete_of_somebody_without_consents (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWindow *question;

  if (fixture->app.sandbox == NULL)
    return;

  choose_end_user (fixture);
  activate (fixture, "win.delete-end-user", NULL);
  question = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), ==,
                   "Mia Chen is deleted at the service and here. This cannot be undone.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "keep");
}

static void
test_kept_end_user_stays (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWindow *question;

  if (fixture->app.sandbox == NULL)
    return;

  fetch_all (fixture);
  activate (fixture, "win.delete-end-user", NULL);
  question = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "keep");
  desk_app_fixture_refresh (&fixture->app);
  g_assert_true (desk_window_get_end_user (fixture->window) == fixture->app.end_user);
  g_assert_cmpuint (count_transactions (fixture), >, 0);
}

static void
test_dialogs_open (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *copied = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  choose_end_user (fixture);
  activate (fixture, "win.edit-end-user", NULL);
  g_assert_cmpstr (gtk_window_get_title (ui_find_window (DESK_TYPE_END_USER_DIALOG)), ==, "Edit end user");
  gtk_window_close (ui_find_window (DESK_TYPE_END_USER_DIALOG));
  activate (fixture, "win.new-end-user", NULL);
  g_assert_cmpstr (gtk_window_get_title (ui_find_window (DESK_TYPE_END_USER_DIALOG)), ==, "New end user");
  gtk_window_close (ui_find_window (DESK_TYPE_END_USER_DIALOG));
  activate (fixture, "win.copy-end-user-id", NULL);
  copied = ui_dup_clipboard ();
  g_assert_cmpstr (copied, ==, get_id (fixture));
}

static int
open_consent_dialog_and_get_way (Fixture *fixture)
{
  int way;

  activate (fixture, "win.link-account", NULL);
  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_DIALOG) != NULL);
  g_object_get (ui_find_window (DESK_TYPE_CONSENT_DIALOG), "way", &way, NULL);

  return way;
}

static void
test_way_of_linking_is_remembered (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *dialog;

  if (fixture->app.sandbox == NULL)
    return;

  choose_end_user (fixture);
  g_assert_cmpint (open_consent_dialog_and_get_way (fixture), ==, DESK_LINK_WAY_REDIRECT);
  dialog = GTK_WIDGET (ui_find_window (DESK_TYPE_CONSENT_DIALOG));
  /* One for the next time is prepared before the way is chosen in this one. */
  g_signal_emit_by_name (ui_find (fixture->window, "end_user_pane"), "link-intended");
  g_assert_true (gtk_widget_activate_action (dialog, "link.way", "s", "embedded"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_DIALOG) == NULL);
  g_assert_cmpint (open_consent_dialog_and_get_way (fixture), ==, DESK_LINK_WAY_EMBEDDED);
}

static void
test_new_end_user_is_linked_at_once (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWindow *dialog;

  if (fixture->app.sandbox == NULL)
    return;

  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_DIALOG) == NULL);
  activate (fixture, "win.new-end-user", NULL);
  dialog = ui_find_window (DESK_TYPE_END_USER_DIALOG);
  gtk_editable_set_text (ui_find (dialog, "email_row"), "tom@example.com");
  ui_click (dialog, "link_button");
  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_DIALOG) != NULL);
  g_assert_cmpstr (desk_end_user_get_email (desk_window_get_end_user (fixture->window)), ==, "tom@example.com");
}

static void
test_choice_ends_a_search_that_hides_it (Fixture       *fixture,
                                         gconstpointer  data)
{
  GtkEditable *search = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  search = ui_find (ui_find (fixture->window, "end_users_pane"), "search_entry");
  gtk_editable_set_text (search, "zebra");
  g_signal_emit_by_name (search, "search-changed");
  activate (fixture, "win.select-end-user", get_id (fixture));
  g_assert_true (desk_window_get_end_user (fixture->window) == fixture->app.end_user);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
}

static void
test_who_is_new_is_chosen (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DeskEndUser) made_without_answer = NULL;
  g_autofree char *id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  id = desk_test_sandbox_create_end_user (fixture->app.sandbox, "Tom Reid", "tom@example.com");
  made_without_answer = desk_end_user_new (id, NULL, "tom@example.com", NULL);
  activate (fixture, "win.new-end-user", NULL);
  g_signal_emit_by_name (ui_find_window (DESK_TYPE_END_USER_DIALOG), "saved", made_without_answer);
  UI_WAIT (desk_window_get_end_user (fixture->window) != NULL);
  g_assert_cmpstr (desk_end_user_get_id (desk_window_get_end_user (fixture->window)), ==, id);
}

static void
test_error_can_be_copied (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *copied = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  desk_test_sandbox_kill (fixture->app.sandbox);
  activate (fixture, "win.refresh", NULL);
  UI_WAIT (find_button (fixture, "win.copy-text", "toasts") != NULL);
  g_signal_emit_by_name (find_button (fixture, "win.copy-text", "toasts"), "clicked");
  copied = ui_dup_clipboard ();
  g_assert_nonnull (strstr (copied, "could not be"));
}

static void
test_other_windows_go_with_it (Fixture       *fixture,
                               gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  choose_end_user (fixture);
  activate (fixture, "win.edit-end-user", NULL);
  g_assert_nonnull (ui_find_window (DESK_TYPE_END_USER_DIALOG));
  activate (fixture, "win.refresh", NULL);
  gtk_window_close (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  UI_WAIT (ui_find_window (DESK_TYPE_END_USER_DIALOG) == NULL);
}

/* Shown or not. */
static gboolean
is_there (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return TRUE;
    }

  return FALSE;
}

static void
test_prepared_dialog_goes_with_it (Fixture       *fixture,
                                   gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  choose_end_user (fixture);
  g_signal_emit_by_name (ui_find (fixture->window, "end_user_pane"), "link-intended");
  g_assert_true (is_there (DESK_TYPE_CONSENT_DIALOG));
  gtk_window_close (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  UI_WAIT (!is_there (DESK_TYPE_CONSENT_DIALOG));
}

static void
test_ended_consent_takes_its_data_along (Fixture       *fixture,
                                         gconstpointer  data)
{
  GtkWindow *window;

  if (fixture->app.sandbox == NULL)
    return;

  fetch_all (fixture);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (ui_find (ui_find (fixture->window, "end_user_pane"), "consents"), 0),
                         "activate");
  window = ui_find_window (DESK_TYPE_CONSENT_WINDOW);
  g_assert_true (ui_has_text (window, "Transactions and their descriptions"));
  ui_click (window, "end_button");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ui_find_window (ADW_TYPE_MESSAGE_DIALOG)), "end");
  UI_WAIT (ui_is_shown (window, "receipt"));
  UI_WAIT (count_transactions (fixture) == 0);
  UI_WAIT (ui_has_text (ui_find (fixture->window, "data_pane"), "Nothing is shared now"));
}

static DeskConsent *
get_consent (Fixture *fixture)
{
  return g_list_model_get_item (desk_directory_get_consents (desk_context_get_directory (fixture->app.context),
                                                             get_id (fixture)), 0);
}

static void
test_consent_can_be_asked_for_by_its_id (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  GtkWindow *window;

  if (fixture->app.sandbox == NULL)
    return;

  UI_WAIT (g_list_model_get_n_items (desk_directory_get_consents (desk_context_get_directory (fixture->app.context),
                                                                  get_id (fixture))) > 0);
  consent = get_consent (fixture);
  desk_window_show_consent (fixture->window, desk_consent_get_id (consent));
  window = ui_find_window (DESK_TYPE_CONSENT_WINDOW);
  g_assert_true (desk_consent_window_get_consent (DESK_CONSENT_WINDOW (window)) == consent);
  g_assert_cmpstr (desk_end_user_get_id (desk_window_get_end_user (fixture->window)), ==, get_id (fixture));

  desk_window_show_consent (fixture->window, desk_consent_get_id (consent));
  gtk_window_destroy (window);
  g_assert_null (ui_find_window (DESK_TYPE_CONSENT_WINDOW));
}

static void
test_consent_that_is_gone_is_said_to_be_so (Fixture       *fixture,
                                            gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_window_show_consent (fixture->window, "no-such-consent");
  UI_WAIT (ui_has_text (fixture->window, "This consent is not listed any more"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, institution_id, function) \
  g_test_add ("/window/" path, Fixture, institution_id, set_up, function, tear_down)
  ADD ("nothing-can-be-done-with-nobody", NULL, test_nothing_can_be_done_with_nobody);
  ADD ("no-pane-is-blank-at-the-start", NULL, test_no_pane_is_blank_at_the_start);
  ADD ("dialogs-open", NULL, test_dialogs_open);
  ADD ("way-of-linking-is-remembered", NULL, test_way_of_linking_is_remembered);
  ADD ("new-end-user-is-linked-at-once", NULL, test_new_end_user_is_linked_at_once);
  ADD ("choice-ends-a-search-that-hides-it", NULL, test_choice_ends_a_search_that_hides_it);
  ADD ("who-is-new-is-chosen", NULL, test_who_is_new_is_chosen);
  ADD ("error-can-be-copied", NULL, test_error_can_be_copied);
  ADD ("other-windows-go-with-it", NULL, test_other_windows_go_with_it);
  ADD ("prepared-dialog-goes-with-it", NULL, test_prepared_dialog_goes_with_it);
  ADD ("delete-of-somebody-without-consents", NULL, test_delete_of_somebody_without_consents);
  ADD ("consent-that-is-gone-is-said-to-be-so", NULL, test_consent_that_is_gone_is_said_to_be_so);
  ADD ("consent-can-be-asked-for-by-its-id", DESK_TEST_BANK, test_consent_can_be_asked_for_by_its_id);
  ADD ("data-are-fetched-once-by-themselves", DESK_TEST_BANK, test_data_are_fetched_once_by_themselves);
  ADD ("shows-what-is-shared", DESK_TEST_RETAILER, test_shows_what_is_shared);
  ADD ("retry-after-a-crash-loses-and-doubles-nothing", DESK_TEST_BANK,
       test_retry_after_a_crash_loses_and_doubles_nothing);
  ADD ("delete-says-the-consequence-and-removes-the-rows", DESK_TEST_BANK,
       test_delete_says_the_consequence_and_removes_the_rows);
  ADD ("kept-end-user-stays", DESK_TEST_BANK, test_kept_end_user_stays);
  ADD ("ended-consent-takes-its-data-along", DESK_TEST_BANK, test_ended_consent_takes_its_data_along);
#undef ADD

  return g_test_run ();
}
