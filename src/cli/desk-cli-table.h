/* desk-cli-table.h: records as a table for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskCliColumn:
 * @title: translated
 * @path: as for desk_json_slice_get_path()
 * @is_number: whether it is aligned to the right
 */
typedef struct
{
  const char *title;
  const char *path;
  gboolean    is_number;
} DeskCliColumn;

/**
 * DeskCliTable:
 *
 * Writes to standard output while records come: the first ones settle the widths, so no
 * more than those are held.
 */
typedef struct _DeskCliTable DeskCliTable;

/**
 * desk_cli_table_new:
 * @columns: (array length=n_columns): copied; the texts must outlive the table
 */
DeskCliTable *desk_cli_table_new  (const DeskCliColumn *columns,
                                   guint                n_columns);
void          desk_cli_table_add  (DeskCliTable        *self,
                                   DeskJsonSlice        record);

/* Writes what is still held. */
void          desk_cli_table_free (DeskCliTable        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCliTable, desk_cli_table_free)

G_END_DECLS
