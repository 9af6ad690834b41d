/* desk-api-list.h: reads a whole list as typed objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-pager.h"

G_BEGIN_DECLS

/**
 * DeskApiListFunc:
 *
 * Returns: (transfer full) (nullable): the object that @record describes
 */
typedef gpointer (*DeskApiListFunc) (DeskJsonSlice   record,
                                     GError        **error);

/**
 * desk_api_list_async:
 * @path: as for desk_api_client_get_json_async()
 * @root_keys: static; see desk_json_page_new()
 *
 * A record that @func refuses is left out; a list of nothing else is %DESK_API_ERROR_BAD_DATA.
 *
 * The finish function returns: (transfer full) (nullable): the objects of all pages
 */
void       desk_api_list_async  (DeskApiConnection    *connection,
                                 const char           *path,
                                 const char *const    *root_keys,
                                 DeskApiListFunc       func,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
GPtrArray *desk_api_list_finish (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
