/* desk-sandbox-server.c: the three servers of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-server.h"

#include <libsoup/soup.h>
#include <string.h>

#include "desk-sandbox-auth-screens.h"
#include "desk-sandbox-bank-screens.h"
#include "desk-sandbox-fault-answer.h"
#include "desk-sandbox-fault-certificate.h"
#include "desk-sandbox-fault-wire.h"
#include "desk-sandbox-json.h"
#include "desk-sandbox-routes.h"
#include "desk-sandbox-world.h"

/* The three origins. */
typedef enum
{
  ORIGIN_API,
  ORIGIN_AUTH,
  ORIGIN_BANK,
  N_ORIGINS,
} Origin;

static const char *const origin_names[N_ORIGINS] = { "api", "auth", "bank" };

struct _DeskSandboxServer
{
  GObject           parent_instance;

  DeskSandboxWorld  world;              /* (owned) */
  SoupServer       *servers[N_ORIGINS]; /* (owned) */
  gboolean          verbose;
};

G_DEFINE_FINAL_TYPE (DeskSandboxServer, desk_sandbox_server, G_TYPE_OBJECT)

static void
desk_sandbox_server_dispose (GObject *object)
{
  DeskSandboxServer *self = DESK_SANDBOX_SERVER (object);

  for (guint i = 0; i < N_ORIGINS; i++)
    {
      if (self->servers[i] != NULL)
        soup_server_disconnect (self->servers[i]);
      g_clear_object (&self->servers[i]);
    }
  desk_sandbox_webhook_sender_forget (self->world.sender);

  G_OBJECT_CLASS (desk_sandbox_server_parent_class)->dispose (object);
}

static void
desk_sandbox_server_finalize (GObject *object)
{
  DeskSandboxServer *self = DESK_SANDBOX_SERVER (object);

  g_object_unref (self->world.timeline);
  g_object_unref (self->world.sender);
  g_object_unref (self->world.state);
  g_object_unref (self->world.directory);
  g_object_unref (self->world.faults);
  desk_sandbox_request_log_free (self->world.log);
  g_free (self->world.api_origin);
  g_free (self->world.auth_origin);
  g_free (self->world.bank_origin);

  G_OBJECT_CLASS (desk_sandbox_server_parent_class)->finalize (object);
}

static void
desk_sandbox_server_class_init (DeskSandboxServerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sandbox_server_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_server_finalize;
}

static void
desk_sandbox_server_init (DeskSandboxServer *self)
{
  self->world.log = desk_sandbox_request_log_new ();
  self->world.faults = desk_sandbox_faults_new ();
}

DeskSandboxServer *
desk_sandbox_server_new (DeskSandboxState     *state,
                         DeskSandboxDirectory *directory)
{
  DeskSandboxServer *self;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (state), NULL);
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory), NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_SERVER, NULL);
  self->world.state = g_object_ref (state);
  self->world.directory = g_object_ref (directory);
  self->world.sender = desk_sandbox_webhook_sender_new (state);
  self->world.timeline = desk_sandbox_timeline_new (state, directory, self->world.sender);
  return self;
}

gboolean
desk_sandbox_server_set_webhook_target (DeskSandboxServer *self,
                                        const char        *url)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_SERVER (self), FALSE);

  return desk_sandbox_webhook_sender_set_target (self->world.sender, url, NULL);
}

void
desk_sandbox_server_set_verbose (DeskSandboxServer *self,
                                 gboolean           verbose)
{
  g_return_if_fail (DESK_IS_SANDBOX_SERVER (self));

  self->verbose = verbose;
}

DeskSandboxFaults *
desk_sandbox_server_get_faults (DeskSandboxServer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_SERVER (self), NULL);

  return self->world.faults;
}

static const char *
get_origin (DeskSandboxServer *self,
            Origin             origin)
{
  switch (origin)
    {
    case ORIGIN_API:
      return self->world.api_origin;

    case ORIGIN_AUTH:
      return self->world.auth_origin;

    case ORIGIN_BANK:
    case N_ORIGINS:
    default:
      return self->world.bank_origin;
    }
}

/* A page elsewhere whose name was made to lead to 127.0.0.1 sends that name. */
static gboolean
has_own_host (DeskSandboxServer *self,
              Origin             origin,
              SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *host = soup_message_headers_get_one (headers, "Host");

  return host != NULL && g_str_equal (host, strstr (get_origin (self, origin), "://") + strlen ("://"));
}

/* The sandbox's clock is the only clock, so that the same seed and time give the same bytes. */
static void
set_date (DeskSandboxServer *self,
          SoupServerMessage *message)
{
  gint64 now = desk_sandbox_state_get_now (self->world.state);
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *text = date != NULL ? soup_date_time_to_string (date, SOUP_DATE_HTTP) : NULL;

  if (text != NULL)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", text);
}

static void
answer_origin (DeskSandboxCall *call,
               Origin           origin)
{
  if (origin == ORIGIN_API)
    desk_sandbox_routes_answer (call);
  else if (origin == ORIGIN_AUTH)
    desk_sandbox_auth_screens_answer (call);
  else
    desk_sandbox_bank_screens_answer (call);
}

