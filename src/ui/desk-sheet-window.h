/* desk-sheet-window.h: one record as a sheet in a window of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"
#include "desk-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHEET_WINDOW (desk_sheet_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskSheetWindow, desk_sheet_window, DESK, SHEET_WINDOW, AdwWindow)

/**
 * desk_sheet_window_new:
 * @row: a loaded row of a data set that desk_sheets_has()
 *
 * Fetches the details of the row first, if there are any. When its data are purged, the window closes.
 */
GtkWidget *desk_sheet_window_new     (DeskContext *context,
                                      const char  *end_user_id,
                                      DeskRow     *row);

/**
 * desk_sheet_window_open:
 * @widget: any widget of the window below
 * @rows: (element-type DeskRow): the list that it shows
 * @position: the row to show; nothing happens if it is not loaded
 *
 * Shows the row as a sheet where there is one for its data set, else field by field.
 */
void       desk_sheet_window_open    (GtkWidget   *widget,
                                      DeskContext *context,
                                      const char  *end_user_id,
                                      GListModel  *rows,
                                      guint        position);

G_END_DECLS
