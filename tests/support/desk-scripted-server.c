/* desk-scripted-server.c: an HTTP server in the test's process that answers by a script
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-scripted-server.h"

#define TOKEN_CALL "POST /v1/token"

typedef enum
{
  ANSWER_STATUS,
  ANSWER_RAW,
  ANSWER_STALL,
  ANSWER_SILENCE,
} AnswerKind;

typedef struct
{
  AnswerKind          kind;
  char               *call;
  guint               status;
  SoupMessageHeaders *headers;
  GBytes             *body;
} Answer;

struct _DeskScriptedServer
{
  SoupServer *server;   /* (owned) */
  char       *origin;   /* (owned) */
  char       *api_uri;  /* (owned) */
  GPtrArray  *answers;  /* (owned) (element-type Answer): not given yet */
  GPtrArray  *requests; /* (owned) (element-type DeskScriptedRequest) */
  GPtrArray  *stalled;  /* (owned) (element-type GIOStream) */
  guint       n_tokens;
};

static void
answer_free (Answer *answer)
{
  g_free (answer->call);
  g_bytes_unref (answer->body);
  soup_message_headers_unref (answer->headers);
  g_free (answer);
}

static void
request_free (DeskScriptedRequest *request)
{
  g_free (request->call);
  g_free (request->query);
  g_free (request->body);
  soup_message_headers_unref (request->headers);
  g_free (request);
}

static Answer *
take_answer (DeskScriptedServer *self,
             const char         *call)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      Answer *answer = g_ptr_array_index (self->answers, i);

      if (g_str_equal (answer->call, call))
        return g_ptr_array_steal_index (self->answers, i);
    }

  return NULL;
}

static void
remember (DeskScriptedServer *self,
          SoupServerMessage  *message,
          const char         *call)
{
  DeskScriptedRequest *request = g_new0 (DeskScriptedRequest, 1);
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));

  request->call = g_strdup (call);
  request->query = g_strdup (g_uri_get_query (soup_server_message_get_uri (message)));
  request->headers = soup_message_headers_ref (soup_server_message_get_request_headers (message));
  request->body = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  request->time = g_get_monotonic_time ();
  g_ptr_array_add (self->requests, request);
}

static void
give_token (DeskScriptedServer *self,
            SoupServerMessage  *message)
{
  g_autofree char *body = g_strdup_printf ("{\"token\":\"token-%u\",\"expires_in\":900}", ++self->n_tokens);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, strlen (body));
}

static void
copy_header_cb (const char *name,
                const char *value,
                gpointer    user_data)
{
  soup_message_headers_replace (user_data, name, value);
}

static void
give_status (SoupServerMessage *message,
             Answer            *answer)
{
  soup_server_message_set_status (message, answer->status, NULL);
  soup_message_headers_foreach (answer->headers, copy_header_cb,
                                soup_server_message_get_response_headers (message));
  if (g_bytes_get_size (answer->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), answer->body);
}

static void
give_raw (DeskScriptedServer *self,
          SoupServerMessage  *message,
          Answer             *answer)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);
  gsize size;
  const char *text = g_bytes_get_data (answer->body, &size);

  if (size > 0)
    g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, size, NULL, NULL, NULL);

  if (answer->kind == ANSWER_STALL)
    g_ptr_array_add (self->stalled, g_steal_pointer (&stream));
  else
    g_io_stream_close (stream, NULL, NULL);
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  DeskScriptedServer *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  g_autofree char *call = g_strconcat (soup_server_message_get_method (message), " ", g_uri_get_path (uri), NULL);
  Answer *answer = take_answer (self, call);

  remember (self, message, call);

  if (answer == NULL && g_str_equal (call, TOKEN_CALL))
    give_token (self, message);
  else if (answer == NULL)
    soup_server_message_set_status (message, 418, NULL);
  else if (answer->kind == ANSWER_STATUS)
    give_status (message, answer);
  else if (answer->kind == ANSWER_SILENCE)
    soup_server_message_pause (message);
  else
    give_raw (self, message, answer);

  g_clear_pointer (&answer, answer_free);
}

