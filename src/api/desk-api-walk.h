/* desk-api-walk.h: fetches a data set of several owners, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_WALK (desk_api_walk_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiWalk, desk_api_walk, DESK, API_WALK, GObject)

/**
 * desk_api_walk_new:
 * @filters: (nullable) (array zero-terminated=1): as for desk_api_fetch_new()
 *
 * A walk over nobody: add whose rows are wanted before the first page is asked for.
 */
DeskApiWalk  *desk_api_walk_new                (DeskApiClient        *client,
                                                const DeskResource   *resource,
                                                const char *const    *filters);

/**
 * desk_api_walk_add_owner:
 * @owner_id: (nullable): as for desk_api_fetch_new()
 * @institution_id: (nullable): whose records these are, if it is known
 */
void          desk_api_walk_add_owner          (DeskApiWalk          *self,
                                                const char           *owner_id,
                                                const char           *institution_id);

/**
 * desk_api_walk_add_institution:
 *
 * Adds all that the institution has: its rows, or where the data set has one record for each parent row, those of
 * all its parent rows, one call each. Not for data sets of an end user.
 */
void          desk_api_walk_add_institution    (DeskApiWalk          *self,
                                                const char           *institution_id);

/**
 * desk_api_walk_next_async:
 *
 * Reads the next page, as desk_api_fetch_next_async() does. One call at a time.
 * An owner for whom the service has no such data (404) or gives none (403) is passed over; that is an error
 * only at the end, if no other owner had a page.
 */
void          desk_api_walk_next_async         (DeskApiWalk          *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
DeskJsonPage *desk_api_walk_next_finish        (DeskApiWalk          *self,
                                                GAsyncResult         *result,
                                                gboolean             *restarted,
                                                GError              **error);

/* Returns: (nullable): whose records the last page holds, if it is known; valid until the next call */
const char   *desk_api_walk_get_institution_id (DeskApiWalk          *self);

/* Returns: whether the error says that the service does not have the data set, or does not give it to this key. */
gboolean      desk_api_walk_is_not_offered     (const GError         *error);

G_END_DECLS
