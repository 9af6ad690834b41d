/* desk-sync-log.c: what became of the last fetch of each data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sync-log.h"

struct _DeskSyncLog
{
  GObject     parent_instance;

  GHashTable *entries; /* (owned): "end user id, blank, data set" (owned) -> DeskSyncEntry (owned) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSyncLog, desk_sync_log, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  DeskSyncEntry *entry = data;

  g_clear_error (&entry->error);
  g_free (entry);
}

static void
desk_sync_log_finalize (GObject *object)
{
  g_hash_table_unref (DESK_SYNC_LOG (object)->entries);

  G_OBJECT_CLASS (desk_sync_log_parent_class)->finalize (object);
}

static void
desk_sync_log_class_init (DeskSyncLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sync_log_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
desk_sync_log_init (DeskSyncLog *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
}

DeskSyncLog *
desk_sync_log_new (void)
{
  return g_object_new (DESK_TYPE_SYNC_LOG, NULL);
}

static char *
make_key (const char         *end_user_id,
          const DeskResource *resource)
{
  return g_strconcat (end_user_id, " ", resource->name, NULL);
}

const DeskSyncEntry *
desk_sync_log_find (DeskSyncLog        *self,
                    const char         *end_user_id,
                    const DeskResource *resource)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (DESK_IS_SYNC_LOG (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (resource != NULL, NULL);

  key = make_key (end_user_id, resource);

  return g_hash_table_lookup (self->entries, key);
}

gboolean
desk_sync_log_is_busy (DeskSyncLog *self,
                       const char  *end_user_id)
{
  g_autofree char *prefix = g_strconcat (end_user_id, " ", NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_val_if_fail (DESK_IS_SYNC_LOG (self), FALSE);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const DeskSyncEntry *entry = value;

      if (entry->state == DESK_SYNC_RUNNING && g_str_has_prefix (key, prefix))
        return TRUE;
    }

  return FALSE;
}

void
desk_sync_log_take (DeskSyncLog  *self,
                    const char   *end_user_id,
                    DeskSyncItem *item,
                    gint64        now)
{
  const DeskResource *resource = desk_sync_item_get_resource (item);
  g_autofree char *key = make_key (end_user_id, resource);
  DeskSyncEntry *entry;

  g_return_if_fail (DESK_IS_SYNC_LOG (self));

  entry = g_hash_table_lookup (self->entries, key);
  if (entry == NULL)
    {
      entry = g_new0 (DeskSyncEntry, 1);
      g_hash_table_insert (self->entries, g_steal_pointer (&key), entry);
    }

  entry->state = desk_sync_item_get_state (item);
  entry->n_rows = desk_sync_item_get_n_rows (item);
  g_clear_error (&entry->error);
  if (desk_sync_item_get_error (item) != NULL)
    entry->error = g_error_copy (desk_sync_item_get_error (item));
  if (entry->state == DESK_SYNC_RUNNING)
    entry->began_at = g_get_monotonic_time ();
  else
    entry->ended_at = now;

  g_signal_emit (self, signals[CHANGED], 0, end_user_id, resource);
}
