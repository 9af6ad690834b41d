/* desk-cli-sessions.c: the commands for auth sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-cli-command.h"
#include "desk-cli-object.h"
#include "desk-http.h"

static void
print_session (DeskAuthSession *session,
               gboolean         as_json)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "session_id");
  json_builder_add_string_value (builder, desk_auth_session_get_session_id (session));
  json_builder_set_member_name (builder, "auth_url");
  json_builder_add_string_value (builder, desk_auth_session_get_auth_url (session));
  json_builder_set_member_name (builder, "expires_at");
  json_builder_add_int_value (builder, desk_auth_session_get_expires_at (session) / G_USEC_PER_SEC);
  json_builder_end_object (builder);
  desk_cli_object_print_built (builder, as_json);
}

/* The built-in sandbox runs only while a command does. */
static void
warn_of_sandbox (DeskCliCall *call)
{
  DeskEnvironment *environment = desk_context_get_environment (call->context);

  if (desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_SANDBOX)
    g_printerr ("%s\n", _("The built-in sandbox has ended with this command, so the page cannot be opened. "
                          "To open one, start consent-desk-sandbox and give its addresses with --api and --auth."));
}

static gboolean
create (DeskCliCall  *call,
        GError      **error)
{
  DeskApiClient *client = desk_context_get_client (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskAuthSession) session = NULL;

  desk_api_client_create_auth_session_async (client,
                                             desk_cli_call_get_option (call, "user"),
                                             desk_cli_call_get_option (call, "redirect-uri"),
                                             desk_cli_call_get_option (call, "cancel-uri"),
                                             desk_cli_call_get_option (call, "institution"),
                                             desk_cli_call_get_option (call, "arrangement"),
                                             NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  session = desk_api_client_create_auth_session_finish (client, result, error);
  if (session == NULL)
    return FALSE;

  /* It is there to be opened: nothing but a web page may come of it. */
  if (!desk_http_is_allowed_address (desk_auth_session_get_auth_url (session)))
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                           _("The address of the consent page is not safe."));
      return FALSE;
    }

  print_session (session, call->as_json);
  warn_of_sandbox (call);

  return TRUE;
}

const DeskCliCommand desk_cli_sessions_commands[] = {
  { "sessions", "create", NULL, N_("Create an auth session, to be opened in a browser"),
    "sessions create --user eu_2yRHN2ag2y4p8kCtm5DOeccZEXB --institution 88888",
    { { "user", N_("ID"), N_("The end user"), TRUE },
      { "institution", N_("ID"), N_("The institution; left to the page if absent"), FALSE },
      { "arrangement", N_("ID"), N_("The active consent to authorise again, at its own institution"), FALSE },
      { "redirect-uri", N_("URI"), N_("Where success leads"), FALSE },
      { "cancel-uri", N_("URI"), N_("Where failure leads"), FALSE } }, FALSE, create },
  { NULL },
};
