/* desk-quality-record.h: whether one record is what the catalogue says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-quality-report.h"

G_BEGIN_DECLS

/* The most members that an object of the catalogue may have. */
#define DESK_QUALITY_MAX_FIELDS 64

/**
 * desk_quality_record_check:
 * @record: (not nullable): the place of a whole record
 *
 * Walks @record and the fields of its data set side by side and adds what does not fit to @report. Rules that need
 * other rows are desk_quality_rows_take()'s.
 */
void desk_quality_record_check (const DeskQualityPlace *record,
                                DeskQualityReport      *report);

G_END_DECLS
