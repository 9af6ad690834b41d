/* desk-column-sorter.h: lets a column be clicked without comparing a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_COLUMN_SORTER (desk_column_sorter_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumnSorter, desk_column_sorter, DESK, COLUMN_SORTER, GtkSorter)

/**
 * desk_column_sorter_new:
 * @path: the field that SQL will order by
 *
 * The rows are ordered by the store, never here: the sorter only makes the header clickable and tells, through
 * desk_column_sorter_find(), what was clicked.
 */
GtkSorter  *desk_column_sorter_new  (const char *path);

/**
 * desk_column_sorter_find:
 * @view_sorter: of a #GtkColumnView whose columns have sorters of this type
 * @descending: (out): the order that the user asks for
 *
 * Returns: (transfer none) (nullable): the path of the column that counts first; %NULL if none was clicked
 */
const char *desk_column_sorter_find (GtkSorter  *view_sorter,
                                     gboolean   *descending);

G_END_DECLS
