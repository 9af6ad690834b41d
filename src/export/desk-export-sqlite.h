/* desk-export-sqlite.h: data sets as tables of a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-writer.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_SQLITE (desk_export_sqlite_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportSqlite, desk_export_sqlite, DESK, EXPORT_SQLITE, DeskExportWriter)

/**
 * desk_export_sqlite_new:
 * @path: (type filename): a file that is empty
 *
 * A table for each data set: `banking_transactions`. Its columns are the paths of the known values; amounts, rates and
 * dates are text as received, numbers are numbers unless a double would round them, arrays are JSON. The column `raw` is
 * the record as it was received. The database is a new one with a connection of its own.
 *
 * Returns: (nullable): %NULL with @error set in #G_IO_ERROR
 */
DeskExportWriter *desk_export_sqlite_new (const char  *path,
                                          GError     **error);

G_END_DECLS
