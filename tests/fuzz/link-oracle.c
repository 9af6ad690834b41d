/* link-oracle.c: another reading of what may complete an attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-oracle.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* More of them are not read. */
#define MAX_PARAMETERS 1000

static const char *const known_errors[] = {
  "AUTH_SESSION_INVALID", "AUTH_SESSION_CANCELLED", "AUTH_SESSION_NOT_FOUND", "AUTH_SESSION_TERMINAL",
  "CONSENT_UPSTREAM_PROCESSING_ERROR", "CONSENT_ENDUSER_DENIED", "CONSENT_OTP_FAILURE", "CONSENT_ENDUSER_INELIGIBLE",
  "CONSENT_TIMEOUT", "CONSUMERDATA_PROCESSING_ERROR", "LINK_NOT_FOUND", "LINK_TIMEOUT", "LINK_USER_CANCELLED",
  "LINK_ORIGIN_MISMATCH", "LINK_INTERNAL_ERROR", "LINK_INVALID_SESSION",
  NULL,
};

static const char *const error_parameters[] = {
  "error", "error_type", "error_id", "error_description", "error_uri",
  NULL,
};

/* Returns: (transfer full) (nullable): the text in the clear; NULL if it is not to be read */
static char *
decode (const char *text)
{
  GString *clear = g_string_new (NULL);

  for (const char *cursor = text; *cursor != '\0'; cursor++)
    {
      if (*cursor == '%' && g_ascii_isxdigit (cursor[1]) && g_ascii_isxdigit (cursor[2]))
        {
          g_string_append_c (clear, g_ascii_xdigit_value (cursor[1]) << 4 | g_ascii_xdigit_value (cursor[2]));
          cursor += 2;
        }
      else
        g_string_append_c (clear, *cursor == '%' ? '\0' : *cursor == '+' ? ' ' : *cursor);
    }

  /* A NUL, put here for a broken sequence or written as one, is not valid. */
  if (!g_utf8_validate_len (clear->str, clear->len, NULL))
    {
      g_string_free (clear, TRUE);
      return NULL;
    }
  return g_string_free (clear, FALSE);
}

/* Whether one parameter of the query speaks against a completion with @consent_id. */
static gboolean
is_against (const char *name,
            const char *value,
            const char *consent_id)
{
  if (name == NULL)
    return FALSE;
  if (g_str_equal (name, "consent_id"))
    return consent_id != NULL && g_strcmp0 (value, consent_id) != 0;
  if (g_str_equal (name, "state"))
    return g_strcmp0 (value, LINK_STATE) != 0;
  if (g_str_equal (name, "session_id") || g_str_equal (name, "sess_id"))
    return g_strcmp0 (value, LINK_SESSION_ID) != 0;

  return g_strv_contains (error_parameters, name) && g_strcmp0 (value, "") != 0;
}

/* Returns: whether @query, without its question mark, has the state and nothing against a completion */
static gboolean
is_good_query (const char *query,
               const char *consent_id)
{
  g_auto(GStrv) parameters = g_strsplit (query, "&", -1);
  gboolean has_state = FALSE;
  gboolean has_consent = FALSE;
  guint n_parameters = 0;

  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      const char *equals = strchr (parameters[i], '=');
      g_autofree char *written_name = g_strndup (parameters[i], strcspn (parameters[i], "="));
      g_autofree char *name = decode (written_name);
      g_autofree char *value = decode (equals != NULL ? equals + 1 : "");

      n_parameters += *parameters[i] != '\0';
      if (is_against (name, value, consent_id) || n_parameters > MAX_PARAMETERS)
        return FALSE;

      has_state = has_state || g_strcmp0 (name, "state") == 0;
      has_consent = has_consent || g_strcmp0 (name, "consent_id") == 0;
    }

  return has_state && (has_consent || consent_id == NULL);
}

/* Returns: (transfer full): the host of @authority as it is written, the user and the port cut off */
static char *
cut_host (const char *authority)
{
  const char *at = strrchr (authority, '@');
  const char *host = at != NULL ? at + 1 : authority;

  return g_strndup (host, strcspn (host, ":"));
}

static gboolean
is_good_port (const char *authority,
              const char *expected)
{
  const char *at = strrchr (authority, '@');
  const char *colon = strchr (at != NULL ? at + 1 : authority, ':');
  const char *port = colon != NULL ? colon + 1 : "";

  port += strspn (port, "0");
  return g_str_equal (port, expected) || (*port == '\0' && g_str_equal (expected, "443"));
}

