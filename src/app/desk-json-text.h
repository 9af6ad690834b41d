/* desk-json-text.h: small JSON texts of our own, built member by member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Adds a member; one that is %NULL is left out. */
void    desk_json_text_add         (JsonBuilder *builder,
                                    const char  *name,
                                    const char  *value);

/* Adds a time in RFC 3339, UTC; 0 is left out. @instant: microseconds since the epoch */
void    desk_json_text_add_instant (JsonBuilder *builder,
                                    const char  *name,
                                    gint64       instant);

/* Returns: (transfer full): what was built, indented, with a line's end */
GBytes *desk_json_text_finish      (JsonBuilder *builder);

G_END_DECLS
