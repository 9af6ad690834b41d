/* desk-sheet-row.h: a line of a sheet on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-sheet-line.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHEET_ROW (desk_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskSheetRow, desk_sheet_row, DESK, SHEET_ROW, GtkWidget)

/* CSS: `sheetrow` with the class `title`, `heading`, `item`, `missing` or `week`; `first`, `last` and `below` by its place. */
GtkWidget *desk_sheet_row_new      (void);
void       desk_sheet_row_set_line (DeskSheetRow  *self,
                                    DeskSheetLine *line);

G_END_DECLS
