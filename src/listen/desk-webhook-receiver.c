/* desk-webhook-receiver.c: takes webhooks on 127.0.0.1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-webhook-receiver.h"

#include <libsoup/soup.h>
#include <string.h>

#include "desk-webhook-memory.h"
#include "desk-webhook-signature.h"

#define SIGNATURE_HEADER "X-Fiskil-Signature"
#define N_KNOWN_IDS 10000
#define DEFAULT_PATIENCE 10000

/* Many webhooks come at once when a consent is given; GLib lets ten wait. */
#define BACKLOG 1024

static const char too_slow[] = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
static const char too_large[] = "HTTP/1.1 413 Request Entity Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

struct _DeskWebhookReceiver
{
  GObject            parent_instance;

  char              *secret;   /* (owned) */
  SoupServer        *server;   /* (owned) (nullable): while it listens */
  guint16            port;
  guint              patience; /* milliseconds */
  DeskWebhookMemory *memory;   /* (owned) */
};

enum
{
  PROP_PATIENCE = 1,
  N_PROPS
};

enum
{
  RECEIVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskWebhookReceiver, desk_webhook_receiver, G_TYPE_OBJECT)

/**
 * Delivery:
 *
 * A request that is being read.
 */
typedef struct
{
  DeskWebhookReceiver *receiver;     /* (owned) */
  SoupServerMessage   *request;      /* (unowned): has this */
  GByteArray          *body;         /* (owned) */
  DeskWebhookMessage  *message;      /* (owned) (nullable): as soon as it is judged */
  guint                deadline_id;
  gboolean             has_headers;
  gboolean             is_too_large; /* and was answered */
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_handle_id (&delivery->deadline_id, g_source_remove);
  g_clear_object (&delivery->message);
  g_byte_array_unref (delivery->body);
  g_object_unref (delivery->receiver);
  g_free (delivery);
}

static gboolean
emit_received_cb (gpointer user_data)
{
  Delivery *delivery = user_data;

  g_signal_emit (delivery->receiver, signals[RECEIVED], 0, delivery->message);

  return G_SOURCE_REMOVE;
}

/* Work comes after the answer. */
static void
tell (Delivery *delivery)
{
  Delivery *told = g_new0 (Delivery, 1);

  told->receiver = g_object_ref (delivery->receiver);
  told->message = g_steal_pointer (&delivery->message);
  told->body = g_byte_array_new ();
  g_idle_add_full (G_PRIORITY_DEFAULT, emit_received_cb, told, delivery_free);
}

static void
finished_cb (Delivery *delivery)
{
  g_clear_handle_id (&delivery->deadline_id, g_source_remove);
  if (delivery->message != NULL)
    tell (delivery);
}

static void
add_header_cb (const char *name,
               const char *value,
               gpointer    user_data)
{
  g_autofree char *readable_name = g_utf8_make_valid (name, -1);
  g_autofree char *readable_value = g_utf8_make_valid (value, -1);

  g_strv_builder_add_many (user_data, readable_name, readable_value, NULL);
}

/* Returns: (transfer full): name, value, name, value … */
static char **
dup_headers (SoupServerMessage *request)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  soup_message_headers_foreach (soup_server_message_get_request_headers (request), add_header_cb, builder);

  return g_strv_builder_end (builder);
}

static DeskWebhookMessage *
new_message (Delivery           *delivery,
             DeskWebhookVerdict  verdict)
{
  g_autoptr(GBytes) body = g_bytes_new (delivery->body->data, delivery->body->len);
  g_auto(GStrv) headers = dup_headers (delivery->request);

  return desk_webhook_message_new (body, (const char *const *) headers, verdict);
}

static gboolean
is_for_us (SoupServerMessage *request)
{
  return g_str_equal (g_uri_get_path (soup_server_message_get_uri (request)), DESK_WEBHOOK_PATH)
         && g_str_equal (soup_server_message_get_method (request), "POST");
}

/* Answers before the rest is read. That is still taken and thrown away: a client that only writes would not see the answer. */
static void
refuse (Delivery *delivery)
{
  GSocket *socket = soup_server_message_get_socket (delivery->request);

  delivery->is_too_large = TRUE;
  g_byte_array_set_size (delivery->body, 0);
  if (socket != NULL)
    {
      g_socket_send (socket, too_large, strlen (too_large), NULL, NULL);
      g_socket_shutdown (socket, FALSE, TRUE, NULL);
    }
  if (!is_for_us (delivery->request))
    return;

  delivery->message = new_message (delivery, DESK_WEBHOOK_TOO_LARGE);
  tell (delivery);
}

