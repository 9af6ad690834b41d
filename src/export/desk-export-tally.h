/* desk-export-tally.h: how many rows of a data set are in an export, and how many are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-reason.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * DeskExportTally:
 * @n_rows: by reason; those of %DESK_EXPORT_REASON_NONE are in the export
 *
 * What was asked for is the sum over all reasons: no row is lost.
 */
typedef struct
{
  const DeskResource *resource;
  guint               n_rows[DESK_EXPORT_N_REASONS];
} DeskExportTally;

DeskExportTally *desk_export_tally_new             (const DeskResource    *resource);
void             desk_export_tally_free            (DeskExportTally       *self);
guint            desk_export_tally_get_n_written   (const DeskExportTally *self);
guint            desk_export_tally_get_n_left_out  (const DeskExportTally *self);

/**
 * desk_export_tally_dup_reasons:
 *
 * Returns: (transfer full): why rows were left out, in words: "pending (9), no amount (3)", or "pending" if that is the
 *   only reason; "" if none were
 */
char            *desk_export_tally_dup_reasons     (const DeskExportTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportTally, desk_export_tally_free)

G_END_DECLS
