/* desk-sandbox-persona-file.h: the personas of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_persona_file_load:
 * @path: (nullable): the file, or %NULL for the personas that the program brings along
 * @error: set in #G_FILE_ERROR if the file cannot be read, in #DESK_JSON_ERROR if it is not
 *   JSON, and with %G_IO_ERROR_INVALID_DATA if it is not a persona file; the message names the
 *   file, the persona and the field
 *
 * Reads `{"patterns":{NAME:{"debit":[…],"card":[…],"travel":[…]}},"personas":[…]}`. The
 * built-in file `personas.json` is the example of the format.
 *
 * Returns: (transfer full) (nullable) (element-type DeskSandboxPersona): the personas in the
 *   order of the file, or %NULL with @error set
 */
GPtrArray *desk_sandbox_persona_file_load (const char  *path,
                                           GError     **error);

G_END_DECLS
