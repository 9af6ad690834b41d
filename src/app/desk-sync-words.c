/* desk-sync-words.c: what became of the fetch of a data set, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sync-words.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-format.h"

char *
desk_sync_words_age (gint64 instant,
                     gint64 now)
{
  gint64 age = MAX (now - instant, 0);
  guint number = (guint) MIN (age / G_TIME_SPAN_MINUTE, 60 * 24);
  g_autofree char *time = NULL;

  if (number < 1)
    return g_strdup (_("fetched just now"));

  if (number < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "fetched %u minute ago", "fetched %u minutes ago", number), number);

  number /= 60;
  if (number < 24)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "fetched %u hour ago", "fetched %u hours ago", number), number);

  time = desk_format_instant (instant);

  /* Translators: a day and a time of day: "fetched 21 Nov 2026, 09:41" */
  return g_strdup_printf (_("fetched %s"), time);
}

static char *
dup_state (const DeskSyncEntry *entry)
{
  g_autofree char *count = NULL;

  switch (entry->state)
    {
    case DESK_SYNC_RUNNING:
      return g_strdup (_("Fetching …"));
    case DESK_SYNC_DONE:
      count = desk_format_count (entry->n_rows);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", entry->n_rows), count);
    case DESK_SYNC_FAILED:
      return g_strdup (entry->error->message);
    case DESK_SYNC_CANCELLED:
      return g_strdup (_("The last fetch was cancelled"));
    case DESK_SYNC_NOT_OFFERED:
      return g_strdup (_("Not offered by this service"));
    case DESK_SYNC_WAITING:
    default:
      return g_strdup (_("Not fetched yet"));
    }
}

/* Either may be %NULL. */
static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);

  /* Translators: the state of a data set, and when it was fetched: "12 rows · fetched 5 minutes ago" */
  return g_strdup_printf (_("%s · %s"), first, second);
}

static char *
dup_age (const DeskSyncEntry *entry,
         gint64               now)
{
  return entry->synced_at != 0 ? desk_sync_words_age (entry->synced_at, now) : NULL;
}

char *
desk_sync_words_line (const DeskSyncEntry *entry,
                      gint64               now)
{
  g_autofree char *state = NULL;
  g_autofree char *age = NULL;

  if (entry == NULL)
    return g_strdup (_("Not fetched yet"));

  state = dup_state (entry);
  if (entry->state != DESK_SYNC_FAILED)
    age = dup_age (entry, now);

  return join (state, age);
}

char *
desk_sync_words_note (const DeskSyncEntry *entry,
                      gint64               now)
{
  g_autofree char *age = NULL;

  if (entry == NULL || entry->state != DESK_SYNC_FAILED)
    return NULL;

  age = dup_age (entry, now);

  return join (desk_api_error_get_error_id (entry->error), age);
}
