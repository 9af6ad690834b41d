/* desk-fold-list.h: lines that lie in one another and can be folded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-fold-item.h"

G_BEGIN_DECLS

#define DESK_TYPE_FOLD_LIST (desk_fold_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskFoldList, desk_fold_list, DESK, FOLD_LIST, GObject)

/**
 * desk_fold_list_new:
 * @ends: (array length=n_lines): for each line the first one behind it that does not lie in it
 * @owner: kept, so that @ends stay
 *
 * A #GListModel of #DeskFoldItem: the lines that are to be seen. All are expanded at first. An item is made when it is
 * asked for, and is the same as long as anyone holds it.
 */
DeskFoldList *desk_fold_list_new            (const guint32 *ends,
                                             guint          n_lines,
                                             gpointer       owner);

/* Whether anything lies in the line. */
gboolean      desk_fold_list_can_fold       (DeskFoldList  *self,
                                             guint          line);
gboolean      desk_fold_list_get_expanded   (DeskFoldList  *self,
                                             guint          line);
void          desk_fold_list_set_expanded   (DeskFoldList  *self,
                                             guint          line,
                                             gboolean       expanded);

/**
 * desk_fold_list_set_all:
 * @expanded: (array length=n_lines) (nullable): for each line whether it is expanded; %NULL for all of them
 */
void          desk_fold_list_set_all        (DeskFoldList  *self,
                                             const guint8  *expanded);

/**
 * desk_fold_list_take_shown:
 * @shown: (transfer full) (array length=n_lines) (nullable): for each line whether it is to be seen; %NULL for all
 *
 * While lines are left out, the others are expanded; what was folded is so again afterwards.
 */
void          desk_fold_list_take_shown     (DeskFoldList  *self,
                                             guint8        *shown);

/* Expands what @line lies in. */
void          desk_fold_list_reveal         (DeskFoldList  *self,
                                             guint          line);

/* Returns: where the line is in the model; %G_MAXUINT if it is not to be seen */
guint         desk_fold_list_find           (DeskFoldList  *self,
                                             guint          line);

/* Returns: the line at a position of the model, which must be there */
guint         desk_fold_list_get_line       (DeskFoldList  *self,
                                             guint          position);

G_END_DECLS
