/* desk-export-set.h: one data set on its way into an export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-request.h"
#include "desk-export-tally.h"

G_BEGIN_DECLS

/**
 * DeskExportSet:
 * @query: which rows, in the order in which the format wants them
 * @ids: (nullable) (element-type gint64): the rows, once they are listed
 * @tally: (nullable): what became of them; %NULL if they are only there for the others
 * @is_held: whether the format has a place for them
 */
typedef struct
{
  DeskQuery       *query;
  GArray          *ids;
  DeskExportTally *tally;
  gboolean         is_held;
} DeskExportSet;

void           desk_export_set_free     (DeskExportSet           *self);

/**
 * desk_export_set_keep:
 * @chosen: (element-type gint64): the only rows of those listed that are asked for
 *
 * Takes its time with many rows: for a worker thread.
 */
void           desk_export_set_keep     (DeskExportSet           *self,
                                         GArray                  *chosen);

/**
 * desk_export_set_list:
 *
 * Returns: (transfer full) (element-type DeskExportSet): what is asked for, and what it needs to be complete, in the order
 *   in which the format takes it; data sets without a place in the format come last
 */
GPtrArray     *desk_export_set_list     (const DeskExportRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportSet, desk_export_set_free)

G_END_DECLS
