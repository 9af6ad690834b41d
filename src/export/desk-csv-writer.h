/* desk-csv-writer.h: rows as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_csv_append_row:
 * @csv: what grows by one row
 * @cells: (array length=n_cells) (element-type utf8): a %NULL among them is an empty cell
 *
 * Writes as RFC 4180 says. A cell that a spreadsheet would take for a formula
 * (it starts with `=`, `+`, `-`, `@`, a tab or a carriage return and is not a
 * plain number) gets an apostrophe in front.
 */
void      desk_csv_append_row  (GString            *csv,
                                const char *const  *cells,
                                gsize               n_cells);

/**
 * desk_csv_write_row:
 * @stream: where the row goes; blocks until it is written
 * @cells: (array length=n_cells) (element-type utf8): as for desk_csv_append_row()
 *
 * Returns: %FALSE with @error set in #G_IO_ERROR
 */
gboolean  desk_csv_write_row   (GOutputStream      *stream,
                                const char *const  *cells,
                                gsize               n_cells,
                                GCancellable       *cancellable,
                                GError            **error);

G_END_DECLS
