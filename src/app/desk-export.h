/* desk-export.h: one export, from the store to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-request.h"
#include "desk-export-tally.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT (desk_export_get_type ())
G_DECLARE_FINAL_TYPE (DeskExport, desk_export, DESK, EXPORT, GObject)

/**
 * desk_export_new:
 * @request: is copied
 */
DeskExport *desk_export_new          (DeskStore               *store,
                                      const DeskExportRequest *request);

/**
 * desk_export_run_async:
 *
 * Lists the rows, then writes them on worker threads to a temporary file, which takes its place at the end: whole, or
 * not at all. Once an object.
 *
 * desk_export_run_finish() returns: %FALSE with @error set in #DESK_STORE_ERROR, #G_FILE_ERROR or #G_IO_ERROR:
 *   %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_NOT_FOUND if there is nothing that the format could hold
 */
void        desk_export_run_async    (DeskExport              *self,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data);
gboolean    desk_export_run_finish   (DeskExport              *self,
                                      GAsyncResult            *result,
                                      GError                 **error);

/* 0.0 to 1.0, by rows; property `progress` notifies. */
double      desk_export_get_progress (DeskExport              *self);

/**
 * desk_export_dup_tallies:
 *
 * Returns: (transfer container) (element-type DeskExportTally): what became of the rows of each data set that was asked
 *   for; valid as long as @self
 */
GPtrArray  *desk_export_dup_tallies  (DeskExport              *self);

G_END_DECLS
