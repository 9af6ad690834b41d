/* desk-rows-cell.h: the cells of a column of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-rows-column.h"

G_BEGIN_DECLS

/* Returns: (transfer full): makes the cells of @column (transfer full) */
GtkListItemFactory *desk_rows_cell_factory_new (DeskRowsColumn *column);

/* Says anew what the cells that are shown say. */
void                desk_rows_cell_update_all  (DeskRowsColumn *column);

/* Gives the cells the widths that go with the room there is. */
void                desk_rows_cell_set_narrow  (DeskRowsColumn *column,
                                                gboolean        narrow);

G_END_DECLS
