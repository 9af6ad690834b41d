/* desk-link-attempt-page.c: what the view tells a link attempt about the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-attempt-private.h"

#include <glib/gi18n-lib.h>

#include "desk-http.h"
#include "desk-link-navigation.h"

/* A line of the timeline never holds more of an address than its host: what follows may be secret.
 * Returns: (transfer full) (nullable) */
static char *
dup_host (const char *uri)
{
  g_autofree char *origin = desk_http_dup_origin (uri);

  return origin != NULL ? g_strdup (strstr (origin, "://") + strlen ("://")) : NULL;
}

static void
note_host (DeskLinkAttempt *self,
           const char      *title,
           const char      *uri)
{
  g_autofree char *host = dup_host (uri);

  if (host != NULL)
    desk_link_timeline_note (self->timeline, title, host);
}

static gboolean
is_result (const DeskLinkVerdict *verdict)
{
  return verdict->kind == DESK_LINK_VERDICT_COMPLETED || verdict->kind == DESK_LINK_VERDICT_FAILED;
}

static void
report_verdict (DeskLinkAttempt       *self,
                const DeskLinkVerdict *verdict)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_VERDICT,
    .session_id = self->session->session_id,
    .verdict = verdict,
  };

  _desk_link_attempt_handle (self, &event);
}

gboolean
desk_link_attempt_judge_navigation (DeskLinkAttempt *self,
                                    const char      *uri)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  g_return_val_if_fail (DESK_IS_LINK_ATTEMPT (self), FALSE);

  if (self->session == NULL)
    return FALSE;

  verdict = desk_link_navigation_judge (self->session, uri);
  if (is_result (verdict) && self->state == DESK_LINK_ATTEMPT_OPEN)
    note_host (self, _("The page went to a return address"), uri);
  if (verdict->kind != DESK_LINK_VERDICT_ALLOW)
    report_verdict (self, verdict);

  return verdict->kind == DESK_LINK_VERDICT_ALLOW;
}

void
desk_link_attempt_take_message (DeskLinkAttempt       *self,
                                const char            *origin,
                                DeskLinkMessageSource  source,
                                const char            *json)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;
  DeskJsonSlice data = DESK_JSON_SLICE_NONE;

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  if (self->session == NULL || json == NULL)
    return;

  if (!desk_json_parse (json, strlen (json), &data, NULL))
    {
      desk_link_attempt_message_dropped (self, origin);
      return;
    }

  verdict = desk_link_message_judge (self->session->auth_origin, origin, source, data);
  if (is_result (verdict) && self->state == DESK_LINK_ATTEMPT_OPEN)
    note_host (self, _("A message came from the page"), origin);
  report_verdict (self, verdict);
}

void
desk_link_attempt_message_dropped (DeskLinkAttempt *self,
                                   const char      *origin)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (origin != NULL);

  if (self->state != DESK_LINK_ATTEMPT_OPEN || self->dropped_message ||
      g_strcmp0 (origin, self->session->auth_origin) != 0)
    return;

  self->dropped_message = TRUE;
  note_host (self, _("A message of the page could not be read"), origin);
}

static const char *
get_own_session_id (DeskLinkAttempt *self)
{
  return self->session != NULL ? self->session->session_id : NULL;
}

void
desk_link_attempt_page_shown (DeskLinkAttempt *self,
                              const char      *uri)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_PAGE_LOADED,
    .session_id = get_own_session_id (self),
  };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (uri != NULL);

  if (self->state != DESK_LINK_ATTEMPT_OPEN)
    return;

  note_host (self, _("Page opened"), uri);
  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_popup_shown (DeskLinkAttempt *self,
                               const char      *uri)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (uri != NULL);

  if (self->state == DESK_LINK_ATTEMPT_OPEN)
    note_host (self, _("Page opened in a window"), uri);
}

static void
report_failure (DeskLinkAttempt *self,
                DeskLinkFailure  failure,
                const char      *message)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_PAGE_FAILED,
    .session_id = get_own_session_id (self),
    .failure = failure,
    .message = message,
  };

  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_load_failed (DeskLinkAttempt *self,
                               const GError    *error)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (error != NULL);

  report_failure (self,
                  self->way == DESK_LINK_WAY_BROWSER ? DESK_LINK_FAILURE_BROWSER : DESK_LINK_FAILURE_NETWORK,
                  error->message);
}

void
desk_link_attempt_error_answered (DeskLinkAttempt *self,
                                  const char      *uri,
                                  guint            status)
{
  g_autofree char *host = NULL;
  g_autofree char *detail = NULL;

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (uri != NULL);

  host = dup_host (uri);
  if (self->state != DESK_LINK_ATTEMPT_OPEN || host == NULL)
    return;

  /* Translators: %s is a host, %u the status of HTTP, such as 502 */
  detail = g_strdup_printf (_("%s: status %u"), host, status);
  desk_link_timeline_note (self->timeline, _("The server answered with an error"), detail);
}

void
desk_link_attempt_answer_dropped (DeskLinkAttempt *self,
                                  const char      *uri)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (uri != NULL);

  if (self->state == DESK_LINK_ATTEMPT_OPEN)
    note_host (self, _("A link led to what cannot be shown"), uri);
}

void
desk_link_attempt_tls_failed (DeskLinkAttempt *self,
                              const char      *uri)
{
  g_autofree char *origin = NULL;

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));
  g_return_if_fail (uri != NULL);

  origin = desk_http_dup_origin (uri);
  report_failure (self, DESK_LINK_FAILURE_TLS, origin);
}

void
desk_link_attempt_frame_refused (DeskLinkAttempt *self,
                                 const char      *uri)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_FRAME_REFUSED,
    .session_id = get_own_session_id (self),
    .uri = uri,
  };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
}

void
desk_link_attempt_frame_broke_out (DeskLinkAttempt *self)
{
  const DeskLinkEvent event = {
    .kind = DESK_LINK_EVENT_FRAME_BROKE_OUT,
    .session_id = get_own_session_id (self),
  };

  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  _desk_link_attempt_handle (self, &event);
  if (self->state == DESK_LINK_ATTEMPT_OPEN)
    _desk_link_attempt_set_way (self, DESK_LINK_WAY_REDIRECT);
}

void
desk_link_attempt_web_process_ended (DeskLinkAttempt *self)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  report_failure (self, DESK_LINK_FAILURE_CRASHED, NULL);
}

void
desk_link_attempt_unresponsive (DeskLinkAttempt *self)
{
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (self));

  report_failure (self, DESK_LINK_FAILURE_UNRESPONSIVE, NULL);
}
