/* desk-environment-file.h: the user's environments, kept in one key file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-environment-draft.h"

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

/* Returns: whether @name stands for the built-in sandbox */
gboolean         desk_environment_file_is_sandbox (const char *name);

/**
 * desk_environment_file_scan:
 * @problem: (out) (transfer full) (nullable): what is wrong with the environments that are left out, a line each
 *
 * As desk_environment_file_load(), but without the built-in sandbox, and what is wrong is left out.
 *
 * Returns: (transfer full) (nullable) (element-type DeskEnvironment): %NULL if the file cannot be read
 */
GPtrArray       *desk_environment_file_scan     (const char           *path,
                                                 char                **problem,
                                                 GError              **error);

/**
 * desk_environment_file_put:
 * @old_name: (nullable): the environment that is changed, which may get another name; %NULL adds one
 *
 * Reads the file, changes this environment and writes it: the old file or the new one is there at any time, and only its
 * owner may read it. Whatever else the file says stays: comments, order, other groups and keys. Blocks.
 *
 * Returns: %FALSE with %DESK_ENVIRONMENT_ERROR_FIELD if there is another of that name,
 *   %DESK_ENVIRONMENT_ERROR_UNKNOWN if @old_name is gone, #G_KEY_FILE_ERROR or #G_FILE_ERROR
 */
gboolean         desk_environment_file_put      (const char           *path,
                                                 const char           *old_name,
                                                 DeskEnvironmentDraft *draft,
                                                 GError              **error);

/* Removes the environment from the file; one that is not there is no error. Blocks. */
gboolean         desk_environment_file_remove   (const char           *path,
                                                 const char           *name,
                                                 GError              **error);

/* Notes for good that the environment is production. Blocks. */
gboolean         desk_environment_file_mark_production (const char    *path,
                                                 const char           *name,
                                                 GError              **error);

G_END_DECLS
