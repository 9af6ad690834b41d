/* desk-api-path.c: paths and queries, percent-encoded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-path.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"

char *
desk_api_path_new_with_id (const char  *collection,
                           const char  *id,
                           GError     **error)
{
  g_autofree char *segment = g_uri_escape_string (id, NULL, FALSE);

  if (*id == '\0' || g_str_equal (id, ".") || g_str_equal (id, ".."))
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED,
                           _("This is not an id. Check what was entered and try again."));
      return NULL;
    }

  return g_strconcat (collection, "/", segment, NULL);
}

void
desk_api_path_append_query (GString    *path,
                            const char *name,
                            const char *value)
{
  if (value == NULL)
    return;

  g_string_append_c (path, strchr (path->str, '?') != NULL ? '&' : '?');
  g_string_append_uri_escaped (path, name, NULL, FALSE);
  g_string_append_c (path, '=');
  g_string_append_uri_escaped (path, value, NULL, FALSE);
}
