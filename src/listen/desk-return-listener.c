/* desk-return-listener.c: waits for the system's browser to come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-return-listener.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define LOOPBACK "127.0.0.1"

struct _DeskReturnListener
{
  GObject parent_instance;

  char       *state;       /* (owned) */
  SoupServer *server;      /* (owned) (nullable) while it listens */
  guint16     port;        /* 0 while it does not listen */
  char       *uri;         /* (owned) (nullable) what was called, once it was */
  guint       announce_id; /* the source that tells of it, or 0 */
};

enum
{
  IGNORE,
  RETURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskReturnListener, desk_return_listener, G_TYPE_OBJECT)

static void
desk_return_listener_dispose (GObject *object)
{
  desk_return_listener_stop (DESK_RETURN_LISTENER (object));

  G_OBJECT_CLASS (desk_return_listener_parent_class)->dispose (object);
}

static void
desk_return_listener_finalize (GObject *object)
{
  DeskReturnListener *self = DESK_RETURN_LISTENER (object);

  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->uri, g_free);

  G_OBJECT_CLASS (desk_return_listener_parent_class)->finalize (object);
}

static void
desk_return_listener_class_init (DeskReturnListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_return_listener_dispose;
  object_class->finalize = desk_return_listener_finalize;

  signals[IGNORE] = g_signal_new ("ignore",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, g_signal_accumulator_true_handled, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[RETURNED] = g_signal_new ("returned",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_return_listener_init (DeskReturnListener *self)
{
}

DeskReturnListener *
desk_return_listener_new (const char *state)
{
  DeskReturnListener *self;

  g_return_val_if_fail (state != NULL && *state != '\0', NULL);

  self = g_object_new (DESK_TYPE_RETURN_LISTENER, NULL);
  self->state = g_strdup (state);
  return self;
}

static gboolean
announce_cb (gpointer user_data)
{
  g_autoptr(DeskReturnListener) self = g_object_ref (user_data);

  self->announce_id = 0;
  g_signal_emit (self, signals[RETURNED], 0, self->uri);
  desk_return_listener_stop (self);
  return G_SOURCE_REMOVE;
}

/* Not from within the server, which still uses the connection that stopping closes. */
static void
finished_cb (DeskReturnListener *self)
{
  if (self->announce_id == 0 && self->server != NULL)
    self->announce_id = g_idle_add (announce_cb, self);
}

static gboolean
has_state (DeskReturnListener *self,
           const char         *query)
{
  guint n_states = 0;
  gboolean matches = FALSE;
  char *name;
  char *value;
  GUriParamsIter iter;

  g_uri_params_iter_init (&iter, query, -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      if (g_str_equal (name, "state"))
        {
          n_states++;
          matches = g_str_equal (value, self->state);
        }
      g_free (name);
      g_free (value);
    }
  return n_states == 1 && matches;
}

static gboolean
is_return (DeskReturnListener *self,
           SoupServerMessage  *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  const char *path = g_uri_get_path (uri);
  const char *query = g_uri_get_query (uri);

  /* The host guards against pages that have pointed a name of theirs to this machine. */
  return self->uri == NULL
         && g_str_equal (soup_server_message_get_method (message), "GET")
         && g_strcmp0 (g_uri_get_host (uri), LOOPBACK) == 0
         && g_uri_get_port (uri) == self->port
         && (g_str_equal (path, "/linked") || g_str_equal (path, "/cancelled"))
         && query != NULL
         && has_state (self, query);
}

static void
answer_with_page (SoupServerMessage *message,
                  guint              status,
                  const char        *heading,
                  const char        *text)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *page = NULL;

  page = g_markup_printf_escaped ("<!DOCTYPE html>\n"
                                  "<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                                  "<meta name=\"color-scheme\" content=\"light dark\">"
                                  "<title>%s</title></head>\n"
                                  "<body><main><h1>%s</h1><p>%s</p></main></body></html>\n",
                                  /* Translators: the language code of your translation, as HTML wants it. */
                                  C_("language code", "en"),
                                  _("Consent Desk"),
                                  heading,
                                  text);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "Connection", "close");
  soup_message_headers_replace (headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_COPY, page, strlen (page));
}

/* Its answer must be true, so it is given when this is known. */
static gboolean
is_ignored (DeskReturnListener *self,
            const char         *uri)
{
  gboolean is_ignored = FALSE;

  g_signal_emit (self, signals[IGNORE], 0, uri, &is_ignored);
  return is_ignored;
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  DeskReturnListener *self = DESK_RETURN_LISTENER (user_data);
  GUri *uri = soup_server_message_get_uri (message);
  g_autofree char *called = NULL;

  if (!is_return (self, message))
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }

  called = g_strdup_printf ("http://" LOOPBACK ":%u%s?%s", self->port, g_uri_get_path (uri), g_uri_get_query (uri));
  if (is_ignored (self, called))
    {
      answer_with_page (message, SOUP_STATUS_NOT_FOUND, _("This is not the answer that is awaited"),
                        _("It belongs to another session. Consent Desk goes on waiting for its own."));
      return;
    }

  self->uri = g_steal_pointer (&called);
  g_signal_connect_object (message, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  answer_with_page (message, SOUP_STATUS_OK, _("You can close this page"),
                    _("Consent Desk has received the answer and goes on by itself."));
}

static guint16
find_port (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  int port = uris != NULL ? g_uri_get_port (uris->data) : 0;

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

gboolean
desk_return_listener_start (DeskReturnListener  *self,
                            guint16              port,
                            GError             **error)
{
  g_autoptr(SoupServer) server = NULL;

  g_return_val_if_fail (DESK_IS_RETURN_LISTENER (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  if (!soup_server_listen_local (server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  self->port = find_port (server);
  self->server = g_steal_pointer (&server);
  g_clear_pointer (&self->uri, g_free);
  return TRUE;
}

guint16
desk_return_listener_get_port (DeskReturnListener *self)
{
  g_return_val_if_fail (DESK_IS_RETURN_LISTENER (self), 0);

  return self->port;
}

void
desk_return_listener_stop (DeskReturnListener *self)
{
  g_return_if_fail (DESK_IS_RETURN_LISTENER (self));

  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  self->port = 0;
}
