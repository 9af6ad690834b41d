/* desk-json-row.h: one line of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-fold-list.h"
#include "desk-json-lines.h"
#include "desk-text-lines.h"

G_BEGIN_DECLS

#define DESK_TYPE_JSON_ROW (desk_json_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskJsonRow, desk_json_row, DESK, JSON_ROW, GtkWidget)

/* A row that shows nothing until it is bound. A click on its arrow activates `json.toggle-line`. */
GtkWidget *desk_json_row_new        (void);

/**
 * desk_json_row_bind:
 * @folds: which lines of @lines are to be seen
 * @line: one of them
 * @n_digits: of the longest line number
 *
 * Shows the name and the value as they were received, up to some hundred characters.
 */
void       desk_json_row_bind       (DeskJsonRow   *self,
                                     DeskJsonLines *lines,
                                     DeskFoldList  *folds,
                                     guint          line,
                                     guint          n_digits);

/* Shows a line as it was received. */
void       desk_json_row_bind_text  (DeskJsonRow   *self,
                                     DeskTextLines *lines,
                                     guint          line,
                                     guint          n_digits);
guint      desk_json_row_get_line   (DeskJsonRow   *self);

/* Marks a row in which something was found. */
void       desk_json_row_set_found  (DeskJsonRow   *self,
                                     gboolean       found);

G_END_DECLS
