/* desk-cli-records.h: writes records as they come, as JSON or as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-cli-table.h"
#include "desk-json-page.h"

G_BEGIN_DECLS

typedef struct _DeskCliRecords DeskCliRecords;

/**
 * desk_cli_records_new:
 * @as_json: an array of the received bytes of each record; else a table
 */
DeskCliRecords *desk_cli_records_new      (gboolean             as_json,
                                           const DeskCliColumn *columns,
                                           guint                n_columns);

/**
 * desk_cli_records_add_page:
 *
 * Writes every record of @page.
 */
void            desk_cli_records_add_page (DeskCliRecords      *self,
                                           DeskJsonPage        *page);

/* Records that were written before are left out from here on: the list has started again. */
void            desk_cli_records_restart  (DeskCliRecords      *self);

/**
 * desk_cli_records_end:
 *
 * Ends a list that is whole, also an empty one.
 */
void            desk_cli_records_end      (DeskCliRecords      *self);

/* Closes what was begun, so that a list that was cut short is JSON still. */
void            desk_cli_records_free     (DeskCliRecords      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCliRecords, desk_cli_records_free)

G_END_DECLS
