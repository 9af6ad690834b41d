/* desk-link-flow.c: the state machine of one link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-flow-private.h"

#include "desk-http.h"
#include "desk-link-navigation.h"
#include "desk-redactor.h"

#include <glib/gi18n-lib.h>

static const char *const failure_codes[] = {
  [DESK_LINK_FAILURE_NETWORK] = DESK_OUTCOME_NETWORK_FAILED,
  [DESK_LINK_FAILURE_TLS] = DESK_OUTCOME_TLS_FAILED,
  [DESK_LINK_FAILURE_CRASHED] = DESK_OUTCOME_PAGE_CRASHED,
  [DESK_LINK_FAILURE_UNRESPONSIVE] = DESK_OUTCOME_PAGE_UNRESPONSIVE,
  [DESK_LINK_FAILURE_BROWSER] = DESK_OUTCOME_BROWSER_FAILED,
};

typedef void (*Handler) (DeskLinkFlow        *self,
                         const DeskLinkEvent *event,
                         GPtrArray           *commands);

DeskLinkFlow *
desk_link_flow_new (const char  *end_user_id,
                    DeskLinkWay  way,
                    guint        timeout_seconds)
{
  DeskLinkFlow *self;

  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (timeout_seconds > 0, NULL);

  self = g_new0 (DeskLinkFlow, 1);
  self->end_user_id = g_strdup (end_user_id);
  self->way = way;
  self->framed = way == DESK_LINK_WAY_EMBEDDED;
  self->timeout = timeout_seconds;
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
desk_link_flow_free (DeskLinkFlow *self)
{
  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_free (self->arrangement_id);
  g_hash_table_unref (self->reasons);
  g_clear_pointer (&self->session, desk_link_session_free);
  g_clear_pointer (&self->snapshot, desk_link_snapshot_free);
  g_clear_pointer (&self->claim, desk_link_verdict_free);
  g_clear_pointer (&self->failure, desk_link_verdict_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_free (self);
}

void
desk_link_flow_pin (DeskLinkFlow *self,
                    const char   *institution_id,
                    const char   *arrangement_id)
{
  g_return_if_fail (self != NULL && self->state == DESK_LINK_STATE_IDLE);

  g_free (self->institution_id);
  self->institution_id = g_strdup (institution_id);
  g_free (self->arrangement_id);
  self->arrangement_id = g_strdup (arrangement_id);
}

void
desk_link_flow_follow (DeskLinkFlow *self,
                       DeskLinkFlow *earlier)
{
  g_return_if_fail (self != NULL && self->state == DESK_LINK_STATE_IDLE);
  g_return_if_fail (earlier != NULL && earlier->state == DESK_LINK_STATE_DONE);

  g_clear_pointer (&self->snapshot, desk_link_snapshot_free);
  self->snapshot = g_steal_pointer (&earlier->snapshot);
  self->elsewhere = earlier->elsewhere;
  if (earlier->retry != DESK_OUTCOME_RETRY_KEEP_WAITING || earlier->claim == NULL)
    return;

  g_clear_pointer (&self->claim, desk_link_verdict_free);
  self->claim = g_steal_pointer (&earlier->claim);
}

gboolean
desk_link_flow_is_elsewhere (const DeskLinkFlow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->elsewhere;
}

DeskLinkState
desk_link_flow_get_state (const DeskLinkFlow *self)
{
  g_return_val_if_fail (self != NULL, DESK_LINK_STATE_DONE);

  return self->state;
}

/* A page of an earlier attempt must not speak for this one, nor one that was closed. */
static gboolean
is_of_own_page (DeskLinkFlow        *self,
                const DeskLinkEvent *event)
{
  return _desk_link_flow_shows_page (self) && self->page_open && g_strcmp0 (event->session_id, self->session->session_id) == 0;
}

static void
start (DeskLinkFlow        *self,
       const DeskLinkEvent *event,
       GPtrArray           *commands)
{
  if (self->state != DESK_LINK_STATE_IDLE)
    return;

  if (self->claim != NULL)
    {
      _desk_link_flow_check (self, commands);
      return;
    }

  self->state = DESK_LINK_STATE_CREATING_SESSION;
  _desk_link_flow_record (commands, _("Creating a session"));
  _desk_link_flow_create_session (commands);
  _desk_link_flow_list_consents (self, commands);
}

