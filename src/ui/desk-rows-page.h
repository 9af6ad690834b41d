/* desk-rows-page.h: a data set as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_ROWS_PAGE (desk_rows_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskRowsPage, desk_rows_page, DESK, ROWS_PAGE, GtkWidget)

/**
 * desk_rows_page_new:
 *
 * A table that is searched, filtered and sorted by the store, with its row count and, where there are amounts that
 * can be added, their exact total per currency. A row opens with Enter or a double click; Ctrl+C copies the selected rows.
 * A transaction is put into another category with Ctrl+G. The menu of a row has all of these.
 */
GtkWidget *desk_rows_page_new          (DeskContext        *context,
                                        DeskEndUser        *end_user,
                                        const DeskResource *resource);
void       desk_rows_page_start_search (DeskRowsPage       *self);

/* Returns: (transfer none): which rows are shown, and how */
const DeskQuery *desk_rows_page_get_query  (DeskRowsPage  *self);

/* Returns: (transfer full) (nullable) (element-type gint64): the ids of the selected rows; %NULL if it is none or all */
GArray          *desk_rows_page_dup_selected_ids (DeskRowsPage *self);

/* Leaves out, or shows again, the columns that count least. */
void       desk_rows_page_set_narrow   (DeskRowsPage       *self,
                                        gboolean            narrow);

G_END_DECLS
