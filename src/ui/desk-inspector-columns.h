/* desk-inspector-columns.h: the columns of the inspector's list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the columns to a view whose items are #DeskInspectorEntry. */
void desk_inspector_columns_add       (GtkColumnView *view);

/**
 * desk_inspector_columns_set_width:
 * @width: how much room the view has, in pixels
 *
 * Leaves out the columns that matter least where there is little room.
 */
void desk_inspector_columns_set_width (GtkColumnView *view,
                                       int            width);

G_END_DECLS
