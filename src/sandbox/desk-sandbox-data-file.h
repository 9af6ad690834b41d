/* desk-sandbox-data-file.h: data sets in the all-data format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-directory.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_data_file_load:
 * @path: a file in the `all-data` format of the Data Standards Body's test data: `holders` with
 *   `authenticated.customers` that have `banking` and `energy`
 * @directory: what the institutions and customers are added to; an institution that is there
 *   already gets the customers of this file besides
 *
 * Each holder becomes one institution for each industry in which it has customers. The members
 * are renamed, Fiskil's own are added, and no value is changed.
 *
 * Returns: %FALSE with @error set in #GFileError, #DESK_JSON_ERROR or #GIOError if
 *   the file cannot be read or is in another format; its message is a sentence for people
 */
gboolean desk_sandbox_data_file_load (const char            *path,
                                      DeskSandboxDirectory  *directory,
                                      GError               **error);

G_END_DECLS
