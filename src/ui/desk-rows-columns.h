/* desk-rows-columns.h: the columns of a list, made from the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-resource.h"
#include "desk-row.h"

G_BEGIN_DECLS

/* Adds one sortable column per listed field of @resource to an empty view. */
void       desk_rows_columns_add      (GtkColumnView      *view,
                                       const DeskResource *resource);

/* Puts the title of the column that was appended last above the end of its cells, where numbers end. */
void       desk_rows_columns_align_last_title (GtkColumnView *view);

/* Hides, or shows again, the columns that count least, so that the others fit. */
void       desk_rows_columns_set_narrow (GtkColumnView    *view,
                                       gboolean            narrow);

/* Returns: the position of the row that @widget, a descendant of a view, is or belongs to;
 *   %GTK_INVALID_LIST_POSITION if it is none */
guint      desk_rows_columns_find_position (GtkWidget     *widget);

/* Returns: (transfer full): the cells of one row as one line, separated by tabs, as they are shown */
char      *desk_rows_columns_dup_line (DeskRow            *row);

/* Whether a column says which account a row is about. */
gboolean desk_rows_columns_has_account       (GtkColumnView *view);

/**
 * desk_rows_columns_set_account_names:
 * @names: (element-type utf8 DeskAccountName): by account id
 *
 * Shows the names in place of the ids, which stay in the tooltip and in what is copied. For a list that
 * desk_rows_columns_has_account().
 */
void     desk_rows_columns_set_account_names (GtkColumnView *view,
                                              GHashTable    *names);

G_END_DECLS
