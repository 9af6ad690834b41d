/* test-context.c: tests of the context and the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-context.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

#include "desk-api-error.h"
#include "desk-await.h"
#include "desk-credentials.h"
#include "desk-test-context.h"
#include "desk-test-folder.h"
#include "desk-test-sandbox.h"

typedef struct
{
  char        *folder;
  DeskContext *context;
} Fixture;

static DeskContext *
make_context (const char *folder)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();

  return desk_context_new (environment, folder, g_getenv ("DESK_TEST_SANDBOX"));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = desk_test_folder_new ();
  fixture->context = make_context (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->context);
  desk_test_folder_free (fixture->folder);
}

static gboolean
open_context (DeskContext  *context,
              GError      **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_context_open_async (context, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_context_open_finish (context, result, error);
}

static guint
count_end_users (DeskContext *context)
{
  desk_test_context_refresh (context);

  return g_list_model_get_n_items (desk_directory_get_end_users (desk_context_get_directory (context)));
}

static void
test_has_everything_once_open (Fixture       *fixture,
                               gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  g_assert_null (desk_context_get_client (fixture->context));
  g_assert_null (desk_context_get_store (fixture->context));
  g_assert_null (desk_context_get_directory (fixture->context));

  desk_test_context_open (fixture->context);

  g_assert_nonnull (desk_context_get_client (fixture->context));
  g_assert_nonnull (desk_context_get_client_id (fixture->context));
  g_assert_nonnull (desk_context_get_store (fixture->context));
  g_assert_nonnull (desk_context_get_directory (fixture->context));
  g_assert_nonnull (desk_environment_get_api_uri (desk_context_get_environment (fixture->context)));
  g_assert_nonnull (desk_environment_get_auth_uri (desk_context_get_environment (fixture->context)));
}

static void
test_state_survives (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  desk_test_context_open (fixture->context);
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  g_clear_object (&fixture->context);

  fixture->context = make_context (fixture->folder);
  desk_test_context_open (fixture->context);
  g_assert_cmpuint (count_end_users (fixture->context), ==, 1);
}

/* The only child of this process is the sandbox. */
static void
kill_child (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", (int) getpid ());
  g_autofree char *text = NULL;
  g_auto(GStrv) pids = NULL;
  guint64 pid;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pids = g_strsplit (g_strstrip (text), " ", -1);
  g_assert_cmpuint (g_strv_length (pids), ==, 1);
  g_assert_true (g_ascii_string_to_unsigned (pids[0], 10, 2, G_MAXINT, &pid, NULL));
  g_assert_cmpint (kill ((pid_t) pid, SIGKILL), ==, 0);
}

static void
note_end (gboolean *is_ended)
{
  *is_ended = TRUE;
}

static void
test_sandbox_that_ended_is_started_again (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(DeskApiClient) client = NULL;
  g_autoptr(DeskEndUser) listed = NULL;
  DeskDirectory *directory;
  DeskStore *store;
  gboolean is_ended = FALSE;

  if (!desk_test_sandbox_is_there ())
    return;

  desk_test_context_open (fixture->context);
  end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
  directory = desk_context_get_directory (fixture->context);
  store = desk_context_get_store (fixture->context);
  client = g_object_ref (desk_context_get_client (fixture->context));

  g_signal_connect_swapped (fixture->context, "sandbox-ended", G_CALLBACK (note_end), &is_ended);
  kill_child ();
  while (!is_ended)
    g_main_context_iteration (NULL, TRUE);

  desk_test_context_open (fixture->context);
  g_assert_true (desk_context_get_directory (fixture->context) == directory);
  g_assert_true (desk_context_get_store (fixture->context) == store);
  g_assert_true (desk_context_get_client (fixture->context) != client);
  g_assert_cmpuint (count_end_users (fixture->context), ==, 1);
  listed = g_list_model_get_item (desk_directory_get_end_users (directory), 0);
  g_assert_true (listed == end_user);
}

static void
test_sandbox_has_one_user_at_a_time (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(DeskContext) second = NULL;
  g_autoptr(GError) error = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  desk_test_context_open (fixture->context);
  second = make_context (fixture->folder);
  g_assert_false (open_context (second, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX);

  g_clear_error (&error);
  desk_context_close (fixture->context);
  g_assert_true (open_context (second, &error));
  g_assert_no_error (error);
}

static void
test_close_drops_everything (Fixture       *fixture,
                             gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  desk_test_context_open (fixture->context);
  desk_context_close (fixture->context);

  g_assert_null (desk_context_get_client (fixture->context));
  g_assert_null (desk_context_get_client_id (fixture->context));
  g_assert_null (desk_context_get_store (fixture->context));
  g_assert_null (desk_context_get_directory (fixture->context));
}

static char *
find_store (const char *folder)
{
  g_autoptr(GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_suffix (name, ".sqlite"))
        return g_build_filename (folder, name, NULL);
    }

  return NULL;
}

