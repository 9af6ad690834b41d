/* desk-record-row.h: one line of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-fold-list.h"
#include "desk-record-outline.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_ROW (desk_record_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordRow, desk_record_row, DESK, RECORD_ROW, GtkWidget)

/* A row that shows nothing until it is bound. */
GtkWidget *desk_record_row_new       (void);

/**
 * desk_record_row_bind:
 * @lines: (unowned): which lines of @outline are to be seen
 * @line: one of them
 *
 * Label and value stand side by side where there is room. All text is plain; the accessible label has it all.
 */
void       desk_record_row_bind      (DeskRecordRow     *self,
                                      DeskRecordOutline *outline,
                                      DeskFoldList      *lines,
                                      guint              line);
guint      desk_record_row_get_line  (DeskRecordRow     *self);

G_END_DECLS