static void
chunk_cb (Delivery *delivery,
          GBytes   *chunk)
{
  if (delivery->is_too_large)
    return;
  if (g_bytes_get_size (chunk) > DESK_WEBHOOK_MAX_BYTES - delivery->body->len)
    refuse (delivery);
  else
    g_byte_array_append (delivery->body, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
}

/* The server would wait for the rest for ever. A connection on which nothing was asked is closed without a word. */
static gboolean
deadline_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  GSocket *socket = soup_server_message_get_socket (delivery->request);

  delivery->deadline_id = 0;
  if (socket != NULL)
    {
      if (delivery->has_headers && !delivery->is_too_large)
        g_socket_send (socket, too_slow, strlen (too_slow), NULL, NULL);
      g_socket_shutdown (socket, TRUE, TRUE, NULL);
    }

  return G_SOURCE_REMOVE;
}

static void
set_deadline (Delivery *delivery)
{
  g_clear_handle_id (&delivery->deadline_id, g_source_remove);
  delivery->deadline_id = g_timeout_add (delivery->receiver->patience, deadline_cb, delivery);
}

static void
started_cb (DeskWebhookReceiver *self,
            SoupServerMessage   *request)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->receiver = g_object_ref (self);
  delivery->request = request;
  delivery->body = g_byte_array_new ();
  set_deadline (delivery);
  g_object_set_data_full (G_OBJECT (request), "delivery", delivery, delivery_free);
  g_signal_connect_swapped (request, "got-chunk", G_CALLBACK (chunk_cb), delivery);
  g_signal_connect_swapped (request, "finished", G_CALLBACK (finished_cb), delivery);
}

static void
headers_cb (SoupServer        *server,
            SoupServerMessage *request,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Delivery *delivery = g_object_get_data (G_OBJECT (request), "delivery");
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request);

  delivery->has_headers = TRUE;
  set_deadline (delivery);
  soup_message_body_set_accumulate (soup_server_message_get_request_body (request), FALSE);
  if (soup_message_headers_get_content_length (headers) > DESK_WEBHOOK_MAX_BYTES)
    refuse (delivery);
}

static DeskWebhookVerdict
check_signature (DeskWebhookReceiver *self,
                 SoupServerMessage   *request,
                 GBytes              *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request);
  const char *signature = soup_message_headers_get_one (headers, SIGNATURE_HEADER);

  if (signature == NULL)
    return DESK_WEBHOOK_UNSIGNED;

  return desk_webhook_signature_verify (signature, self->secret, body) ? DESK_WEBHOOK_VALID : DESK_WEBHOOK_FORGED;
}

