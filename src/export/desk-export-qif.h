/* desk-export-qif.h: bank statements in the Quicken Interchange Format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-bank.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_QIF (desk_export_qif_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportQif, desk_export_qif, DESK, EXPORT_QIF, DeskExportBank)

/**
 * desk_export_qif_new:
 * @path: (type filename): the file
 *
 * QIF knows no currencies: each currency of an account is an account of its own, "Travel Card (USD)". Dates are written
 * with the year first, which cannot be read in two ways.
 *
 * Returns: (nullable): %NULL with @error set in #G_FILE_ERROR
 */
DeskExportWriter *desk_export_qif_new (const char  *path,
                                       GError     **error);

G_END_DECLS
