/* sandbox-walk.c: somebody who goes through the consent screens to the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-walk.h"

#include <string.h>

void
sandbox_walk_clear (SandboxWalk *walk)
{
  g_free (walk->end_user_id);
  g_free (walk->session_id);
  g_free (walk->html);
  g_free (walk->policy);
  g_free (walk->location);
  g_free (walk->last);
}

static gboolean
is_inside (SandboxWalk *walk,
           const char  *uri)
{
  return g_str_has_prefix (uri, walk->sandbox->auth) || g_str_has_prefix (uri, walk->sandbox->bank);
}

static void
keep_answer (SandboxWalk *walk)
{
  Sandbox *sandbox = walk->sandbox;

  g_free (walk->html);
  g_free (walk->policy);
  walk->html = g_strndup (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes));
  walk->policy = g_strdup (soup_message_headers_get_one (sandbox->headers, "Content-Security-Policy"));
}

/* Follows the redirects that stay inside. */
static void
visit (SandboxWalk *walk,
       const char  *uri,
       const char  *form)
{
  g_autoptr(SoupMessage) message = soup_message_new (form != NULL ? "POST" : "GET", uri);
  g_autofree char *location = NULL;

  if (form != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (form, strlen (form));

      soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", bytes);
    }

  sandbox_send (walk->sandbox, message);
  location = g_strdup (soup_message_headers_get_one (walk->sandbox->headers, "Location"));
  if (location == NULL)
    {
      keep_answer (walk);
    }
  else if (is_inside (walk, location))
    {
      visit (walk, location, NULL);
    }
  else
    {
      g_clear_pointer (&walk->html, g_free);
      g_free (walk->location);
      walk->location = g_steal_pointer (&location);
    }
}

void
sandbox_walk_start (SandboxWalk *walk,
                    Sandbox     *sandbox,
                    gboolean     framed)
{
  g_autofree char *auth_url = NULL;

  *walk = (SandboxWalk) { .sandbox = sandbox, .framed = framed };
  walk->end_user_id = sandbox_add_end_user (sandbox, "walker@example.com");
  sandbox_post (sandbox, "/auth/session",
                "{\"end_user_id\":\"%s\",\"institution_id\":\"1\",\"redirect_uri\":\"%s\",\"cancel_uri\":\"%s\"}",
                walk->end_user_id, WALK_REDIRECT_URI, WALK_CANCEL_URI);
  walk->session_id = sandbox_dup (sandbox, "session_id");
  auth_url = sandbox_dup (sandbox, "auth_url");
  visit (walk, auth_url, NULL);
}

char *
sandbox_walk_dup_match (SandboxWalk *walk,
                        const char  *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  if (walk->html == NULL || !g_regex_match (regex, walk->html, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 1);
}

static char *
dup_fields (SandboxWalk *walk,
            const char  *path)
{
  if (g_str_equal (path, "login"))
    return g_strdup ("email=ada%40example.com");

  if (g_str_equal (path, "code"))
    {
      g_autofree char *code = desk_sandbox_state_dup_code (walk->sandbox->state, walk->session_id);

      return g_strconcat ("code=", code, NULL);
    }

  return g_strdup (g_str_equal (path, "accounts") ? "account=a1" : "nothing=more");
}

gboolean
sandbox_walk_step (SandboxWalk *walk)
{
  g_autofree char *action = sandbox_walk_dup_match (walk, "action=\"([^\"]*)\"");
  g_autofree char *csrf = sandbox_walk_dup_match (walk, "name=\"csrf\" value=\"([^\"]*)\"");
  g_autofree char *path = sandbox_walk_dup_match (walk, "action=\"[^\"]*/([a-z]*)\\?");
  g_autofree char *fields = NULL;
  g_autofree char *form = NULL;
  g_autoptr(GString) address = NULL;

  if (action == NULL || csrf == NULL || path == NULL)
    return FALSE;

  g_free (walk->last);
  walk->last = g_strdup (path);
  fields = dup_fields (walk, path);
  form = g_strdup_printf ("csrf=%s&framed=%d&action=continue&%s", csrf, walk->framed, fields);
  address = g_string_new (action);
  g_string_replace (address, "&amp;", "&", 0);
  visit (walk, address->str, form);
  return TRUE;
}

void
sandbox_walk_choose (SandboxWalk *walk,
                     const char  *institution_id)
{
  g_autofree char *action = sandbox_walk_dup_match (walk, "action=\"([^\"]*)\"");
  g_autofree char *csrf = sandbox_walk_dup_match (walk, "name=\"csrf\" value=\"([^\"]*)\"");
  g_autofree char *form = g_strdup_printf ("csrf=%s&framed=0&institution=%s", csrf, institution_id);

  visit (walk, action, form);
}

void
sandbox_walk_finish (SandboxWalk *walk)
{
  while (sandbox_walk_step (walk))
    continue;
}

char *
sandbox_walk_dup_message (SandboxWalk *walk,
                          const char  *name)
{
  g_autofree char *escaped = sandbox_walk_dup_match (walk, "data-message=\"([^\"]*)\"");
  g_autoptr(GString) json = NULL;
  DeskJsonSlice root;

  g_assert_nonnull (escaped);
  json = g_string_new (escaped);
  g_string_replace (json, "&quot;", "\"", 0);
  g_string_replace (json, "&amp;", "&", 0);
  g_assert_true (desk_json_parse (json->str, json->len, &root, NULL));
  return desk_json_slice_dup_text (desk_json_slice_get_member (root, name));
}

void
sandbox_walk_assert_message (SandboxWalk *walk,
                             const char  *name,
                             const char  *expected)
{
  g_autofree char *text = sandbox_walk_dup_message (walk, name);

  g_assert_cmpstr (text, ==, expected);
}

void
sandbox_walk_assert_parameter (SandboxWalk *walk,
                               const char  *name,
                               const char  *expected)
{
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GHashTable) query = NULL;

  g_assert_nonnull (walk->location);
  uri = g_uri_parse (walk->location, G_URI_FLAGS_ENCODED_QUERY, NULL);
  query = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  g_assert_cmpstr (g_hash_table_lookup (query, name), ==, expected);
}
