/* desk-page-keeper.h: stores records that were fetched by themselves, outside a sync
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_PAGE_KEEPER (desk_page_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DeskPageKeeper, desk_page_keeper, DESK, PAGE_KEEPER, GObject)

/**
 * desk_page_keeper_new:
 *
 * To be made before anything is asked for: it remembers under which consents that happens.
 */
DeskPageKeeper *desk_page_keeper_new         (DeskContext          *context,
                                              const char           *end_user_id);

/**
 * desk_page_keeper_keep_async:
 *
 * Puts the records beside, or in the place of, those that the store has. What came after its consent had ended is
 * removed again. Errors in #DESK_STORE_ERROR or %G_IO_ERROR_CANCELLED.
 */
void            desk_page_keeper_keep_async  (DeskPageKeeper       *self,
                                              const DeskResource   *resource,
                                              DeskJsonPage         *page,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        desk_page_keeper_keep_finish (DeskPageKeeper       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
