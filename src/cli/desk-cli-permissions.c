/* desk-cli-permissions.c: the commands for permissions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-path.h"
#include "desk-cli-command.h"

static const char *const root_keys[] = { "permissions", NULL };

static gboolean
list (DeskCliCall  *call,
      GError      **error)
{
  const DeskCliColumn columns[] = {
    { _("Name"), "name", FALSE },
    { _("Industry"), "industry", FALSE },
    { _("Scope"), "scope", FALSE },
    { _("Description"), "description", FALSE },
  };
  g_autoptr(GString) path = g_string_new ("/permissions");

  desk_api_path_append_query (path, "industry", desk_cli_call_get_option (call, "industry"));

  return desk_cli_call_print_list (call, path->str, root_keys, columns, G_N_ELEMENTS (columns), error);
}

const DeskCliCommand desk_cli_permissions_commands[] = {
  { "permissions", "list", NULL, N_("List what a consent can permit"), "permissions list --industry banking",
    { { "industry", N_("INDUSTRY"), N_("Only banking or energy"), FALSE } }, FALSE, list },
  { NULL },
};
