/* desk-sheet-view.h: a sheet on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-sheet.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHEET_VIEW (desk_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskSheetView, desk_sheet_view, DESK, SHEET_VIEW, GtkWidget)

/**
 * desk_sheet_view_set_sheet:
 * @sheet: (nullable)
 *
 * Lines are made as they come into view, so a sheet may be long.
 */
void       desk_sheet_view_set_sheet (DeskSheetView *self,
                                      DeskSheet     *sheet);

/* Returns: (transfer none) (nullable) */
DeskSheet *desk_sheet_view_get_sheet (DeskSheetView *self);

G_END_DECLS
