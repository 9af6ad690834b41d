/* desk-sandbox-state-file.h: the state's file on disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_state_file_load:
 * @directory: the state's folder; made with mode 0700 if it is not there
 * @object: (out) (transfer full) (nullable): what was saved, or %NULL if nothing was yet
 *
 * Returns: %FALSE with @error set in #GFileError or #DESK_JSON_ERROR if there
 *   is something that cannot be read
 */
gboolean desk_sandbox_state_file_load (const char    *directory,
                                       JsonObject   **object,
                                       GError       **error);

/**
 * desk_sandbox_state_file_save:
 * @text: the whole state
 *
 * Writes the file beside the old one, waits for the disk and renames it, mode 0600: a
 * reader and a crash see the old state or the new one, never a part.
 *
 * Returns: %FALSE with @error set in #GFileError
 */
gboolean desk_sandbox_state_file_save (const char    *directory,
                                       const char    *text,
                                       GError       **error);

G_END_DECLS
