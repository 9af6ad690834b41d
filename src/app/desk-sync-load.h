/* desk-sync-load.h: brings one data set of one end user into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-walk.h"
#include "desk-store.h"
#include "desk-sync-item.h"

G_BEGIN_DECLS

#define DESK_TYPE_SYNC_LOAD (desk_sync_load_get_type ())
G_DECLARE_FINAL_TYPE (DeskSyncLoad, desk_sync_load, DESK, SYNC_LOAD, GObject)

/**
 * desk_sync_load_new:
 * @walk: over all owners of the data set that concern the end user
 * @item: which data set; becomes running, and is told the rows
 */
DeskSyncLoad *desk_sync_load_new        (DeskApiWalk          *walk,
                                         DeskStore            *store,
                                         const char           *end_user_id,
                                         DeskSyncItem         *item);

/**
 * desk_sync_load_run_async:
 *
 * Fetches page by page; the next page is on its way while the last one is stored, so that at most two are held.
 * Rows that the service no longer has are removed only after the last page. Errors in #DESK_API_ERROR,
 * #DESK_STORE_ERROR or %G_IO_ERROR_CANCELLED; what was stored stays.
 * One that failed may be run again, and goes on where it stopped, if desk_sync_load_is_resumable().
 */
void          desk_sync_load_run_async  (DeskSyncLoad         *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean      desk_sync_load_run_finish (DeskSyncLoad         *self,
                                         GAsyncResult         *result,
                                         GError              **error);
DeskSyncItem *desk_sync_load_get_item   (DeskSyncLoad         *self);

/* Before it is run again: @item has what the one before had reached. */
void          desk_sync_load_set_item   (DeskSyncLoad         *self,
                                         DeskSyncItem         *item);

/* Returns: whether it failed with something reached, and nothing lost */
gboolean      desk_sync_load_is_resumable (DeskSyncLoad       *self);

/* Returns: whether a page came since it was last run */
gboolean      desk_sync_load_has_progressed (DeskSyncLoad     *self);

G_END_DECLS
