/* desk-usage-load.h: reads the energy usage of an end user from the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"
#include "desk-usage-summary.h"

G_BEGIN_DECLS

/**
 * desk_usage_load_async:
 *
 * desk_usage_load_finish() returns: (transfer full) (nullable): the summary of all rows of `energy.usage`, or %NULL
 *   with @error set in #DESK_STORE_ERROR or #G_IO_ERROR. @metering_ids: (out) (transfer full) (nullable)
 *   (element-type utf8 utf8): service point id -> national metering id, as far as `energy.service-points` has them
 */
void              desk_usage_load_async  (DeskStore            *store,
                                          const char           *end_user_id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
DeskUsageSummary *desk_usage_load_finish (DeskStore            *store,
                                          GAsyncResult         *result,
                                          GHashTable          **metering_ids,
                                          GError              **error);

G_END_DECLS
