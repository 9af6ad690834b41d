/* desk-sync-item.h: how far the fetch of one data set is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-store.h"

G_BEGIN_DECLS

/**
 * DeskSyncState:
 * @DESK_SYNC_NOT_OFFERED: the service does not have the data set (404) or does not give it to this key (403)
 */
typedef enum
{
  DESK_SYNC_WAITING,
  DESK_SYNC_RUNNING,
  DESK_SYNC_DONE,
  DESK_SYNC_FAILED,
  DESK_SYNC_CANCELLED,
  DESK_SYNC_NOT_OFFERED,
} DeskSyncState;

#define DESK_TYPE_SYNC_ITEM (desk_sync_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskSyncItem, desk_sync_item, DESK, SYNC_ITEM, GObject)

/* Properties: `state`, `n-rows` (received so far), `error` (boxed #GError, nullable); all notify. */
DeskSyncItem       *desk_sync_item_new          (const DeskResource *resource);
const DeskResource *desk_sync_item_get_resource (DeskSyncItem       *self);
DeskSyncState       desk_sync_item_get_state    (DeskSyncItem       *self);
guint               desk_sync_item_get_n_rows   (DeskSyncItem       *self);
const GError       *desk_sync_item_get_error    (DeskSyncItem       *self);

/* Returns: (transfer none): the state in a word or two, translated */
const char         *desk_sync_item_get_words    (DeskSyncItem       *self);

/* Returns: when its first page was asked for, monotonic time in microseconds; 0 before */
gint64              desk_sync_item_get_began_at (DeskSyncItem       *self);

/* What the fetch did to the store so far. */
const DeskStoreChange *desk_sync_item_get_change (DeskSyncItem      *self);

/* For the fetch alone. @error: (nullable): copied; only with %DESK_SYNC_FAILED and %DESK_SYNC_NOT_OFFERED */
void                desk_sync_item_set_state    (DeskSyncItem       *self,
                                                 DeskSyncState       state,
                                                 const GError       *error);
void                desk_sync_item_add_rows     (DeskSyncItem       *self,
                                                 guint               n_rows);
void                desk_sync_item_add_change   (DeskSyncItem           *self,
                                                 const DeskStoreChange  *change);

/* The list has started again: what came of it so far comes once more. */
void                desk_sync_item_start_again  (DeskSyncItem           *self);

/* The fetch of @before goes on as that of @self, with what it had reached. */
void                desk_sync_item_take_over    (DeskSyncItem           *self,
                                                 DeskSyncItem           *before);

G_END_DECLS
