/* desk-quality-run.h: checks everything that the store has of one end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_QUALITY_RUN (desk_quality_run_get_type ())
G_DECLARE_FINAL_TYPE (DeskQualityRun, desk_quality_run, DESK, QUALITY_RUN, GObject)

/**
 * desk_quality_run_new:
 * @arrangement_id: (nullable): rows of this consent alone
 *
 * Property `progress` (0.0 to 1.0, by rows) notifies some times a second.
 */
DeskQualityRun *desk_quality_run_new          (DeskStore            *store,
                                               const char           *end_user_id,
                                               const char           *arrangement_id);

/**
 * desk_quality_run_async:
 *
 * Reads every row of every data set once, on a worker thread, and what became of rows since the last sync. Once only.
 *
 * desk_quality_run_finish() returns: (transfer full) (nullable): a #GListModel of #DeskQualityFinding, as
 *   desk_quality_report_dup_findings() orders them; %NULL with @error set in #DESK_STORE_ERROR or #G_IO_ERROR
 */
void            desk_quality_run_async        (DeskQualityRun       *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GListModel     *desk_quality_run_finish       (DeskQualityRun       *self,
                                               GAsyncResult         *result,
                                               GError              **error);
double          desk_quality_run_get_progress (DeskQualityRun       *self);

/* How many rows there were to check. */
guint           desk_quality_run_get_n_rows   (DeskQualityRun       *self);

/**
 * desk_quality_run_dup_flawless:
 * @findings: of this run
 *
 * Returns: (transfer container) (element-type DeskResource): the data sets that have rows, and in them nothing that is an
 *   error or a warning, in the catalogue's order
 */
GPtrArray      *desk_quality_run_dup_flawless (DeskQualityRun       *self,
                                               GListModel           *findings);

G_END_DECLS