DeskScriptedServer *
desk_scripted_server_new (void)
{
  DeskScriptedServer *self = g_new0 (DeskScriptedServer, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  self->stalled = g_ptr_array_new_with_free_func (g_object_unref);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) request_free);

  self->server = g_object_new (SOUP_TYPE_SERVER, "raw-paths", TRUE, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->origin = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  self->api_uri = g_strconcat (self->origin, "/v1", NULL);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
desk_scripted_server_free (DeskScriptedServer *self)
{
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->stalled, g_ptr_array_unref);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->api_uri, g_free);
  g_free (self);
}

const char *
desk_scripted_server_get_origin (DeskScriptedServer *self)
{
  return self->origin;
}

const char *
desk_scripted_server_get_api_uri (DeskScriptedServer *self)
{
  return self->api_uri;
}

static Answer *
add_answer (DeskScriptedServer *self,
            AnswerKind          kind,
            const char         *call,
            const char         *text)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->kind = kind;
  answer->call = g_strdup (call);
  answer->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  answer->body = g_bytes_new (text, text != NULL ? strlen (text) : 0);
  g_ptr_array_add (self->answers, answer);

  return answer;
}

static Answer *
get_last_answer (DeskScriptedServer *self)
{
  g_assert_cmpuint (self->answers->len, >, 0);

  return g_ptr_array_index (self->answers, self->answers->len - 1);
}

void
desk_scripted_server_add (DeskScriptedServer *self,
                          const char         *call,
                          guint               status,
                          const char         *body)
{
  Answer *answer = add_answer (self, ANSWER_STATUS, call, body);

  answer->status = status;
  if (body != NULL)
    soup_message_headers_replace (answer->headers, "Content-Type", "application/json");
}

void
desk_scripted_server_set_header (DeskScriptedServer *self,
                                 const char         *name,
                                 const char         *value)
{
  soup_message_headers_replace (get_last_answer (self)->headers, name, value);
}

void
desk_scripted_server_set_bytes (DeskScriptedServer *self,
                                GBytes             *body)
{
  Answer *answer = get_last_answer (self);

  g_bytes_unref (answer->body);
  answer->body = g_bytes_ref (body);
}

void
desk_scripted_server_add_raw (DeskScriptedServer *self,
                              const char         *call,
                              const char         *text)
{
  add_answer (self, ANSWER_RAW, call, text);
}

void
desk_scripted_server_add_stall (DeskScriptedServer *self,
                                const char         *call,
                                const char         *text)
{
  add_answer (self, ANSWER_STALL, call, text);
}

void
desk_scripted_server_add_silence (DeskScriptedServer *self,
                                  const char         *call)
{
  add_answer (self, ANSWER_SILENCE, call, NULL);
}

guint
desk_scripted_server_count (DeskScriptedServer *self,
                            const char         *call)
{
  guint n = 0;

  for (guint i = 0; i < self->requests->len; i++)
    {
      DeskScriptedRequest *request = g_ptr_array_index (self->requests, i);

      if (call == NULL || g_str_equal (request->call, call))
        n++;
    }

  return n;
}

const DeskScriptedRequest *
desk_scripted_server_get_request (DeskScriptedServer *self,
                                  const char         *call,
                                  guint               position)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      DeskScriptedRequest *request = g_ptr_array_index (self->requests, i);

      if (g_str_equal (request->call, call) && position-- == 0)
        return request;
    }

  g_assert_not_reached ();
}

void
desk_scripted_server_wait (DeskScriptedServer *self,
                           const char         *call,
                           guint               n_times)
{
  while (desk_scripted_server_count (self, call) < n_times)
    g_main_context_iteration (NULL, TRUE);
}
