/* desk-webhook-memory.c: which messages were here before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-webhook-memory.h"

struct _DeskWebhookMemory
{
  GHashTable *known; /* (owned) */
  GQueue      order; /* of the same texts, the oldest first */
  guint       capacity;
};

DeskWebhookMemory *
desk_webhook_memory_new (guint capacity)
{
  DeskWebhookMemory *self = g_new0 (DeskWebhookMemory, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->order);
  self->capacity = capacity;

  return self;
}

void
desk_webhook_memory_free (DeskWebhookMemory *self)
{
  g_queue_clear (&self->order);
  g_hash_table_unref (self->known);
  g_free (self);
}

gboolean
desk_webhook_memory_add (DeskWebhookMemory *self,
                         const char        *id)
{
  char *copy;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (g_hash_table_contains (self->known, id))
    return FALSE;

  if (g_hash_table_size (self->known) == self->capacity)
    g_hash_table_remove (self->known, g_queue_pop_head (&self->order));

  copy = g_strdup (id);
  g_hash_table_add (self->known, copy);
  g_queue_push_tail (&self->order, copy);

  return TRUE;
}
