/* test-environments.c: adding environments, and what is different in production
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>

#include "desk-application.h"
#include "desk-consent-window.h"
#include "desk-environment-dialog.h"
#include "desk-environments-window.h"
#include "desk-production-band.h"
#include "desk-scripted-server.h"
#include "desk-test-folder.h"
#include "desk-tunnel-row.h"
#include "desk-window.h"
#include "ui-probe.h"

#define SECRET           "the-client-secret"
#define TEST_OFFER       "[{\"id\":\"88888\",\"name\":\"Wattle Bank\",\"is_accessible\":true}]"
#define PRODUCTION_OFFER "[{\"id\":\"1\",\"name\":\"Real Bank\",\"is_accessible\":true}]"
#define N_ANSWERS 4

#define END_USERS        "{\"end_users\":[{\"end_user_id\":\"eu_1\",\"name\":\"Mia\",\"email\":\"mia@example.com\"}],\"links\":{}}"
#define CONSENTS         "{\"consents\":[{\"arrangement_id\":\"c_1\",\"end_user_id\":\"eu_1\",\"institution_id\":\"1\"," \
                         "\"active\":true,\"permissions\":[],\"created_at\":\"2026-01-01T00:00:00Z\"," \
                         "\"expires_at\":\"2099-01-01T00:00:00Z\"}],\"links\":{}}"

/* The entries of the dialog, from the top. */
enum
{
  ENTRY_NAME,
  ENTRY_CLIENT_ID,
  ENTRY_SECRET,
  ENTRY_API,
  ENTRY_AUTH,
  ENTRY_REQUEST_RATE,
  ENTRY_REDIRECT,
  ENTRY_CANCEL,
  ENTRY_TIMEOUT,
  ENTRY_BROWSER_PORT,
  ENTRY_WEBHOOK_PORT,
};

typedef struct
{
  char               *folder;
  DeskScriptedServer *server;
  DeskApplication    *application;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  /* GTK lets go of a place on the bus only when the main loop comes round to it. */
  static guint n_tests;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = desk_test_folder_new ();
  fixture->server = desk_scripted_server_new ();
  fixture->application = desk_application_new (fixture->folder, "/nowhere/sandbox");
  g_application_set_flags (G_APPLICATION (fixture->application), G_APPLICATION_NON_UNIQUE);
  id = g_strdup_printf ("%s.Test%u", APPLICATION_ID, n_tests++);
  g_application_set_application_id (G_APPLICATION (fixture->application), id);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (fixture->application));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GList *windows;
  gpointer dialog;

  while ((dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL)
    gtk_window_destroy (dialog);
  while ((dialog = ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG)) != NULL)
    gtk_window_destroy (dialog);
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))) != NULL)
    gtk_window_destroy (windows->data);
  g_clear_object (&fixture->application);
  g_clear_pointer (&fixture->server, desk_scripted_server_free);
  desk_test_folder_free (fixture->folder);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action,
                                  name != NULL ? g_variant_new_string (name) : NULL);
}

static DeskWindow *
find_window (Fixture    *fixture,
             const char *name)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); item != NULL; item = item->next)
    {
      if (DESK_IS_WINDOW (item->data) &&
          g_str_equal (desk_environment_get_name (desk_context_get_environment (desk_window_get_context (item->data))), name))
        return item->data;
    }

  return NULL;
}

static void
type (gpointer    dialog,
      guint       entry,
      const char *text)
{
  gtk_editable_set_text (ui_find_nth (dialog, ADW_TYPE_ENTRY_ROW, entry), text);
}

static gpointer
open_dialog (Fixture *fixture)
{
  gpointer dialog;

  activate (fixture, "add-environment", NULL);
  dialog = ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG);
  g_assert_nonnull (dialog);
  type (dialog, ENTRY_NAME, "Work");
  type (dialog, ENTRY_CLIENT_ID, "2Xb");
  type (dialog, ENTRY_SECRET, SECRET);
  type (dialog, ENTRY_API, desk_scripted_server_get_api_uri (fixture->server));
  type (dialog, ENTRY_AUTH, desk_scripted_server_get_origin (fixture->server));

  return dialog;
}

