/* desk-export-columns.h: a record as one row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * DeskExportColumns:
 *
 * One column for each known value of a data set, in the catalogue's order. Members of an object are columns of their
 * own; what is repeated is one column.
 */
typedef struct _DeskExportColumns DeskExportColumns;

DeskExportColumns *desk_export_columns_new       (const DeskResource       *resource);
void               desk_export_columns_free      (DeskExportColumns        *self);
guint              desk_export_columns_get_n     (const DeskExportColumns  *self);

/* Returns: member names joined by dots: "category.primary_category" */
const char        *desk_export_columns_get_path  (const DeskExportColumns  *self,
                                                  guint                     i);
const DeskField   *desk_export_columns_get_field (const DeskExportColumns  *self,
                                                  guint                     i);

/**
 * desk_export_columns_read:
 * @values: (out caller-allocates): as many as there are columns; no value where the record has none
 * @others: becomes a JSON object with what has no column, by path, as it was received; "" if there is nothing
 */
void               desk_export_columns_read      (const DeskExportColumns  *self,
                                                  DeskJsonSlice             record,
                                                  DeskJsonSlice            *values,
                                                  GString                  *others);

/**
 * desk_export_columns_dup_text:
 *
 * Returns: (transfer full) (nullable): a value as text: the received bytes of an array or object; %NULL for null and no value
 */
char              *desk_export_columns_dup_text  (DeskJsonSlice             value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportColumns, desk_export_columns_free)

G_END_DECLS
