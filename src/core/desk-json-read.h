/* desk-json-read.h: members of small answers, read with tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_json_read_text:
 *
 * Returns: (transfer full) (nullable): what a person would read; "" counts as absent (hard-cases.md 2)
 */
char    *desk_json_read_text     (DeskJsonSlice   object,
                                  const char     *member);

/**
 * desk_json_read_id:
 * @members: (array zero-terminated=1): the first that is there counts
 *
 * Returns: (transfer full) (nullable): %NULL with @error set to %DESK_JSON_ERROR_SHAPE if none is there
 */
char    *desk_json_read_id       (DeskJsonSlice       object,
                                  const char *const  *members,
                                  GError            **error);

/**
 * desk_json_read_texts:
 *
 * Returns: (transfer full): the texts of an array; empty if there is none. A bare string is an
 *   array of one (hard-cases.md 6)
 */
char   **desk_json_read_texts    (DeskJsonSlice   object,
                                  const char     *member);

/**
 * desk_json_read_instant:
 *
 * Returns: microseconds since the epoch, of an RFC 3339 string or of Unix seconds; 0 if unreadable
 */
gint64   desk_json_read_instant  (DeskJsonSlice   object,
                                  const char     *member);

/**
 * desk_json_read_boolean:
 *
 * Returns: @fallback if there is no boolean
 */
gboolean desk_json_read_boolean  (DeskJsonSlice   object,
                                  const char     *member,
                                  gboolean        fallback);

G_END_DECLS
