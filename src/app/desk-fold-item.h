/* desk-fold-item.h: one line of a fold list that is to be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_FOLD_ITEM (desk_fold_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskFoldItem, desk_fold_item, DESK, FOLD_ITEM, GObject)

DeskFoldItem *desk_fold_item_new           (guint         line);
guint         desk_fold_item_get_line      (DeskFoldItem *self);

/* Whether what lies in the line is to be seen; notify::expanded. */
gboolean      desk_fold_item_get_expanded  (DeskFoldItem *self);
void          desk_fold_item_set_expanded  (DeskFoldItem *self,
                                            gboolean      expanded);

G_END_DECLS
