/* test-sandbox-window.c: the controls of the built-in sandbox, beside the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-consent-window.h"
#include "desk-fault-row.h"
#include "desk-sandbox-window.h"
#include "desk-test-context.h"
#include "desk-test-folder.h"
#include "desk-test-sandbox.h"
#include "desk-window.h"
#include "ui-probe.h"

typedef struct
{
  char        *folder;
  DeskContext *context;
  DeskWindow  *window;
  GtkWidget   *controls;
} Fixture;

static DeskDirectory *
get_directory (Fixture *fixture)
{
  return desk_context_get_directory (fixture->context);
}

static gboolean
is_ready (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (ui_find (fixture->window, "stack")), "panes") == 0;
}

static void
refreshed_cb (gboolean *refreshed)
{
  *refreshed = TRUE;
}

/* Lets the first list come, so that nothing but the window's own asking shows later what the sandbox has changed. */
static void
wait_for_first_list (Fixture *fixture)
{
  gboolean refreshed = FALSE;

  UI_WAIT (is_ready (fixture));
  g_signal_connect_swapped (get_directory (fixture), "refreshed", G_CALLBACK (refreshed_cb), &refreshed);
  UI_WAIT (refreshed);
  g_signal_handlers_disconnect_by_data (get_directory (fixture), &refreshed);
}

static void
create_end_user (Fixture *fixture)
{
  g_autoptr(DeskEndUser) end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-end-user", "s",
                              desk_end_user_get_id (end_user));
  UI_WAIT (desk_window_get_end_user (fixture->window) != NULL);
}

/* Returns: (transfer none): the page of that name, which is shown now */
static GtkWidget *
show_page (Fixture    *fixture,
           const char *name)
{
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (fixture->controls), name);

  return GTK_WIDGET (adw_preferences_window_get_visible_page (ADW_PREFERENCES_WINDOW (fixture->controls)));
}

