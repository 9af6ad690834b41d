/* desk-sync-turn.c: when an end user's data are asked for again, and which of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sync-turn.h"

#include "desk-sync-item.h"

#define FIRST_PAUSE (5 * G_TIME_SPAN_SECOND)
#define LAST_PAUSE (5 * G_TIME_SPAN_MINUTE)

/* What is not there after so many questions, about an hour, may never be. */
#define N_HASTY 17

/* Many copies of the program must not ask at the same time. */
#define JITTER 0.2

static const DeskSyncEntry *
find_entry (const DeskSyncTurn *self,
            DeskSyncLog        *log,
            const DeskResource *resource)
{
  return desk_sync_log_find (log, self->end_user_id, resource);
}

/* What the institutions offer changes seldom, and is much. */
static gboolean
is_judged (const DeskResource *resource)
{
  return resource->scope == DESK_RESOURCE_SCOPE_END_USER && !g_str_equal (resource->name, "common.data-freshness");
}

static gboolean
has_changed (const DeskSyncTurn *self,
             const DeskResource *resource)
{
  return g_strcmp0 (g_hash_table_lookup (self->heard, resource->name),
                    g_hash_table_lookup (self->known, resource->name)) != 0;
}

static gboolean
is_missing (const DeskSyncTurn *self,
            DeskSyncLog        *log,
            const DeskResource *resource)
{
  const DeskSyncEntry *entry = find_entry (self, log, resource);

  if (entry == NULL || entry->state == DESK_SYNC_FAILED)
    return TRUE;
  if (!is_judged (resource) || entry->state != DESK_SYNC_DONE || entry->n_rows > 0)
    return FALSE;

  return self->known == NULL || !g_hash_table_contains (self->known, resource->name);
}

/* items: (nullable) */
static gboolean
has_all (const DeskSyncTurn *self,
         DeskSyncLog        *log,
         GListModel         *items)
{
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      if (is_missing (self, log, desk_sync_item_get_resource (item)))
        return FALSE;
    }

  return TRUE;
}

static gint64
vary (gint64 pause)
{
  return (gint64) ((double) pause * g_random_double_range (1.0 - JITTER, 1.0 + JITTER));
}

static gint64
choose_pause (const DeskSyncTurn *self)
{
  return self->is_regular ? DESK_SYNC_TURN_REGULAR_PAUSE : MIN (FIRST_PAUSE << MIN (self->n_asked, 10), LAST_PAUSE);
}

static void
clear (gpointer data)
{
  DeskSyncTurn *self = data;

  g_free (self->end_user_id);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->heard, g_hash_table_unref);
}

DeskSyncTurn *
desk_sync_turn_new (const char *end_user_id,
                    gint64      now)
{
  DeskSyncTurn *self = g_rc_box_new0 (DeskSyncTurn);

  self->end_user_id = g_strdup (end_user_id);
  self->due = now;

  return self;
}

DeskSyncTurn *
desk_sync_turn_ref (DeskSyncTurn *self)
{
  return g_rc_box_acquire (self);
}

void
desk_sync_turn_unref (DeskSyncTurn *self)
{
  g_rc_box_release_full (self, clear);
}

void
desk_sync_turn_hasten (DeskSyncTurn *self,
                       gint64        now)
{
  self->n_asked = 0;
  self->is_regular = FALSE;
  self->due = now + vary (FIRST_PAUSE);
}

void
desk_sync_turn_begin (DeskSyncTurn *self,
                      gboolean      is_busy)
{
  self->is_asking = TRUE;
  self->is_baseline = self->known == NULL && is_busy;
}

void
desk_sync_turn_hear (DeskSyncTurn *self,
                     GHashTable   *said)
{
  if (self->is_baseline)
    self->known = g_hash_table_ref (said);
  else if (self->known == NULL)
    self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->heard = g_hash_table_ref (said);
}

gboolean
desk_sync_turn_wants (DeskSyncTurn       *self,
                      DeskSyncLog        *log,
                      const DeskResource *resource)
{
  const DeskSyncEntry *entry = find_entry (self, log, resource);

  if (entry == NULL || entry->state == DESK_SYNC_FAILED)
    return TRUE;
  if (!is_judged (resource))
    return FALSE;
  if (self->heard != NULL)
    return has_changed (self, resource);
  if (self->is_regular)
    return TRUE;

  return entry->state == DESK_SYNC_DONE && entry->n_rows == 0;
}

void
desk_sync_turn_note_fetched (DeskSyncTurn *self,
                             GListModel   *items)
{
  for (guint i = 0; self->heard != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      const char *name = desk_sync_item_get_resource (item)->name;
      const char *said = g_hash_table_lookup (self->heard, name);

      if (said != NULL && desk_sync_item_get_state (item) == DESK_SYNC_DONE)
        g_hash_table_insert (self->known, g_strdup (name), g_strdup (said));
    }
}

void
desk_sync_turn_end (DeskSyncTurn *self,
                    DeskSyncLog  *log,
                    GListModel   *items,
                    gint64        now)
{
  self->is_asking = FALSE;
  g_clear_pointer (&self->heard, g_hash_table_unref);
  if (!self->is_baseline)
    self->n_asked++;

  self->is_regular = !self->is_baseline && (self->n_asked >= N_HASTY || has_all (self, log, items));
  self->due = now + vary (choose_pause (self));
}
