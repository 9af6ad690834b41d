/* desk-category-toast.h: says that a transaction is in another category, and offers the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-category-change.h"

G_BEGIN_DECLS

/**
 * desk_category_toast_show:
 * @widget: any widget of the window that shows it
 * @change: was run without an error
 * @name: what the new category is called: "Groceries"
 *
 * Undo goes on without the toast and the page; it ends with the window.
 */
void desk_category_toast_show (GtkWidget          *widget,
                               DeskCategoryChange *change,
                               const char         *name);

G_END_DECLS
