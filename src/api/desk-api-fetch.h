/* desk-api-fetch.h: fetches a data set page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_FETCH (desk_api_fetch_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiFetch, desk_api_fetch, DESK, API_FETCH, GObject)

/**
 * desk_api_fetch_new:
 * @owner_id: (nullable): by the scope of @resource whose rows: the id of the end user, the institution or the parent
 *   row; %NULL if a filter says it
 * @filters: (nullable) (array zero-terminated=1): `name=value` texts; names are query
 *   parameters of the resource, `page[size]` too
 *
 * Asks for the documented path first and for the next spelling after a 404; with the documented name of the
 * institution first and with the next spelling after a 400.
 */
DeskApiFetch *desk_api_fetch_new         (DeskApiClient        *client,
                                          const DeskResource   *resource,
                                          const char           *owner_id,
                                          const char *const    *filters);

/**
 * desk_api_fetch_next_async:
 *
 * Reads the next page. One call at a time.
 * desk_api_fetch_next_finish() returns: (transfer full) (nullable): the page; %NULL without @error after
 *   the last one. A page that stays 503 on a cursor restarts the data set once: then
 *   @restarted is %TRUE and rows may come again. A cursor that was followed before is
 *   %DESK_API_ERROR_BAD_DATA.
 */
void          desk_api_fetch_next_async  (DeskApiFetch         *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
DeskJsonPage *desk_api_fetch_next_finish (DeskApiFetch         *self,
                                          GAsyncResult         *result,
                                          gboolean             *restarted,
                                          GError              **error);

G_END_DECLS
