/* desk-sandbox-json.h: reading and writing small JSON bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_json_parse_object:
 * @text: (array length=length): bytes from outside
 *
 * Returns: (transfer full) (nullable): the object, or %NULL with @error set in
 *   #DESK_JSON_ERROR if @text is not a JSON object
 */
JsonObject *desk_sandbox_json_parse_object (const char   *text,
                                            gsize         length,
                                            GError      **error);

/**
 * desk_sandbox_json_get_string:
 *
 * Returns: (nullable): the member @name if it is a string, else %NULL
 */
const char *desk_sandbox_json_get_string   (JsonObject   *object,
                                            const char   *name);

/**
 * desk_sandbox_json_get_int:
 *
 * Returns: the member @name if it is a whole number, else @fallback
 */
gint64      desk_sandbox_json_get_int      (JsonObject   *object,
                                            const char   *name,
                                            gint64        fallback);

/**
 * desk_sandbox_json_are_strings:
 *
 * Returns: whether the member @name is an array of strings and nothing else, null or not there
 */
gboolean    desk_sandbox_json_are_strings  (JsonObject   *object,
                                            const char   *name);

/**
 * desk_sandbox_json_dup_strings:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the strings in the array
 *   @name; %NULL if it is not an array
 */
char      **desk_sandbox_json_dup_strings  (JsonObject   *object,
                                            const char   *name);

/**
 * desk_sandbox_json_add_string:
 * @value: (nullable): the member is left out if there is none
 */
void        desk_sandbox_json_add_string   (JsonBuilder  *builder,
                                            const char   *name,
                                            const char   *value);
void        desk_sandbox_json_add_int      (JsonBuilder  *builder,
                                            const char   *name,
                                            gint64        value);
void        desk_sandbox_json_add_boolean  (JsonBuilder  *builder,
                                            const char   *name,
                                            gboolean      value);
/**
 * desk_sandbox_json_add_strings:
 * @values: (nullable) (array zero-terminated=1): the member is left out if there are none
 */
void        desk_sandbox_json_add_strings  (JsonBuilder         *builder,
                                            const char          *name,
                                            const char *const   *values);

/**
 * desk_sandbox_json_add_instant:
 *
 * Adds microseconds since the epoch as RFC 3339 in UTC.
 */
void        desk_sandbox_json_add_instant  (JsonBuilder  *builder,
                                            const char   *name,
                                            gint64        value);

/**
 * desk_sandbox_json_dup_text:
 *
 * Returns: (transfer full): what was built, without blanks
 */
char       *desk_sandbox_json_dup_text     (JsonBuilder  *builder);

G_END_DECLS
