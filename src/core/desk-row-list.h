/* desk-row-list.h: a list model over a query of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-row.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_ROW_LIST (desk_row_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskRowList, desk_row_list, DESK, ROW_LIST, GObject)

/**
 * desk_row_list_new:
 * @query: (nullable): which rows; %NULL for none
 *
 * A #GListModel of #DeskRow that costs the same at any size: the first 500 row ids
 * come at once, the rest behind; records are read in one query per batch of rows that are
 * asked for, and the same object is returned while anyone holds it. Follows
 * #DeskStore::changed, at most twice a second.
 *
 * Properties: `loading` (the ids are not all there yet), `error` (#GError, nullable).
 */
DeskRowList     *desk_row_list_new       (DeskStore       *store,
                                          const DeskQuery *query);
void             desk_row_list_set_query (DeskRowList     *self,
                                          const DeskQuery *query);
const DeskQuery *desk_row_list_get_query (DeskRowList     *self);
gboolean         desk_row_list_get_loading (DeskRowList   *self);
const GError    *desk_row_list_get_error (DeskRowList     *self);

/* Returns: the row id at @position, without making a row */
gint64           desk_row_list_get_id    (DeskRowList     *self,
                                          guint            position);

/* Asks the store again, as Retry does. */
void             desk_row_list_reload    (DeskRowList     *self);

G_END_DECLS
