/* desk-sandbox-fault-links.c: pages of a list that lead the wrong way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-fault-links.h"

#include "desk-json.h"

#define AGAIN "page[again]"
#define AGAIN_ENCODED "page%5Bagain%5D=1"

static gboolean
is_first_page (DeskSandboxCall *call)
{
  return desk_sandbox_form_get (call->query, "page[after]") == NULL &&
         desk_sandbox_form_get (call->query, "page[before]") == NULL;
}

static char *
dup_first_page (DeskSandboxCall *call,
                const char      *more)
{
  const char *size = desk_sandbox_form_get (call->query, "page[size]");
  g_autofree char *query = desk_sandbox_form_dup_without (call->query, "page[");
  GString *address = g_string_new (call->world->api_origin);

  g_string_append_printf (address, "/%s?%s", call->path, query);
  if (size != NULL)
    {
      g_autofree char *encoded = g_uri_escape_string (size, NULL, FALSE);

      g_string_append_printf (address, "&page%%5Bsize%%5D=%s", encoded);
    }
  if (more != NULL)
    g_string_append_printf (address, "&%s", more);

  return g_string_free (address, FALSE);
}

/* The page with another "next", everything before its links as it was. */
static void
set_next (DeskSandboxCall *call,
          const char      *text,
          DeskJsonSlice    links,
          const char      *next)
{
  g_autofree char *previous = desk_json_slice_dup_raw (desk_json_slice_get_member (links, "prev"));
  GString *page = g_string_new_len (text, links.text - text);
  gsize length;

  g_string_append_c (page, '{');
  if (previous[0] != '\0')
    g_string_append_printf (page, "\"prev\":%s,", previous);
  g_string_append_printf (page, "\"next\":\"%s\"}}", next);
  length = page->len;
  soup_message_body_truncate (soup_server_message_get_response_body (call->message));
  desk_sandbox_call_reply (call, g_string_free (page, FALSE), length);
}

static gboolean
has_next (DeskJsonSlice links)
{
  return desk_json_slice_get_kind (desk_json_slice_get_member (links, "next")) != DESK_JSON_KIND_NONE;
}

/* %NULL if the answer is not one page of a list. */
static GBytes *
get_page (DeskSandboxCall *call,
          DeskJsonSlice   *links)
{
  g_autoptr(GBytes) page = soup_message_body_flatten (soup_server_message_get_response_body (call->message));
  DeskJsonSlice root;

  if (soup_server_message_get_status (call->message) != SOUP_STATUS_OK ||
      !desk_json_parse (g_bytes_get_data (page, NULL), g_bytes_get_size (page), &root, NULL))
    return NULL;

  *links = desk_json_slice_get_member (root, "links");
  return desk_json_slice_get_kind (*links) == DESK_JSON_KIND_OBJECT ? g_steal_pointer (&page) : NULL;
}

void
desk_sandbox_fault_links_repeat (DeskSandboxCall *call)
{
  DeskJsonSlice links;
  g_autoptr(GBytes) page = get_page (call, &links);
  g_autofree char *next = NULL;

  if (page == NULL || !is_first_page (call) || desk_sandbox_form_get (call->query, AGAIN) != NULL)
    return;

  next = dup_first_page (call, AGAIN_ENCODED);
  set_next (call, g_bytes_get_data (page, NULL), links, next);
}

void
desk_sandbox_fault_links_loop (DeskSandboxCall *call)
{
  DeskJsonSlice links;
  g_autoptr(GBytes) page = get_page (call, &links);
  g_autofree char *next = NULL;

  if (page == NULL || (is_first_page (call) && has_next (links)))
    return;

  next = dup_first_page (call, NULL);
  set_next (call, g_bytes_get_data (page, NULL), links, next);
}
