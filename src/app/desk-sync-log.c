/* desk-sync-log.c: what became of the last fetch of each data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sync-log.h"

struct _DeskSyncLog
{
  GObject     parent_instance;

  GHashTable *entries; /* (owned): "end user id, blank, data set" (owned) -> DeskSyncEntry (owned) */
  GHashTable *kept;    /* (owned): the same key (owned) -> Kept (owned) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSyncLog, desk_sync_log, G_TYPE_OBJECT)

/**
 * Kept:
 *
 * A fetch that stopped, and of what it is one.
 */
typedef struct
{
  DeskSyncLoad *load;
  char         *scope;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->load);
  g_free (kept->scope);
  g_free (kept);
}

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
  g_hash_table_unref (DESK_SYNC_LOG (object)->kept);

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
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
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
desk_sync_log_keep_load (DeskSyncLog  *self,
                         const char   *end_user_id,
                         DeskSyncLoad *load,
                         const char   *scope)
{
  Kept *kept;

  g_return_if_fail (DESK_IS_SYNC_LOG (self));
  g_return_if_fail (DESK_IS_SYNC_LOAD (load));

  kept = g_new0 (Kept, 1);
  kept->load = load;
  kept->scope = g_strdup (scope);
  g_hash_table_replace (self->kept, make_key (end_user_id, desk_sync_item_get_resource (desk_sync_load_get_item (load))),
                        kept);
}

DeskSyncLoad *
desk_sync_log_steal_load (DeskSyncLog        *self,
                          const char         *end_user_id,
                          const DeskResource *resource,
                          const char         *scope)
{
  g_autofree char *key = make_key (end_user_id, resource);
  g_autoptr(DeskSyncLoad) load = NULL;
  Kept *kept;

  g_return_val_if_fail (DESK_IS_SYNC_LOG (self), NULL);

  kept = g_hash_table_lookup (self->kept, key);
  if (kept != NULL && g_strcmp0 (kept->scope, scope) == 0)
    load = g_object_ref (kept->load);
  g_hash_table_remove (self->kept, key);

  return g_steal_pointer (&load);
}

void
desk_sync_log_drop_loads (DeskSyncLog *self)
{
  g_return_if_fail (DESK_IS_SYNC_LOG (self));

  g_hash_table_remove_all (self->kept);
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

  /* One that never began says nothing about another that is under way. */
  if (entry->state == DESK_SYNC_RUNNING && desk_sync_item_get_began_at (item) == 0)
    return;

  entry->state = desk_sync_item_get_state (item);
  entry->n_rows = desk_sync_item_get_n_rows (item);
  g_clear_error (&entry->error);
  if (desk_sync_item_get_error (item) != NULL)
    entry->error = g_error_copy (desk_sync_item_get_error (item));
  if (desk_sync_item_get_began_at (item) != 0)
    entry->began_at = desk_sync_item_get_began_at (item);
  if (entry->state != DESK_SYNC_RUNNING)
    entry->ended_at = now;
  if (entry->state == DESK_SYNC_DONE)
    entry->synced_at = now;

  g_signal_emit (self, signals[CHANGED], 0, end_user_id, resource);
}
