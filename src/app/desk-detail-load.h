/* desk-detail-load.h: brings the details of one product or plan into the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"
#include "desk-row.h"

G_BEGIN_DECLS

/**
 * desk_detail_load_async:
 * @row: a loaded row of a data set for which desk_catalogue_find_detail() knows one
 *
 * Fetches the details of @row and keeps them in the store, as data of the end user and of the row's institution.
 *
 * desk_detail_load_finish() returns: the row id of the details in desk_catalogue_find_detail(); 0 with @error set in
 *   #DESK_API_ERROR, #DESK_STORE_ERROR or #G_IO_ERROR
 */
void   desk_detail_load_async  (DeskContext          *context,
                                const char           *end_user_id,
                                DeskRow              *row,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gint64 desk_detail_load_finish (DeskContext          *context,
                                GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