/* More often than one window asks: one that is going away may ask too. */
static void
answer (Fixture    *fixture,
        const char *offer)
{
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      desk_scripted_server_add (fixture->server, "GET /v1/institutions", 200, offer);
      desk_scripted_server_add (fixture->server, "GET /v1/end-users", 200, END_USERS);
      desk_scripted_server_add (fixture->server, "GET /v1/consent", 200, CONSENTS);
    }
}

static gboolean
is_judged (DeskWindow *window)
{
  DeskEnvironment *environment = desk_context_get_environment (desk_window_get_context (window));

  return desk_environment_get_stage (environment) != DESK_ENVIRONMENT_STAGE_UNKNOWN;
}

static gboolean
is_noted (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "environments.ini", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, "production=true") != NULL;
}

static DeskWindow *
add_environment (Fixture    *fixture,
                 const char *offer)
{
  DeskWindow *window;

  answer (fixture, offer);
  ui_click (open_dialog (fixture), "save_button");
  UI_WAIT (find_window (fixture, "Work") != NULL);
  window = find_window (fixture, "Work");
  UI_WAIT (is_judged (window));
  UI_WAIT (g_str_equal (offer, TEST_OFFER) || is_noted (fixture));

  return window;
}

static DeskEndUser *
choose_end_user (DeskWindow *window)
{
  GListModel *end_users;

  UI_WAIT (desk_context_get_directory (desk_window_get_context (window)) != NULL);
  end_users = desk_directory_get_end_users (desk_context_get_directory (desk_window_get_context (window)));
  UI_WAIT (g_list_model_get_n_items (end_users) == 1);
  UI_WAIT (ui_has_text (window, "Mia"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select-end-user", "s", "eu_1");
  UI_WAIT (desk_window_get_end_user (window) != NULL);

  return desk_window_get_end_user (window);
}

/* (nullable) (transfer full) */
static DeskConsent *
dup_consent (DeskWindow *window)
{
  DeskContext *context = desk_window_get_context (window);
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (desk_context_get_directory (context));

  return consents->len > 0 ? g_object_ref (g_ptr_array_index (consents, 0)) : NULL;
}

static gboolean
has_band (gpointer window)
{
  gpointer band = ui_find_nth (window, DESK_TYPE_PRODUCTION_BAND, 0);

  return band != NULL && gtk_widget_get_visible (band);
}

static void
test_dialog_adds_an_environment (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "environments.ini", NULL);
  g_autofree char *text = NULL;
  DeskWindow *window = add_environment (fixture, TEST_OFFER);

  g_assert_null (ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "[Work]"));
  g_assert_null (strstr (text, SECRET));
  g_assert_false (has_band (window));
  g_assert_nonnull (find_window (fixture, "Sandbox"));
}

