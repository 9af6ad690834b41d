/* desk-sync.h: fetches everything that one end user shares into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-context.h"
#include "desk-sync-item.h"

G_BEGIN_DECLS

#define DESK_TYPE_SYNC (desk_sync_get_type ())
G_DECLARE_FINAL_TYPE (DeskSync, desk_sync, DESK, SYNC, GObject)

/**
 * desk_sync_new:
 *
 * One run over the data sets that the end user's active consents permit, in the catalogue's order: those of
 * the end user, and what the institutions of these consents offer.
 * A data set that fails does not stop the next; what was received stays. One that the service does not have
 * (%DESK_SYNC_NOT_OFFERED) is no failure.
 */
DeskSync   *desk_sync_new         (DeskContext          *context,
                                   DeskEndUser          *end_user);

/* Into another store than the context's; before the run. */
void        desk_sync_set_store   (DeskSync             *self,
                                   DeskStore            *store);

/**
 * desk_sync_set_deep:
 * @is_deep: whether to fetch the details of every product and plan too, with a call for each. Off at first: that is
 *   rude to a live service; see desk_detail_load_async() for one
 *
 * Before the run.
 */
void        desk_sync_set_deep    (DeskSync             *self,
                                   gboolean              is_deep);

/* Before the run. @resources: (array zero-terminated=1): no other data sets are fetched, and those only if they are permitted */
void        desk_sync_set_only    (DeskSync                  *self,
                                   const DeskResource *const *resources);

/**
 * desk_sync_set_fresh:
 *
 * Before the run. A data set whose fetch stopped before its end, in this run of the program, goes on where it stopped; not
 * after this, for what the service has may be other data now.
 */
void        desk_sync_set_fresh   (DeskSync             *self);

/**
 * desk_sync_run_async:
 *
 * A data set that another run is fetching for the same end user is waited for. One that goes on where it stopped, and whose
 * place in the list the service refuses, starts again.
 * The finish function returns %FALSE with the first error if any data set failed; the
 * others may be complete: see the items.
 */
void        desk_sync_run_async   (DeskSync             *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean    desk_sync_run_finish  (DeskSync             *self,
                                   GAsyncResult         *result,
                                   GError              **error);

/* Returns: (transfer none): a #GListModel of #DeskSyncItem, one per data set of this run */
GListModel *desk_sync_get_items   (DeskSync             *self);

/* 0.0 to 1.0, by data sets; property `progress` notifies. */
double      desk_sync_get_progress (DeskSync            *self);

G_END_DECLS
