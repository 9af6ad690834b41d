/* desk-cli-users.c: the commands for end users
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "desk-api-error.h"
#include "desk-api-path.h"
#include "desk-cli-command.h"
#include "desk-cli-object.h"
#include "desk-cli-text.h"

static const char *const root_keys[] = { "end_users", NULL };

static gboolean
list (DeskCliCall  *call,
      GError      **error)
{
  const DeskCliColumn columns[] = {
    { _("ID"), "id", FALSE },
    { _("Name"), "name", FALSE },
    { _("Email"), "email", FALSE },
    { _("Phone"), "phone", FALSE },
  };
  g_autoptr(GString) path = g_string_new ("/end-users");

  desk_api_path_append_query (path, "email", desk_cli_call_get_option (call, "email"));

  return desk_cli_call_print_list (call, path->str, root_keys, columns, G_N_ELEMENTS (columns), error);
}

static gboolean
show (DeskCliCall  *call,
      GError      **error)
{
  g_autofree char *path = desk_api_path_new_with_id ("/end-users", call->argument, error);

  return path != NULL && desk_cli_call_print_object (call, path, error);
}

/* The service may have made it: never twice without a look. */
static void
offer_found (GPtrArray *found)
{
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      DeskEndUser *end_user = g_ptr_array_index (found, i);
      g_autofree char *id = desk_cli_text_make_safe (desk_end_user_get_id (end_user));

      g_printerr (_("There is an end user with this e-mail: %s\n"), id);
    }
}

static gboolean
create (DeskCliCall  *call,
        GError      **error)
{
  DeskDirectory *directory = desk_context_get_directory (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(DeskEndUser) end_user = NULL;

  desk_directory_create_async (directory,
                               desk_cli_call_get_option (call, "name"),
                               desk_cli_call_get_option (call, "email"),
                               desk_cli_call_get_option (call, "phone"),
                               NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  end_user = desk_directory_create_finish (directory, result, &found, error);
  offer_found (found);
  if (end_user == NULL)
    return FALSE;

  desk_cli_object_print_text ("end_user_id", desk_end_user_get_id (end_user), call->as_json);

  return TRUE;
}

static gboolean
update (DeskCliCall  *call,
        GError      **error)
{
  DeskApiClient *client = desk_context_get_client (call->context);
  const char *email = desk_cli_call_get_option (call, "email");
  const char *phone = desk_cli_call_get_option (call, "phone");
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (email == NULL && phone == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("Say what to change: give --email, --phone or both."));
      return FALSE;
    }

  desk_api_client_update_end_user_async (client, call->argument, email, phone, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  if (!desk_api_client_update_end_user_finish (client, result, error))
    return FALSE;

  desk_cli_object_print_text ("end_user_id", call->argument, call->as_json);

  return TRUE;
}

/* What is kept here of an end user who is gone goes too. */
static gboolean
purge (DeskCliCall  *call,
       GError      **error)
{
  DeskStore *store = desk_context_get_store (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_store_purge_end_user_async (store, call->argument, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_store_purge_end_user_finish (store, result, error);
}

static gboolean
delete_end_user (DeskCliCall  *call,
                 GError      **error)
{
  DeskApiClient *client = desk_context_get_client (call->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) local_error = NULL;

  desk_api_client_delete_end_user_async (client, call->argument, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);
  if (!desk_api_client_delete_end_user_finish (client, result, &local_error))
    {
      if (g_error_matches (local_error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND))
        purge (call, NULL);

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!purge (call, error))
    return FALSE;

  desk_cli_object_print_text ("end_user_id", call->argument, call->as_json);

  return TRUE;
}

const DeskCliCommand desk_cli_users_commands[] = {
  { "users", "list", NULL, N_("List the end users"), "users list --email mia@example.com",
    { { "email", N_("EMAIL"), N_("Only those with exactly this e-mail"), FALSE } }, FALSE, list },
  { "users", "show", N_("ID"), N_("Show one end user"), "users show eu_2yRHN2ag2y4p8kCtm5DOeccZEXB",
    { { NULL } }, FALSE, show },
  { "users", "create", NULL, N_("Create an end user"), "users create --email mia@example.com --name \"Mia Chen\"",
    { { "email", N_("EMAIL"), N_("The e-mail"), TRUE },
      { "name", N_("NAME"), N_("The name"), FALSE },
      { "phone", N_("PHONE"), N_("The phone number, as +61400000000"), FALSE } }, FALSE, create },
  { "users", "update", N_("ID"), N_("Change an end user"), "users update eu_2yRHN2ag2y4p8kCtm5DOeccZEXB --phone +61400000000",
    { { "email", N_("EMAIL"), N_("The new e-mail"), FALSE },
      { "phone", N_("PHONE"), N_("The new phone number, as +61400000000"), FALSE } }, FALSE, update },
  { "users", "delete", N_("ID"), N_("Delete an end user and end all consents"), "users delete eu_2yRHN2ag2y4p8kCtm5DOeccZEXB",
    { { NULL } }, FALSE, delete_end_user },
  { NULL },
};
