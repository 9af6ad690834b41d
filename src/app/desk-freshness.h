/* desk-freshness.h: what the service says about how fresh the data of an end user are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-api-client.h"

G_BEGIN_DECLS

/**
 * desk_freshness_read_async:
 *
 * Asks for the data set `common.data-freshness`, and stores nothing.
 *
 * The finish function returns: (transfer full) (nullable) (element-type utf8 utf8): for each data set that the service has
 *   brought from an institution, a text that is another as soon as it has brought it again; only equality means
 *   something. %NULL with #DESK_API_ERROR, see desk_freshness_is_unknown()
 */
void        desk_freshness_read_async  (DeskApiClient        *client,
                                        const char           *end_user_id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GHashTable *desk_freshness_read_finish (GAsyncResult         *result,
                                        GError              **error);

/* Returns: whether the error says that this service does not tell it, so that it need not be asked again */
gboolean    desk_freshness_is_unknown  (const GError         *error);

G_END_DECLS
