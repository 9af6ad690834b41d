/* desk-link-address.c: a web address, taken apart for comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-address.h"

#include "desk-http.h"

#include <string.h>

static gboolean
has_control_character (const char *uri)
{
  for (const char *cursor = uri; *cursor != '\0'; cursor++)
    {
      if (g_ascii_iscntrl (*cursor))
        return TRUE;
    }

  return FALSE;
}

DeskLinkAddress *
desk_link_address_parse (const char *uri)
{
  g_autofree char *authority = NULL;
  g_autofree char *origin = NULL;
  DeskLinkAddress *self;
  const char *start, *path;
  gsize path_length;

  start = uri != NULL ? strstr (uri, "://") : NULL;
  if (start == NULL || has_control_character (uri))
    return NULL;

  path = start + 3 + strcspn (start + 3, "/?#");
  authority = g_strndup (uri, path - uri);
  origin = strchr (authority, '%') == NULL ? desk_http_dup_origin (authority) : NULL;
  if (origin == NULL)
    return NULL;

  path_length = strcspn (path, "?#");
  self = g_new0 (DeskLinkAddress, 1);
  self->origin = g_steal_pointer (&origin);
  self->foreign = g_str_is_ascii (authority) ? NULL : g_steal_pointer (&authority);
  self->path = path_length > 0 ? g_strndup (path, path_length) : g_strdup ("/");
  self->query = desk_link_query_new_from_uri (path);
  return self;
}

void
desk_link_address_free (DeskLinkAddress *self)
{
  g_free (self->origin);
  g_free (self->foreign);
  g_free (self->path);
  desk_link_query_free (self->query);
  g_free (self);
}

gboolean
desk_link_address_has_same_target (const DeskLinkAddress *self,
                                   const DeskLinkAddress *other)
{
  if (self->foreign != NULL && g_strcmp0 (self->foreign, other->foreign) != 0)
    return FALSE;

  return g_str_equal (self->origin, other->origin) && g_str_equal (self->path, other->path);
}
