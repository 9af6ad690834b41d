/* desk-store-queue.h: the store's thread and what waits for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store-request.h"

G_BEGIN_DECLS

typedef struct _DeskStoreQueue DeskStoreQueue;

/* Starts the thread, which opens the database at @path (nullable). */
DeskStoreQueue *desk_store_queue_new   (const char       *path);

/**
 * desk_store_queue_push:
 * @request: (transfer full): answered in any case
 */
void            desk_store_queue_push  (DeskStoreQueue   *self,
                                        DeskStoreRequest *request);

/* Ends the thread; what waits fails. May be called again. */
void            desk_store_queue_close (DeskStoreQueue   *self);
void            desk_store_queue_free  (DeskStoreQueue   *self);

G_END_DECLS
