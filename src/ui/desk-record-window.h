/* desk-record-window.h: one record: every field in words, and the bytes as they came
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_WINDOW (desk_record_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordWindow, desk_record_window, DESK, RECORD_WINDOW, AdwWindow)

/**
 * desk_record_window_new:
 * @row: a loaded row. When its data are purged, the window closes
 */
GtkWidget *desk_record_window_new       (DeskRow          *row);

/**
 * desk_record_window_set_list:
 * @rows: (element-type DeskRow): the list that the record is shown from
 * @position: where it is in there
 *
 * Lets the user go to the record before and after it.
 */
void       desk_record_window_set_list  (DeskRecordWindow *self,
                                         GListModel       *rows,
                                         guint             position);

/**
 * desk_record_window_open:
 * @widget: any widget of the window below
 * @rows: (element-type DeskRow): the list that it shows
 * @position: the row to show; nothing happens if it is not loaded
 */
void       desk_record_window_open      (GtkWidget        *widget,
                                         GListModel       *rows,
                                         guint             position);

G_END_DECLS
