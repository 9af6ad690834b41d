/* desk-export-ofx.h: bank statements as Open Financial Exchange 2.2
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-bank.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_OFX (desk_export_ofx_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportOfx, desk_export_ofx, DESK, EXPORT_OFX, DeskExportBank)

/**
 * desk_export_ofx_new:
 * @path: (type filename): the file
 * @now: microseconds since the epoch: when the balances are said to be of
 *
 * A currency that is not the account's own has a statement of its own, with the account id "ID-USD". A balance that the
 * service does not give is the sum of the rows: the format demands one.
 *
 * Returns: (nullable): %NULL with @error set in #G_FILE_ERROR
 */
DeskExportWriter *desk_export_ofx_new (const char  *path,
                                       gint64       now,
                                       GError     **error);

G_END_DECLS
