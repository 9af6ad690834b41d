/* desk-inspector-words.c: what the inspector shows, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-inspector-words.h"

char *
desk_inspector_words_time (DeskInspectorEntry *entry)
{
  gint64 started_at = desk_inspector_entry_get_record (entry)->started_at;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (started_at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *time = g_date_time_format (local, "%H:%M:%S");

  return g_strdup_printf ("%s.%03d", time, (int) (started_at % G_USEC_PER_SEC / 1000));
}

char *
desk_inspector_words_duration (gint64 duration)
{
  if (duration < 10 * 1000)
    /* Translators: a short time in milliseconds */
    return g_strdup_printf (_("%.1f ms"), duration / 1000.0);
  if (duration < G_USEC_PER_SEC)
    /* Translators: a short time in milliseconds */
    return g_strdup_printf (_("%d ms"), (int) (duration / 1000));

  /* Translators: a time in seconds */
  return g_strdup_printf (_("%.1f s"), duration / (double) G_USEC_PER_SEC);
}

char *
desk_inspector_words_size (DeskInspectorEntry *entry)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (entry);
  gsize size = desk_inspector_entry_get_webhook (entry) != NULL ? record->request_size : record->response_size;

  return size > 0 ? g_format_size (size) : g_strdup ("");
}

static DeskStatusPillKind
choose_kind (DeskInspectorEntry *entry)
{
  guint status = desk_inspector_entry_get_record (entry)->status;
  const DeskInspectorWebhook *webhook = desk_inspector_entry_get_webhook (entry);

  if (webhook != NULL && webhook->is_replay)
    return DESK_STATUS_PILL_NONE;
  if (!desk_inspector_entry_is_failed (entry))
    return DESK_STATUS_PILL_GOOD;
  return status >= 300 && status < 400 ? DESK_STATUS_PILL_SOON : DESK_STATUS_PILL_BAD;
}

void
desk_inspector_words_set_pill (DeskStatusPill     *pill,
                               DeskInspectorEntry *entry)
{
  guint status = desk_inspector_entry_get_record (entry)->status;
  const char *words = desk_inspector_entry_get_status_words (entry);
  g_autofree char *text = status != 0 ? g_strdup_printf ("%s · %u", words, status) : g_strdup (words);

  desk_status_pill_set (pill, choose_kind (entry), text);
}

const char *
desk_inspector_words_no_body (DeskInspectorEntry *entry,
                              GBytes             *body,
                              gsize               size)
{
  if (body != NULL && g_bytes_get_size (body) > 0)
    return NULL;
  if (size == 0)
    return _("There was no body.");

  switch (desk_inspector_entry_get_bodies (entry))
    {
    case DESK_INSPECTOR_BODIES_PURGED:
      return _("The body was removed, as what it told is not shared any more.");
    case DESK_INSPECTOR_BODIES_TOO_MUCH:
    case DESK_INSPECTOR_BODIES_KEPT:
    default:
      return _("The body was dropped, as all of them together took too much memory.");
    }
}
