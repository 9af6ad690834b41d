/* desk-link-flow-consents.c: what a list of consents means to a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-flow-private.h"

#include <glib/gi18n-lib.h>

/* Seconds between two looks at the consents: a minute in all. */
static const guint poll_delays[] = { 1, 2, 4, 8, 15, 30 };

/* While the page is open the looks go on, never further apart than this. */
#define MAX_WATCH_DELAY 15

/* How long an open page has to report a consent that the service lists. */
#define REPORT_SECONDS 3

void
_desk_link_flow_watch (DeskLinkFlow *self,
                       GPtrArray    *commands)
{
  guint position = MIN (self->n_polls, G_N_ELEMENTS (poll_delays) - 1);

  if (self->polling || self->listing)
    return;

  self->n_polls++;
  _desk_link_flow_poll_later (self, MIN (poll_delays[position], MAX_WATCH_DELAY), commands);
}

void
_desk_link_flow_check (DeskLinkFlow *self,
                       GPtrArray    *commands)
{
  self->state = self->claim->consent_id != NULL ? DESK_LINK_STATE_CONFIRMING : DESK_LINK_STATE_RESOLVING;
  self->n_polls = 0;
  _desk_link_flow_record (commands, _("Asking the service for the consent"));
  _desk_link_flow_list_consents (self, commands);
}

static const char *
get_unconfirmed_code (DeskLinkFlow *self)
{
  if (self->list_failed || self->is_old)
    return DESK_OUTCOME_UNCONFIRMED;
  if (self->claim->consent_id == NULL)
    return DESK_OUTCOME_UNNAMED;

  return self->standing == DESK_LINK_STANDING_INACTIVE ? DESK_OUTCOME_NOT_ACTIVE
                                                       : DESK_OUTCOME_NOT_LISTED;
}

static void
record_wait (guint      seconds,
             GPtrArray *commands)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The consent is not there yet: asking again in %u second",
                                       "The consent is not there yet: asking again in %u seconds", seconds),
                          seconds);
  _desk_link_flow_note (commands, text, NULL);
}

static void
poll_again (DeskLinkFlow *self,
            GPtrArray    *commands)
{
  if (self->n_polls >= G_N_ELEMENTS (poll_delays))
    {
      _desk_link_flow_finish (self, get_unconfirmed_code (self), self->claim, commands);
      return;
    }

  record_wait (poll_delays[self->n_polls], commands);
  _desk_link_flow_poll_later (self, poll_delays[self->n_polls++], commands);
}

/* A renewed consent keeps its id: only what differs from before shows that the end user agreed to it now. */
static gboolean
has_changed (DeskLinkFlow *self,
             GPtrArray    *consents)
{
  g_autoptr(GPtrArray) changed = desk_link_snapshot_find_changed (self->snapshot, consents, self->end_user_id);

  return g_ptr_array_find_with_equal_func (changed, self->claim->consent_id, g_str_equal, NULL);
}

static gboolean
is_of_pinned_institution (DeskLinkFlow          *self,
                          const DeskLinkConsent *consent)
{
  return self->institution_id == NULL || g_strcmp0 (consent->institution_id, self->institution_id) == 0;
}

/* Where an id is listed twice, each row must be of the institution. */
static gboolean
are_of_pinned_institution (DeskLinkFlow *self,
                           GPtrArray    *consents,
                           const char   *id)
{
  for (guint i = 0; i < consents->len; i++)
    {
      const DeskLinkConsent *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (consent->id, id) && !is_of_pinned_institution (self, consent))
        return FALSE;
    }

  return TRUE;
}

static gboolean
can_be_ours (DeskLinkFlow *self,
             GPtrArray    *consents,
             const char   *id)
{
  if (self->arrangement_id != NULL)
    return g_str_equal (id, self->arrangement_id);

  return are_of_pinned_institution (self, consents, id);
}

/* Returns: (transfer full) (element-type utf8): the ids of what may have come of this page, if it names none itself */
static GPtrArray *
find_candidates (DeskLinkFlow *self,
                 GPtrArray    *consents)
{
  g_autoptr(GPtrArray) changed = desk_link_snapshot_find_changed (self->snapshot, consents, self->end_user_id);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changed->len; i++)
    {
      const char *id = g_ptr_array_index (changed, i);

      if (can_be_ours (self, consents, id))
        g_ptr_array_add (candidates, g_strdup (id));
    }

  return candidates;
}

