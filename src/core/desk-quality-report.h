/* desk-quality-report.h: all that was found, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-quality-finding.h"
#include "desk-quality-place.h"

G_BEGIN_DECLS

/**
 * DeskQualityReport:
 *
 * One finding for each data set, rule and field, with its count and the first example. Not for two threads at a time.
 */
typedef struct _DeskQualityReport DeskQualityReport;

DeskQualityReport *desk_quality_report_new       (void);
void               desk_quality_report_free      (DeskQualityReport       *self);

/**
 * desk_quality_report_add:
 * @place: where it is
 * @example: (nullable): a text to show
 */
void               desk_quality_report_add       (DeskQualityReport       *self,
                                                  DeskQualityRule          rule,
                                                  const DeskQualityPlace  *place,
                                                  const char              *example);

/* @value: shown as the example: text decoded, anything else as received */
void               desk_quality_report_add_value (DeskQualityReport       *self,
                                                  DeskQualityRule          rule,
                                                  const DeskQualityPlace  *place,
                                                  DeskJsonSlice            value);

/* As desk_quality_finding_new(), @count at once. */
void               desk_quality_report_add_count (DeskQualityReport       *self,
                                                  const DeskResource      *resource,
                                                  DeskQualityRule          rule,
                                                  const char              *field,
                                                  const char              *example,
                                                  const char              *path,
                                                  guint                    position,
                                                  guint                    count);

/**
 * desk_quality_report_dup_findings:
 *
 * Returns: (transfer full): a #GListModel of #DeskQualityFinding: by data set in the catalogue's order, in each the
 *   worst first, then the most frequent
 */
GListModel        *desk_quality_report_dup_findings (DeskQualityReport    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQualityReport, desk_quality_report_free)

G_END_DECLS
