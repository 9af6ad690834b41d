/* test-search-provider.c: what the search of the desktop's shell gets from us over the bus, and what it does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>

#include "desk-application.h"
#include "desk-await.h"
#include "desk-consent-window.h"
#include "desk-folder-lock.h"
#include "desk-test-sandbox.h"
#include "desk-window.h"
#include "filled-sandbox.h"
#include "ui-probe.h"

#define INTERFACE "org.gnome.Shell.SearchProvider2"

typedef struct
{
  FilledSandbox    sandbox;
  DeskTestSandbox *service;     /* (nullable): of an environment that is saved */
  GSettings       *settings;
  DeskApplication *application; /* (nullable): if there is no sandbox to run */
  GDBusConnection *shell;
  char            *bus_name;
  char            *object_path;
} Fixture;

static GDBusConnection *
connect_to_bus (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                       G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
start_application (Fixture    *fixture,
                   const char *id)
{
  g_autoptr(GError) error = NULL;

  fixture->application = desk_application_new (fixture->sandbox.folder, g_getenv ("DESK_TEST_SANDBOX"));
  g_application_set_application_id (G_APPLICATION (fixture->application), id);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  fixture->bus_name = g_strdup (id);
  fixture->object_path = g_strconcat (g_application_get_dbus_object_path (G_APPLICATION (fixture->application)),
                                      "/SearchProvider", NULL);
}

/* An environment of production, with an end user of the same name. */
static void
save_production (Fixture *fixture)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (fixture->sandbox.folder, "environments.ini", NULL);
  g_autofree char *end_user_id = NULL;

  fixture->service = desk_test_sandbox_new ();
  end_user_id = desk_test_sandbox_create_end_user (fixture->service, "Mia Chen", "mia@example.com");
  g_key_file_set_string (file, "Work", "api", desk_test_sandbox_get_api_uri (fixture->service));
  g_key_file_set_string (file, "Work", "auth", desk_test_sandbox_get_auth_uri (fixture->service));
  g_key_file_set_boolean (file, "Work", "production", TRUE);
  g_assert_true (g_key_file_save_to_file (file, path, NULL));
}

/* id: (nullable): of the application; one of its own if NULL, as GTK keeps its place on the bus until the end */
static void
set_up (Fixture       *fixture,
        gconstpointer  id)
{
  static guint n_tests;
  g_autofree char *own_id = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  filled_sandbox_set_up (&fixture->sandbox);
  fixture->settings = g_settings_new (APPLICATION_ID);
  fixture->shell = connect_to_bus ();
  own_id = g_strdup_printf ("%s.Search%u", APPLICATION_ID, n_tests++);
  save_production (fixture);
  start_application (fixture, id != NULL ? id : own_id);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GList *windows;

  if (fixture->application == NULL)
    return;

  g_settings_reset (fixture->settings, "presentation-mode");
  /* A window takes the sandbox over, so that nothing is under way when it closes. */
  g_application_activate (G_APPLICATION (fixture->application));
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))) != NULL)
    gtk_window_destroy (windows->data);
  desk_await_idle ();
  g_settings_reset (fixture->settings, "end-user");
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->application);
  g_clear_object (&fixture->shell);
  g_free (fixture->bus_name);
  g_free (fixture->object_path);
  g_clear_pointer (&fixture->service, desk_test_sandbox_free);
  filled_sandbox_tear_down (&fixture->sandbox);
}

static void
call (Fixture       *fixture,
      const char    *method,
      GVariant      *parameters,
      GAsyncResult **slot)
{
  g_dbus_connection_call (fixture->shell, fixture->bus_name, fixture->object_path, INTERFACE, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, desk_await_keep, slot);
}

/* Returns: (transfer full): what was answered */
static GVariant *
await_answer (Fixture       *fixture,
              GAsyncResult **slot)
{
  g_autoptr(GAsyncResult) result = desk_await_result (slot);
  g_autoptr(GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_finish (fixture->shell, result, &error);

  g_assert_no_error (error);
  return answer;
}

static GVariant *
call_and_wait (Fixture    *fixture,
               const char *method,
               GVariant   *parameters)
{
  GAsyncResult *slot = NULL;

  call (fixture, method, parameters, &slot);
  return await_answer (fixture, &slot);
}

static GVariant *
new_terms (const char *term)
{
  return g_variant_new_strv (&term, 1);
}

static char **
dup_results (GVariant *answer)
{
  char **results = NULL;

  g_variant_get (answer, "(^as)", &results);
  return results;
}

/* Returns: (transfer full): the identifiers of what is found */
static char **
search (Fixture    *fixture,
        const char *term)
{
  g_autoptr(GVariant) answer = call_and_wait (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms (term)));

  return dup_results (answer);
}

