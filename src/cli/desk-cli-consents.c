/* desk-cli-consents.c: the commands for consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-api-path.h"
#include "desk-cli-command.h"
#include "desk-cli-object.h"

static const char *const root_keys[] = { "consents", NULL };

static gboolean
list (DeskCliCall  *call,
      GError      **error)
{
  const DeskCliColumn columns[] = {
    { _("ID"), "arrangement_id", FALSE },
    { _("End user"), "end_user_id", FALSE },
    { _("Institution"), "institution_name", FALSE },
    { _("Active"), "active", FALSE },
    { _("Expires"), "expires_at", FALSE },
  };
  g_autoptr(GString) path = g_string_new ("/consent");

  desk_api_path_append_query (path, "end_user_id", desk_cli_call_get_option (call, "user"));
  desk_api_path_append_query (path, "active", desk_cli_call_get_option (call, "active"));

  return desk_cli_call_print_list (call, path->str, root_keys, columns, G_N_ELEMENTS (columns), error);
}

static DeskConsent *
find_consent (DeskCliCall  *call,
              GError      **error)
{
  DeskApiClient *client = desk_context_get_client (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) consents = NULL;

  desk_api_client_list_consents_async (client, NULL, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  consents = desk_api_client_list_consents_finish (client, result, error);
  if (consents == NULL)
    return NULL;

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (desk_consent_get_id (consent), call->argument) && desk_consent_get_end_user_id (consent) != NULL)
        return g_object_ref (consent);
    }

  g_set_error (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND,
               _("There is no consent “%s”. List them with consentctl consents list."), call->argument);

  return NULL;
}

/* The service says yes to any id, so it is looked up first (fiskil-api.md 2.3). */
static gboolean
revoke_consent (DeskCliCall  *call,
                GError      **error)
{
  DeskDirectory *directory = desk_context_get_directory (call->context);
  g_autoptr(DeskConsent) consent = find_consent (call, error);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (consent == NULL)
    return FALSE;

  desk_directory_revoke_async (directory, consent, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  if (!desk_directory_revoke_finish (directory, result, error))
    return FALSE;

  desk_cli_object_print_text ("arrangement_id", call->argument, call->as_json);

  return TRUE;
}

const DeskCliCommand desk_cli_consents_commands[] = {
  { "consents", "list", NULL, N_("List the consents, ended ones too"), "consents list --active true",
    { { "user", N_("ID"), N_("Only those of this end user"), FALSE },
      { "active", N_("true|false"), N_("Only active or only ended ones"), FALSE } }, FALSE, list },
  { "consents", "revoke", N_("ID"), N_("End a consent"), "consents revoke 1a460c22-c3ca-4901-8269-0b65c155b483",
    { { NULL } }, FALSE, revoke_consent },
  { NULL },
};
