/* desk-link-flow-commands.c: the commands of a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-flow-private.h"

#include <glib/gi18n-lib.h>

/* Seconds before the end at which the user is asked whether to wait on. */
#define GRACE_SECONDS 60

/* What a page sends may be of any length; a line of the timeline is not. */
#define MAX_DETAIL_CHARACTERS 300

static DeskLinkCommand *
add (GPtrArray           *commands,
     DeskLinkCommandKind  kind)
{
  DeskLinkCommand *command = desk_link_command_new (kind);

  g_ptr_array_add (commands, command);
  return command;
}

gboolean
_desk_link_flow_shows_page (const DeskLinkFlow *self)
{
  return self->state == DESK_LINK_STATE_OPENING || self->state == DESK_LINK_STATE_WAITING;
}

static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= MAX_DETAIL_CHARACTERS)
    return g_strdup (text);

  g_autofree char *start = g_utf8_substring (text, 0, MAX_DETAIL_CHARACTERS);

  return g_strconcat (start, "…", NULL);
}

static void
add_line (GPtrArray           *commands,
          DeskLinkCommandKind  kind,
          const char          *text,
          const char          *detail)
{
  DeskLinkCommand *command = add (commands, kind);

  command->text = g_strdup (text);
  if (detail != NULL && *detail != '\0')
    command->detail = shorten (detail);
}

void
_desk_link_flow_record_detail (GPtrArray  *commands,
                               const char *text,
                               const char *detail)
{
  add_line (commands, DESK_LINK_COMMAND_RECORD, text, detail);
}

void
_desk_link_flow_record (GPtrArray  *commands,
                        const char *text)
{
  add_line (commands, DESK_LINK_COMMAND_RECORD, text, NULL);
}

void
_desk_link_flow_note (GPtrArray  *commands,
                      const char *text,
                      const char *detail)
{
  add_line (commands, DESK_LINK_COMMAND_NOTE, text, detail);
}

void
_desk_link_flow_create_session (GPtrArray *commands)
{
  add (commands, DESK_LINK_COMMAND_CREATE_SESSION);
}

void
_desk_link_flow_list_consents (DeskLinkFlow *self,
                               GPtrArray    *commands)
{
  /* The answer that is awaited serves as well. */
  if (self->listing)
    return;

  self->listing = TRUE;
  add (commands, DESK_LINK_COMMAND_LIST_CONSENTS);
}

void
_desk_link_flow_poll_later (DeskLinkFlow *self,
                            guint         seconds,
                            GPtrArray    *commands)
{
  self->polling = TRUE;
  add (commands, DESK_LINK_COMMAND_POLL_LATER)->seconds = seconds;
}

void
_desk_link_flow_offer (GPtrArray *candidates,
                       GPtrArray *commands)
{
  add (commands, DESK_LINK_COMMAND_OFFER_CONSENTS)->candidates = g_ptr_array_ref (candidates);
}

static DeskLinkCommandKind
get_open_kind (DeskLinkFlow *self)
{
  if (self->way == DESK_LINK_WAY_BROWSER)
    return DESK_LINK_COMMAND_OPEN_BROWSER;

  return self->framed ? DESK_LINK_COMMAND_OPEN_EMBEDDED : DESK_LINK_COMMAND_OPEN_TOP_LEVEL;
}

void
_desk_link_flow_open (DeskLinkFlow *self,
                      const char   *uri,
                      GPtrArray    *commands)
{
  self->page_open = TRUE;
  g_hash_table_remove_all (self->reasons);
  self->state = DESK_LINK_STATE_OPENING;
  add (commands, get_open_kind (self))->uri = g_strdup (uri);
}

void
_desk_link_flow_close (DeskLinkFlow *self,
                       gboolean      keeps_page,
                       GPtrArray    *commands)
{
  if (self->timeout_armed)
    add (commands, DESK_LINK_COMMAND_DISARM_TIMEOUT);
  if (self->page_open && !keeps_page)
    add (commands, DESK_LINK_COMMAND_CLOSE_PAGE);

  self->timeout_armed = FALSE;
  self->page_open = self->page_open && keeps_page;
}

