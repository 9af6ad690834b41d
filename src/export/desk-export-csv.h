/* desk-export-csv.h: data sets as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-writer.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_CSV (desk_export_csv_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportCsv, desk_export_csv, DESK, EXPORT_CSV, DeskExportWriter)

/**
 * desk_export_csv_new:
 * @path: (type filename): a file for one data set; a folder for several, each in a file of its name: "banking.accounts.csv"
 *
 * A header row, then a row for each record. An amount is the text that was received. An array is one cell of JSON. The
 * last column, `other_fields`, is a JSON object with whatever the catalogue does not know.
 */
DeskExportWriter *desk_export_csv_new (const char *path,
                                       gboolean    is_folder);

G_END_DECLS
