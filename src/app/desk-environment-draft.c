/* desk-environment-draft.c: the settings of an environment while they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-draft.h"

#include <glib/gi18n-lib.h>

#include "desk-environment-file.h"
#include "desk-http.h"

#define MAX_NAME_LENGTH 80

struct _DeskEnvironmentDraft
{
  GObject  parent_instance;

  char    *texts[DESK_ENVIRONMENT_N_FIELDS];
};

G_DEFINE_FINAL_TYPE (DeskEnvironmentDraft, desk_environment_draft, G_TYPE_OBJECT)

/* By field; the name is the group. */
static const struct
{
  const char *key;
  const char *value; /* of a new environment */
} settings[DESK_ENVIRONMENT_N_FIELDS] = {
  [DESK_ENVIRONMENT_FIELD_NAME] = { NULL, "" },
  [DESK_ENVIRONMENT_FIELD_CLIENT_ID] = { "client-id", "" },
  [DESK_ENVIRONMENT_FIELD_API] = { "api", "https://api.fiskil.com/v1" },
  [DESK_ENVIRONMENT_FIELD_AUTH] = { "auth", "https://auth.fiskil.com" },
  [DESK_ENVIRONMENT_FIELD_API_VERSION] = { "api-version", "v3" },
  [DESK_ENVIRONMENT_FIELD_REQUEST_RATE] = { "requests-per-second", "10" },
  [DESK_ENVIRONMENT_FIELD_LINK_WAY] = { "link-way", "redirect" },
  [DESK_ENVIRONMENT_FIELD_REDIRECT_URI] = { "redirect-uri", "https://consent-desk.invalid/linked" },
  [DESK_ENVIRONMENT_FIELD_CANCEL_URI] = { "cancel-uri", "https://consent-desk.invalid/cancelled" },
  [DESK_ENVIRONMENT_FIELD_TIMEOUT] = { "timeout", "600" },
  [DESK_ENVIRONMENT_FIELD_BROWSER_PORT] = { "browser-port", "0" },
  [DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT] = { "webhook-port", "0" },
};

static char *
check_name (const char *text)
{
  if (*text == '\0')
    return g_strdup (_("Give the environment a name, such as “Work”."));

  if (g_utf8_strlen (text, -1) > MAX_NAME_LENGTH)
    return g_strdup_printf (_("The name is too long: it may have %d characters."), MAX_NAME_LENGTH);

  if (desk_environment_file_is_sandbox (text))
    return g_strdup (_("“Sandbox” is the built-in one. Choose another name."));

  if (strpbrk (text, "[]") != NULL)
    return g_strdup (_("The name may not contain [ or ]."));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isprint (g_utf8_get_char (at)))
        return g_strdup (_("The name contains a character that cannot be seen. Type it again."));
    }

  return NULL;
}

static char *
check_client_id (const char *text)
{
  if (*text == '\0')
    return g_strdup (_("Enter the client id of an API key from the Fiskil Console."));

  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isgraph (*at))
        return g_strdup (_("A client id has letters, digits and signs only, without blanks. Copy it again from the Fiskil Console."));
    }

  return NULL;
}

/* The address becomes part of others: of the calls, and of the pages that the consent page goes back to. */
static char *
check_address (const char *text,
               const char *example)
{
  g_autoptr(GUri) uri = NULL;

  if (*text == '\0')
    return g_strdup_printf (_("Enter an address, such as %s"), example);

  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return g_strdup_printf (_("This is no address. Write it in full, such as %s"), example);

  if (!desk_http_is_allowed_address (text))
    return g_strdup (_("The address has to start with https://. http:// is for this computer only, as http://127.0.0.1."));

  if (g_uri_get_fragment (uri) != NULL)
    return g_strdup (_("Leave out the part from # on."));

  return NULL;
}

static char *
check_service (const char *text,
               const char *example)
{
  if (strchr (text, '?') != NULL)
    return g_strdup (_("Leave out the part from ? on."));

  return check_address (text, example);
}

