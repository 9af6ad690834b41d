/* desk-environment.c: where we work: a sandbox or a Fiskil account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment.h"

#include <glib/gi18n-lib.h>

#include "desk-http.h"
#include "desk-institution.h"

/* The one institution that a test account reaches (fiskil-api.md 2.3). */
#define TEST_INSTITUTION     "88888"

#define DEFAULT_TIMEOUT      600
#define DEFAULT_REQUEST_RATE 10
#define DEFAULT_REDIRECT_URI "https://consent-desk.invalid/linked"
#define DEFAULT_CANCEL_URI   "https://consent-desk.invalid/cancelled"

struct _DeskEnvironment
{
  GObject              parent_instance;

  char                *name;
  DeskEnvironmentKind  kind;
  char                *api_uri;
  char                *auth_uri;
  char                *api_version;
  char                *client_id;
  char                *redirect_uri;
  char                *cancel_uri;
  guint                browser_port;
  guint                webhook_port;
  guint                request_rate;
  guint                timeout;
  DeskLinkWay          link_way;
  DeskEnvironmentStage stage;
};

enum
{
  PROP_STAGE = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_QUARK (desk-environment-error-quark, desk_environment_error)

G_DEFINE_FINAL_TYPE (DeskEnvironment, desk_environment, G_TYPE_OBJECT)

static void
desk_environment_finalize (GObject *object)
{
  DeskEnvironment *self = DESK_ENVIRONMENT (object);

  g_free (self->name);
  g_free (self->api_uri);
  g_free (self->auth_uri);
  g_free (self->api_version);
  g_free (self->client_id);
  g_free (self->redirect_uri);
  g_free (self->cancel_uri);

  G_OBJECT_CLASS (desk_environment_parent_class)->finalize (object);
}

static void
desk_environment_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property_id == PROP_STAGE)
    g_value_set_int (value, DESK_ENVIRONMENT (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_environment_class_init (DeskEnvironmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_environment_finalize;
  object_class->get_property = desk_environment_get_property;

  properties[PROP_STAGE] = g_param_spec_int ("stage", NULL, NULL, DESK_ENVIRONMENT_STAGE_UNKNOWN,
                                             DESK_ENVIRONMENT_STAGE_PRODUCTION, DESK_ENVIRONMENT_STAGE_UNKNOWN,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_environment_init (DeskEnvironment *self)
{
  self->api_version = g_strdup ("v3");
  self->redirect_uri = g_strdup (DEFAULT_REDIRECT_URI);
  self->cancel_uri = g_strdup (DEFAULT_CANCEL_URI);
  self->timeout = DEFAULT_TIMEOUT;
  self->link_way = DESK_LINK_WAY_REDIRECT;
}

static DeskEnvironment *
environment_new (const char          *name,
                 DeskEnvironmentKind  kind)
{
  DeskEnvironment *self = g_object_new (DESK_TYPE_ENVIRONMENT, NULL);

  self->name = g_strdup (name);
  self->kind = kind;
  if (kind == DESK_ENVIRONMENT_KIND_SANDBOX)
    self->stage = DESK_ENVIRONMENT_STAGE_TEST;

  return self;
}

static gboolean
check_address (const char  *uri,
               GError     **error)
{
  if (desk_http_is_allowed_address (uri))
    return TRUE;

  g_set_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_ADDRESS,
               _("“%s” is not an allowed address. Give one that starts with https://; http:// is for this computer only, as http://127.0.0.1."),
               uri);

  return FALSE;
}

static void
replace_string (char       **place,
                const char  *value)
{
  g_autofree char *old = *place;

  *place = g_strdup (value);
}

/* A slash at the end would double when a path is added. */
static char *
dup_without_slash (const char *uri)
{
  gsize length = strlen (uri);

  while (length > 0 && uri[length - 1] == '/')
    length--;

  return g_strndup (uri, length);
}

static gboolean
take_addresses (DeskEnvironment  *self,
                const char       *api_uri,
                const char       *auth_uri,
                GError          **error)
{
  if (!check_address (api_uri, error) || !check_address (auth_uri, error))
    return FALSE;

  self->api_uri = dup_without_slash (api_uri);
  self->auth_uri = dup_without_slash (auth_uri);

  return TRUE;
}

DeskEnvironment *
desk_environment_new_sandbox (void)
{
  return environment_new (_("Sandbox"), DESK_ENVIRONMENT_KIND_SANDBOX);
}

DeskEnvironment *
desk_environment_new_temporary (const char  *api_uri,
                                const char  *auth_uri,
                                GError     **error)
{
  g_autoptr(DeskEnvironment) self = NULL;

  g_return_val_if_fail (api_uri != NULL, NULL);
  g_return_val_if_fail (auth_uri != NULL, NULL);

  self = environment_new (_("Temporary"), DESK_ENVIRONMENT_KIND_TEMPORARY);
  if (!take_addresses (self, api_uri, auth_uri, error))
    return NULL;

  if (!desk_http_is_loopback (api_uri))
    self->request_rate = DEFAULT_REQUEST_RATE;

  return g_steal_pointer (&self);
}

static gboolean
read_uri (GKeyFile    *key_file,
          const char  *group,
          const char  *key,
          char       **place,
          GError     **error)
{
  g_autofree char *value = g_key_file_get_string (key_file, group, key, NULL);

  if (value == NULL)
    return TRUE;

  if (!check_address (value, error))
    return FALSE;

  replace_string (place, value);

  return TRUE;
}

static gboolean
read_number (GKeyFile    *key_file,
             const char  *group,
             const char  *key,
             guint        min,
             guint        max,
             guint       *number,
             GError     **error)
{
  g_autofree char *value = g_key_file_get_string (key_file, group, key, NULL);
  guint64 parsed;

  if (value == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (value, 10, min, max, &parsed, NULL))
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                   _("“%s” of environment “%s” must be a number from %u to %u."), key, group, min, max);
      return FALSE;
    }

  *number = (guint) parsed;

  return TRUE;
}

static gboolean
read_word (GKeyFile           *key_file,
           const char         *group,
           const char         *key,
           const char *const  *words,
           guint              *position,
           GError            **error)
{
  g_autofree char *value = g_key_file_get_string (key_file, group, key, NULL);
  g_autofree char *choice = NULL;

  if (value == NULL)
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], value))
        {
          *position = i;
          return TRUE;
        }
    }

  choice = g_strjoinv (", ", (char **) words);
  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
               _("“%s” of environment “%s” must be one of: %s."), key, group, choice);

  return FALSE;
}

