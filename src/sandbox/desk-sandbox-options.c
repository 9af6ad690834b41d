/* desk-sandbox-options.c: the command line of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-options.h"

#include <glib/gi18n-lib.h>

#include "desk-http.h"
#include "desk-instant.h"
#include "desk-sandbox-fault-spec.h"
#include "desk-sandbox-state.h"

/* One a second over two years; more would have the same time. */
#define MAX_TRANSACTIONS 60000000

/* The options as they were typed. */
typedef struct
{
  char *port;
  char *auth_port;
  char *bank_port;
  char *seed;
  char *now;
  char *transactions;
} Texts;

static void
texts_clear (Texts *self)
{
  g_free (self->port);
  g_free (self->auth_port);
  g_free (self->bank_port);
  g_free (self->seed);
  g_free (self->now);
  g_free (self->transactions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static GOptionContext *
create_context (DeskSandboxOptions *self,
                Texts              *texts)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_STRING, &texts->port, N_("Port of the API; any free one if absent or 0"), N_("N") },
    { "auth-port", 0, 0, G_OPTION_ARG_STRING, &texts->auth_port, N_("Port of the consent screens"), N_("N") },
    { "bank-port", 0, 0, G_OPTION_ARG_STRING, &texts->bank_port, N_("Port of the institutions’ screens"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &texts->seed, N_("Make every id and the demo data from this number"), N_("N") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &texts->now, N_("Stop the clock at this time (RFC 3339)"), N_("TIME") },
    { "transactions", 0, 0, G_OPTION_ARG_STRING, &texts->transactions, N_("Give the full demo customer so many transactions"), N_("N") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->data, N_("Serve this all-data file; may be repeated"), N_("FILE") },
    { "persona-file", 0, 0, G_OPTION_ARG_FILENAME, &self->persona_file, N_("Serve the personas of this file instead of the built-in ones"), N_("FILE") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &self->state, N_("Keep end users, consents and credentials here"), N_("DIR") },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->faults, N_("Make this go wrong; may be repeated"), N_("SPEC") },
    { "exit-with-stdin", 0, 0, G_OPTION_ARG_NONE, &self->exit_with_stdin, N_("End when standard input closes"), NULL },
    { "webhook-url", 0, 0, G_OPTION_ARG_STRING, &self->webhook_url, N_("Send webhooks to this address"), N_("URL") },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &self->quiet, N_("Do not write requests to standard error"), NULL },
    { NULL }
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("A local sandbox of the Fiskil Data API."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
read_port (const char  *option,
           const char  *text,
           guint16     *port,
           GError     **error)
{
  guint64 number = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16, &number, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   /* Translators: the first is an option, the second what was typed after it */
                   _("%s takes a port from 0 to 65535, not “%s”."), option, text);
      return FALSE;
    }

  *port = (guint16) number;
  return TRUE;
}

static gboolean
read_seed (DeskSandboxOptions  *self,
           const char          *text,
           GError             **error)
{
  if (text == NULL)
    {
      self->seed = ((guint64) g_random_int () << 32) | g_random_int ();
      return TRUE;
    }

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &self->seed, NULL))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--seed takes a whole number that is not negative, not “%s”."), text);
  return FALSE;
}

static gboolean
read_now (DeskSandboxOptions  *self,
          const char          *text,
          GError             **error)
{
  self->has_now = text != NULL;
  if (text == NULL ||
      (desk_instant_parse (text, &self->now, NULL) && self->now >= 0 && self->now <= DESK_SANDBOX_LAST_INSTANT))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--now takes a time from 1970 to 2999 such as 2026-10-20T09:00:00Z, not “%s”."), text);
  return FALSE;
}

static gboolean
check_webhook_url (const char  *url,
                   GError     **error)
{
  if (url == NULL || desk_http_is_allowed_address (url))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--webhook-url takes an https address, or an http one on this machine such as "
                 "http://127.0.0.1:8080/hook, not “%s”."), url);
  return FALSE;
}

static gboolean
check_faults (const DeskSandboxOptions  *self,
              GError                   **error)
{
  for (guint i = 0; self->faults != NULL && self->faults[i] != NULL; i++)
    {
      g_autoptr(GError) reason = NULL;
      g_autoptr(DeskSandboxFaultSpec) spec = desk_sandbox_fault_spec_parse (self->faults[i], &reason);

      if (spec == NULL)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, reason->message);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_transactions (DeskSandboxOptions  *self,
                   const char          *text,
                   GError             **error)
{
  guint64 number = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MAX_TRANSACTIONS, &number, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--transactions takes a number from 1 to %d, not “%s”."), MAX_TRANSACTIONS, text);
      return FALSE;
    }

  self->transactions = (guint) number;
  return TRUE;
}

static gboolean
check_rest (const char *const  *arguments,
            GError            **error)
{
  if (arguments[0] == NULL || arguments[1] == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
               _("There is no use for “%s”; see --help."), arguments[1]);
  return FALSE;
}

gboolean
desk_sandbox_options_parse (DeskSandboxOptions  *self,
                            const char *const   *arguments,
                            GError             **error)
{
  g_auto (Texts) texts = { NULL };
  g_auto (GStrv) rest = g_strdupv ((char **) arguments);
  g_autoptr(GOptionContext) context = NULL;

  *self = (DeskSandboxOptions) { 0 };
  context = create_context (self, &texts);

  return g_option_context_parse_strv (context, &rest, error) &&
         check_rest ((const char *const *) rest, error) &&
         read_port ("--port", texts.port, &self->port, error) &&
         read_port ("--auth-port", texts.auth_port, &self->auth_port, error) &&
         read_port ("--bank-port", texts.bank_port, &self->bank_port, error) &&
         read_seed (self, texts.seed, error) &&
         read_now (self, texts.now, error) &&
         read_transactions (self, texts.transactions, error) &&
         check_webhook_url (self->webhook_url, error) &&
         check_faults (self, error);
}

void
desk_sandbox_options_clear (DeskSandboxOptions *self)
{
  g_clear_pointer (&self->data, g_strfreev);
  g_clear_pointer (&self->faults, g_strfreev);
  g_clear_pointer (&self->persona_file, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->webhook_url, g_free);
}
