/* desk-link-attempt-history.c: what a link attempt leaves behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-attempt-history.h"

#include "desk-link-attempt-private.h"
#include "desk-link-history.h"

/* Characters of a code or an error id. */
#define LONGEST_NAME 300

/* An end user may be deleted while the page is open: nothing about them is kept any more. */
static gboolean
is_known (DeskLinkAttempt *self)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);
  GListModel *end_users = directory != NULL ? desk_directory_get_end_users (directory) : NULL;

  for (guint i = 0; end_users != NULL && i < g_list_model_get_n_items (end_users); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, i);

      if (g_str_equal (desk_end_user_get_id (end_user), desk_end_user_get_id (self->end_user)))
        return TRUE;
    }

  return FALSE;
}

static void
append_line (GString           *text,
             DeskTimelineEntry *entry)
{
  const guint milliseconds = desk_timeline_entry_get_milliseconds (entry);
  const char *detail = desk_timeline_entry_get_detail (entry);

  g_string_append_printf (text, "%3u.%03u s  %s", milliseconds / 1000, milliseconds % 1000,
                          desk_timeline_entry_get_title (entry));
  if (detail != NULL)
    g_string_append_printf (text, "  %s", detail);

  g_string_append_c (text, '\n');
}

/* milliseconds: (out): how long it took */
static char *
dup_timeline (DeskLinkAttempt *self,
              guint           *milliseconds)
{
  GListModel *entries = desk_link_timeline_get_list (self->timeline);
  g_autoptr(GString) text = g_string_new (NULL);

  *milliseconds = 0;
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskTimelineEntry) entry = g_list_model_get_item (entries, i);

      *milliseconds = desk_timeline_entry_get_milliseconds (entry);
      append_line (text, entry);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A clock that stands still was not elsewhere when the attempt began. */
static gint64
get_begin (DeskLinkAttempt *self,
           guint            milliseconds)
{
  DeskClock *clock = desk_context_get_clock (self->context);
  const gint64 now = desk_clock_get_now (clock);

  return desk_clock_is_frozen (clock) ? now : now - (gint64) milliseconds * 1000;
}

static gboolean
is_shared (DeskLinkAttempt *self)
{
  return self->consent != NULL &&
         desk_consent_get_status (self->consent, desk_clock_get_now (desk_context_get_clock (self->context))) !=
         DESK_CONSENT_STATUS_ENDED;
}

/* What a page named may be of any length, and hold anything. */
static char *
dup_safe (DeskLinkAttempt *self,
          const char      *text)
{
  g_autofree char *shortened = NULL;

  if (text == NULL)
    return NULL;

  shortened = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_NAME));
  return desk_redactor_apply (desk_context_get_redactor (self->context), shortened);
}

void
_desk_link_attempt_remember (DeskLinkAttempt *self)
{
  DeskLinkHistory *history = desk_context_get_link_history (self->context);
  g_autoptr(DeskLinkRecord) record = NULL;
  g_autofree char *timeline = NULL;
  g_autofree char *code = NULL;
  g_autofree char *error_id = NULL;
  DeskLinkFacts facts;
  guint milliseconds;

  if (history == NULL || !is_known (self))
    return;

  timeline = dup_timeline (self, &milliseconds);
  code = dup_safe (self, desk_link_attempt_get_code (self));
  error_id = dup_safe (self, desk_link_attempt_get_error_id (self));
  facts = (DeskLinkFacts) {
    .end_user_id = desk_end_user_get_id (self->end_user),
    .institution_id = self->consent != NULL ? desk_consent_get_institution_id (self->consent) : self->institution_id,
    .consent_id = is_shared (self) ? desk_consent_get_id (self->consent) : NULL,
    .session_id = desk_link_attempt_get_session_id (self),
    .way = self->way,
    .outcome = self->outcome->code,
    .received_code = code,
    .error_id = error_id,
    .began_at = get_begin (self, milliseconds),
    .timeline = timeline,
  };
  record = desk_link_record_new (&facts);
  desk_link_history_add (history, record);
}