/* By #DeskLinkWay. */
static const char *const way_words[] = {
  [DESK_LINK_WAY_REDIRECT] = "redirect",
  [DESK_LINK_WAY_EMBEDDED] = "embedded",
  [DESK_LINK_WAY_BROWSER] = "browser",
  NULL
};

static gboolean
read_settings (DeskEnvironment  *self,
               GKeyFile         *key_file,
               GError          **error)
{
  static const char *const versions[] = { "v1", "v2", "v3", NULL };
  guint version = G_N_ELEMENTS (versions) - 2;
  guint way = DESK_LINK_WAY_REDIRECT;

  self->request_rate = DEFAULT_REQUEST_RATE;
  if (!read_word (key_file, self->name, "api-version", versions, &version, error) ||
      !read_word (key_file, self->name, "link-way", way_words, &way, error) ||
      !read_uri (key_file, self->name, "redirect-uri", &self->redirect_uri, error) ||
      !read_uri (key_file, self->name, "cancel-uri", &self->cancel_uri, error) ||
      !read_number (key_file, self->name, "browser-port", 0, G_MAXUINT16, &self->browser_port, error) ||
      !read_number (key_file, self->name, "webhook-port", 0, G_MAXUINT16, &self->webhook_port, error) ||
      !read_number (key_file, self->name, "requests-per-second", 0, 1000, &self->request_rate, error) ||
      !read_number (key_file, self->name, "timeout", 10, 24 * 60 * 60, &self->timeout, error))
    return FALSE;

  if (g_key_file_get_boolean (key_file, self->name, "production", NULL))
    self->stage = DESK_ENVIRONMENT_STAGE_PRODUCTION;

  self->link_way = (DeskLinkWay) way;
  replace_string (&self->api_version, versions[version]);
  self->client_id = g_key_file_get_string (key_file, self->name, "client-id", NULL);

  return TRUE;
}

