/* desk-quality-links.h: what rows say of rows of other data sets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-quality-report.h"

G_BEGIN_DECLS

/**
 * DeskQualityLinks:
 *
 * Collects what the references and agreements of the catalogue are about. Memory grows with the number of different
 * ids, not of rows.
 */
typedef struct _DeskQualityLinks DeskQualityLinks;

DeskQualityLinks *desk_quality_links_new    (void);
void              desk_quality_links_free   (DeskQualityLinks       *self);

/* Takes a whole record; data sets may come in any order. */
void              desk_quality_links_take   (DeskQualityLinks       *self,
                                             const DeskQualityPlace *record);

/**
 * desk_quality_links_finish:
 *
 * Adds what does not hold to @report. A reference into a data set of which the institution sent nothing is left out:
 * it may not be shared.
 */
void              desk_quality_links_finish (DeskQualityLinks       *self,
                                             DeskQualityReport      *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQualityLinks, desk_quality_links_free)

G_END_DECLS