static gboolean
is_good_authority (const FuzzInput *input,
                   const char      *authority)
{
  g_autofree char *host = cut_host (authority);
  g_autofree char *expected_host = cut_host (input->place->hosts[0]);
  const char *port = strchr (input->place->hosts[0], ':');
  const char *expected = input->place->redirect_uri + strlen (input->place->scheme) + strlen ("://");
  g_autofree char *expected_as_written = g_strndup (expected, strcspn (expected, "/:"));

  if (g_ascii_strcasecmp (host, expected_host) != 0 && !g_str_equal (host, expected_as_written))
    return FALSE;

  return is_good_port (authority, port != NULL ? port + 1 : "443");
}

gboolean
link_oracle_allows_navigation (const FuzzInput *input,
                               const char      *consent_id)
{
  const char *uri = input->address;
  gsize scheme_length = strlen (input->place->scheme);
  g_autofree char *authority = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;

  for (const char *cursor = uri; *cursor != '\0'; cursor++)
    {
      if (g_ascii_iscntrl (*cursor))
        return FALSE;
    }
  if (g_ascii_strncasecmp (uri, input->place->scheme, scheme_length) != 0
      || !g_str_has_prefix (uri + scheme_length, "://"))
    return FALSE;

  uri += scheme_length + strlen ("://");
  authority = g_strndup (uri, strcspn (uri, "/?#"));
  uri += strlen (authority);
  path = g_strndup (uri, strcspn (uri, "?#"));
  uri += strlen (path);
  query = *uri == '?' ? g_strndup (uri + 1, strcspn (uri + 1, "#")) : g_strdup ("");
  return strpbrk (authority, "\\% ") == NULL && is_good_authority (input, authority)
         && g_str_equal (path, input->place->path) && is_good_query (query, consent_id);
}

gboolean
link_oracle_is_plain (const FuzzInput *input)
{
  g_autofree char *plain = g_strconcat (input->place->scheme, "://", input->place->hosts[0], input->place->path, NULL);

  return g_str_has_prefix (input->address, plain);
}

/* Names and values that stand in the bytes as they are, if nothing is escaped. */
static gboolean
is_written (const FuzzInput       *input,
            const DeskLinkVerdict *verdict)
{
  g_autofree char *text = g_strndup (input->data, input->length);
  g_autofree char *consent = g_strconcat ("\"", verdict->consent_id, "\"", NULL);

  return strchr (text, '\\') != NULL
         || (strstr (text, "\"isCompleted\"") != NULL && strstr (text, "true") != NULL
             && strstr (text, "\"consentID\"") != NULL && strstr (text, consent) != NULL);
}

/* Escapes that json-glib decodes in ways of its own: NUL and surrogates. */
static gboolean
is_beyond_json_glib (const FuzzInput *input)
{
  g_autofree char *text = g_ascii_strdown (input->data, input->length);

  return strstr (text, "\\u0000") != NULL || strstr (text, "\\ud") != NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
is_true (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static gboolean
is_completed_object (const FuzzInput       *input,
                     const DeskLinkVerdict *verdict)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;

  if (is_beyond_json_glib (input) || !json_parser_load_from_data (parser, input->data, input->length, NULL))
    return TRUE;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  object = json_node_get_object (root);
  return is_true (json_object_get_member (object, "isCompleted"))
         && g_strcmp0 (get_string (object, "consentID"), verdict->consent_id) == 0;
}

static gboolean
holds_known_error (const char *text)
{
  for (gsize i = 0; known_errors[i] != NULL; i++)
    {
      if (strstr (text, known_errors[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The first parameter is enough: the fuzzer puts anything there. */
static gboolean
starts_with_error (const char *url)
{
  const char *query = url + strcspn (url, "?#");
  gsize length = *query == '?' ? strcspn (query + 1, "=&#") : 0;
  g_autofree char *name = g_strndup (query + MIN (length, 1), length);

  return g_strv_contains (error_parameters, name) && query[1 + length] == '='
         && strchr ("&#", query[2 + length]) == NULL;
}

static gboolean
names_error (const char *url)
{
  GString *clear = g_string_new (url);
  gboolean is_named;

  /* Letters, digits and the mark between them are all that a name is made of. */
  g_string_replace (clear, "%5F", "_", 0);
  g_string_replace (clear, "%5f", "_", 0);
  is_named = holds_known_error (url) || holds_known_error (clear->str) || starts_with_error (url);
  g_string_free (clear, TRUE);
  return is_named;
}

gboolean
link_oracle_allows_message (const FuzzInput       *input,
                            const DeskLinkVerdict *verdict)
{
  if (!g_str_equal (input->address, LINK_AUTH_ORIGIN))
    return FALSE;
  if (input->source != DESK_LINK_MESSAGE_SOURCE_FRAME && input->source != DESK_LINK_MESSAGE_SOURCE_SELF)
    return FALSE;
  if (verdict->consent_id == NULL || *verdict->consent_id == '\0')
    return FALSE;
  if (verdict->redirect_url != NULL && names_error (verdict->redirect_url))
    return FALSE;

  return is_written (input, verdict) && is_completed_object (input, verdict);
}
