/* desk-quality-rows.h: whether the rows of an end user are what the catalogue says, each and together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-quality-report.h"

G_BEGIN_DECLS

/**
 * DeskQualityRows:
 *
 * Takes all rows of all data sets of one end user or consent, one by one. Not for two threads at a time.
 */
typedef struct _DeskQualityRows DeskQualityRows;

DeskQualityRows *desk_quality_rows_new    (void);
void             desk_quality_rows_free   (DeskQualityRows     *self);

/**
 * desk_quality_rows_take:
 * @record: valid during the call
 * @position: where it comes in the data set's own order
 */
void             desk_quality_rows_take   (DeskQualityRows     *self,
                                           const DeskResource  *resource,
                                           DeskJsonSlice        record,
                                           guint                position);

/**
 * desk_quality_rows_finish:
 *
 * After the last row: adds what only all rows together show.
 *
 * Returns: (transfer none): the report; more can be added
 */
DeskQualityReport *desk_quality_rows_finish (DeskQualityRows   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQualityRows, desk_quality_rows_free)

G_END_DECLS
