/* desk-quality-series.h: whether rows that follow each other in time fit together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-quality-report.h"

G_BEGIN_DECLS

/**
 * DeskQualitySeries:
 *
 * Checks the rows of data sets that the catalogue calls a series: values that fill their day, notes that are about
 * values that exist, one unit and no missing days for each owner.
 */
typedef struct _DeskQualitySeries DeskQualitySeries;

DeskQualitySeries *desk_quality_series_new    (void);
void               desk_quality_series_free   (DeskQualitySeries      *self);

/* Takes a whole record; one of a data set that is no series is left alone. */
void               desk_quality_series_take   (DeskQualitySeries      *self,
                                               const DeskQualityPlace *record,
                                               DeskQualityReport      *report);

/* Adds the gaps. */
void               desk_quality_series_finish (DeskQualitySeries      *self,
                                               DeskQualityReport      *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQualitySeries, desk_quality_series_free)

G_END_DECLS
