/* desk-webhook-memory.h: which messages were here before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DeskWebhookMemory DeskWebhookMemory;

/* @capacity: how many ids are kept; the oldest go first */
DeskWebhookMemory *desk_webhook_memory_new  (guint              capacity);
void               desk_webhook_memory_free (DeskWebhookMemory *self);

/* Returns: whether @id is new; it is known from now on */
gboolean           desk_webhook_memory_add  (DeskWebhookMemory *self,
                                             const char        *id);

G_END_DECLS
