/* desk-cli.c: the command line program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "desk-api-error.h"
#include "desk-cli-exit.h"
#include "desk-cli-options.h"
#include "desk-cli-text.h"

static void
set_up_translation (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static int
report (const GError *error)
{
  g_autofree char *message = desk_cli_text_make_safe (error->message);
  const char *error_id = desk_api_error_get_error_id (error);

  if (error_id != NULL && strstr (error->message, error_id) == NULL)
    {
      g_autofree char *safe_id = desk_cli_text_make_safe (error_id);

      /* Translators: the program, what happened, and the id that support asks for. */
      g_printerr (_("%s: %s (error id %s)\n"), "consentctl", message, safe_id);
    }
  else
    {
      g_printerr ("%s: %s\n", "consentctl", message);
    }

  return (int) desk_cli_exit_from_error (error);
}

static gboolean
run (DeskCliOptions  *options,
     DeskCliCall     *call,
     GError         **error)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(DeskContext) context = NULL;

  if (options->command->is_local)
    return options->command->run (call, error);

  environment = desk_cli_options_find_environment (options, error);
  if (environment == NULL)
    return FALSE;

  context = desk_context_new (environment, NULL, NULL);

  return desk_cli_call_open (call, context, error) && options->command->run (call, error);
}

/* As head does when it has read enough; nothing is wrong then. */
static gboolean
has_reader_left (void)
{
  GPollFD output = { STDOUT_FILENO, G_IO_OUT, 0 };

  return g_poll (&output, 1, 0) == 1 && (output.revents & G_IO_ERR) != 0;
}

static gboolean
flush_output (GError **error)
{
  if ((fflush (stdout) == 0 && !ferror (stdout)) || has_reader_left ())
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("Standard output cannot be written. Check that there is room where it goes."));

  return FALSE;
}

int
desk_cli_main (const char *const *argv)
{
  g_autoptr(DeskCliCall) call = desk_cli_call_new ();
  g_autoptr(DeskCliOptions) options = NULL;
  g_autoptr(GError) error = NULL;

  set_up_translation ();
  signal (SIGPIPE, SIG_IGN);
  options = desk_cli_options_parse (argv, call, &error);
  if (options == NULL)
    return report (error);

  if (options->help != NULL)
    {
      g_print ("%s", options->help);
      return DESK_CLI_EXIT_DONE;
    }

  if (!run (options, call, &error) || !flush_output (&error))
    return report (error);

  return DESK_CLI_EXIT_DONE;
}
