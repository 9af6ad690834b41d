/* desk-api-path.h: paths and queries, percent-encoded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_api_path_new_with_id:
 * @collection: a path that needs no encoding: `/end-users`
 * @id: an id from outside
 *
 * Returns: (transfer full) (nullable): `/end-users/eu_1`; %NULL with @error set to %DESK_API_ERROR_REJECTED
 *   if @id is empty, `.` or `..`, which would address something else
 */
char *desk_api_path_new_with_id  (const char  *collection,
                                  const char  *id,
                                  GError     **error);

/**
 * desk_api_path_append_query:
 * @path: a path, with or without a query
 * @value: (nullable): nothing is added if %NULL
 */
void  desk_api_path_append_query (GString     *path,
                                  const char  *name,
                                  const char  *value);

G_END_DECLS
