/* desk-store-watch.h: tells, not too often, that rows of an end user changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_STORE_WATCH (desk_store_watch_get_type ())
G_DECLARE_FINAL_TYPE (DeskStoreWatch, desk_store_watch, DESK, STORE_WATCH, GObject)

/**
 * desk_store_watch_new:
 * @resource_names: (array zero-terminated=1): of which data sets
 *
 * #DeskStoreWatch::changed is emitted after rows came, changed or went, at most twice a second;
 * and at once after the mask of the store changed.
 */
DeskStoreWatch *desk_store_watch_new (DeskStore         *store,
                                      const char        *end_user_id,
                                      const char *const *resource_names);

G_END_DECLS
