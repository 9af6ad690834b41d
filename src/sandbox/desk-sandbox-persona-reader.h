/* desk-sandbox-persona-reader.h: one row of a persona file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-json.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_persona_reader_read:
 * @row: the object of one persona
 * @patterns: the spending patterns by name
 * @error: set with %G_IO_ERROR_INVALID_DATA if something is missing or cannot be read
 *
 * Returns: (transfer full) (nullable): the persona, or %NULL with @error set
 */
DeskSandboxPersona *desk_sandbox_persona_reader_read (DeskJsonSlice   row,
                                                      DeskJsonSlice   patterns,
                                                      GError        **error);

G_END_DECLS
