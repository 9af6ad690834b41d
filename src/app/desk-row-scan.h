/* desk-row-scan.h: every row of a query, read once from start to end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"

G_BEGIN_DECLS

/**
 * DeskRowScanFunc:
 * @record: the bytes of one row; valid during the call
 *
 * Called on a worker thread, never twice at the same time.
 */
typedef void (*DeskRowScanFunc) (DeskJsonSlice record,
                                 gpointer      data);

/**
 * desk_row_scan_async:
 * @reading: what of each row: views take what is shown
 * @func: takes each row in the order of @query
 * @data: (transfer full): given to @func, and back by desk_row_scan_finish()
 * @data_free: frees @data if the scan fails
 *
 * Rows are read in batches and taken on a worker thread, so that the main loop stays free however many there are.
 * Rows that go away meanwhile are left out.
 *
 * desk_row_scan_finish() returns: (transfer full) (nullable): @data, or %NULL with @error set in
 *   #DESK_STORE_ERROR or #G_IO_ERROR
 */
void     desk_row_scan_async  (DeskStore           *store,
                               const DeskQuery     *query,
                               DeskStoreReading     reading,
                               DeskRowScanFunc      func,
                               gpointer             data,
                               GDestroyNotify       data_free,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);

/**
 * desk_row_scan_ids_async:
 * @ids: (array length=n_ids): row ids of @resource, in the order in which they are taken
 *
 * As desk_row_scan_async(), for the received bytes of rows that are known.
 */
void     desk_row_scan_ids_async (DeskStore           *store,
                                  const DeskResource  *resource,
                                  const gint64        *ids,
                                  guint                n_ids,
                                  DeskRowScanFunc      func,
                                  gpointer             data,
                                  GDestroyNotify       data_free,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gpointer desk_row_scan_finish (DeskStore           *store,
                               GAsyncResult        *result,
                               GError             **error);

G_END_DECLS