DeskEnvironment *
desk_environment_new_from_key_file (GKeyFile    *key_file,
                                    const char  *group,
                                    GError     **error)
{
  g_autoptr(DeskEnvironment) self = NULL;
  g_autofree char *api_uri = NULL;
  g_autofree char *auth_uri = NULL;

  g_return_val_if_fail (key_file != NULL, NULL);
  g_return_val_if_fail (group != NULL, NULL);

  if (!g_key_file_has_group (key_file, group))
    {
      g_set_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_UNKNOWN,
                   _("There is no environment with the name “%s”."), group);
      return NULL;
    }

  self = environment_new (group, DESK_ENVIRONMENT_KIND_FISKIL);
  api_uri = g_key_file_get_string (key_file, group, "api", error);
  if (api_uri == NULL)
    return NULL;

  auth_uri = g_key_file_get_string (key_file, group, "auth", error);
  if (auth_uri == NULL)
    return NULL;

  if (!take_addresses (self, api_uri, auth_uri, error) || !read_settings (self, key_file, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
desk_environment_get_name (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->name;
}

DeskEnvironmentKind
desk_environment_get_kind (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), DESK_ENVIRONMENT_KIND_TEMPORARY);

  return self->kind;
}

const char *
desk_environment_get_api_uri (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->api_uri;
}

const char *
desk_environment_get_auth_uri (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->auth_uri;
}

void
desk_environment_set_addresses (DeskEnvironment *self,
                                const char      *api_uri,
                                const char      *auth_uri)
{
  g_return_if_fail (DESK_IS_ENVIRONMENT (self));
  g_return_if_fail (self->kind == DESK_ENVIRONMENT_KIND_SANDBOX);

  replace_string (&self->api_uri, api_uri);
  replace_string (&self->auth_uri, auth_uri);
}

const char *
desk_environment_get_client_id (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->client_id;
}

const char *
desk_environment_get_api_version (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->api_version;
}

void
desk_environment_set_api_version (DeskEnvironment *self,
                                  const char      *api_version)
{
  g_return_if_fail (DESK_IS_ENVIRONMENT (self));
  g_return_if_fail (api_version != NULL);

  replace_string (&self->api_version, api_version);
}

const char *
desk_environment_get_redirect_uri (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->redirect_uri;
}

const char *
desk_environment_get_cancel_uri (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), NULL);

  return self->cancel_uri;
}

guint
desk_environment_get_browser_port (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), 0);

  return self->browser_port;
}

guint
desk_environment_get_webhook_port (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), 0);

  return self->webhook_port;
}

guint
desk_environment_get_request_rate (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), 0);

  return self->request_rate;
}

guint
desk_environment_get_timeout (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), 0);

  return self->timeout;
}

DeskLinkWay
desk_environment_get_link_way (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), DESK_LINK_WAY_REDIRECT);

  return self->link_way;
}

void
desk_environment_set_link_way (DeskEnvironment *self,
                               DeskLinkWay      way)
{
  g_return_if_fail (DESK_IS_ENVIRONMENT (self));

  self->link_way = way;
}

const char *
desk_environment_way_to_word (DeskLinkWay way)
{
  g_return_val_if_fail (way < G_N_ELEMENTS (way_words) - 1, NULL);

  return way_words[way];
}

DeskEnvironmentStage
desk_environment_get_stage (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), DESK_ENVIRONMENT_STAGE_UNKNOWN);

  return self->stage;
}

gboolean
desk_environment_is_production (DeskEnvironment *self)
{
  return desk_environment_get_stage (self) != DESK_ENVIRONMENT_STAGE_TEST;
}

/* A list that offers nothing at all shows nothing. */
static DeskEnvironmentStage
judge_offer (GPtrArray            *institutions,
             DeskEnvironmentStage  before)
{
  DeskEnvironmentStage stage = before;

  for (guint i = 0; i < institutions->len; i++)
    {
      DeskInstitution *institution = g_ptr_array_index (institutions, i);

      if (!desk_institution_is_accessible (institution))
        continue;

      if (!g_str_equal (desk_institution_get_id (institution), TEST_INSTITUTION))
        return DESK_ENVIRONMENT_STAGE_PRODUCTION;

      stage = DESK_ENVIRONMENT_STAGE_TEST;
    }

  return stage;
}

void
desk_environment_judge (DeskEnvironment *self,
                        GPtrArray       *institutions)
{
  DeskEnvironmentStage stage;

  g_return_if_fail (DESK_IS_ENVIRONMENT (self));
  g_return_if_fail (institutions != NULL);

  if (self->kind == DESK_ENVIRONMENT_KIND_SANDBOX || self->stage == DESK_ENVIRONMENT_STAGE_PRODUCTION)
    return;

  stage = judge_offer (institutions, self->stage);
  if (stage == self->stage)
    return;

  self->stage = stage;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

gboolean
desk_environment_keeps_data_on_disk (DeskEnvironment *self)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (self), FALSE);

  return self->kind == DESK_ENVIRONMENT_KIND_SANDBOX;
}
