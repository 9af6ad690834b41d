/* desk-cli-command.h: what one command of the program is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-cli-call.h"

G_BEGIN_DECLS

#define DESK_CLI_MAX_OPTIONS 8

/**
 * DeskCliOption:
 * @name: without the dashes
 * @argument: (nullable): untranslated: what follows, for the help: `ID`; %NULL for an option that is only there or not
 * @description: untranslated
 * @is_required: whether the command makes no sense without it
 */
typedef struct
{
  const char *name;
  const char *argument;
  const char *description;
  gboolean    is_required;
} DeskCliOption;

/**
 * DeskCliCommand:
 * @group: the first word: `users`
 * @name: (nullable): the second word: `list`; %NULL if there is none
 * @argument: (nullable): untranslated: what must follow: `ID`; %NULL if nothing does
 * @summary: untranslated: what it does
 * @example: what follows the program's name in an example
 * @options: those of its own; the last one has no name. An option may be given more than once
 * @is_local: whether it needs no service
 * @run: does it; returns %FALSE with @error set
 */
typedef struct
{
  const char    *group;
  const char    *name;
  const char    *argument;
  const char    *summary;
  const char    *example;
  DeskCliOption  options[DESK_CLI_MAX_OPTIONS];
  gboolean       is_local;
  gboolean     (*run) (DeskCliCall  *call,
                       GError      **error);
} DeskCliCommand;

/* One table a group; the last entry has no group. */
extern const DeskCliCommand desk_cli_users_commands[];
extern const DeskCliCommand desk_cli_institutions_commands[];
extern const DeskCliCommand desk_cli_permissions_commands[];
extern const DeskCliCommand desk_cli_sessions_commands[];
extern const DeskCliCommand desk_cli_consents_commands[];
extern const DeskCliCommand desk_cli_get_commands[];
extern const DeskCliCommand desk_cli_export_commands[];
extern const DeskCliCommand desk_cli_resources_commands[];
extern const DeskCliCommand desk_cli_sync_commands[];
extern const DeskCliCommand desk_cli_quality_commands[];
extern const DeskCliCommand desk_cli_webhooks_commands[];

/**
 * desk_cli_command_find:
 * @words: (array zero-terminated=1): what was typed after the program's own options
 * @n_words: (out): how many of them name the command
 *
 * Returns: (transfer none) (nullable): %NULL with @error set in #G_OPTION_ERROR
 */
const DeskCliCommand *desk_cli_command_find (const char *const  *words,
                                             guint              *n_words,
                                             GError            **error);

/* Returns: (transfer full): the command as it is typed: "users show ID" */
char                 *desk_cli_command_dup_words (const DeskCliCommand *self);

/* Returns: (transfer full): every command with its example, for the help */
char                 *desk_cli_command_list (void);

G_END_DECLS