static void
assert_n_found (Fixture    *fixture,
                const char *term,
                guint       n)
{
  g_auto(GStrv) results = search (fixture, term);

  g_assert_cmpuint (g_strv_length (results), ==, n);
}

/* Returns: (transfer full): the metas of what is found, in the text format of GVariant */
static char *
dup_metas (Fixture    *fixture,
           const char *term)
{
  g_auto(GStrv) results = search (fixture, term);
  g_autoptr(GVariant) answer = NULL;

  g_assert_cmpuint (g_strv_length (results), ==, 1);
  answer = call_and_wait (fixture, "GetResultMetas", g_variant_new ("(^as)", results));
  return g_variant_print (answer, FALSE);
}

/* Chooses the only thing that is found. */
static void
activate_result (Fixture    *fixture,
                 const char *term)
{
  g_auto(GStrv) results = search (fixture, term);
  g_autoptr(GVariant) answer = NULL;

  g_assert_cmpuint (g_strv_length (results), ==, 1);
  answer = call_and_wait (fixture, "ActivateResult", g_variant_new ("(s@asu)", results[0], new_terms (term), 0));
}

static DeskWindow *
get_window (Fixture *fixture)
{
  return ui_find_window (DESK_TYPE_WINDOW);
}

static const char *
get_end_users_search (Fixture *fixture)
{
  return gtk_editable_get_text (ui_find (ui_find (get_window (fixture), "end_users_pane"), "search_entry"));
}

static gboolean
lists_an_end_user (DeskWindow *window)
{
  DeskDirectory *directory = window != NULL ? desk_context_get_directory (desk_window_get_context (window)) : NULL;

  return directory != NULL && g_list_model_get_n_items (desk_directory_get_end_users (directory)) > 0;
}

static void
open_window (Fixture *fixture)
{
  g_application_activate (G_APPLICATION (fixture->application));
  UI_WAIT (lists_an_end_user (get_window (fixture)));
}

static void
test_finds_by_name_without_a_window (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  assert_n_found (fixture, "mia", 1);
  assert_n_found (fixture, fixture->sandbox.institution, 1);
  g_assert_null (gtk_window_list_toplevels ());
}

static void
test_finds_what_the_window_shows (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  open_window (fixture);
  assert_n_found (fixture, "mia", 1);
}

static void
assert_n_left (Fixture    *fixture,
               char      **before,
               const char *more,
               guint       n)
{
  const char *terms[] = { "mia", more, NULL };
  g_autoptr(GVariant) answer = call_and_wait (fixture, "GetSubsearchResultSet", g_variant_new ("(^as^as)", before, terms));
  g_auto(GStrv) results = dup_results (answer);

  g_assert_cmpuint (g_strv_length (results), ==, n);
}

static void
test_search_within_a_search_is_narrower (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_auto(GStrv) before = NULL;

  if (fixture->application == NULL)
    return;

  before = search (fixture, "mia");
  assert_n_left (fixture, before, "chen", 1);
  assert_n_left (fixture, before, "nobody", 0);
}

static void
test_newer_search_takes_the_place_of_an_older (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr(GVariant) older = NULL;
  g_autoptr(GVariant) newer = NULL;
  g_auto(GStrv) older_results = NULL;
  g_auto(GStrv) newer_results = NULL;
  GAsyncResult *slots[2] = { NULL, NULL };

  if (fixture->application == NULL)
    return;

  call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms ("mia")), &slots[0]);
  call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms ("chen")), &slots[1]);
  older = await_answer (fixture, &slots[0]);
  older_results = dup_results (older);
  g_assert_cmpuint (g_strv_length (older_results), ==, 0);
  newer = await_answer (fixture, &slots[1]);
  newer_results = dup_results (newer);
  g_assert_cmpuint (g_strv_length (newer_results), ==, 1);
}

static void
test_end_user_is_told_by_name_alone (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *metas = NULL;

  if (fixture->application == NULL)
    return;

  metas = dup_metas (fixture, "mia");
  g_assert_nonnull (strstr (metas, "'name': <'Mia Chen'>"));
  g_assert_null (strstr (metas, "description"));
  g_assert_null (strstr (metas, "example.com"));
  g_assert_null (strstr (metas, fixture->sandbox.end_user_id));
}