static void
count_rows (DeskContext *context)
{
  DeskStore *store = desk_context_get_store (context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) counts = NULL;
  g_autoptr(GError) error = NULL;

  desk_store_count_async (store, "eu_1", NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  counts = desk_store_count_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
test_store_belongs_to_the_state (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *state = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  desk_test_context_open (fixture->context);
  count_rows (fixture->context);
  first = find_store (fixture->folder);
  g_assert_nonnull (first);
  g_clear_object (&fixture->context);

  state = g_build_filename (fixture->folder, "sandbox", "state.json", NULL);
  g_assert_cmpint (g_unlink (state), ==, 0);
  fixture->context = make_context (fixture->folder);
  desk_test_context_open (fixture->context);
  count_rows (fixture->context);

  second = find_store (fixture->folder);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

static void
test_absent_program_is_an_error (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();
  g_autoptr(DeskContext) context = desk_context_new (environment, fixture->folder, "/nowhere/sandbox");
  g_autoptr(GError) error = NULL;

  g_assert_false (open_context (context, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX);
}

static void
test_program_that_ends_is_an_error (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();
  g_autoptr(DeskContext) context = desk_context_new (environment, fixture->folder, "/bin/true");
  g_autoptr(GError) error = NULL;

  g_assert_false (open_context (context, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX);
}

static void
test_program_that_babbles_is_an_error (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();
  g_autoptr(DeskContext) context = desk_context_new (environment, fixture->folder, "/bin/echo");
  g_autoptr(GError) error = NULL;

  g_assert_false (open_context (context, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX);
}

static void
test_temporary_without_credentials (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(DeskContext) context = NULL;

  g_unsetenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE);
  g_unsetenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE);
  environment = desk_environment_new_temporary ("http://127.0.0.1:9/v1", "http://127.0.0.1:9", &error);
  g_assert_no_error (error);
  context = desk_context_new (environment, fixture->folder, NULL);

  g_assert_false (open_context (context, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_CREDENTIALS);
}

static void
test_temporary_leaves_no_file (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(DeskContext) context = NULL;
  g_autofree char *store = NULL;

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "id", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "secret-text", TRUE);
  environment = desk_environment_new_temporary ("http://127.0.0.1:9/v1", "http://127.0.0.1:9", NULL);
  context = desk_context_new (environment, fixture->folder, NULL);
  desk_test_context_open (context);
  count_rows (context);

  store = find_store (fixture->folder);
  g_assert_null (store);
}

static void
test_redactor_knows_the_secret (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(DeskContext) context = NULL;
  g_autofree char *text = NULL;

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "id", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "secret-text", TRUE);
  environment = desk_environment_new_temporary ("http://127.0.0.1:9/v1", "http://127.0.0.1:9", NULL);
  context = desk_context_new (environment, fixture->folder, NULL);
  desk_test_context_open (context);

  text = desk_redactor_apply (desk_context_get_redactor (context), "it is secret-text.");
  g_assert_cmpstr (text, ==, "it is " DESK_REDACTED ".");
}

/* A service elsewhere is treated with care. */
static void
test_rate_of_requests (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const addresses[] = { "https://127.0.0.1:9", "https://api.invalid" };

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "id", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "secret-text", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(DeskEnvironment) environment = desk_environment_new_temporary (addresses[i], addresses[i], NULL);
      g_autoptr(DeskContext) context = desk_context_new (environment, fixture->folder, NULL);
      guint rate;

      desk_test_context_open (context);
      g_object_get (desk_context_get_client (context), "rate", &rate, NULL);
      g_assert_cmpuint (rate, ==, i == 0 ? 0 : 10);
    }
}

static void
test_clock_is_the_sandbox_s (Fixture       *fixture,
                             gconstpointer  data)
{
  gint64 before = g_get_real_time ();

  if (!desk_test_sandbox_is_there ())
    return;

  desk_clock_freeze (desk_context_get_clock (fixture->context), 0);
  desk_test_context_open (fixture->context);

  g_assert_false (desk_clock_is_frozen (desk_context_get_clock (fixture->context)));
  g_assert_cmpint (desk_clock_get_now (desk_context_get_clock (fixture->context)), >=, before - G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/context/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("has-everything-once-open", test_has_everything_once_open);
  ADD ("state-survives", test_state_survives);
  ADD ("sandbox-that-ended-is-started-again", test_sandbox_that_ended_is_started_again);
  ADD ("sandbox-has-one-user-at-a-time", test_sandbox_has_one_user_at_a_time);
  ADD ("close-drops-everything", test_close_drops_everything);
  ADD ("store-belongs-to-the-state", test_store_belongs_to_the_state);
  ADD ("clock-is-the-sandbox-s", test_clock_is_the_sandbox_s);
  ADD ("absent-program-is-an-error", test_absent_program_is_an_error);
  ADD ("program-that-ends-is-an-error", test_program_that_ends_is_an_error);
  ADD ("program-that-babbles-is-an-error", test_program_that_babbles_is_an_error);
  ADD ("temporary-without-credentials", test_temporary_without_credentials);
  ADD ("temporary-leaves-no-file", test_temporary_leaves_no_file);
  ADD ("redactor-knows-the-secret", test_redactor_knows_the_secret);
  ADD ("rate-of-requests", test_rate_of_requests);
#undef ADD

  return g_test_run ();
}