static void
listener_failed (DeskLinkFlow        *self,
                 const DeskLinkEvent *event,
                 GPtrArray           *commands)
{
  g_autoptr(DeskLinkVerdict) report = NULL;

  if (self->state != DESK_LINK_STATE_CREATING_SESSION || self->session != NULL || self->way != DESK_LINK_WAY_BROWSER)
    return;

  _desk_link_flow_record_detail (commands, _("There is no way back from the browser"), event->message);
  report = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);
  report->message = g_strdup (event->message);
  _desk_link_flow_finish (self, DESK_OUTCOME_LISTENER_FAILED, report, commands);
}

static const char *
describe_opening (DeskLinkFlow *self)
{
  if (self->way == DESK_LINK_WAY_BROWSER)
    return _("Opening the consent page in the browser");

  return self->framed ? _("Opening the consent page in a frame") : _("Opening the consent page");
}

void
_desk_link_flow_open_when_ready (DeskLinkFlow *self,
                                 GPtrArray    *commands)
{
  if (self->session == NULL || self->snapshot == NULL || self->listing)
    return;

  _desk_link_flow_record (commands, describe_opening (self));
  _desk_link_flow_open (self, self->session->auth_url, commands);
  _desk_link_flow_arm_timeout (self, commands);

  /* The way back from the browser can be lost, and none leads from another device; the consent then still shows. */
  if (self->way == DESK_LINK_WAY_BROWSER || self->elsewhere)
    _desk_link_flow_watch (self, commands);
}

static gboolean
awaits_session (DeskLinkFlow *self)
{
  return self->state == DESK_LINK_STATE_CREATING_SESSION && self->session == NULL;
}

static void
session_created (DeskLinkFlow        *self,
                 const DeskLinkEvent *event,
                 GPtrArray           *commands)
{
  if (!awaits_session (self) || event->session == NULL)
    return;

  if (!desk_http_is_allowed_address (event->session->auth_url))
    {
      _desk_link_flow_finish (self, DESK_OUTCOME_SESSION_REFUSED, NULL, commands);
      return;
    }

  self->session = desk_link_session_copy (event->session);
  _desk_link_flow_record_detail (commands, _("Session created"), self->session->session_id);
  _desk_link_flow_open_when_ready (self, commands);
}

static void
session_failed (DeskLinkFlow        *self,
                const DeskLinkEvent *event,
                GPtrArray           *commands)
{
  g_autoptr(DeskLinkVerdict) report = NULL;

  if (!awaits_session (self))
    return;

  _desk_link_flow_record_detail (commands, _("The service created no session"), event->message);
  report = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);
  report->message = g_strdup (event->message);
  report->error_id = g_strdup (event->error_id);
  _desk_link_flow_finish (self, DESK_OUTCOME_SESSION_FAILED, report, commands);
}

static void
page_loaded (DeskLinkFlow        *self,
             const DeskLinkEvent *event,
             GPtrArray           *commands)
{
  if (!is_of_own_page (self, event) || self->state != DESK_LINK_STATE_OPENING)
    return;

  self->state = DESK_LINK_STATE_WAITING;
  _desk_link_flow_record (commands, _("The consent page is shown"));
}

static void
page_failed (DeskLinkFlow        *self,
             const DeskLinkEvent *event,
             GPtrArray           *commands)
{
  const DeskOutcome *failure = desk_outcome_find (failure_codes[event->failure]);

  if (!is_of_own_page (self, event) || !desk_outcome_can_occur (failure, self->way))
    return;

  /* Another device does not need ours. */
  if (self->elsewhere)
    {
      _desk_link_flow_note (commands, _(failure->title), event->message);
      _desk_link_flow_tell_page_failed (self, failure, commands);
    }
  else
    {
      _desk_link_flow_record_detail (commands, _("The consent page failed"), event->message);
      _desk_link_flow_finish (self, failure->code, NULL, commands);
    }
}

static gboolean
can_open (DeskLinkFlow *self,
          const char   *uri)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  if (uri == NULL || !desk_http_is_allowed_address (uri))
    return FALSE;

  verdict = desk_link_navigation_judge (self->session, uri);
  return verdict->kind == DESK_LINK_VERDICT_ALLOW;
}

/* Nothing is lost by a first page that is opened again. */
static const char *
describe_going_on (DeskLinkFlow *self,
                   gboolean      from_here)
{
  if (from_here || self->state == DESK_LINK_STATE_OPENING)
    return _("The page does not show in a frame: it goes on at top level");

  return _("The page does not show in a frame: the consent begins anew at top level");
}

