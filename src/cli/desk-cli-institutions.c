/* desk-cli-institutions.c: the commands for institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-path.h"
#include "desk-cli-command.h"

static const char *const root_keys[] = { "institutions", NULL };

static gboolean
list (DeskCliCall  *call,
      GError      **error)
{
  const DeskCliColumn columns[] = {
    { _("ID"), "id", FALSE },
    { _("Name"), "name", FALSE },
    { _("Industry"), "industry", FALSE },
    { _("Accessible"), "is_accessible", FALSE },
    { _("Connections"), "status.connections.status", FALSE },
  };
  g_autoptr(GString) path = g_string_new ("/institutions");

  desk_api_path_append_query (path, "client_id", desk_context_get_client_id (call->context));
  desk_api_path_append_query (path, "industry", desk_cli_call_get_option (call, "industry"));

  return desk_cli_call_print_list (call, path->str, root_keys, columns, G_N_ELEMENTS (columns), error);
}

static gboolean
show (DeskCliCall  *call,
      GError      **error)
{
  g_autofree char *path = desk_api_path_new_with_id ("/institutions", call->argument, error);

  return path != NULL && desk_cli_call_print_object (call, path, error);
}

const DeskCliCommand desk_cli_institutions_commands[] = {
  { "institutions", "list", NULL, N_("List the banks and energy retailers"), "institutions list --industry energy",
    { { "industry", N_("INDUSTRY"), N_("Only banking or energy"), FALSE } }, FALSE, list },
  { "institutions", "show", N_("ID"), N_("Show one institution"), "institutions show 88888",
    { { NULL } }, FALSE, show },
  { NULL },
};
