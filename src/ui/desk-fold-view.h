/* desk-fold-view.h: a list of lines that fold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-fold-list.h"

G_BEGIN_DECLS

/**
 * DeskFoldRows:
 * @create: a row that shows nothing yet
 * @get_type: of the rows
 * @bind: shows @line, which is one of those of the list, in a row of @view
 * @get_line: what a row shows
 * @selects: whether a line can be selected; none is until somebody does so
 *
 * The rows of one kind of view.
 */
typedef struct
{
  GtkWidget *(*create)   (void);
  GType      (*get_type) (void);
  void       (*bind)     (GtkWidget *view,
                          GtkWidget *row,
                          guint      line);
  guint      (*get_line) (GtkWidget *row);
  gboolean     selects;
} DeskFoldRows;

#define DESK_TYPE_FOLD_VIEW (desk_fold_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskFoldView, desk_fold_view, DESK, FOLD_VIEW, GObject)

/**
 * desk_fold_view_new:
 * @view: (unowned): the widget that @list belongs to; its class has the actions of #DeskLineMenu
 * @list: (unowned): gets rows, keys and a menu; it is empty
 * @rows: (unowned)
 *
 * An activated line folds, or opens again. Left closes and right opens the line in focus, as in a tree, unless something
 * inside the row has the focus. The lines grow over several turns of the main loop.
 */
DeskFoldView *desk_fold_view_new        (GtkWidget          *view,
                                         GtkListView        *list,
                                         const DeskFoldRows *rows);

/* @lines: (nullable): %NULL shows nothing */
void          desk_fold_view_set_lines  (DeskFoldView       *self,
                                         DeskFoldList       *lines);

/* Returns: (transfer none) (nullable): which lines are to be seen */
DeskFoldList *desk_fold_view_get_lines  (DeskFoldView       *self);

/* As desk_fold_list_set_all() and desk_fold_list_take_shown(), for a list that is shown: it is shown anew. */
void          desk_fold_view_set_all    (DeskFoldView       *self,
                                         const guint8       *expanded);
void          desk_fold_view_take_shown (DeskFoldView       *self,
                                         guint8             *shown);
void          desk_fold_view_toggle     (DeskFoldView       *self,
                                         guint               line);

/* Opens what @line lies in, selects it and scrolls to it. For rows of which one can be selected. */
void          desk_fold_view_select     (DeskFoldView       *self,
                                         guint               line);

/* Returns: (transfer none) (nullable): the row that an action is about */
GtkWidget    *desk_fold_view_get_row    (DeskFoldView       *self);

G_END_DECLS
