/* desk-csv.h: rows as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_csv_append_row:
 * @csv: what grows by one row
 * @cells: (array length=n_cells) (element-type utf8): a %NULL among them is an empty cell
 *
 * Writes as RFC 4180 says. A cell that a spreadsheet would take for a formula
 * (it starts with `=`, `+`, `-`, `@`, one of their full-width forms, a tab or a line break, and is not a
 * plain number) gets an apostrophe in front.
 */
void      desk_csv_append_row  (GString            *csv,
                                const char *const  *cells,
                                gsize               n_cells);

G_END_DECLS