static void
answer (DeskSandboxServer *self,
        Origin             origin,
        SoupServerMessage *message)
{
  g_autoptr(DeskSandboxCall) call = desk_sandbox_call_new (&self->world, message);

  if (!has_own_host (self, origin, message))
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_MISDIRECTED_REQUEST, "misdirected_request",
                              "The Host header is not the address of this server");
      return;
    }

  if (!desk_sandbox_fault_answer (call, origin_names[origin]))
    answer_origin (call, origin);
  desk_sandbox_fault_wire_spoil (call, origin_names[origin]);
}

static void
request_received_cb (SoupServer        *server,
                     SoupServerMessage *message,
                     const char        *path,
                     GHashTable        *query,
                     gpointer           user_data)
{
  DeskSandboxServer *self = user_data;
  Origin origin = ORIGIN_API;
  const char *method = soup_server_message_get_method (message);

  while (origin < ORIGIN_BANK && self->servers[origin] != server)
    origin++;

  set_date (self, message);
  answer (self, origin, message);
  desk_sandbox_timeline_look (self->world.timeline);
  desk_sandbox_request_log_add (self->world.log, desk_sandbox_state_get_now (self->world.state), origin_names[origin],
                                method, path, soup_server_message_get_status (message));
  if (self->verbose)
    g_printerr ("%s %s %s %u\n", origin_names[origin], method, path, soup_server_message_get_status (message));
}

static char *
listen_at (DeskSandboxServer  *self,
           Origin              origin,
           guint16             port,
           GError            **error)
{
  g_autoptr(SoupServer) server = soup_server_new (NULL, NULL);
  gboolean is_https = origin == ORIGIN_AUTH && desk_sandbox_faults_is_on (self->world.faults, "tls-untrusted", NULL);
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY | (is_https ? SOUP_SERVER_LISTEN_HTTPS : 0);
  GSList *uris;
  char *text;

  if (is_https)
    {
      g_autoptr(GTlsCertificate) certificate = desk_sandbox_fault_certificate_new (error);

      if (certificate == NULL)
        return NULL;
      soup_server_set_tls_certificate (server, certificate);
    }

  if (!soup_server_listen_local (server, port, options, error))
    return NULL;

  uris = soup_server_get_uris (server);
  text = g_strdup_printf ("%s://127.0.0.1:%d", is_https ? "https" : "http", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  soup_server_add_handler (server, NULL, request_received_cb, self, NULL);
  self->servers[origin] = g_steal_pointer (&server);
  return text;
}

/* The consent pages move between http and https, and keep their port. */
static void
faults_changed_cb (DeskSandboxServer *self)
{
  gboolean wants_https = desk_sandbox_faults_is_on (self->world.faults, "tls-untrusted", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) uri = NULL;
  char *origin;

  if (self->servers[ORIGIN_AUTH] == NULL || g_str_has_prefix (self->world.auth_origin, "https:") == wants_https)
    return;

  uri = g_uri_parse (self->world.auth_origin, G_URI_FLAGS_NONE, NULL);
  soup_server_disconnect (self->servers[ORIGIN_AUTH]);
  g_clear_object (&self->servers[ORIGIN_AUTH]);
  origin = listen_at (self, ORIGIN_AUTH, (guint16) g_uri_get_port (uri), &error);
  if (origin == NULL)
    {
      g_warning ("The consent pages cannot be served any more: %s", error->message);
      return;
    }

  g_free (self->world.auth_origin);
  self->world.auth_origin = origin;
}

gboolean
desk_sandbox_server_listen (DeskSandboxServer  *self,
                            guint16             port,
                            guint16             auth_port,
                            guint16             bank_port,
                            GError            **error)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_SERVER (self), FALSE);
  g_return_val_if_fail (self->servers[ORIGIN_API] == NULL, FALSE);

  g_signal_connect_object (self->world.faults, "changed", G_CALLBACK (faults_changed_cb), self, G_CONNECT_SWAPPED);
  self->world.api_origin = listen_at (self, ORIGIN_API, port, error);
  if (self->world.api_origin != NULL)
    self->world.auth_origin = listen_at (self, ORIGIN_AUTH, auth_port, error);
  if (self->world.auth_origin != NULL)
    self->world.bank_origin = listen_at (self, ORIGIN_BANK, bank_port, error);

  return self->world.bank_origin != NULL;
}

char *
desk_sandbox_server_dup_ready_line (DeskSandboxServer *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *api = NULL;
  g_autofree char *control = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_SERVER (self), NULL);

  api = g_strconcat (self->world.api_origin, "/v1", NULL);
  control = g_strconcat (self->world.api_origin, "/sandbox", NULL);
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "api", api);
  desk_sandbox_json_add_string (builder, "auth", self->world.auth_origin);
  desk_sandbox_json_add_string (builder, "bank", self->world.bank_origin);
  desk_sandbox_json_add_string (builder, "control", control);
  desk_sandbox_json_add_string (builder, "client_id", desk_sandbox_state_get_client_id (self->world.state));
  desk_sandbox_json_add_string (builder, "client_secret", desk_sandbox_state_get_client_secret (self->world.state));
  desk_sandbox_json_add_string (builder, "webhook_secret", desk_sandbox_state_get_webhook_secret (self->world.state));
  json_builder_end_object (builder);
  return desk_sandbox_json_dup_text (builder);
}