static void
frame_refused (DeskLinkFlow        *self,
               const DeskLinkEvent *event,
               GPtrArray           *commands)
{
  gboolean from_here;

  if (!is_of_own_page (self, event) || !self->framed)
    return;

  self->framed = FALSE;
  from_here = can_open (self, event->uri);
  _desk_link_flow_record (commands, describe_going_on (self, from_here));
  _desk_link_flow_open (self, from_here ? event->uri : self->session->auth_url, commands);
}

static void
frame_broke_out (DeskLinkFlow        *self,
                 const DeskLinkEvent *event,
                 GPtrArray           *commands)
{
  if (!is_of_own_page (self, event) || !self->framed)
    return;

  self->framed = FALSE;
  _desk_link_flow_record (commands, _("The page left its frame: it goes on at top level"));
}

static void
taken_elsewhere (DeskLinkFlow        *self,
                 const DeskLinkEvent *event,
                 GPtrArray           *commands)
{
  if (!_desk_link_flow_shows_page (self))
    return;

  self->elsewhere = TRUE;
  _desk_link_flow_record (commands, _("The address was taken to another device: watching for a new consent"));
  _desk_link_flow_watch (self, commands);
}

static void
record_success (const DeskLinkVerdict *verdict,
                GPtrArray             *commands)
{
  _desk_link_flow_record_detail (commands, _("The page reported success"), verdict->consent_id);
  if (verdict->redirect_url != NULL)
    {
      g_autofree char *shown = desk_redact_uri (verdict->redirect_url);

      _desk_link_flow_note (commands, _("The page named an address to go to, which was not opened"), shown);
    }
}

static void
complete (DeskLinkFlow          *self,
          const DeskLinkVerdict *verdict,
          GPtrArray             *commands)
{
  record_success (verdict, commands);
  _desk_link_flow_close (self, FALSE, commands);

  self->claim = desk_link_verdict_copy (verdict);
  _desk_link_flow_check (self, commands);
}

/* Neither a success nor a failure before the service was asked. */
static void
complete_unnamed (DeskLinkFlow          *self,
                  const DeskLinkVerdict *verdict,
                  GPtrArray             *commands)
{
  _desk_link_flow_record (commands, _("The page reported success without naming a consent"));
  _desk_link_flow_close (self, FALSE, commands);

  /* It is told as no error: the words for one that has none are not the page's. */
  self->claim = desk_link_verdict_copy (verdict);
  g_clear_pointer (&self->claim->message, g_free);
  _desk_link_flow_check (self, commands);
}

static void
record_reason (DeskLinkFlow          *self,
               const DeskLinkVerdict *verdict,
               GPtrArray             *commands)
{
  /* A page that repeats itself must not fill the timeline. */
  if (verdict->reason == NULL || !g_hash_table_add (self->reasons, g_strdup (verdict->reason)))
    return;

  _desk_link_flow_note (commands, verdict->reason, verdict->origin);
}

/* A result that is not believed may still be true: only the service knows. */
static void
ignore (DeskLinkFlow          *self,
        const DeskLinkVerdict *verdict,
        GPtrArray             *commands)
{
  record_reason (self, verdict, commands);
  if (verdict->names_result)
    _desk_link_flow_watch (self, commands);
}

static void
fail (DeskLinkFlow          *self,
      const DeskLinkVerdict *verdict,
      GPtrArray             *commands)
{
  const DeskOutcome *outcome = desk_outcome_find_received (verdict->code);

  if (!outcome->keeps_page)
    {
      _desk_link_flow_record_detail (commands, _("The page reported a failure"), verdict->code);
      _desk_link_flow_finish_failed (self, verdict, commands);
      return;
    }

  /* As a step it would count as done when the next one begins. */
  _desk_link_flow_note (commands, _("The page reported a failure"), verdict->code);
  _desk_link_flow_look_first (self, outcome, verdict, commands);
}

static void
judged (DeskLinkFlow        *self,
        const DeskLinkEvent *event,
        GPtrArray           *commands)
{
  if (!is_of_own_page (self, event) || event->verdict == NULL)
    return;

  if (event->verdict->kind == DESK_LINK_VERDICT_COMPLETED)
    {
      complete (self, event->verdict, commands);
    }
  else if (event->verdict->is_unnamed_success)
    {
      complete_unnamed (self, event->verdict, commands);
    }
  else if (event->verdict->kind == DESK_LINK_VERDICT_FAILED)
    {
      fail (self, event->verdict, commands);
    }
  else
    {
      ignore (self, event->verdict, commands);
    }
}

