/* desk-environment-file.h: the user's environments, kept in one key file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-environment.h"

G_BEGIN_DECLS

/**
 * desk_environment_file_dup_path:
 *
 * Returns: (transfer full) (type filename): `environments.ini` in the user's configuration
 *   folder; the app and consentctl read the same file. It never holds a secret
 */
char            *desk_environment_file_dup_path (void);

/**
 * desk_environment_file_load:
 * @path: (type filename): the file; one that is absent is an empty one
 *
 * Returns: (transfer full) (nullable) (element-type DeskEnvironment): the built-in sandbox first, then
 *   each group in its order; %NULL with @error set in #DESK_ENVIRONMENT_ERROR, #G_KEY_FILE_ERROR or
 *   #G_FILE_ERROR
 */
GPtrArray       *desk_environment_file_load     (const char  *path,
                                                 GError     **error);

/**
 * desk_environment_file_find:
 * @path: (type filename): the file
 * @name: (nullable): which environment; %NULL, or `sandbox` in any case, for the built-in sandbox, which
 *   needs no file
 *
 * Other environments of the file may be wrong without harm.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set as above; %DESK_ENVIRONMENT_ERROR_UNKNOWN if
 *   there is none with that name
 */
DeskEnvironment *desk_environment_file_find     (const char  *path,
                                                 const char  *name,
                                                 GError     **error);

G_END_DECLS
