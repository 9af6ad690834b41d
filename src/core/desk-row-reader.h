/* desk-row-reader.h: fills the rows that are asked for, a batch at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-row.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_ROW_READER (desk_row_reader_get_type ())
G_DECLARE_FINAL_TYPE (DeskRowReader, desk_row_reader, DESK, ROW_READER, GObject)

/**
 * desk_row_reader_new:
 *
 * #DeskRowReader::failed (GError) is emitted when a batch cannot be read.
 */
DeskRowReader *desk_row_reader_new     (DeskStore     *store);

/**
 * desk_row_reader_request:
 *
 * Rows that are requested in one iteration of the main loop are read by one
 * query. All must be of one resource until desk_row_reader_forget().
 */
void           desk_row_reader_request (DeskRowReader *self,
                                        DeskRow       *row);

/* Drops what is asked and not yet read. */
void           desk_row_reader_forget  (DeskRowReader *self);

G_END_DECLS
