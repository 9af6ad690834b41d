/* desk-export-json.h: data sets as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-writer.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_JSON (desk_export_json_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportJson, desk_export_json, DESK, EXPORT_JSON, DeskExportWriter)

/**
 * desk_export_json_new:
 * @path: (type filename): the file
 * @is_single: whether it is one data set: an array; an object with an array for each data set by its name otherwise
 *
 * The arrays hold the bytes of each record as they were received.
 *
 * Returns: (nullable): %NULL with @error set in #G_FILE_ERROR
 */
DeskExportWriter *desk_export_json_new (const char  *path,
                                        gboolean     is_single,
                                        GError     **error);

G_END_DECLS
