/* test-sandbox-child.c: tests of the built-in sandbox as a process of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-child.h"

#include <signal.h>

#include "desk-await.h"
#include "desk-environment.h"
#include "desk-test-folder.h"
#include "desk-test-sandbox.h"

static DeskSandboxChild *
start (const char *folder)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  DeskSandboxChild *child;

  desk_sandbox_child_start_async (g_getenv ("DESK_TEST_SANDBOX"), folder, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  child = desk_sandbox_child_start_finish (result, &error);
  g_assert_no_error (error);

  return child;
}

static gboolean
answers (const char *api_uri)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) connection = NULL;

  connection = g_socket_client_connect_to_uri (client, api_uri, 80, NULL, NULL);

  return connection != NULL;
}

/* Waiting for the end of what must end: the test's own time limit tells when it does not. */
static void
wait_until_gone (const char *api_uri)
{
  while (answers (api_uri))
    g_thread_yield ();
}

static void
test_says_where_it_is (void)
{
  g_autoptr(DeskSandboxChild) child = NULL;
  char *folder;

  if (!desk_test_sandbox_is_there ())
    return;

  folder = desk_test_folder_new ();
  child = start (folder);
  g_assert_true (desk_sandbox_child_is_running (child));
  g_assert_true (answers (desk_sandbox_child_get_api_uri (child)));
  g_assert_true (answers (desk_sandbox_child_get_auth_uri (child)));
  g_assert_nonnull (desk_sandbox_child_get_client_id (child));
  g_assert_nonnull (desk_sandbox_child_get_client_secret (child));
  desk_test_folder_free (folder);
}

static void
fail (DeskSandboxChild *child)
{
  g_assert_not_reached ();
}

static void
test_ends_when_stopped (void)
{
  g_autoptr(DeskSandboxChild) child = NULL;
  char *folder;

  if (!desk_test_sandbox_is_there ())
    return;

  folder = desk_test_folder_new ();
  child = start (folder);
  g_signal_connect (child, "ended", G_CALLBACK (fail), NULL);
  desk_sandbox_child_stop (child);
  g_assert_false (desk_sandbox_child_is_running (child));
  wait_until_gone (desk_sandbox_child_get_api_uri (child));
  desk_await_idle ();
  desk_test_folder_free (folder);
}

static void
test_cancelled_start_leaves_nothing (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskSandboxChild) child = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  char *folder;

  if (!desk_test_sandbox_is_there ())
    return;

  folder = desk_test_folder_new ();
  desk_sandbox_child_start_async (g_getenv ("DESK_TEST_SANDBOX"), folder, cancellable, desk_await_keep, &slot);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  child = desk_sandbox_child_start_finish (result, &error);
  g_assert_null (child);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  desk_test_folder_free (folder);
}

static void
test_program_is_beside_or_installed (void)
{
  g_autofree char *program = desk_sandbox_child_dup_program ();
  g_autofree char *name = g_path_get_basename (program);

  g_assert_true (g_path_is_absolute (program));
  g_assert_cmpstr (name, ==, "consent-desk-sandbox");
}

/* A process that holds a context is killed: nothing of it may stay. */
static void
test_killed_app_leaves_nothing (void)
{
  g_autoptr(GSubprocess) holder = NULL;
  g_autoptr(GDataInputStream) output = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "app", "context-holder", NULL);
  g_autofree char *api_uri = NULL;
  g_autoptr(GError) error = NULL;
  char *folder;

  if (!desk_test_sandbox_is_there ())
    return;

  folder = desk_test_folder_new ();
  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, folder, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  api_uri = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (answers (api_uri));

  g_subprocess_send_signal (holder, SIGKILL);
  g_subprocess_wait (holder, NULL, NULL);
  wait_until_gone (api_uri);
  desk_test_folder_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox-child/says-where-it-is", test_says_where_it_is);
  g_test_add_func ("/sandbox-child/ends-when-stopped", test_ends_when_stopped);
  g_test_add_func ("/sandbox-child/cancelled-start-leaves-nothing", test_cancelled_start_leaves_nothing);
  g_test_add_func ("/sandbox-child/program-is-beside-or-installed", test_program_is_beside_or_installed);
  g_test_add_func ("/sandbox-child/killed-app-leaves-nothing", test_killed_app_leaves_nothing);

  return g_test_run ();
}
