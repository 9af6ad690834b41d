/* desk-export-report.h: what was exported, and what was left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-export.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_REPORT (desk_export_report_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportReport, desk_export_report, DESK, EXPORT_REPORT, AdwBin)

/**
 * desk_export_report_show:
 * @export: one that is finished
 * @path: (type filename): the file or folder that it made
 * @is_folder: whether it is a folder
 *
 * Names each data set with its rows and, where some are missing, why. The place can be opened and copied.
 */
void desk_export_report_show (DeskExportReport *self,
                              DeskExport       *export,
                              const char       *path,
                              gboolean          is_folder);

G_END_DECLS
