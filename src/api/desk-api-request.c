/* desk-api-request.c: one request, as often as it has to be sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-request.h"

#include <json-glib/json-glib.h>

DeskApiRequest *
desk_api_request_new (const char *method,
                      GUri       *uri)
{
  DeskApiRequest *self = g_new0 (DeskApiRequest, 1);

  self->method = method;
  self->uri = g_uri_ref (uri);
  self->is_signed = TRUE;

  return self;
}

void
desk_api_request_free (DeskApiRequest *self)
{
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_free (self);
}

void
desk_api_request_set_body (DeskApiRequest *self,
                           const char     *first_name,
                           ...)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  char *text;
  va_list arguments;

  va_start (arguments, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (arguments, const char *))
    {
      const char *value = va_arg (arguments, const char *);

      if (value != NULL)
        json_object_set_string_member (object, name, value);
    }
  va_end (arguments);

  json_node_take_object (root, object);
  text = json_to_string (root, FALSE);

  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_take (text, strlen (text));
}

void
desk_api_request_set_header (DeskApiRequest *self,
                             const char     *name,
                             const char     *value)
{
  if (value == NULL)
    return;

  if (self->headers == NULL)
    self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  soup_message_headers_replace (self->headers, name, value);
}

static void
add_header (const char *name,
            const char *value,
            gpointer    user_data)
{
  soup_message_headers_replace (user_data, name, value);
}

gboolean
desk_api_request_is_repeatable (const DeskApiRequest *self)
{
  return !self->is_signed || !g_str_equal (self->method, SOUP_METHOD_POST);
}

SoupMessage *
desk_api_request_build_message (const DeskApiRequest *self,
                                const char           *version,
                                const char           *token)
{
  SoupMessage *message = soup_message_new_from_uri (self->method, self->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  /* A redirect would carry the token to a place nobody checked. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  soup_message_headers_replace (headers, "Accept", "application/json");
  soup_message_headers_replace (headers, "X-Fiskil-Version", version);
  if (self->headers != NULL)
    soup_message_headers_foreach (self->headers, add_header, headers);

  if (token != NULL)
    {
      g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

      soup_message_headers_replace (headers, "Authorization", value);
    }

  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", self->body);

  return message;
}