/* Returns: (transfer none) (nullable) */
static gpointer
find_row (GtkWidget  *page,
          const char *title)
{
  AdwPreferencesRow *row;

  for (guint i = 0; (row = ui_find_nth (page, ADW_TYPE_PREFERENCES_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (row), title) == 0)
      return row;

  return NULL;
}

static void
press_row (GtkWidget  *page,
           const char *title)
{
  gpointer row = find_row (page, title);

  g_assert_nonnull (row);
  adw_action_row_activate (row);
}

static GtkButton *
find_button (GtkWidget  *page,
             const char *label)
{
  GtkButton *button;

  for (guint i = 0; (button = ui_find_nth (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
      return button;

  return NULL;
}

static void
wait_for_page (GtkWidget *page)
{
  UI_WAIT (gtk_widget_get_sensitive (page));
}

static void
wait_for_window (Fixture *fixture)
{
  UI_WAIT (!desk_window_get_busy (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();

  if (!desk_test_sandbox_is_there ())
    return;

  fixture->folder = desk_test_folder_new ();
  fixture->context = desk_context_new (environment, fixture->folder, g_getenv ("DESK_TEST_SANDBOX"));
  fixture->window = DESK_WINDOW (desk_window_new (NULL, fixture->context));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_first_list (fixture);
  create_end_user (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sandbox-controls", NULL);
  fixture->controls = ui_find_window (DESK_TYPE_SANDBOX_WINDOW);
  UI_WAIT (find_row (show_page (fixture, "people"), "Mia Chen") != NULL);
  UI_WAIT (ui_find_nth (show_page (fixture, "faults"), DESK_TYPE_FAULT_ROW, 0) != NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->context);
  if (fixture->folder != NULL)
    desk_test_folder_free (fixture->folder);
}

/* Returns: (transfer full): the consent of the end user */
static DeskConsent *
grant (Fixture *fixture)
{
  GListModel *consents = desk_directory_get_consents (get_directory (fixture),
                                                      desk_end_user_get_id (desk_window_get_end_user (fixture->window)));

  g_signal_emit_by_name (find_button (show_page (fixture, "people"), "Grant"), "clicked");
  UI_WAIT (g_list_model_get_n_items (consents) == 1);
  wait_for_page (show_page (fixture, "people"));
  wait_for_window (fixture);

  return g_list_model_get_item (consents, 0);
}

/* Returns: (transfer none): the window of the consent, which is active */
static gpointer
open_consent (Fixture     *fixture,
              DeskConsent *consent)
{
  gpointer window;

  desk_window_show_consent (fixture->window, desk_consent_get_id (consent));
  window = ui_find_window (DESK_TYPE_CONSENT_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (ui_is_shown (window, "end_group"));

  return window;
}

static void
test_moved_clock_ends_consent_in_open_window (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  gpointer window;

  if (fixture->window == NULL)
    return;

  consent = grant (fixture);
  window = open_consent (fixture, consent);
  for (guint i = 0; i < 5 && ui_is_shown (window, "end_group"); i++)
    {
      GtkWidget *page = show_page (fixture, "clock");

      press_row (page, "90 days later");
      g_assert_false (gtk_widget_get_sensitive (page));
      wait_for_page (page);
    }

  g_assert_false (ui_is_shown (window, "end_group"));
  g_assert_true (ui_has_text (window, "Ended"));
}

static void
test_granted_data_are_fetched (Fixture       *fixture,
                               gconstpointer  data)
{
  DeskAppFixture app = { .context = fixture->context };
  g_autoptr(DeskConsent) consent = NULL;

  if (fixture->window == NULL)
    return;

  consent = grant (fixture);
  UI_WAIT (desk_app_fixture_count_rows (&app, desk_consent_get_end_user_id (consent), "banking.transactions") > 0);
}

static void
test_state_counts_what_there_is (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  GtkWidget *page;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "state");
  UI_WAIT (ui_has_text (page, "0 active, 0 ended"));
  consent = grant (fixture);
  page = show_page (fixture, "state");
  UI_WAIT (ui_has_text (page, "1 active, 0 ended"));
  press_row (show_page (fixture, "consents"), "Let it expire");
  wait_for_page (show_page (fixture, "consents"));
  page = show_page (fixture, "state");
  UI_WAIT (ui_has_text (page, "0 active, 1 ended"));
}

static void
test_state_lists_requests (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *page;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "state");
  UI_WAIT (find_row (page, "POST /v1/end-users") != NULL);
  g_assert_null (find_row (page, "GET /sandbox/state"));
}

static void
test_consequence_is_told_before (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  gpointer row;

  if (fixture->window == NULL)
    return;

  consent = grant (fixture);
  row = find_row (show_page (fixture, "clock"), "1 day later");
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (row), "No consent expires."));
}

static void
test_clock_does_not_go_back (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *page;
  gpointer row;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "clock");
  row = find_row (page, "Set to: 2026-12-24 09:00");
  gtk_editable_set_text (row, "2001-01-01");
  g_signal_emit_by_name (row, "apply");
  g_assert_true (ui_has_text (page, "The clock goes forward only. To begin again, reset the sandbox below."));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "2001-01-01");

  gtk_editable_set_text (row, "soon");
  g_signal_emit_by_name (row, "apply");
  g_assert_true (ui_has_text (page, "Write the day and, if you like, the time: 2026-12-24 09:00"));
}

static void
test_clock_is_set_to_a_day (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *page;
  gpointer row;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "clock");
  row = find_row (page, "Set to: 2026-12-24 09:00");
  gtk_editable_set_text (row, "2099-12-24 09:00");
  g_signal_emit_by_name (row, "apply");
  wait_for_page (page);
  g_assert_nonnull (find_row (page, "24 Dec 2099, 09:00"));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
}

static void
test_ending_shows_ended (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  GtkWidget *page;
  gpointer window;

  if (fixture->window == NULL)
    return;

  consent = grant (fixture);
  window = open_consent (fixture, consent);
  page = show_page (fixture, "consents");
  press_row (page, data);
  UI_WAIT (!ui_is_shown (window, "end_group"));
  g_assert_true (ui_has_text (window, "Ended"));
  g_assert_nonnull (find_row (page, "Nothing is shared"));
}

static GtkSwitch *
find_switch (GtkWidget  *page,
             const char *name)
{
  DeskFaultRow *row;

  for (guint i = 0; (row = ui_find_nth (page, DESK_TYPE_FAULT_ROW, i)) != NULL; i++)
    if (g_str_equal (desk_fault_switch_get_name (desk_fault_row_get_fault (row)), name))
      return ui_find_nth (row, GTK_TYPE_SWITCH, 0);

  return NULL;
}

static gboolean
refresh_directory (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_directory_refresh_async (get_directory (fixture), NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_directory_refresh_finish (get_directory (fixture), result, NULL);
}

static void
test_fault_is_marked_while_it_is_on (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWidget *page;
  GtkSwitch *toggle;

  if (fixture->window == NULL)
    return;

  g_object_set (desk_context_get_client (fixture->context), "retry-delay", 0, NULL);
  page = show_page (fixture, "faults");
  toggle = find_switch (page, "http-500");
  gtk_switch_set_active (toggle, TRUE);
  wait_for_page (page);
  g_assert_true (gtk_switch_get_state (toggle));
  g_assert_nonnull (find_row (page, "1 fault on"));
  g_assert_true (ui_is_shown (fixture->window, "fault_pill"));
  g_assert_cmpstr (ui_get_text (fixture->window, "fault_label"), ==, "1 fault on");
  g_assert_false (refresh_directory (fixture));

  g_signal_emit_by_name (find_button (page, "Switch _all off"), "clicked");
  wait_for_page (page);
  g_assert_false (gtk_switch_get_state (toggle));
  g_assert_false (ui_is_shown (fixture->window, "fault_pill"));
  g_assert_true (refresh_directory (fixture));
}

static void
test_bad_parameter_keeps_the_input (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *row;
  GtkEditable *entry;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "faults");
  row = gtk_widget_get_ancestor (GTK_WIDGET (find_switch (page, "latency")), DESK_TYPE_FAULT_ROW);
  entry = ui_find_nth (row, ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (entry, "soon");
  gtk_switch_set_active (find_switch (page, "latency"), TRUE);
  wait_for_page (page);
  g_assert_false (gtk_switch_get_active (find_switch (page, "latency")));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "soon");
  g_assert_nonnull (find_row (page, "Nothing goes wrong"));
}

static void
test_reset_empties_the_window (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  GtkWidget *page;
  gpointer dialog;

  if (fixture->window == NULL)
    return;

  consent = grant (fixture);
  page = show_page (fixture, "clock");
  g_signal_emit_by_name (find_button (page, "_Reset the sandbox …"), "clicked");
  dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, "reset");
  UI_WAIT (desk_window_get_end_user (fixture->window) == NULL);
  wait_for_page (page);
  g_assert_cmpuint (g_list_model_get_n_items (desk_directory_get_end_users (get_directory (fixture))), ==, 0);
  g_assert_true (refresh_directory (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (desk_directory_get_end_users (get_directory (fixture))), ==, 0);
  g_assert_nonnull (find_row (show_page (fixture, "consents"), "Nothing is shared"));
}

static void
test_log_in_is_copied (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *page;
  gpointer row;
  g_autofree char *copied = NULL;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "people");
  row = find_row (page, "Mia Chen");
  g_signal_emit_by_name (ui_find_nth (row, GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_dup_clipboard ();
  g_assert_nonnull (copied);
  g_assert_nonnull (strchr (copied, '@'));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), copied));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "Wattle Bank"));
}

