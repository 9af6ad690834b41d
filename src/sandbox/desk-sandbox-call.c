/* desk-sandbox-call.c: one call of the API, and its answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-call.h"

#include <string.h>

#include "desk-sandbox-json.h"

#define JSON_TYPE "application/json; charset=utf-8"

DeskSandboxCall *
desk_sandbox_call_new (DeskSandboxWorld  *world,
                       SoupServerMessage *message)
{
  DeskSandboxCall *self = g_new0 (DeskSandboxCall, 1);
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  const char *query = g_uri_get_query (uri);

  self->world = world;
  self->message = message;
  self->path = g_uri_unescape_string (g_uri_get_path (uri) + 1, NULL);
  if (self->path == NULL)
    self->path = g_strdup ("");
  self->query = desk_sandbox_form_new (query, query != NULL ? strlen (query) : 0);
  if (body->length > 0)
    self->body = desk_sandbox_json_parse_object (body->data, (gsize) body->length, NULL);
  self->version = 3;
  return self;
}

void
desk_sandbox_call_free (DeskSandboxCall *self)
{
  g_free (self->path);
  g_free (self->argument);
  desk_sandbox_form_free (self->query);
  g_clear_pointer (&self->body, json_object_unref);
  g_free (self);
}

const char *
desk_sandbox_call_get_body_string (DeskSandboxCall *self,
                                   const char      *name)
{
  const char *text = self->body != NULL ? desk_sandbox_json_get_string (self->body, name) : NULL;

  return text != NULL && text[0] != '\0' ? text : NULL;
}

static void
set_reply (DeskSandboxCall *self,
           guint            status,
           char            *text,
           gsize            length)
{
  soup_server_message_set_status (self->message, status, NULL);
  soup_server_message_set_response (self->message, JSON_TYPE, SOUP_MEMORY_TAKE, text, length);
}

void
desk_sandbox_call_reply (DeskSandboxCall *self,
                         char            *text,
                         gsize            length)
{
  set_reply (self, SOUP_STATUS_OK, text, length);
}

void
desk_sandbox_call_reply_json (DeskSandboxCall *self,
                              JsonBuilder     *builder)
{
  char *text = desk_sandbox_json_dup_text (builder);

  set_reply (self, SOUP_STATUS_OK, text, strlen (text));
}

void
desk_sandbox_call_reply_empty (DeskSandboxCall *self)
{
  soup_server_message_set_status (self->message, SOUP_STATUS_NO_CONTENT, NULL);
}

static void
reply_error (DeskSandboxCall *self,
             guint            status,
             const char      *name,
             const char      *message,
             gboolean         flags,
             gboolean         temporary)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = desk_sandbox_state_dup_error_id (self->world->state);
  char *text;

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "id", id);
  desk_sandbox_json_add_string (builder, "name", name);
  desk_sandbox_json_add_string (builder, "message", message);
  if (flags)
    {
      desk_sandbox_json_add_boolean (builder, "temporary", temporary);
      desk_sandbox_json_add_boolean (builder, "timeout", FALSE);
      desk_sandbox_json_add_boolean (builder, "fault", FALSE);
    }
  json_builder_end_object (builder);
  text = desk_sandbox_json_dup_text (builder);
  set_reply (self, status, text, strlen (text));
}

void
desk_sandbox_call_fail (DeskSandboxCall *self,
                        guint            status,
                        const char      *name,
                        const char      *message)
{
  reply_error (self, status, name, message, self->envelope == DESK_SANDBOX_ENVELOPE_CORE, FALSE);
}

void
desk_sandbox_call_fail_temporarily (DeskSandboxCall *self)
{
  const char *name = self->envelope == DESK_SANDBOX_ENVELOPE_DATA ? "ServiceUnavailable" : "service_unavailable";

  reply_error (self, SOUP_STATUS_SERVICE_UNAVAILABLE, name,
               "The service is temporarily unavailable", TRUE, TRUE);
}