/* It is real, whatever the page was asked for: the user is told. */
static void
finish_confirmed (DeskLinkFlow *self,
                  GPtrArray    *consents,
                  GPtrArray    *commands)
{
  if (!are_of_pinned_institution (self, consents, self->claim->consent_id))
    _desk_link_flow_note (commands, _("The consent is of another institution than the page was opened for"), NULL);

  _desk_link_flow_finish_linked (self, self->claim->consent_id, commands);
}

static void
confirm (DeskLinkFlow *self,
         GPtrArray    *consents,
         GPtrArray    *commands)
{
  self->standing = desk_link_consents_judge (consents, self->claim->consent_id, self->end_user_id);

  self->is_old = self->standing == DESK_LINK_STANDING_CONFIRMED && !has_changed (self, consents);
  if (self->standing == DESK_LINK_STANDING_CONFIRMED && !self->is_old)
    finish_confirmed (self, consents, commands);
  else if (self->standing == DESK_LINK_STANDING_FOREIGN)
    _desk_link_flow_finish (self, DESK_OUTCOME_FOREIGN_CONSENT, NULL, commands);
  else
    poll_again (self, commands);
}

/* Only the user can know which of them the page meant. */
static void
offer (DeskLinkFlow *self,
       GPtrArray    *candidates,
       GPtrArray    *commands)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = g_ptr_array_ref (candidates);
  self->state = DESK_LINK_STATE_CHOOSING;
  _desk_link_flow_record (commands, _("More than one consent is new: choose the one that was just given"));
  _desk_link_flow_offer (candidates, commands);
}

static void
resolve (DeskLinkFlow *self,
         GPtrArray    *consents,
         GPtrArray    *commands)
{
  g_autoptr(GPtrArray) candidates = find_candidates (self, consents);

  if (candidates->len == 1)
    _desk_link_flow_finish_linked (self, g_ptr_array_index (candidates, 0), commands);
  else if (candidates->len > 1)
    offer (self, candidates, commands);
  else
    poll_again (self, commands);
}

static const char *
describe_finding (DeskLinkFlow *self)
{
  if (self->state == DESK_LINK_STATE_CREATING_SESSION)
    return _("A new consent appeared at the service since the page was first opened; the page itself reported no result.");
  if (self->failure != NULL)
    return _("A new consent appeared at the service, although the page reported a failure.");

  return _("A new consent appeared at the service while the page was open; the page itself reported no result.");
}

/* Nobody said that the page is done: with more than one, it is not known which is its own. */
static gboolean
finish_with_lost_result (DeskLinkFlow *self,
                         GPtrArray    *consents,
                         GPtrArray    *commands)
{
  g_autoptr(GPtrArray) candidates = find_candidates (self, consents);
  const char *finding = describe_finding (self);

  if (candidates->len != 1)
    return FALSE;

  _desk_link_flow_record (commands, _("A new consent appeared at the service"));
  _desk_link_flow_finish_linked (self, g_ptr_array_index (candidates, 0), commands);
  _desk_link_flow_explain (commands, finding);
  return TRUE;
}

/* A page that is here tells of its consent a moment after the service has it, and says more. The browser comes back then, and
 * should find somebody there. */
static gboolean
may_report_yet (DeskLinkFlow *self,
                GPtrArray    *consents)
{
  g_autoptr(GPtrArray) candidates = find_candidates (self, consents);

  if (candidates->len != 1 || self->has_sighted || !self->page_open || self->elsewhere)
    return FALSE;

  self->has_sighted = TRUE;
  return TRUE;
}

static void
look_while_waiting (DeskLinkFlow *self,
                    GPtrArray    *consents,
                    GPtrArray    *commands)
{
  if (may_report_yet (self, consents))
    {
      _desk_link_flow_poll_later (self, REPORT_SECONDS, commands);
      return;
    }

  if (!finish_with_lost_result (self, consents, commands))
    _desk_link_flow_watch (self, commands);
}

