/* desk-sandbox-program.c: the sandbox as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-program.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "desk-sandbox-data-file.h"
#include "desk-sandbox-demo.h"
#include "desk-sandbox-options.h"
#include "desk-sandbox-persona-file.h"
#include "desk-sandbox-server.h"

#define EXIT_USAGE 2

static gboolean
signal_received_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
input_skipped_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GMainLoop) loop = user_data;
  GInputStream *input = G_INPUT_STREAM (object);

  if (g_input_stream_skip_finish (input, result, NULL) <= 0)
    g_main_loop_quit (loop);
  else
    g_input_stream_skip_async (input, 1024, G_PRIORITY_DEFAULT, NULL, input_skipped_cb, g_steal_pointer (&loop));
}

static void
end_with_input (GMainLoop *loop)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  g_input_stream_skip_async (input, 1024, G_PRIORITY_DEFAULT, NULL, input_skipped_cb, g_main_loop_ref (loop));
}

static void
serve (DeskSandboxServer        *server,
       const DeskSandboxOptions *options)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *line = desk_sandbox_server_dup_ready_line (server);
  guint terminate = g_unix_signal_add (SIGTERM, signal_received_cb, loop);
  guint interrupt = g_unix_signal_add (SIGINT, signal_received_cb, loop);

  if (options->exit_with_stdin)
    end_with_input (loop);

  g_print ("%s\n", line);
  g_main_loop_run (loop);

  g_source_remove (terminate);
  g_source_remove (interrupt);
}

static DeskSandboxState *
open_state (const DeskSandboxOptions  *options,
            GError                   **error)
{
  const gint64 *now = options->has_now ? &options->now : NULL;

  if (options->state == NULL)
    return desk_sandbox_state_new (options->seed, now);

  return desk_sandbox_state_open (options->state, options->seed, now, error);
}

static gboolean
load_data (const DeskSandboxOptions  *options,
           DeskSandboxDirectory      *directory,
           GError                   **error)
{
  for (guint i = 0; options->data != NULL && options->data[i] != NULL; i++)
    if (!desk_sandbox_data_file_load (options->data[i], directory, error))
      return FALSE;

  return TRUE;
}

static gboolean
load_personas (const DeskSandboxOptions  *options,
               DeskSandboxState          *state,
               DeskSandboxDirectory      *directory,
               GError                   **error)
{
  guint64 seed = desk_sandbox_state_get_seed (state);
  gint64 started_at = desk_sandbox_state_get_started_at (state);
  g_autoptr(GPtrArray) personas = NULL;

  if (options->persona_file == NULL)
    {
      desk_sandbox_demo_add_customers (directory, seed, started_at);
      return TRUE;
    }

  personas = desk_sandbox_persona_file_load (options->persona_file, error);
  if (personas == NULL)
    return FALSE;

  desk_sandbox_demo_add_institutions (directory);
  return desk_sandbox_demo_add_personas (directory, personas, seed, started_at, error);
}

static int
fail (int           code,
      const GError *error)
{
  g_printerr ("consent-desk-sandbox: %s\n", error->message);
  return code;
}

int
desk_sandbox_program_run (const char *const *arguments)
{
  g_auto (DeskSandboxOptions) options = { 0 };
  g_autoptr(DeskSandboxState) state = NULL;
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  g_autoptr(DeskSandboxServer) server = NULL;
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (!desk_sandbox_options_parse (&options, arguments, &error))
    return fail (EXIT_USAGE, error);

  state = open_state (&options, &error);
  if (state == NULL)
    return fail (EXIT_FAILURE, error);

  if (!load_personas (&options, state, directory, &error))
    return fail (EXIT_USAGE, error);
  if (options.transactions > 0)
    desk_sandbox_demo_multiply_transactions (directory, options.transactions, desk_sandbox_state_get_seed (state));
  if (!load_data (&options, directory, &error))
    return fail (EXIT_USAGE, error);

  server = desk_sandbox_server_new (state, directory);
  desk_sandbox_server_set_verbose (server, !options.quiet);
  if (options.webhook_url != NULL)
    desk_sandbox_server_set_webhook_target (server, options.webhook_url);
  if (!desk_sandbox_faults_start_with (desk_sandbox_server_get_faults (server),
                                       (const char *const *) options.faults, &error))
    return fail (EXIT_USAGE, error);

  if (!desk_sandbox_server_listen (server, options.port, options.auth_port, options.bank_port, &error))
    return fail (EXIT_FAILURE, error);

  serve (server, &options);
  return EXIT_SUCCESS;
}