void
_desk_link_flow_tell_page_failed (DeskLinkFlow      *self,
                                  const DeskOutcome *failure,
                                  GPtrArray         *commands)
{
  /* The way back from the browser stays: whoever has the address may be on this computer. */
  if (self->page_open && self->way != DESK_LINK_WAY_BROWSER)
    {
      self->page_open = FALSE;
      add (commands, DESK_LINK_COMMAND_CLOSE_PAGE);
    }

  add (commands, DESK_LINK_COMMAND_TELL_PAGE_FAILED)->outcome = failure;
}

static guint
get_grace (DeskLinkFlow *self)
{
  return MIN (GRACE_SECONDS, self->timeout / 2);
}

void
_desk_link_flow_arm_timeout (DeskLinkFlow *self,
                             GPtrArray    *commands)
{
  self->timeout_armed = TRUE;
  /* Too short a time to ask anybody anything. */
  self->asked = get_grace (self) == 0;
  add (commands, DESK_LINK_COMMAND_ARM_TIMEOUT)->seconds = self->timeout - get_grace (self);
}

void
_desk_link_flow_ask (DeskLinkFlow *self,
                     GPtrArray    *commands)
{
  self->asked = TRUE;
  add (commands, DESK_LINK_COMMAND_ASK_KEEP_WAITING)->seconds = get_grace (self);
  add (commands, DESK_LINK_COMMAND_ARM_TIMEOUT)->seconds = get_grace (self);
}

static DeskLinkCommand *
finish (DeskLinkFlow      *self,
        const DeskOutcome *outcome,
        GPtrArray         *commands)
{
  DeskLinkCommand *command;

  g_assert (self->state != DESK_LINK_STATE_DONE);
  g_assert (desk_outcome_can_occur (outcome, self->way));

  _desk_link_flow_close (self, outcome->keeps_page && self->way != DESK_LINK_WAY_BROWSER, commands);
  self->state = DESK_LINK_STATE_DONE;
  self->retry = outcome->retry;
  command = add (commands, DESK_LINK_COMMAND_FINISH);
  command->outcome = outcome;
  return command;
}

void
_desk_link_flow_finish (DeskLinkFlow          *self,
                        const char            *code,
                        const DeskLinkVerdict *report,
                        GPtrArray             *commands)
{
  DeskLinkCommand *command = finish (self, desk_outcome_find (code), commands);

  command->code = g_strdup (code);
  command->verdict = report != NULL ? desk_link_verdict_copy (report) : NULL;
}

void
_desk_link_flow_finish_failed (DeskLinkFlow          *self,
                               const DeskLinkVerdict *verdict,
                               GPtrArray             *commands)
{
  DeskLinkCommand *command = finish (self, desk_outcome_find_received (verdict->code), commands);

  command->code = g_strdup (verdict->code);
  command->verdict = desk_link_verdict_copy (verdict);
}

void
_desk_link_flow_finish_looking (DeskLinkFlow *self,
                                GPtrArray    *commands)
{
  if (self->failure != NULL)
    _desk_link_flow_finish_failed (self, self->failure, commands);
  else
    _desk_link_flow_finish (self, self->ending->code, NULL, commands);
}

void
_desk_link_flow_finish_linked (DeskLinkFlow *self,
                               const char   *consent_id,
                               GPtrArray    *commands)
{
  DeskLinkCommand *command = finish (self, desk_outcome_find (DESK_OUTCOME_LINKED), commands);

  command->code = g_strdup (DESK_OUTCOME_LINKED);
  command->consent_id = g_strdup (consent_id);
}

void
_desk_link_flow_explain (GPtrArray  *commands,
                         const char *cause)
{
  DeskLinkCommand *last = g_ptr_array_index (commands, commands->len - 1);

  g_assert (last->kind == DESK_LINK_COMMAND_FINISH);

  g_free (last->cause);
  last->cause = g_strdup (cause);
}
