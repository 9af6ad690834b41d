/* desk-category-dialog.h: chooses another category for a transaction, and changes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_CATEGORY_DIALOG (desk_category_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskCategoryDialog, desk_category_dialog, DESK, CATEGORY_DIALOG, AdwWindow)

/**
 * desk_category_dialog_new:
 * @record: the received bytes of a transaction, for which desk_category_change_is_possible()
 *
 * Lists the categories that are known here (see desk_category_codes_load_async()) and takes any other code. A choice is
 * sent at once; a failure keeps the dialog. After a change it closes, and a toast of its parent offers to undo it. If it
 * is closed before, the parent says how it went.
 */
GtkWidget *desk_category_dialog_new (DeskContext *context,
                                     DeskEndUser *end_user,
                                     GBytes      *record);

G_END_DECLS
