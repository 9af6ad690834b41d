/* desk-api-connection.c: the one way to the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-connection.h"

#include <glib/gi18n-lib.h>

#include "desk-api-connection-private.h"
#include "desk-api-error.h"
#include "desk-http.h"

#define USER_AGENT "ConsentDesk/" PACKAGE_VERSION

#define DEFAULT_RETRY_DELAY 500
#define DEFAULT_BODY_CAP (64 * 1024 * 1024)
#define DEFAULT_TIMEOUT 30

/* How many requests may be under way; one for a token beside them. */
#define N_PLACES 4

enum
{
  PROP_0,
  PROP_RETRY_DELAY,
  PROP_BODY_CAP,
  PROP_TIMEOUT,
  PROP_RATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskApiConnection, desk_api_connection, G_TYPE_OBJECT)

static void
desk_api_connection_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DeskApiConnection *self = DESK_API_CONNECTION (object);

  switch (prop_id)
    {
    case PROP_RETRY_DELAY:
      g_value_set_uint (value, self->retry_delay);
      break;

    case PROP_BODY_CAP:
      g_value_set_uint (value, self->body_cap);
      break;

    case PROP_TIMEOUT:
      g_value_set_uint (value, soup_session_get_timeout (self->session));
      break;

    case PROP_RATE:
      g_value_set_uint (value, desk_api_gate_get_rate (self->gate));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_api_connection_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DeskApiConnection *self = DESK_API_CONNECTION (object);

  switch (prop_id)
    {
    case PROP_RETRY_DELAY:
      self->retry_delay = g_value_get_uint (value);
      break;

    case PROP_BODY_CAP:
      self->body_cap = g_value_get_uint (value);
      break;

    case PROP_TIMEOUT:
      soup_session_set_timeout (self->session, g_value_get_uint (value));
      break;

    case PROP_RATE:
      desk_api_gate_set_rate (self->gate, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_api_connection_finalize (GObject *object)
{
  DeskApiConnection *self = DESK_API_CONNECTION (object);

  g_clear_object (&self->token);
  g_clear_object (&self->gate);
  g_clear_object (&self->recorder);
  g_clear_object (&self->session);
  g_clear_object (&self->redactor);
  g_clear_pointer (&self->api_uri, g_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->version, g_free);

  G_OBJECT_CLASS (desk_api_connection_parent_class)->finalize (object);
}

static void
desk_api_connection_class_init (DeskApiConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_api_connection_get_property;
  object_class->set_property = desk_api_connection_set_property;
  object_class->finalize = desk_api_connection_finalize;

  properties[PROP_RETRY_DELAY] =
    g_param_spec_uint ("retry-delay", NULL, NULL, 0, 60000, DEFAULT_RETRY_DELAY,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY_CAP] =
    g_param_spec_uint ("body-cap", NULL, NULL, 1, G_MAXINT, DEFAULT_BODY_CAP,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMEOUT] =
    g_param_spec_uint ("timeout", NULL, NULL, 0, 3600, DEFAULT_TIMEOUT,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RATE] =
    g_param_spec_uint ("rate", NULL, NULL, 0, 1000, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_api_connection_init (DeskApiConnection *self)
{
  self->retry_delay = DEFAULT_RETRY_DELAY;
  self->body_cap = DEFAULT_BODY_CAP;
  self->session = soup_session_new_with_options ("timeout", DEFAULT_TIMEOUT,
                                                 "user-agent", USER_AGENT,
                                                 "max-conns-per-host", N_PLACES + 1,
                                                 NULL);
  self->gate = desk_api_gate_new (N_PLACES);

  /* A token is not a password: nothing may answer a challenge but a new token. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

static gboolean
check_api_uri (const char  *api_uri,
               GError     **error)
{
  g_autoptr(GUri) uri = g_uri_parse (api_uri, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri != NULL && desk_http_is_allowed_address (api_uri) &&
      g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL)
    return TRUE;

  g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED,
                       _("This API address cannot be used. It must begin with https://; http:// is for this computer only."));
  return FALSE;
}

DeskApiConnection *
desk_api_connection_new (const char    *api_uri,
                         const char    *version,
                         DeskRedactor  *redactor,
                         GError       **error)
{
  DeskApiConnection *self;

  g_return_val_if_fail (api_uri != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);

  if (!check_api_uri (api_uri, error))
    return NULL;

  self = g_object_new (DESK_TYPE_API_CONNECTION, NULL);
  self->api_uri = g_strdup (api_uri);
  self->origin = desk_http_dup_origin (api_uri);
  self->version = g_strdup (version);
  g_set_object (&self->redactor, redactor);
  self->token = desk_api_token_new (self, redactor);
  self->recorder = desk_api_recorder_new (redactor);

  /* What is meant for this computer, the secret in clear above all, must not leave it. */
  if (desk_http_is_loopback (api_uri))
    soup_session_set_proxy_resolver (self->session, NULL);

  while (g_str_has_suffix (self->api_uri, "/"))
    self->api_uri[strlen (self->api_uri) - 1] = '\0';

  return self;
}

void
desk_api_connection_set_credentials (DeskApiConnection *self,
                                     const char        *client_id,
                                     const char        *client_secret)
{
  g_return_if_fail (DESK_IS_API_CONNECTION (self));

  desk_api_token_set_credentials (self->token, client_id, client_secret);
}

void
desk_api_connection_prepare (DeskApiConnection *self)
{
  g_return_if_fail (DESK_IS_API_CONNECTION (self));

  desk_api_token_get_async (self->token, NULL, NULL, NULL);
}

const char *
desk_api_connection_get_client_id (DeskApiConnection *self)
{
  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), NULL);

  return desk_api_token_get_client_id (self->token);
}

const char *
desk_api_connection_get_api_uri (DeskApiConnection *self)
{
  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), NULL);

  return self->api_uri;
}

const char *
desk_api_connection_get_version (DeskApiConnection *self)
{
  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), NULL);

  return self->version;
}

DeskApiRecorder *
desk_api_connection_get_recorder (DeskApiConnection *self)
{
  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), NULL);

  return self->recorder;
}

gint64
desk_api_connection_get_held_until (DeskApiConnection *self)
{
  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), 0);

  return self->held_until;
}

GUri *
desk_api_connection_build_uri (DeskApiConnection  *self,
                               const char         *path,
                               GError            **error)
{
  g_autofree char *text = NULL;
  GUri *uri;

  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), NULL);
  g_return_val_if_fail (path != NULL && *path == '/', NULL);

  if (g_str_has_prefix (path, "//"))
    text = g_strconcat (self->origin, path + 1, NULL);
  else
    text = g_strconcat (self->api_uri, path, NULL);

  uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL)
    g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED,
                         _("This path cannot be asked for. Check what was entered and try again."));

  return uri;
}

GUri *
desk_api_connection_resolve_link (DeskApiConnection  *self,
                                  GUri               *base,
                                  const char         *link,
                                  GError            **error)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *text = NULL;
  g_autofree char *origin = NULL;

  g_return_val_if_fail (DESK_IS_API_CONNECTION (self), NULL);

  /* The parsed address is checked and then sent, so that no second parser can read it otherwise. */
  uri = g_uri_parse_relative (base, link, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri != NULL)
    {
      text = g_uri_to_string (uri);
      origin = desk_http_dup_origin (text);
    }

  if (origin != NULL && g_str_equal (origin, self->origin) && desk_http_is_allowed_address (text))
    return g_steal_pointer (&uri);

  g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_UNSAFE_LINK,
                       _("The service’s link to the next page leads to another server, so it was not followed. "
                         "Report this to the service."));
  return NULL;
}
