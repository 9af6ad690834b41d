/* desk-export-scope.h: which rows an export is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-export-request.h"

G_BEGIN_DECLS

/**
 * DeskExportScope:
 *
 * Rows of one data set, or everything of an end user or of a consent.
 */
typedef struct _DeskExportScope DeskExportScope;

/**
 * desk_export_scope_new_rows:
 * @ids: (nullable) (element-type gint64): only these rows
 * @n_rows: how many there are
 */
DeskExportScope    *desk_export_scope_new_rows        (const DeskQuery         *query,
                                                       GArray                  *ids,
                                                       guint                    n_rows);

/**
 * desk_export_scope_new_everything:
 * @arrangement_id: (nullable): of this consent only
 * @counts: (element-type utf8 guint): as desk_store_count_finish() gives them for both ids
 */
DeskExportScope    *desk_export_scope_new_everything  (const char              *end_user_id,
                                                       const char              *arrangement_id,
                                                       GHashTable              *counts);
void                desk_export_scope_free            (DeskExportScope         *self);
guint               desk_export_scope_get_n_rows      (const DeskExportScope   *self);
guint               desk_export_scope_get_n_data_sets (const DeskExportScope   *self);

/* Returns: (nullable): the data set, if it is rows of one */
const DeskResource *desk_export_scope_get_resource    (const DeskExportScope   *self);

/* Returns: whether the rows that the format is made for are among them */
gboolean            desk_export_scope_suits           (const DeskExportScope   *self,
                                                       DeskExportFormat         format);

/* Asks for the rows. */
void                desk_export_scope_ask             (const DeskExportScope   *self,
                                                       DeskExportRequest       *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportScope, desk_export_scope_free)

G_END_DECLS
