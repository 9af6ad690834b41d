/* desk-sync-log.h: what became of the last fetch of each data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sync-load.h"

G_BEGIN_DECLS

/**
 * DeskSyncEntry:
 * @error: (owned) (nullable): why it failed, or is not offered
 * @began_at: when the first page was asked for, monotonic time, microseconds
 * @ended_at: when it was last over, microseconds since the epoch by the context's clock; 0 before
 * @synced_at: when it was last complete, by the same clock; 0 before
 */
typedef struct
{
  DeskSyncState  state;
  GError        *error;
  guint          n_rows;
  gint64         began_at;
  gint64         ended_at;
  gint64         synced_at;
} DeskSyncEntry;

#define DESK_TYPE_SYNC_LOG (desk_sync_log_get_type ())
G_DECLARE_FINAL_TYPE (DeskSyncLog, desk_sync_log, DESK, SYNC_LOG, GObject)

/* #DeskSyncLog::changed (end user id, #DeskResource as pointer) is emitted after an entry came or changed. */
DeskSyncLog         *desk_sync_log_new     (void);

/* Returns: (transfer none) (nullable): %NULL if the data set was not asked for since the start */
const DeskSyncEntry *desk_sync_log_find    (DeskSyncLog        *self,
                                            const char         *end_user_id,
                                            const DeskResource *resource);

/* Whether a data set of the end user is being fetched. */
gboolean             desk_sync_log_is_busy (DeskSyncLog        *self,
                                            const char         *end_user_id);

/**
 * desk_sync_log_keep_load:
 * @load: (transfer full): what stopped before its end
 * @scope: what it is a fetch of, in any words: it goes on only for the same
 *
 * For the fetch alone, instead of one that was kept before.
 */
void                 desk_sync_log_keep_load (DeskSyncLog       *self,
                                           const char           *end_user_id,
                                           DeskSyncLoad         *load,
                                           const char           *scope);

/* For the fetch alone. Returns: (transfer full) (nullable): what was kept, if it has that scope; it is not kept any longer */
DeskSyncLoad        *desk_sync_log_steal_load (DeskSyncLog      *self,
                                           const char           *end_user_id,
                                           const DeskResource   *resource,
                                           const char           *scope);

/* Nothing that stopped goes on. */
void                 desk_sync_log_drop_loads (DeskSyncLog      *self);

/* For the fetch alone: @item has another state. @now: by the context's clock */
void                 desk_sync_log_take    (DeskSyncLog        *self,
                                            const char         *end_user_id,
                                            DeskSyncItem       *item,
                                            gint64              now);

G_END_DECLS
