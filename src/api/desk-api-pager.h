/* desk-api-pager.h: follows a list from page to page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-connection.h"
#include "desk-json-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_PAGER (desk_api_pager_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiPager, desk_api_pager, DESK, API_PAGER, GObject)

/**
 * desk_api_pager_new:
 * @first: the address of the first page
 * @root_keys: (nullable): static; see desk_json_page_new()
 */
DeskApiPager *desk_api_pager_new          (DeskApiConnection    *connection,
                                           GUri                 *first,
                                           const char *const    *root_keys);

/**
 * desk_api_pager_is_on_cursor:
 *
 * Returns: whether the next page is one that the service named: not the first
 */
gboolean      desk_api_pager_is_on_cursor (DeskApiPager         *self);

/**
 * desk_api_pager_next_async:
 *
 * A page that failed is asked for again by the next call. A list ends where there is no next link or
 * no record (fiskil-api.md 1.5).
 *
 * The finish function returns: (transfer full) (nullable): the page; %NULL without @error after the last one.
 *   %DESK_API_ERROR_UNSAFE_LINK and, for a page that was read before, %DESK_API_ERROR_BAD_DATA are
 *   set before anything is sent
 */
void          desk_api_pager_next_async   (DeskApiPager         *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
DeskJsonPage *desk_api_pager_next_finish  (DeskApiPager         *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