static void
test_port_of_webhooks_tells_where_the_tunnel_goes (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gpointer dialog = open_dialog (fixture);
  GtkWidget *row = ui_find_nth (dialog, DESK_TYPE_TUNNEL_ROW, 0);
  g_autofree char *texts = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *explanation = NULL;

  g_assert_false (gtk_widget_get_visible (row));
  type (dialog, ENTRY_WEBHOOK_PORT, "8080");
  g_assert_true (gtk_widget_get_visible (row));
  texts = ui_dup_texts (row);
  g_assert_nonnull (strstr (texts, "http://127.0.0.1:8080/webhooks"));
  g_assert_nonnull (strstr (texts, "Fiskil Console"));
  g_signal_emit_by_name (ui_find_nth (row, GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_dup_clipboard ();
  g_assert_cmpstr (copied, ==, "http://127.0.0.1:8080/webhooks");
  g_signal_emit_by_name (ui_find_nth (row, GTK_TYPE_BUTTON, 1), "clicked");
  explanation = ui_dup_clipboard ();
  g_assert_nonnull (strstr (explanation, "Fiskil Console"));
  type (dialog, ENTRY_WEBHOOK_PORT, "80800");
  g_assert_false (gtk_widget_get_visible (row));
}

static void
test_wrong_input_is_kept_and_explained (Fixture       *fixture,
                                        gconstpointer  data)
{
  gpointer dialog = open_dialog (fixture);

  type (dialog, ENTRY_API, "http://api.fiskil.com/v1");
  type (dialog, ENTRY_NAME, "sandbox");
  ui_click (dialog, "save_button");
  g_assert_true (ui_has_text (dialog, "“Sandbox” is the built-in one. Choose another name."));
  g_assert_true (gtk_widget_has_css_class (ui_find_nth (dialog, ADW_TYPE_ENTRY_ROW, ENTRY_API), "error"));
  g_assert_cmpstr (gtk_editable_get_text (ui_find_nth (dialog, ADW_TYPE_ENTRY_ROW, ENTRY_SECRET)), ==, SECRET);

  type (dialog, ENTRY_NAME, "Work");
  g_assert_false (ui_has_text (dialog, "“Sandbox” is the built-in one. Choose another name."));
  g_assert_true (ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG) == dialog);
}

static void
test_name_that_is_taken_keeps_the_dialog (Fixture       *fixture,
                                          gconstpointer  data)
{
  gpointer dialog;

  add_environment (fixture, TEST_OFFER);
  dialog = open_dialog (fixture);
  ui_click (dialog, "save_button");
  UI_WAIT (ui_is_shown (dialog, "problem"));
  g_assert_cmpstr (gtk_editable_get_text (ui_find_nth (dialog, ADW_TYPE_ENTRY_ROW, ENTRY_NAME)), ==, "Work");
}

static void
test_connection_is_tested_step_by_step (Fixture       *fixture,
                                        gconstpointer  data)
{
  gpointer dialog = open_dialog (fixture);

  desk_scripted_server_add (fixture->server, "POST /v1/token", 401, "{\"name\":\"unauthorized\",\"message\":\"no\",\"id\":\"e\"}");
  ui_click (dialog, "test_button");
  g_assert_true (ui_has_text (dialog, "Testing …"));
  UI_WAIT (gtk_widget_get_sensitive (ui_find (dialog, "test_button")));
  g_assert_true (ui_has_text (dialog, "Works · It can be reached."));
  g_assert_true (ui_has_text (dialog, "Failed · The service does not know this client id with this client secret. Copy both again "
                                      "from the Fiskil Console; a key that was revoked has to be replaced."));
}

static void
test_production_has_a_band_on_every_window (Fixture       *fixture,
                                            gconstpointer  data)
{
  DeskWindow *window = add_environment (fixture, PRODUCTION_OFFER);
  gpointer dialog;

  g_assert_true (has_band (window));
  g_assert_true (ui_has_text (window, "Production · real people’s data · Work"));
  choose_end_user (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-end-user", NULL);
  dialog = gtk_window_get_toplevels ();
  dialog = g_list_model_get_item (dialog, g_list_model_get_n_items (dialog) - 1);
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window));
  g_assert_true (has_band (dialog));
  g_object_unref (dialog);
  g_assert_false (has_band (open_dialog (fixture)));
  g_assert_false (has_band (find_window (fixture, "Sandbox")));
}

static gboolean
can_answer (gpointer    dialog,
            const char *response)
{
  return adw_message_dialog_get_response_enabled (dialog, response);
}

static void
assert_gate (gpointer    dialog,
             const char *response)
{
  gpointer entry = ui_find_nth (dialog, GTK_TYPE_ENTRY, 0);

  g_assert_false (can_answer (dialog, response));
  gtk_editable_set_text (entry, "mia@example.co");
  g_assert_false (can_answer (dialog, response));
  gtk_editable_set_text (entry, "mia@example.com");
  g_assert_true (can_answer (dialog, response));
  gtk_editable_set_text (entry, "Mia@example.com");
  g_assert_false (can_answer (dialog, response));
}

