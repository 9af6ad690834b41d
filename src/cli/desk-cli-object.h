/* desk-cli-object.h: writes one object, as JSON or line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "desk-json.h"

G_BEGIN_DECLS

/* Writes the received bytes, or a line for each member, to standard output. */
void desk_cli_object_print       (DeskJsonSlice  object,
                                  gboolean       as_json);

/**
 * desk_cli_object_print_built:
 * @builder: holds one whole object
 *
 * As desk_cli_object_print(), for an object of our own.
 */
void desk_cli_object_print_built (JsonBuilder   *builder,
                                  gboolean       as_json);

/* Writes an object with one text: what a command without an answer of its own was about. */
void desk_cli_object_print_text  (const char    *name,
                                  const char    *value,
                                  gboolean       as_json);

G_END_DECLS
