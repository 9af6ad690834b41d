/* desk-growing-list.h: a model that a list gets in pieces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_GROWING_LIST (desk_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskGrowingList, desk_growing_list, DESK, GROWING_LIST, GObject)

/**
 * desk_growing_list_new:
 *
 * A list view makes its first two hundred rows at once, which takes longer than a frame. This model has a few items at
 * first and more with each turn of the main loop, until the view has its rows; then it has them all. It begins anew when
 * all items become others. An item has the same position here and in @model.
 *
 * Returns: (transfer full): the items of @model
 */
GListModel *desk_growing_list_new    (GListModel      *model);

/* Has all items from now on, at once: for who must see one that has not come yet. */
void        desk_growing_list_finish (DeskGrowingList *self);

G_END_DECLS
