/* desk-test-browser.c: goes through the consent pages as a person with a browser would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-browser.h"

#include <libsoup/soup.h>

#include "desk-await.h"

#define MAX_PAGES 20

typedef struct
{
  SoupSession *session;
  gboolean     is_framed;
  char        *uri;    /* of the page that is shown */
  char        *html;   /* of that page */
  char        *target; /* (nullable): where the last page leads */
} Walk;

static void follow (Walk       *walk,
                    const char *location);

/* The first group of a pattern, with the entities of HTML resolved. */
static char *
find (const char *html,
      const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *group = NULL;
  g_autoptr(GString) text = NULL;

  if (!g_regex_match (regex, html, 0, &match))
    return NULL;

  group = g_match_info_fetch (match, 1);
  text = g_string_new (group);
  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&#34;", "\"", 0);
  g_string_replace (text, "&#39;", "'", 0);
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&amp;", "&", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Where the attempt ends; nothing that the sandbox serves. */
static gboolean
is_return_address (const char *uri)
{
  g_autoptr(GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);

  return g_str_equal (g_uri_get_path (parsed), "/linked") || g_str_equal (g_uri_get_path (parsed), "/cancelled");
}

static void
load (Walk        *walk,
      SoupMessage *message)
{
  const char *location;
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) body = NULL;
  g_autoptr(GError) error = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_and_read_async (walk->session, message, G_PRIORITY_DEFAULT, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  body = soup_session_send_and_read_finish (walk->session, result, &error);
  g_assert_no_error (error);

  g_free (walk->uri);
  g_free (walk->html);
  walk->uri = g_uri_to_string (soup_message_get_uri (message));
  walk->html = g_bytes_get_size (body) > 0 ? g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body))
                                           : g_strdup ("");

  location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  if (location != NULL)
    follow (walk, location);
}

static void
follow (Walk       *walk,
        const char *location)
{
  g_autofree char *uri = g_uri_resolve_relative (walk->uri, location, G_URI_FLAGS_ENCODED, NULL);

  if (is_return_address (uri))
    {
      walk->target = g_steal_pointer (&uri);
    }
  else
    {
      g_autoptr(SoupMessage) next = soup_message_new (SOUP_METHOD_GET, uri);

      load (walk, next);
    }
}

static gboolean
has_field (Walk       *walk,
           const char *name)
{
  g_autofree char *attribute = g_strdup_printf ("name=\"%s\"", name);

  return strstr (walk->html, attribute) != NULL;
}

static gboolean
is_cancelled_here (Walk       *walk,
                   const char *cancel_at)
{
  return cancel_at != NULL && (*cancel_at == '\0' || has_field (walk, cancel_at));
}

static void
add_field (GString    *body,
           const char *name,
           const char *value)
{
  g_autofree char *encoded = g_uri_escape_string (value, NULL, FALSE);

  g_string_append_printf (body, "%s%s=%s", body->len > 0 ? "&" : "", name, encoded);
}

/* The digits are grouped by elements of their own. */
static char *
find_code (Walk *walk)
{
  g_autofree char *group = find (walk->html, "id=\"sandbox-code\">(.*)</p>");
  g_autoptr(GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *text = NULL;

  if (group == NULL)
    return NULL;

  text = g_regex_replace_literal (tags, group, -1, 0, "", 0, NULL);

  return g_strndup (text, strspn (text, "0123456789"));
}

static void
answer_form (Walk       *walk,
             GString    *body,
             const char *institution_id,
             const char *email)
{
  g_autofree char *code = find_code (walk);
  g_autofree char *account = find (walk->html, "name=\"account\" value=\"([^\"]*)\"");

  if (has_field (walk, "institution"))
    add_field (body, "institution", institution_id);

  if (has_field (walk, "email"))
    add_field (body, "email", email);

  if (has_field (walk, "code"))
    add_field (body, "code", code);

  if (account != NULL)
    add_field (body, "account", account);

  add_field (body, "action", "continue");
}

static void
send_form (Walk       *walk,
           const char *institution_id,
           const char *email,
           const char *cancel_at)
{
  g_autofree char *action = find (walk->html, "<form[^>]* action=\"([^\"]*)\"");
  g_autofree char *csrf = find (walk->html, "name=\"csrf\" value=\"([^\"]*)\"");
  g_autofree char *target = g_uri_resolve_relative (walk->uri, action, G_URI_FLAGS_NONE, NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) bytes = NULL;

  add_field (body, "csrf", csrf);
  add_field (body, "framed", walk->is_framed ? "1" : "0");
  if (is_cancelled_here (walk, cancel_at))
    add_field (body, "action", "cancel");
  else
    answer_form (walk, body, institution_id, email);

  message = soup_message_new (SOUP_METHOD_POST, target);
  bytes = g_bytes_new (body->str, body->len);
  soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", bytes);
  load (walk, message);
}

DeskTestBrowser *
desk_test_browser_walk (const char *uri,
                        const char *institution_id,
                        const char *email,
                        const char *cancel_at,
                        gboolean    is_framed)
{
  g_autoptr(SoupMessage) first = soup_message_new (SOUP_METHOD_GET, uri);
  DeskTestBrowser *self = g_new0 (DeskTestBrowser, 1);
  Walk walk = { .session = soup_session_new (), .is_framed = is_framed };

  soup_session_add_feature_by_type (walk.session, SOUP_TYPE_COOKIE_JAR);
  load (&walk, first);
  for (guint i = 0; i < MAX_PAGES && walk.target == NULL && strstr (walk.html, "<form") != NULL; i++)
    send_form (&walk, institution_id, email, cancel_at);

  self->message = find (walk.html, "data-message=\"([^\"]*)\"");
  self->target = walk.target != NULL ? walk.target : find (walk.html, "data-redirect=\"([^\"]*)\"");

  g_object_unref (walk.session);
  g_free (walk.uri);
  g_free (walk.html);

  return self;
}

void
desk_test_browser_free (DeskTestBrowser *self)
{
  g_free (self->message);
  g_free (self->target);
  g_free (self);
}
