/* desk-quality-row.h: a finding in the list of findings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-presentation.h"
#include "desk-quality-finding.h"

G_BEGIN_DECLS

#define DESK_TYPE_QUALITY_ROW (desk_quality_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskQualityRow, desk_quality_row, DESK, QUALITY_ROW, GtkWidget)

/* @presentation: whether the example may be shown as it is */
GtkWidget          *desk_quality_row_new         (DeskPresentation   *presentation);

/**
 * desk_quality_row_set_finding:
 * @finding: (nullable)
 * @before: (nullable): the finding above it; a row that begins a group has its heading
 */
void                desk_quality_row_set_finding (DeskQualityRow     *self,
                                                  DeskQualityFinding *finding,
                                                  DeskQualityFinding *before);

/* Returns: (transfer none) (nullable) */
DeskQualityFinding *desk_quality_row_get_finding (DeskQualityRow     *self);

G_END_DECLS