void
_desk_link_flow_look_first (DeskLinkFlow          *self,
                            const DeskOutcome     *ending,
                            const DeskLinkVerdict *failure,
                            GPtrArray             *commands)
{
  _desk_link_flow_close (self, ending->keeps_page && self->way != DESK_LINK_WAY_BROWSER, commands);
  self->ending = ending;
  self->failure = failure != NULL ? desk_link_verdict_copy (failure) : NULL;
  self->state = DESK_LINK_STATE_LOOKING;
  self->stale_list = self->listing;
  _desk_link_flow_record (commands, _("Looking whether the consent was given all the same"));
  _desk_link_flow_list_consents (self, commands);
}

static void
look_before_failing (DeskLinkFlow *self,
                     GPtrArray    *consents,
                     GPtrArray    *commands)
{
  if (finish_with_lost_result (self, consents, commands))
    return;

  if (self->stale_list)
    {
      self->stale_list = FALSE;
      _desk_link_flow_list_consents (self, commands);
      return;
    }

  _desk_link_flow_finish_looking (self, commands);
}

/* The page of the earlier attempt may have been finished since, unseen. */
static void
look_before_opening_again (DeskLinkFlow *self,
                           GPtrArray    *consents,
                           GPtrArray    *commands)
{
  if (!finish_with_lost_result (self, consents, commands))
    _desk_link_flow_open_when_ready (self, commands);
}

static void
take_snapshot (DeskLinkFlow *self,
               GPtrArray    *consents,
               GPtrArray    *commands)
{
  if (self->snapshot != NULL)
    {
      look_before_opening_again (self, consents, commands);
      return;
    }

  self->snapshot = desk_link_snapshot_new (consents);
  _desk_link_flow_open_when_ready (self, commands);
}

void
_desk_link_flow_consents_listed (DeskLinkFlow        *self,
                                 const DeskLinkEvent *event,
                                 GPtrArray           *commands)
{
  if (!self->listing || event->consents == NULL)
    return;

  self->listing = FALSE;
  self->list_failed = FALSE;
  if (self->state == DESK_LINK_STATE_CREATING_SESSION)
    take_snapshot (self, event->consents, commands);
  else if (self->state == DESK_LINK_STATE_CONFIRMING)
    confirm (self, event->consents, commands);
  else if (self->state == DESK_LINK_STATE_RESOLVING)
    resolve (self, event->consents, commands);
  else if (self->state == DESK_LINK_STATE_LOOKING)
    look_before_failing (self, event->consents, commands);
  else
    look_while_waiting (self, event->consents, commands);
}

static void
fail_before_opening (DeskLinkFlow *self,
                     GPtrArray    *commands)
{
  _desk_link_flow_finish (self, DESK_OUTCOME_SNAPSHOT_FAILED, NULL, commands);
  if (self->snapshot != NULL)
    _desk_link_flow_explain (commands, _("Before the page is opened again, the service is asked whether the consent was "
                                         "given meanwhile. That failed, so the page was not opened."));
}

void
_desk_link_flow_consents_failed (DeskLinkFlow        *self,
                                 const DeskLinkEvent *event,
                                 GPtrArray           *commands)
{
  if (!self->listing)
    return;

  self->listing = FALSE;
  self->list_failed = TRUE;
  _desk_link_flow_note (commands, _("The consents could not be read"), event->message);
  if (self->state == DESK_LINK_STATE_CREATING_SESSION)
    fail_before_opening (self, commands);
  else if (self->state == DESK_LINK_STATE_LOOKING)
    _desk_link_flow_finish_looking (self, commands);
  else if (_desk_link_flow_shows_page (self))
    _desk_link_flow_watch (self, commands);
  else
    poll_again (self, commands);
}

void
_desk_link_flow_consent_chosen (DeskLinkFlow        *self,
                                const DeskLinkEvent *event,
                                GPtrArray           *commands)
{
  if (self->state != DESK_LINK_STATE_CHOOSING || event->consent_id == NULL
      || !g_ptr_array_find_with_equal_func (self->candidates, event->consent_id, g_str_equal, NULL))
    return;

  _desk_link_flow_record_detail (commands, _("A consent was chosen"), event->consent_id);
  g_free (self->claim->consent_id);
  self->claim->consent_id = g_strdup (event->consent_id);
  _desk_link_flow_check (self, commands);
}
