/* desk-quality-csv.h: findings as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_quality_csv_new:
 * @findings: of #DeskQualityFinding
 *
 * Returns: (transfer full): a header with the names that `consentctl --json quality` uses, and a row for each finding
 */
GBytes *desk_quality_csv_new (GListModel *findings);

G_END_DECLS
