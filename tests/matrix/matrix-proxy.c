/* matrix-proxy.c: stands between the application and an API, and changes answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-proxy.h"

struct _MatrixProxy
{
  SoupServer *server; /* (owned) */
  SoupSession *session; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  char *target; /* (owned): the origin behind */
  char *origin; /* (owned): our own */
  char *api_uri; /* (owned) */
  GHashTable *rules; /* (owned): call -> Rule */
  GHashTable *answers; /* (owned): call -> body */
};

typedef struct
{
  MatrixProxyRule function;
  gpointer user_data;
} Rule;

typedef struct
{
  MatrixProxy *proxy;
  SoupServerMessage *message; /* (owned) */
  SoupMessage *passed_on; /* (owned) */
  char *call; /* (owned) */
} Exchange;

/* These are of one connection and not passed on. */
static const char *const own_headers[] = {
  "Host", "Connection", "Content-Length", "Transfer-Encoding", "Accept-Encoding", "Content-Encoding", NULL,
};

static void
copy_header_cb (const char *name,
                const char *value,
                gpointer    user_data)
{
  for (guint i = 0; own_headers[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (own_headers[i], name) == 0)
        return;
    }

  soup_message_headers_append (user_data, name, value);
}

static void
exchange_free (Exchange *exchange)
{
  g_object_unref (exchange->message);
  g_object_unref (exchange->passed_on);
  g_free (exchange->call);
  g_free (exchange);
}

/* A list names where its next page is: there it is we. */
static char *
dup_as_own (MatrixProxy *self,
            GBytes      *received)
{
  g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (received, NULL), (gssize) g_bytes_get_size (received));

  g_string_replace (text, self->target, self->origin, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
answer (Exchange *exchange,
        GBytes   *received)
{
  Rule *rule = g_hash_table_lookup (exchange->proxy->rules, exchange->call);
  guint status = soup_message_get_status (exchange->passed_on);
  g_autofree char *text = dup_as_own (exchange->proxy, received);
  char *body = rule != NULL ? rule->function (&status, text, rule->user_data) : g_strdup (text);
  g_autoptr(GBytes) given = g_bytes_new_take (body, strlen (body));

  g_hash_table_replace (exchange->proxy->answers, g_strdup (exchange->call), g_strdup (body));
  soup_server_message_set_status (exchange->message, status, NULL);
  soup_message_headers_foreach (soup_message_get_response_headers (exchange->passed_on), copy_header_cb,
                                soup_server_message_get_response_headers (exchange->message));
  soup_message_body_append_bytes (soup_server_message_get_response_body (exchange->message), given);
}

static void
received_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Exchange *exchange = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) received = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);

  /* The proxy is gone. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (received != NULL)
        answer (exchange, received);
      else
        soup_server_message_set_status (exchange->message, SOUP_STATUS_BAD_GATEWAY, NULL);
      soup_server_message_unpause (exchange->message);
    }

  exchange_free (exchange);
}

static SoupMessage *
copy_request (MatrixProxy       *self,
              SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);
  g_autofree char *target = g_strconcat (self->target, g_uri_get_path (uri), query != NULL ? "?" : NULL, query, NULL);
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr(GUri) parsed = g_uri_parse (target, SOUP_HTTP_URI_FLAGS, NULL);
  SoupMessage *copy = soup_message_new_from_uri (soup_server_message_get_method (message), parsed);

  soup_message_headers_foreach (soup_server_message_get_request_headers (message), copy_header_cb,
                                soup_message_get_request_headers (copy));
  if (g_bytes_get_size (body) > 0)
    soup_message_set_request_body_from_bytes (copy, NULL, body);
  soup_message_add_flags (copy, SOUP_MESSAGE_NO_REDIRECT);

  return copy;
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  MatrixProxy *self = user_data;
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->proxy = self;
  exchange->message = g_object_ref (message);
  exchange->passed_on = copy_request (self, message);
  exchange->call = g_strconcat (soup_server_message_get_method (message), " ", path, NULL);
  soup_server_message_pause (message);
  soup_session_send_and_read_async (self->session, exchange->passed_on, G_PRIORITY_DEFAULT, self->cancellable,
                                    received_cb, exchange);
}

MatrixProxy *
matrix_proxy_new (const char *api_uri)
{
  MatrixProxy *self = g_new0 (MatrixProxy, 1);
  g_autoptr(GUri) target = g_uri_parse (api_uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->target = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (target));
  self->session = soup_session_new ();
  self->cancellable = g_cancellable_new ();
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->server = g_object_new (SOUP_TYPE_SERVER, "raw-paths", TRUE, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->origin = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  self->api_uri = g_strconcat (self->origin, g_uri_get_path (target), NULL);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
matrix_proxy_free (MatrixProxy *self)
{
  g_cancellable_cancel (self->cancellable);
  soup_session_abort (self->session);
  soup_server_disconnect (self->server);
  while (g_main_context_iteration (NULL, FALSE));

  g_object_unref (self->server);
  g_object_unref (self->session);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->rules);
  g_hash_table_unref (self->answers);
  g_free (self->target);
  g_free (self->origin);
  g_free (self->api_uri);
  g_free (self);
}

const char *
matrix_proxy_get_api_uri (MatrixProxy *self)
{
  return self->api_uri;
}

void
matrix_proxy_set_rule (MatrixProxy     *self,
                       const char      *call,
                       MatrixProxyRule  function,
                       gpointer         user_data)
{
  Rule *rule = g_new0 (Rule, 1);

  rule->function = function;
  rule->user_data = user_data;
  if (function != NULL)
    g_hash_table_replace (self->rules, g_strdup (call), g_steal_pointer (&rule));
  else
    g_hash_table_remove (self->rules, call);
  g_free (rule);
}

void
matrix_proxy_clear (MatrixProxy *self)
{
  g_hash_table_remove_all (self->rules);
  g_hash_table_remove_all (self->answers);
}

const char *
matrix_proxy_get_answer (MatrixProxy *self,
                         const char  *call)
{
  return g_hash_table_lookup (self->answers, call);
}