static void
test_consent_is_told_by_names_alone (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *metas = NULL;
  g_autofree char *expected = NULL;

  if (fixture->application == NULL)
    return;

  metas = dup_metas (fixture, fixture->sandbox.institution);
  expected = g_strdup_printf ("'name': <'%s'>, 'description': <'Mia Chen'>", fixture->sandbox.institution);
  g_assert_nonnull (strstr (metas, expected));
  g_assert_null (strstr (metas, fixture->sandbox.consent_id));
  g_assert_null (strstr (metas, fixture->sandbox.end_user_id));
}

static void
test_nothing_of_production_is_told (Fixture       *fixture,
                                    gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-environment", g_variant_new_string ("Work"));
  UI_WAIT (lists_an_end_user (get_window (fixture)));
  assert_n_found (fixture, "mia", 0);
}

static void
test_nothing_is_told_before_an_audience (Fixture       *fixture,
                                         gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  g_settings_set_boolean (fixture->settings, "presentation-mode", TRUE);
  assert_n_found (fixture, "mia", 0);
  open_window (fixture);
  assert_n_found (fixture, "mia", 0);
}

static void
test_metas_are_not_told_before_an_audience (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_auto(GStrv) results = NULL;
  g_autoptr(GVariant) answer = NULL;
  g_autofree char *metas = NULL;

  if (fixture->application == NULL)
    return;

  results = search (fixture, "mia");
  g_settings_set_boolean (fixture->settings, "presentation-mode", TRUE);
  answer = call_and_wait (fixture, "GetResultMetas", g_variant_new ("(^as)", results));
  metas = g_variant_print (answer, FALSE);
  g_assert_cmpstr (metas, ==, "([],)");
}

/* Returns: (transfer full): what another program has while it uses the sandbox */
static DeskFolderLock *
use_sandbox_elsewhere (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  DeskFolderLock *lock = NULL;

  desk_folder_lock_take_async (fixture->sandbox.folder, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  lock = desk_folder_lock_take_finish (result, &error);
  g_assert_no_error (error);

  return lock;
}

static void
test_sandbox_in_use_elsewhere_gives_nothing (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr(DeskFolderLock) lock = NULL;

  if (fixture->application == NULL)
    return;

  lock = use_sandbox_elsewhere (fixture);
  assert_n_found (fixture, "mia", 0);
}

static void
test_search_leaves_the_sandbox_to_others (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(DeskFolderLock) lock = NULL;

  if (fixture->application == NULL)
    return;

  assert_n_found (fixture, "mia", 1);
  lock = use_sandbox_elsewhere (fixture);
  assert_n_found (fixture, "chen", 1);
}

static void
test_window_takes_the_place_of_a_search (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(DeskFolderLock) lock = NULL;
  g_autoptr(GVariant) older = NULL;
  g_autoptr(GVariant) newer = NULL;
  g_auto(GStrv) results = NULL;
  GAsyncResult *slots[2] = { NULL, NULL };

  if (fixture->application == NULL)
    return;

  /* Once the older one is answered, the newer one waits for the sandbox. */
  lock = use_sandbox_elsewhere (fixture);
  call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms ("mia")), &slots[0]);
  call (fixture, "GetInitialResultSet", g_variant_new ("(@as)", new_terms ("chen")), &slots[1]);
  older = await_answer (fixture, &slots[0]);
  g_application_activate (G_APPLICATION (fixture->application));
  g_clear_object (&lock);

  newer = await_answer (fixture, &slots[1]);
  results = dup_results (newer);
  g_assert_cmpuint (g_strv_length (results), ==, 0);
  UI_WAIT (lists_an_end_user (get_window (fixture)));
}

static void
test_chosen_end_user_is_selected (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  activate_result (fixture, "mia");
  UI_WAIT (desk_window_get_end_user (get_window (fixture)) != NULL);
  g_assert_cmpstr (desk_end_user_get_id (desk_window_get_end_user (get_window (fixture))), ==,
                   fixture->sandbox.end_user_id);
}

static void
test_chosen_consent_is_shown (Fixture       *fixture,
                              gconstpointer  data)
{
  DeskConsentWindow *window = NULL;

  if (fixture->application == NULL)
    return;

  activate_result (fixture, fixture->sandbox.institution);
  UI_WAIT ((window = ui_find_window (DESK_TYPE_CONSENT_WINDOW)) != NULL);
  g_assert_cmpstr (desk_consent_get_id (desk_consent_window_get_consent (window)), ==, fixture->sandbox.consent_id);
}