static char *
check_word (const char        *text,
            const char *const *words)
{
  g_autofree char *choice = NULL;

  if (g_strv_contains (words, text))
    return NULL;

  choice = g_strjoinv (", ", (char **) words);

  return g_strdup_printf (_("Choose one of: %s."), choice);
}

static char *
check_number (const char *text,
              guint       min,
              guint       max)
{
  if (g_ascii_string_to_unsigned (text, 10, min, max, NULL, NULL))
    return NULL;

  return g_strdup_printf (_("Enter a whole number from %u to %u."), min, max);
}

/* A listener needs no right that only the administrator has. */
static char *
check_port (const char *text)
{
  if (g_ascii_string_to_unsigned (text, 10, 0, 0, NULL, NULL) ||
      g_ascii_string_to_unsigned (text, 10, 1024, G_MAXUINT16, NULL, NULL))
    return NULL;

  return g_strdup_printf (_("Enter a port from %u to %u, or 0."), 1024, G_MAXUINT16);
}

static void
desk_environment_draft_finalize (GObject *object)
{
  DeskEnvironmentDraft *self = DESK_ENVIRONMENT_DRAFT (object);

  for (guint i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (desk_environment_draft_parent_class)->finalize (object);
}

static void
desk_environment_draft_class_init (DeskEnvironmentDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_environment_draft_finalize;
}

static void
desk_environment_draft_init (DeskEnvironmentDraft *self)
{
  for (guint i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    self->texts[i] = g_strdup (settings[i].value);
}

static void
set_number (DeskEnvironmentDraft *self,
            DeskEnvironmentField  field,
            guint                 number)
{
  g_free (self->texts[field]);
  self->texts[field] = g_strdup_printf ("%u", number);
}

static void
take_settings (DeskEnvironmentDraft *self,
               DeskEnvironment      *environment)
{
  const char *client_id = desk_environment_get_client_id (environment);

  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_NAME, desk_environment_get_name (environment));
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_CLIENT_ID, client_id != NULL ? client_id : "");
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_API, desk_environment_get_api_uri (environment));
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_AUTH, desk_environment_get_auth_uri (environment));
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_API_VERSION, desk_environment_get_api_version (environment));
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_LINK_WAY,
                              desk_environment_way_to_word (desk_environment_get_link_way (environment)));
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_REDIRECT_URI, desk_environment_get_redirect_uri (environment));
  desk_environment_draft_set (self, DESK_ENVIRONMENT_FIELD_CANCEL_URI, desk_environment_get_cancel_uri (environment));
  set_number (self, DESK_ENVIRONMENT_FIELD_REQUEST_RATE, desk_environment_get_request_rate (environment));
  set_number (self, DESK_ENVIRONMENT_FIELD_TIMEOUT, desk_environment_get_timeout (environment));
  set_number (self, DESK_ENVIRONMENT_FIELD_BROWSER_PORT, desk_environment_get_browser_port (environment));
  set_number (self, DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT, desk_environment_get_webhook_port (environment));
}

DeskEnvironmentDraft *
desk_environment_draft_new (DeskEnvironment *environment)
{
  DeskEnvironmentDraft *self;

  g_return_val_if_fail (environment == NULL ||
                        desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_FISKIL, NULL);

  self = g_object_new (DESK_TYPE_ENVIRONMENT_DRAFT, NULL);
  if (environment != NULL)
    take_settings (self, environment);

  return self;
}

const char *
desk_environment_draft_get (DeskEnvironmentDraft *self,
                            DeskEnvironmentField  field)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_DRAFT (self), NULL);
  g_return_val_if_fail (field < DESK_ENVIRONMENT_N_FIELDS, NULL);

  return self->texts[field];
}

