/* desk-end-user-row.h: an end user in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-directory.h"

G_BEGIN_DECLS

#define DESK_TYPE_END_USER_ROW (desk_end_user_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskEndUserRow, desk_end_user_row, DESK, END_USER_ROW, GtkWidget)

GtkWidget *desk_end_user_row_new          (DeskDirectory  *directory);

/* @end_user: (nullable) */
void       desk_end_user_row_set_end_user (DeskEndUserRow *self,
                                           DeskEndUser    *end_user);

G_END_DECLS