static void
test_shown_consent_makes_room (Fixture       *fixture,
                               gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  activate_result (fixture, fixture->sandbox.institution);
  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_WINDOW) != NULL);
  activate_result (fixture, "mia");
  UI_WAIT (ui_find_window (DESK_TYPE_CONSENT_WINDOW) == NULL);
}

static void
test_result_that_is_gone_leads_to_the_search (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(GVariant) answer = NULL;

  if (fixture->application == NULL)
    return;

  answer = call_and_wait (fixture, "ActivateResult", g_variant_new ("(s@asu)", "gone", new_terms ("chen"), 0));
  UI_WAIT (g_str_equal (get_end_users_search (fixture), "chen"));
}

static void
test_search_goes_on_in_the_window (Fixture       *fixture,
                                   gconstpointer  data)
{
  const char *terms[] = { "mia", "chen", NULL };
  g_autoptr(GVariant) answer = NULL;

  if (fixture->application == NULL)
    return;

  answer = call_and_wait (fixture, "LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  UI_WAIT (g_str_equal (get_end_users_search (fixture), "mia chen"));
}

static void
assert_key (const char *path,
            const char *group,
            const char *key,
            const char *expected)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  value = g_key_file_get_string (file, group, key, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_installed_files_name_what_is_on_the_bus (Fixture       *fixture,
                                              gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  assert_n_found (fixture, "mia", 1);
  assert_key (SEARCH_PROVIDER_FILE, "Shell Search Provider", "BusName", fixture->bus_name);
  assert_key (SEARCH_PROVIDER_FILE, "Shell Search Provider", "ObjectPath", fixture->object_path);
  assert_key (SEARCH_PROVIDER_FILE, "Shell Search Provider", "DesktopId", APPLICATION_ID ".desktop");
  assert_key (SEARCH_PROVIDER_FILE, "Shell Search Provider", "Version", "2");
  assert_key (SERVICE_FILE, "D-BUS Service", "Name", fixture->bus_name);
  assert_key (SERVICE_FILE, "D-BUS Service", "Exec", BINDIR "/consent-desk --gapplication-service");
}

static void
test_action_of_the_desktop_file_is_there (Fixture       *fixture,
                                          gconstpointer  data)
{
  if (fixture->application == NULL)
    return;

  assert_key (DESKTOP_FILE, "Desktop Entry", "DBusActivatable", "true");
  assert_key (DESKTOP_FILE, "Desktop Entry", "Actions", "new-end-user;");
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->application), "new-end-user"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/search-provider/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("finds-by-name-without-a-window", test_finds_by_name_without_a_window);
  ADD ("finds-what-the-window-shows", test_finds_what_the_window_shows);
  ADD ("search-within-a-search-is-narrower", test_search_within_a_search_is_narrower);
  ADD ("newer-search-takes-the-place-of-an-older", test_newer_search_takes_the_place_of_an_older);
  ADD ("end-user-is-told-by-name-alone", test_end_user_is_told_by_name_alone);
  ADD ("consent-is-told-by-names-alone", test_consent_is_told_by_names_alone);
  ADD ("nothing-of-production-is-told", test_nothing_of_production_is_told);
  ADD ("nothing-is-told-before-an-audience", test_nothing_is_told_before_an_audience);
  ADD ("metas-are-not-told-before-an-audience", test_metas_are_not_told_before_an_audience);
  ADD ("sandbox-in-use-elsewhere-gives-nothing", test_sandbox_in_use_elsewhere_gives_nothing);
  ADD ("search-leaves-the-sandbox-to-others", test_search_leaves_the_sandbox_to_others);
  ADD ("window-takes-the-place-of-a-search", test_window_takes_the_place_of_a_search);
  ADD ("chosen-end-user-is-selected", test_chosen_end_user_is_selected);
  ADD ("chosen-consent-is-shown", test_chosen_consent_is_shown);
  ADD ("shown-consent-makes-room", test_shown_consent_makes_room);
  ADD ("result-that-is-gone-leads-to-the-search", test_result_that_is_gone_leads_to_the_search);
  ADD ("search-goes-on-in-the-window", test_search_goes_on_in_the_window);
  ADD ("action-of-the-desktop-file-is-there", test_action_of_the_desktop_file_is_there);
#undef ADD
  g_test_add ("/search-provider/installed-files-name-what-is-on-the-bus", Fixture, APPLICATION_ID, set_up,
              test_installed_files_name_what_is_on_the_bus, tear_down);

  return g_test_run ();
}