static void
test_deleting_in_production_asks_for_the_email (Fixture       *fixture,
                                                gconstpointer  data)
{
  DeskWindow *window = add_environment (fixture, PRODUCTION_OFFER);

  choose_end_user (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-end-user", NULL);
  assert_gate (ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "delete");
}

static void
test_ending_in_production_asks_for_the_email (Fixture       *fixture,
                                              gconstpointer  data)
{
  DeskWindow *window = add_environment (fixture, PRODUCTION_OFFER);
  g_autoptr(DeskConsent) consent = NULL;
  GtkWidget *consent_window;

  choose_end_user (window);
  UI_WAIT ((consent = dup_consent (window)) != NULL);
  consent_window = desk_consent_window_new (desk_window_get_context (window), consent);
  ui_click (consent_window, "end_button");
  assert_gate (ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "end");
  gtk_window_destroy (GTK_WINDOW (consent_window));
}

static void
test_for_tests_nothing_is_typed (Fixture       *fixture,
                                 gconstpointer  data)
{
  DeskWindow *window = add_environment (fixture, TEST_OFFER);

  choose_end_user (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-end-user", NULL);
  g_assert_true (can_answer (ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "delete"));
}

static void
test_missing_secret_is_asked_for (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "environments.ini", NULL);
  DeskWindow *window;

  g_assert_true (g_file_set_contents (path, "[Bare]\napi=https://a.example/v1\nauth=https://b.example\nclient-id=2Xb\n",
                                      -1, NULL));
  UI_WAIT ((activate (fixture, "open-environment", "Bare"), find_window (fixture, "Bare")) != NULL);
  window = find_window (fixture, "Bare");
  UI_WAIT (ui_has_text (window, "The client secret is needed"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-environment", NULL);
  g_assert_nonnull (ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG));
}

static void
test_change_opens_the_window_anew (Fixture       *fixture,
                                   gconstpointer  data)
{
  gpointer dialog;

  add_environment (fixture, TEST_OFFER);
  activate (fixture, "edit-environment", "Work");
  dialog = ui_find_window (DESK_TYPE_ENVIRONMENT_DIALOG);
  type (dialog, ENTRY_NAME, "Job");
  answer (fixture, TEST_OFFER);
  ui_click (dialog, "save_button");
  UI_WAIT (find_window (fixture, "Job") != NULL);
  UI_WAIT (is_judged (find_window (fixture, "Job")));
  g_assert_null (find_window (fixture, "Work"));
}

static void
test_removed_environment_closes_its_window (Fixture       *fixture,
                                            gconstpointer  data)
{
  gpointer window;
  gpointer button;

  add_environment (fixture, TEST_OFFER);
  activate (fixture, "environments", NULL);
  window = ui_find_window (DESK_TYPE_ENVIRONMENTS_WINDOW);
  for (guint i = 0; (button = ui_find_nth (window, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_button_get_icon_name (button), "user-trash-symbolic") == 0)
        break;
    }
  g_signal_emit_by_name (button, "clicked");
  adw_message_dialog_response (ui_find_window (ADW_TYPE_MESSAGE_DIALOG), "remove");
  UI_WAIT (find_window (fixture, "Work") == NULL);
  g_assert_false (ui_has_text (window, "Work"));
  g_assert_nonnull (find_window (fixture, "Sandbox"));
}

int
main (int   argc,
      char *argv[])
{
  char *folder = desk_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int status;

  /* A file stands for the keyring, as in Flatpak; libsecret reads these once. */
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  g_unsetenv ("CONSENT_DESK_CLIENT_ID");
  g_unsetenv ("CONSENT_DESK_CLIENT_SECRET");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/environments/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("missing-secret-is-asked-for", test_missing_secret_is_asked_for);
  ADD ("dialog-adds-an-environment", test_dialog_adds_an_environment);
  ADD ("webhook-port", test_port_of_webhooks_tells_where_the_tunnel_goes);
  ADD ("wrong-input-is-kept-and-explained", test_wrong_input_is_kept_and_explained);
  ADD ("name-that-is-taken-keeps-the-dialog", test_name_that_is_taken_keeps_the_dialog);
  ADD ("connection-is-tested-step-by-step", test_connection_is_tested_step_by_step);
  ADD ("production-has-a-band-on-every-window", test_production_has_a_band_on_every_window);
  ADD ("deleting-in-production-asks-for-the-email", test_deleting_in_production_asks_for_the_email);
  ADD ("ending-in-production-asks-for-the-email", test_ending_in_production_asks_for_the_email);
  ADD ("for-tests-nothing-is-typed", test_for_tests_nothing_is_typed);
  ADD ("change-opens-the-window-anew", test_change_opens_the_window_anew);
  ADD ("removed-environment-closes-its-window", test_removed_environment_closes_its_window);

  status = g_test_run ();
  desk_test_folder_free (folder);

  return status;
}