/* The last look at the consents was a while ago. */
static void
end_in_time (DeskLinkFlow *self,
             GPtrArray    *commands)
{
  if (!_desk_link_flow_shows_page (self) || (!self->polling && !self->listing))
    {
      _desk_link_flow_finish (self, DESK_OUTCOME_TIMEOUT, NULL, commands);
      return;
    }

  _desk_link_flow_look_first (self, desk_outcome_find (DESK_OUTCOME_TIMEOUT), NULL, commands);
}

static void
timed_out (DeskLinkFlow        *self,
           const DeskLinkEvent *event,
           GPtrArray           *commands)
{
  if (!self->timeout_armed)
    return;

  if (self->asked)
    {
      end_in_time (self, commands);
      return;
    }

  _desk_link_flow_record (commands, _("The time is nearly over"));
  _desk_link_flow_ask (self, commands);
  _desk_link_flow_watch (self, commands);
}

static void
keep_waiting (DeskLinkFlow        *self,
              const DeskLinkEvent *event,
              GPtrArray           *commands)
{
  if (!self->timeout_armed)
    return;

  _desk_link_flow_record (commands, _("Waiting on"));
  _desk_link_flow_arm_timeout (self, commands);
}

static void
poll_due (DeskLinkFlow        *self,
          const DeskLinkEvent *event,
          GPtrArray           *commands)
{
  if (!self->polling)
    return;

  self->polling = FALSE;
  /* What is to be chosen from stays as it is. */
  if (self->state != DESK_LINK_STATE_CHOOSING)
    _desk_link_flow_list_consents (self, commands);
}

static const char *
get_cancelled_code (DeskLinkFlow *self)
{
  if (self->state == DESK_LINK_STATE_CHOOSING)
    return DESK_OUTCOME_SEVERAL_CONSENTS;

  /* Once the page reported success, closing the window undoes nothing. */
  return self->claim != NULL ? DESK_OUTCOME_UNCONFIRMED : DESK_OUTCOME_USER_CANCELLED;
}

static void
user_cancelled (DeskLinkFlow        *self,
                const DeskLinkEvent *event,
                GPtrArray           *commands)
{
  if (self->state == DESK_LINK_STATE_IDLE)
    return;

  if (self->state == DESK_LINK_STATE_LOOKING)
    _desk_link_flow_finish_looking (self, commands);
  else
    _desk_link_flow_finish (self, get_cancelled_code (self), NULL, commands);
}

static const Handler handlers[] = {
  [DESK_LINK_EVENT_START] = start,
  [DESK_LINK_EVENT_SESSION_CREATED] = session_created,
  [DESK_LINK_EVENT_SESSION_FAILED] = session_failed,
  [DESK_LINK_EVENT_LISTENER_FAILED] = listener_failed,
  [DESK_LINK_EVENT_CONSENTS_LISTED] = _desk_link_flow_consents_listed,
  [DESK_LINK_EVENT_CONSENTS_FAILED] = _desk_link_flow_consents_failed,
  [DESK_LINK_EVENT_CONSENT_CHOSEN] = _desk_link_flow_consent_chosen,
  [DESK_LINK_EVENT_PAGE_LOADED] = page_loaded,
  [DESK_LINK_EVENT_PAGE_FAILED] = page_failed,
  [DESK_LINK_EVENT_FRAME_REFUSED] = frame_refused,
  [DESK_LINK_EVENT_FRAME_BROKE_OUT] = frame_broke_out,
  [DESK_LINK_EVENT_TAKEN_ELSEWHERE] = taken_elsewhere,
  [DESK_LINK_EVENT_VERDICT] = judged,
  [DESK_LINK_EVENT_TIMEOUT] = timed_out,
  [DESK_LINK_EVENT_KEEP_WAITING] = keep_waiting,
  [DESK_LINK_EVENT_POLL_DUE] = poll_due,
  [DESK_LINK_EVENT_USER_CANCELLED] = user_cancelled,
};

GPtrArray *
desk_link_flow_handle (DeskLinkFlow        *self,
                       const DeskLinkEvent *event)
{
  GPtrArray *commands;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (event != NULL && event->kind < G_N_ELEMENTS (handlers), NULL);

  commands = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_link_command_free);
  if (self->state != DESK_LINK_STATE_DONE)
    handlers[event->kind] (self, event, commands);

  return commands;
}
