/* desk-record-view.h: every field of a record, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-fold-list.h"
#include "desk-record-outline.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_VIEW (desk_record_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordView, desk_record_view, DESK, RECORD_VIEW, GtkWidget)

/**
 * desk_record_view_new:
 *
 * A list of the lines of a #DeskRecordOutline, which is made on another thread; only rows that are to be seen are
 * widgets. Objects and arrays fold. Ctrl+C copies the value in focus, Ctrl+Shift+C its JSON path, Ctrl+Alt+C its JSON.
 *
 * Properties: `with-absent` (whether fields that were not sent have a line), `loading`.
 * Actions: `record.expand-all`, `record.fold-all`, `record.with-absent`.
 */
GtkWidget         *desk_record_view_new           (void);

/**
 * desk_record_view_set_record:
 * @bytes: (nullable): a record as it was received; %NULL shows nothing
 * @resource: (nullable): what is known of it; %NULL with @bytes
 */
void               desk_record_view_set_record    (DeskRecordView     *self,
                                                   GBytes             *bytes,
                                                   const DeskResource *resource);

/* Returns: (transfer none) (nullable): what is shown; %NULL while it is loading */
DeskRecordOutline *desk_record_view_get_outline   (DeskRecordView     *self);

/* Returns: (transfer none) (nullable): which lines of it are to be seen */
DeskFoldList      *desk_record_view_get_lines     (DeskRecordView     *self);
void               desk_record_view_start_search  (DeskRecordView     *self);

G_END_DECLS
