/* desk-link-attempt-session.c: the auth session of a link attempt: a new one, or that of an earlier attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-attempt-private.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-link-navigation.h"

static void
session_failed (DeskLinkAttempt *self,
                const GError    *error)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_SESSION_FAILED,
    .message = error->message,
    .error_id = desk_api_error_get_error_id (error),
  };

  _desk_link_attempt_handle (self, &event);
}

static void
listener_failed (DeskLinkAttempt *self,
                 const GError    *error)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_LISTENER_FAILED,
    .message = error->message,
  };

  _desk_link_attempt_handle (self, &event);
}

static void
session_created (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_SESSION_CREATED,
    .session = self->session,
  };

  _desk_link_attempt_handle (self, &event);
}

static void
session_created_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(DeskLinkAttempt) self = user_data;
  g_autoptr(DeskAuthSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session = desk_api_client_create_auth_session_finish (DESK_API_CLIENT (source), result, &error);
  if (self->state == DESK_LINK_ATTEMPT_DONE || self->context == NULL)
    return;

  if (session == NULL)
    {
      session_failed (self, error);
      return;
    }

  self->session = desk_link_session_new (desk_auth_session_get_session_id (session), self->one_time_state,
                                         self->redirect_uri, self->cancel_uri,
                                         desk_auth_session_get_auth_url (session));
  self->session_expires_at = desk_auth_session_get_expires_at (session);
  session_created (self);
}

static char *
dup_listener_uri (DeskLinkAttempt *self,
                  const char      *path)
{
  g_autofree char *uri = NULL;

  uri = g_strdup_printf ("http://127.0.0.1:%u/%s", self->listener_port, path);

  return desk_link_uri_with_state (uri, self->one_time_state);
}

/* A call of another session has no answer here, and must not use up the way back. */
static gboolean
ignore_return_cb (DeskLinkAttempt *self,
                  const char      *uri)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  if (self->session == NULL)
    return TRUE;

  verdict = desk_link_navigation_judge (self->session, uri);
  if (verdict->kind != DESK_LINK_VERDICT_IGNORED)
    return FALSE;

  /* It is noted, and no more. */
  desk_link_attempt_judge_navigation (self, uri);
  return TRUE;
}

static gboolean
start_listener (DeskLinkAttempt  *self,
                guint16           port,
                GError          **error)
{
  g_clear_object (&self->listener);
  self->listener = desk_return_listener_new (self->one_time_state);
  if (!desk_return_listener_start (self->listener, port, error))
    return FALSE;

  self->listener_port = desk_return_listener_get_port (self->listener);
  g_signal_connect_swapped (self->listener, "ignore", G_CALLBACK (ignore_return_cb), self);
  g_signal_connect_swapped (self->listener, "returned", G_CALLBACK (desk_link_attempt_judge_navigation), self);

  return TRUE;
}

/* The URIs of the browser way name the port, so the listener is there before the session. */
static gboolean
prepare_uris (DeskLinkAttempt  *self,
              GError          **error)
{
  DeskEnvironment *environment = desk_context_get_environment (self->context);

  self->one_time_state = desk_link_state_new ();
  if (self->way != DESK_LINK_WAY_BROWSER)
    {
      self->redirect_uri = desk_link_uri_with_state (desk_environment_get_redirect_uri (environment),
                                                     self->one_time_state);
      self->cancel_uri = desk_link_uri_with_state (desk_environment_get_cancel_uri (environment),
                                                   self->one_time_state);
      return TRUE;
    }

  if (!start_listener (self, (guint16) desk_environment_get_browser_port (environment), error))
    return FALSE;

  self->redirect_uri = dup_listener_uri (self, "linked");
  self->cancel_uri = dup_listener_uri (self, "cancelled");
  return TRUE;
}

static void
create_new (DeskLinkAttempt *self)
{
  g_autoptr(GError) error = NULL;

  if (!prepare_uris (self, &error))
    {
      listener_failed (self, error);
      return;
    }

  desk_api_client_create_auth_session_async (self->client, desk_end_user_get_id (self->end_user),
                                             self->redirect_uri, self->cancel_uri, self->institution_id,
                                             self->arrangement_id, self->cancellable, session_created_cb,
                                             g_object_ref (self));
}

/* The service knows where the session leads back to: the listener must wait there, or not at all. */
static gboolean
take_again (DeskLinkAttempt *self)
{
  g_autoptr(DeskLinkSession) session = g_steal_pointer (&self->session_again);

  if (session == NULL)
    return FALSE;

  self->one_time_state = g_strdup (session->state);
  if (self->way == DESK_LINK_WAY_BROWSER && !start_listener (self, self->listener_port, NULL))
    {
      g_clear_pointer (&self->one_time_state, g_free);
      return FALSE;
    }

  self->session = g_steal_pointer (&session);
  desk_link_timeline_note (self->timeline, _("The same session is used again"), NULL);
  session_created (self);
  return TRUE;
}

void
_desk_link_attempt_create_session (DeskLinkAttempt *self)
{
  if (!take_again (self))
    create_new (self);
}

static gboolean
leads_back_alike (DeskLinkAttempt *self,
                  DeskLinkAttempt *earlier)
{
  return (self->way == DESK_LINK_WAY_BROWSER) == (earlier->way == DESK_LINK_WAY_BROWSER);
}

static gboolean
asks_alike (DeskLinkAttempt *self,
            DeskLinkAttempt *earlier)
{
  return g_strcmp0 (self->institution_id, earlier->institution_id) == 0
         && g_strcmp0 (self->arrangement_id, earlier->arrangement_id) == 0;
}

static gboolean
is_over (DeskLinkAttempt *self)
{
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));

  return self->session_expires_at != 0 && self->session_expires_at <= now;
}

static gboolean
can_go_on (DeskLinkAttempt *self,
           DeskLinkAttempt *earlier)
{
  if (!asks_alike (self, earlier))
    return FALSE;
  if (earlier->outcome->retry == DESK_OUTCOME_RETRY_KEEP_WAITING)
    return TRUE;

  return earlier->outcome->retry == DESK_OUTCOME_RETRY_SAME_SESSION && !is_over (earlier);
}

static void
take_session (DeskLinkAttempt *self,
              DeskLinkAttempt *earlier)
{
  self->session_again = desk_link_session_copy (earlier->session);
  self->session_expires_at = earlier->session_expires_at;
  self->listener_port = earlier->listener_port;
}

void
desk_link_attempt_follow (DeskLinkAttempt *self,
                          DeskLinkAttempt *earlier)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (earlier));
  g_return_if_fail (desk_link_attempt_get_state (earlier) == DESK_LINK_ATTEMPT_DONE);

  if (!can_go_on (self, earlier))
    return;

  if (earlier->outcome->retry == DESK_OUTCOME_RETRY_KEEP_WAITING)
    self->session = desk_link_session_copy (earlier->session);
  else if (earlier->session != NULL && leads_back_alike (self, earlier))
    take_session (self, earlier);
  desk_link_flow_follow (self->flow, earlier->flow);
}
