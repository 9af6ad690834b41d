/* desk-category-row.h: a category to choose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_CATEGORY_ROW (desk_category_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskCategoryRow, desk_category_row, DESK, CATEGORY_ROW, GtkListBoxRow)

/**
 * desk_category_row_new:
 * @code: "FOOD_AND_DRINK_GROCERIES"
 * @main_code: (nullable): "FOOD_AND_DRINK"
 * @is_current: whether the transaction is in it
 */
GtkWidget  *desk_category_row_new           (const char      *code,
                                             const char      *main_code,
                                             gboolean         is_current);

/* A row for a code that nobody knows but who typed it; the service says whether it does. */
GtkWidget  *desk_category_row_new_entered   (const char      *code);
const char *desk_category_row_get_code      (DeskCategoryRow *self);

/* "Groceries" */
const char *desk_category_row_get_name      (DeskCategoryRow *self);

/* "Food and drink" */
const char *desk_category_row_get_main_name (DeskCategoryRow *self);

/* Returns: whether every word of the text is in the code or the names */
gboolean    desk_category_row_matches       (DeskCategoryRow *self,
                                             const char      *text);

G_END_DECLS
