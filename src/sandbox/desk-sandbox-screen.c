/* desk-sandbox-screen.c: one request for a consent screen, and its answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-screen.h"

#include <string.h>

#include "desk-http.h"
#include "desk-sandbox-app.h"
#include "desk-sandbox-fault-page.h"

#define HTML_TYPE "text/html; charset=utf-8"

/* The data file that brought the institution may not be there in this run. */
static gboolean
has_its_institution (DeskSandboxCall          *call,
                     const DeskSandboxSession *session)
{
  return session->institution_id == NULL ||
         desk_sandbox_directory_find_institution (call->world->directory, session->institution_id) != NULL;
}

void
desk_sandbox_screen_init (DeskSandboxScreen  *self,
                          DeskSandboxCall    *call,
                          DeskSandboxSession *session,
                          const char         *origin_name)
{
  DeskSandboxState *state = call->world->state;
  SoupMessageBody *body = soup_server_message_get_request_body (call->message);

  *self = (DeskSandboxScreen) { .call = call };
  self->nonce = desk_sandbox_random_dup_ksuid (desk_sandbox_state_get_passing (state));
  if (g_str_equal (soup_server_message_get_method (call->message), "POST"))
    self->posted = desk_sandbox_form_new (body->data, (gsize) body->length);

  if (session != NULL && desk_sandbox_session_is_open (session, desk_sandbox_state_get_now (state)) &&
      has_its_institution (call, session))
    {
      g_autofree char *label = g_strconcat ("csrf/", origin_name, NULL);

      self->session = session;
      self->csrf = desk_sandbox_state_dup_derived (state, label, session->id);
    }
}

void
desk_sandbox_screen_clear (DeskSandboxScreen *self)
{
  g_clear_pointer (&self->posted, desk_sandbox_form_free);
  g_clear_pointer (&self->nonce, g_free);
  g_clear_pointer (&self->csrf, g_free);
  g_clear_pointer (&self->action, g_free);
}

DeskSandboxPage
desk_sandbox_screen_prepare (DeskSandboxScreen *self,
                             const char        *action,
                             const char        *error)
{
  const DeskSandboxInstitution *institution = NULL;

  if (self->session->institution_id != NULL)
    institution = desk_sandbox_directory_find_institution (self->call->world->directory,
                                                           self->session->institution_id);

  g_free (self->action);
  self->action = g_strdup (action);
  return (DeskSandboxPage) { self->nonce, self->action, self->csrf, DESK_SANDBOX_APP_NAME, institution, error };
}

static gboolean
is_framed (DeskSandboxScreen *self)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (self->call->message);

  return g_strcmp0 (desk_sandbox_form_get (self->posted, "framed"), "1") == 0 ||
         g_strcmp0 (soup_message_headers_get_one (headers, "Sec-Fetch-Dest"), "iframe") == 0;
}

gboolean
desk_sandbox_screen_is_posted (DeskSandboxScreen *self)
{
  if (self->posted == NULL || self->session == NULL ||
      g_strcmp0 (desk_sandbox_form_get (self->posted, "csrf"), self->csrf) != 0)
    return FALSE;

  self->session->framed = is_framed (self);
  return TRUE;
}

gboolean
desk_sandbox_screen_is_cancelled (DeskSandboxScreen *self)
{
  return g_strcmp0 (desk_sandbox_form_get (self->posted, "action"), "cancel") == 0;
}

/* A form may be answered with redirects up to the address of the app, and the policy of
 * the page that holds the form counts for the whole way. */
static void
append_target (GString    *policy,
               const char *uri)
{
  g_autofree char *origin = NULL;
  g_autofree char *scheme = NULL;

  if (uri == NULL)
    return;

  origin = desk_http_dup_origin (uri);
  scheme = g_uri_parse_scheme (uri);
  if (origin != NULL && strpbrk (origin, " ;,'\"") == NULL)
    g_string_append_printf (policy, " %s", origin);
  else if (origin == NULL && scheme != NULL)
    g_string_append_printf (policy, " %s:", scheme);
}

static char *
build_policy (DeskSandboxScreen *self)
{
  DeskSandboxWorld *world = self->call->world;
  GString *policy = g_string_new (NULL);

  g_string_append_printf (policy,
                          "default-src 'none'; style-src 'nonce-%s'; script-src 'nonce-%s'; img-src 'self' data:; "
                          "base-uri 'none'; form-action %s %s",
                          self->nonce, self->nonce, world->auth_origin, world->bank_origin);
  if (self->session != NULL)
    {
      g_autofree char *target = desk_sandbox_fault_page_dup_target (self, self->session);

      append_target (policy, target);
      append_target (policy, self->session->cancel_uri);
    }

  if (self->refuses_frames)
    g_string_append (policy, "; frame-ancestors 'none'");

  desk_sandbox_fault_page_extend_policy (self, policy);
  return g_string_free (policy, FALSE);
}

void
desk_sandbox_screen_reply (DeskSandboxScreen *self,
                           guint              status,
                           GBytes            *html)
{
  SoupServerMessage *message = self->call->message;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *policy = build_policy (self);

  soup_server_message_set_status (message, status, NULL);
  soup_message_headers_set_content_type (headers, HTML_TYPE, NULL);
  soup_message_headers_replace (headers, "Content-Security-Policy", policy);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  if (self->refuses_frames)
    soup_message_headers_replace (headers, "X-Frame-Options", "DENY");
  html = desk_sandbox_fault_page_decorate (self, html);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), html);
  g_bytes_unref (html);
  desk_sandbox_fault_page_finish (self);
}

void
desk_sandbox_screen_redirect (DeskSandboxScreen *self,
                              const char        *uri)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (self->call->message);

  soup_server_message_set_status (self->call->message, SOUP_STATUS_SEE_OTHER, NULL);
  soup_message_headers_replace (headers, "Location", uri);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
}

void
desk_sandbox_screen_redirect_to (DeskSandboxScreen *self,
                                 const char        *origin,
                                 const char        *path,
                                 const char        *name,
                                 const char        *value)
{
  g_autofree char *uri = g_strdup_printf ("%s%s?%s=%s", origin, path, name, value);

  desk_sandbox_screen_redirect (self, uri);
}
