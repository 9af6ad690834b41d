/* desk-rows-copy.h: selected rows of a table on their way to the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DeskRowsCopy DeskRowsCopy;

/**
 * desk_rows_copy_new:
 * @widget: (unowned): any widget of the window; outlives the copy
 * @rows: (element-type DeskRow)
 * @selected: positions in @rows; after 10,000 of them no more are copied
 *
 * Copies rows as they are shown, one per line, as soon as all their records are here. A toast tells how many.
 */
DeskRowsCopy *desk_rows_copy_new  (GtkWidget    *widget,
                                   GListModel   *rows,
                                   GtkBitset    *selected);

/* What is not copied by then is not copied any more. */
void          desk_rows_copy_free (DeskRowsCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRowsCopy, desk_rows_copy_free)

G_END_DECLS