void
desk_environment_draft_set (DeskEnvironmentDraft *self,
                            DeskEnvironmentField  field,
                            const char           *text)
{
  g_return_if_fail (DESK_IS_ENVIRONMENT_DRAFT (self));
  g_return_if_fail (field < DESK_ENVIRONMENT_N_FIELDS);
  g_return_if_fail (text != NULL);

  g_free (self->texts[field]);
  self->texts[field] = g_strstrip (g_strdup (text));
}

gboolean
desk_environment_draft_equal (DeskEnvironmentDraft *self,
                              DeskEnvironmentDraft *other)
{
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_DRAFT (self), FALSE);
  g_return_val_if_fail (DESK_IS_ENVIRONMENT_DRAFT (other), FALSE);

  for (guint i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    {
      if (!g_str_equal (self->texts[i], other->texts[i]))
        return FALSE;
    }

  return TRUE;
}

char *
desk_environment_draft_check (DeskEnvironmentDraft *self,
                              DeskEnvironmentField  field)
{
  static const char *const versions[] = { "v1", "v2", "v3", NULL };
  static const char *const ways[] = { "redirect", "embedded", "browser", NULL };
  const char *text = desk_environment_draft_get (self, field);

  switch (field)
    {
    case DESK_ENVIRONMENT_FIELD_NAME:
      return check_name (text);
    case DESK_ENVIRONMENT_FIELD_CLIENT_ID:
      return check_client_id (text);
    case DESK_ENVIRONMENT_FIELD_API:
    case DESK_ENVIRONMENT_FIELD_AUTH:
      return check_service (text, settings[field].value);
    case DESK_ENVIRONMENT_FIELD_API_VERSION:
      return check_word (text, versions);
    case DESK_ENVIRONMENT_FIELD_LINK_WAY:
      return check_word (text, ways);
    case DESK_ENVIRONMENT_FIELD_REDIRECT_URI:
    case DESK_ENVIRONMENT_FIELD_CANCEL_URI:
      return check_address (text, settings[field].value);
    case DESK_ENVIRONMENT_FIELD_REQUEST_RATE:
      return check_number (text, 0, 1000);
    case DESK_ENVIRONMENT_FIELD_TIMEOUT:
      return check_number (text, 10, 24 * 60 * 60);
    case DESK_ENVIRONMENT_FIELD_BROWSER_PORT:
    case DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT:
      return check_port (text);
    case DESK_ENVIRONMENT_N_FIELDS:
    default:
      g_assert_not_reached ();
    }
}

void
desk_environment_draft_write (DeskEnvironmentDraft *self,
                              GKeyFile             *key_file)
{
  const char *group;

  g_return_if_fail (DESK_IS_ENVIRONMENT_DRAFT (self));
  g_return_if_fail (key_file != NULL);

  group = self->texts[DESK_ENVIRONMENT_FIELD_NAME];
  for (guint i = DESK_ENVIRONMENT_FIELD_NAME + 1; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    {
      g_autofree char *saved = g_key_file_get_string (key_file, group, settings[i].key, NULL);

      if (saved == NULL && g_str_equal (self->texts[i], settings[i].value) && i > DESK_ENVIRONMENT_FIELD_AUTH)
        continue;

      if (g_strcmp0 (saved, self->texts[i]) != 0)
        g_key_file_set_string (key_file, group, settings[i].key, self->texts[i]);
    }
}

DeskEnvironment *
desk_environment_draft_make (DeskEnvironmentDraft  *self,
                             GError               **error)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();

  g_return_val_if_fail (DESK_IS_ENVIRONMENT_DRAFT (self), NULL);

  for (guint i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    {
      g_autofree char *problem = desk_environment_draft_check (self, i);

      if (problem == NULL)
        continue;

      g_set_error_literal (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_FIELD, problem);
      return NULL;
    }

  desk_environment_draft_write (self, key_file);

  return desk_environment_new_from_key_file (key_file, self->texts[DESK_ENVIRONMENT_FIELD_NAME], error);
}
