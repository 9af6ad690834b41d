/* desk-json-path.h: where a value lies in a JSON text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_json_path_append_key:
 * @path: a JSON path (RFC 9535) so far, "$" at first
 * @key: the name of a member, a string slice
 *
 * Appends `.name`, or `['name']` where the name is no plain word.
 */
void  desk_json_path_append_key    (GString       *path,
                                    DeskJsonSlice  key);

/* Appends `[2]`; @index counts from 0. */
void  desk_json_path_append_index  (GString       *path,
                                    guint          index);

G_END_DECLS
