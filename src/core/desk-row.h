/* desk-row.h: one record, shown in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

#define DESK_TYPE_ROW (desk_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskRow, desk_row, DESK, ROW, GObject)

gint64              desk_row_get_id       (DeskRow    *self);
const DeskResource *desk_row_get_resource (DeskRow    *self);

/**
 * desk_row_is_loaded:
 *
 * Returns: whether the record is here; it comes a moment after the row is first
 *   shown (notify::loaded), and is gone after a purge
 */
gboolean            desk_row_is_loaded    (DeskRow    *self);

/**
 * desk_row_get_bytes:
 *
 * Returns: (transfer none) (nullable): the received bytes of the record
 */
GBytes             *desk_row_get_bytes    (DeskRow    *self);

/**
 * desk_row_get_value:
 * @path: as for desk_json_slice_get_path(); "" is the whole record
 *
 * Returns: the value; no value while not loaded. Valid while the row holds its bytes
 */
DeskJsonSlice       desk_row_get_value    (DeskRow    *self,
                                           const char *path);

/**
 * desk_row_dup_text:
 *
 * Returns: (transfer full) (nullable): desk_json_slice_dup_text() of the value
 */
char               *desk_row_dup_text     (DeskRow    *self,
                                           const char *path);

G_END_DECLS
