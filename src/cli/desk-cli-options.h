/* desk-cli-options.h: what was typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-cli-command.h"

G_BEGIN_DECLS

/**
 * DeskCliOptions:
 * @command: (nullable): %NULL if only help or the version is asked for
 * @help: (owned) (nullable): the text to show instead of doing anything
 * @environment: (owned) (nullable): the name of an environment
 * @api_uri: (owned) (nullable): of a temporary environment
 * @auth_uri: (owned) (nullable): of a temporary environment
 * @api_version: (owned) (nullable): `v1`, `v2` or `v3`
 */
typedef struct
{
  const DeskCliCommand *command;
  char                 *help;
  char                 *environment;
  char                 *api_uri;
  char                 *auth_uri;
  char                 *api_version;
} DeskCliOptions;

/**
 * desk_cli_options_parse:
 * @argv: (array zero-terminated=1): as the program was called
 * @call: takes the argument and the options of the command, and whether JSON is asked for
 *
 * The program's own options are understood before and after the command.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #G_OPTION_ERROR
 */
DeskCliOptions  *desk_cli_options_parse           (const char *const  *argv,
                                                   DeskCliCall        *call,
                                                   GError            **error);
void             desk_cli_options_free            (DeskCliOptions     *self);

/**
 * desk_cli_options_find_environment:
 *
 * Returns: (transfer full) (nullable): where to work: the built-in sandbox if nothing was named; %NULL with @error set
 *   in #DESK_ENVIRONMENT_ERROR, #G_KEY_FILE_ERROR or #G_FILE_ERROR
 */
DeskEnvironment *desk_cli_options_find_environment (DeskCliOptions    *self,
                                                    GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCliOptions, desk_cli_options_free)

G_END_DECLS
