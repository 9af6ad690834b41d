/* desk-export-nem12.h: interval reads in the Meter Data File Format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-writer.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_NEM12 (desk_export_nem12_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportNem12, desk_export_nem12, DESK, EXPORT_NEM12, DeskExportWriter)

/**
 * desk_export_nem12_new:
 * @path: (type filename): the file
 * @now: microseconds since the epoch: when the file is made; the data do not say when a value was updated
 *
 * Takes `energy.service-points` for their NMI, then `energy.usage`, the rows of one service point after each other
 * (AEMO: Meter Data File Format Specification NEM12 & NEM13). A quality flag has no method: the data do not have it.
 *
 * Returns: (nullable): %NULL with @error set in #G_FILE_ERROR
 */
DeskExportWriter *desk_export_nem12_new (const char  *path,
                                         gint64       now,
                                         GError     **error);

G_END_DECLS