static gboolean
has_webhook (Fixture *fixture)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (desk_window_get_context (fixture->window)));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      if (desk_inspector_entry_get_webhook (entry) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_webhook_is_sent_to_the_window (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(DeskConsent) consent = NULL;
  GtkWidget *page;

  if (fixture->window == NULL)
    return;

  page = show_page (fixture, "webhooks");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_button (page, "_Send"))));

  consent = grant (fixture);
  page = show_page (fixture, "webhooks");
  g_signal_emit_by_name (find_button (page, "_Send"), "clicked");
  wait_for_page (page);
  UI_WAIT (has_webhook (fixture));
}

static void
test_may_be_closed_while_it_loads (Fixture       *fixture,
                                   gconstpointer  data)
{
  DeskWindow *window;
  GtkWidget *controls;

  if (fixture->window == NULL)
    return;

  gtk_window_destroy (GTK_WINDOW (fixture->controls));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sandbox-controls", NULL);
  controls = ui_find_window (DESK_TYPE_SANDBOX_WINDOW);
  window = g_steal_pointer (&fixture->window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (controls), (gpointer *) &controls);
  gtk_window_destroy (GTK_WINDOW (window));
  UI_WAIT (window == NULL && controls == NULL);
}

static void
test_other_environments_have_no_controls (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskEnvironment) environment = desk_environment_new_temporary ("http://127.0.0.1:1/v1", "http://127.0.0.1:1",
                                                                           &error);
  g_autoptr(DeskContext) context = desk_context_new (environment, NULL, NULL);
  GtkWidget *window = desk_window_new (NULL, context);

  g_assert_no_error (error);
  gtk_widget_activate_action (window, "win.sandbox-controls", NULL);
  g_assert_null (ui_find_window (DESK_TYPE_SANDBOX_WINDOW));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, data, func) g_test_add ("/ui/sandbox-window/" name, Fixture, data, set_up, func, tear_down)
  ADD ("state-counts-what-there-is", NULL, test_state_counts_what_there_is);
  ADD ("state-lists-requests", NULL, test_state_lists_requests);
  ADD ("moved-clock-ends-consent-in-open-window", NULL, test_moved_clock_ends_consent_in_open_window);
  ADD ("granted-data-are-fetched", NULL, test_granted_data_are_fetched);
  ADD ("consequence-is-told-before", NULL, test_consequence_is_told_before);
  ADD ("clock-does-not-go-back", NULL, test_clock_does_not_go_back);
  ADD ("clock-is-set-to-a-day", NULL, test_clock_is_set_to_a_day);
  ADD ("ended-at-the-institution", "End it at the institution", test_ending_shows_ended);
  ADD ("expired", "Let it expire", test_ending_shows_ended);
  ADD ("accounts-closed", "Close its accounts", test_ending_shows_ended);
  ADD ("fault-is-marked-while-it-is-on", NULL, test_fault_is_marked_while_it_is_on);
  ADD ("bad-parameter-keeps-the-input", NULL, test_bad_parameter_keeps_the_input);
  ADD ("reset-empties-the-window", NULL, test_reset_empties_the_window);
  ADD ("log-in-is-copied", NULL, test_log_in_is_copied);
  ADD ("webhook-is-sent-to-the-window", NULL, test_webhook_is_sent_to_the_window);
  ADD ("may-be-closed-while-it-loads", NULL, test_may_be_closed_while_it_loads);
#undef ADD
  g_test_add_func ("/ui/sandbox-window/other-environments-have-no-controls", test_other_environments_have_no_controls);

  return g_test_run ();
}
