/* desk-link-session.c: what one link attempt expects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-session.h"

#include "desk-http.h"

#include <string.h>
#include <unistd.h>

#define STATE_BYTES 16

DeskLinkSession *
desk_link_session_new (const char *session_id,
                       const char *state,
                       const char *redirect_uri,
                       const char *cancel_uri,
                       const char *auth_url)
{
  DeskLinkSession *self;

  g_return_val_if_fail (session_id != NULL, NULL);
  g_return_val_if_fail (auth_url != NULL, NULL);

  self = g_new0 (DeskLinkSession, 1);
  self->session_id = g_strdup (session_id);
  self->state = g_strdup (state);
  self->redirect_uri = g_strdup (redirect_uri);
  self->cancel_uri = g_strdup (cancel_uri);
  self->auth_url = g_strdup (auth_url);
  self->auth_origin = desk_http_dup_origin (auth_url);
  return self;
}

DeskLinkSession *
desk_link_session_copy (const DeskLinkSession *self)
{
  return desk_link_session_new (self->session_id, self->state, self->redirect_uri,
                                self->cancel_uri, self->auth_url);
}

void
desk_link_session_free (DeskLinkSession *self)
{
  g_free (self->session_id);
  g_free (self->state);
  g_free (self->redirect_uri);
  g_free (self->cancel_uri);
  g_free (self->auth_url);
  g_free (self->auth_origin);
  g_free (self);
}

char *
desk_link_state_new (void)
{
  guint8 bytes[STATE_BYTES];
  GString *text = g_string_sized_new (2 * STATE_BYTES);

  /* GRand can be predicted, and a state that can be guessed lets any page end an attempt. */
  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("The system gives no random bytes");

  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (text, "%02x", bytes[i]);

  return g_string_free (text, FALSE);
}

static gboolean
is_state (const char *parameter)
{
  gsize length = strcspn (parameter, "=");
  g_autofree char *name = g_uri_unescape_segment (parameter, parameter + length, NULL);

  return g_strcmp0 (name, "state") == 0;
}

static void
append_parameter (GString    *uri,
                  gboolean    is_first,
                  const char *parameter)
{
  g_string_append_c (uri, is_first ? '?' : '&');
  g_string_append (uri, parameter);
}

char *
desk_link_uri_with_state (const char *uri,
                          const char *state)
{
  g_autofree char *escaped = NULL;
  g_autofree char *own = NULL;
  g_autofree char *query = NULL;
  g_auto(GStrv) parameters = NULL;
  gsize query_start, query_end;
  GString *result;
  gboolean is_first = TRUE;

  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (state != NULL, NULL);

  query_start = strcspn (uri, "?#");
  query_end = query_start + strcspn (uri + query_start, "#");
  query = g_strndup (uri + query_start, query_end - query_start);
  parameters = g_strsplit (*query == '?' ? query + 1 : query, "&", -1);

  result = g_string_new_len (uri, query_start);
  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_state (parameters[i]))
        continue;

      append_parameter (result, is_first, parameters[i]);
      is_first = FALSE;
    }

  escaped = g_uri_escape_string (state, NULL, FALSE);
  own = g_strconcat ("state=", escaped, NULL);
  append_parameter (result, is_first, own);
  g_string_append (result, uri + query_end);
  return g_string_free (result, FALSE);
}
