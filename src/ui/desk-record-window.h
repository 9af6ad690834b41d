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

/* @row: a loaded row. When its data are purged, the window closes. */
GtkWidget *desk_record_window_new (DeskRow *row);

G_END_DECLS