static DeskWebhookMessage *
judge (DeskWebhookReceiver *self,
       Delivery            *delivery)
{
  g_autoptr(GBytes) body = g_bytes_new (delivery->body->data, delivery->body->len);
  g_autoptr(DeskWebhookMessage) message = new_message (delivery, check_signature (self, delivery->request, body));

  if (desk_webhook_message_get_verdict (message) == DESK_WEBHOOK_VALID
      && !desk_webhook_memory_add (self->memory, desk_webhook_message_get_id (message)))
    return new_message (delivery, DESK_WEBHOOK_DUPLICATE);

  return g_steal_pointer (&message);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *request,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  DeskWebhookReceiver *self = user_data;
  Delivery *delivery = g_object_get_data (G_OBJECT (request), "delivery");

  g_clear_handle_id (&delivery->deadline_id, g_source_remove);
  if (delivery->is_too_large)
    {
      soup_server_message_set_status (request, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, NULL);
      return;
    }

  if (!g_str_equal (path, DESK_WEBHOOK_PATH))
    {
      soup_server_message_set_status (request, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }

  if (!g_str_equal (soup_server_message_get_method (request), "POST"))
    {
      soup_message_headers_replace (soup_server_message_get_response_headers (request), "Allow", "POST");
      soup_server_message_set_status (request, SOUP_STATUS_METHOD_NOT_ALLOWED, NULL);
      return;
    }

  delivery->message = judge (self, delivery);
  soup_server_message_set_status (request,
                                  desk_webhook_verdict_get_status (desk_webhook_message_get_verdict (delivery->message)),
                                  NULL);
}

static void
desk_webhook_receiver_dispose (GObject *object)
{
  desk_webhook_receiver_stop (DESK_WEBHOOK_RECEIVER (object));

  G_OBJECT_CLASS (desk_webhook_receiver_parent_class)->dispose (object);
}

static void
desk_webhook_receiver_finalize (GObject *object)
{
  DeskWebhookReceiver *self = DESK_WEBHOOK_RECEIVER (object);

  g_free (self->secret);
  desk_webhook_memory_free (self->memory);

  G_OBJECT_CLASS (desk_webhook_receiver_parent_class)->finalize (object);
}

static void
desk_webhook_receiver_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (property_id == PROP_PATIENCE)
    g_value_set_uint (value, DESK_WEBHOOK_RECEIVER (object)->patience);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_webhook_receiver_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (property_id == PROP_PATIENCE)
    DESK_WEBHOOK_RECEIVER (object)->patience = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_webhook_receiver_class_init (DeskWebhookReceiverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_webhook_receiver_dispose;
  object_class->finalize = desk_webhook_receiver_finalize;
  object_class->get_property = desk_webhook_receiver_get_property;
  object_class->set_property = desk_webhook_receiver_set_property;

  properties[PROP_PATIENCE] = g_param_spec_uint ("patience", NULL, NULL, 1, G_MAXUINT, DEFAULT_PATIENCE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[RECEIVED] = g_signal_new ("received", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, DESK_TYPE_WEBHOOK_MESSAGE);
}

static void
desk_webhook_receiver_init (DeskWebhookReceiver *self)
{
  self->patience = DEFAULT_PATIENCE;
  self->memory = desk_webhook_memory_new (N_KNOWN_IDS);
}

DeskWebhookReceiver *
desk_webhook_receiver_new (const char *secret)
{
  DeskWebhookReceiver *self;

  g_return_val_if_fail (secret != NULL, NULL);

  self = g_object_new (DESK_TYPE_WEBHOOK_RECEIVER, NULL);
  self->secret = g_strdup (secret);

  return self;
}

/* Returns: (transfer full) (nullable): listens on the loopback address */
static GSocket *
listen_on (guint16   port,
           GError  **error)
{
  g_autoptr(GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);

  if (socket == NULL)
    return NULL;

  g_socket_set_listen_backlog (socket, BACKLOG);
  if (!g_socket_bind (socket, address, TRUE, error) || !g_socket_listen (socket, error))
    return NULL;

  return g_steal_pointer (&socket);
}

gboolean
desk_webhook_receiver_start (DeskWebhookReceiver  *self,
                             guint16               port,
                             GError              **error)
{
  g_autoptr(SoupServer) server = NULL;
  g_autoptr(GSocket) socket = NULL;
  g_autoptr(GSocketAddress) address = NULL;

  g_return_val_if_fail (DESK_IS_WEBHOOK_RECEIVER (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  socket = listen_on (port, error);
  if (socket == NULL)
    return FALSE;

  server = soup_server_new (NULL, NULL);
  g_signal_connect_swapped (server, "request-started", G_CALLBACK (started_cb), self);
  soup_server_add_early_handler (server, NULL, headers_cb, NULL, NULL);
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  if (!soup_server_listen_socket (server, socket, 0, error))
    return FALSE;

  address = g_socket_get_local_address (socket, error);
  if (address == NULL)
    return FALSE;

  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->server = g_steal_pointer (&server);

  return TRUE;
}

void
desk_webhook_receiver_stop (DeskWebhookReceiver *self)
{
  g_return_if_fail (DESK_IS_WEBHOOK_RECEIVER (self));

  if (self->server != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->server, self);
      soup_server_disconnect (self->server);
    }
  g_clear_object (&self->server);
  self->port = 0;
}

char *
desk_webhook_receiver_format_uri (guint16 port)
{
  return g_strdup_printf ("http://127.0.0.1:%u" DESK_WEBHOOK_PATH, port);
}

guint16
desk_webhook_receiver_get_port (DeskWebhookReceiver *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_RECEIVER (self), 0);

  return self->port;
}

char *
desk_webhook_receiver_dup_uri (DeskWebhookReceiver *self)
{
  g_return_val_if_fail (DESK_IS_WEBHOOK_RECEIVER (self), NULL);

  return self->port != 0 ? desk_webhook_receiver_format_uri (self->port) : NULL;
}
