/* desk-cli-exit.h: how the program ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskCliExit:
 * @DESK_CLI_EXIT_DONE: all went well
 * @DESK_CLI_EXIT_REFUSED: the service said no
 * @DESK_CLI_EXIT_USAGE: the call makes no sense
 * @DESK_CLI_EXIT_NOT_AUTHORISED: no credentials, wrong ones, or too few rights
 * @DESK_CLI_EXIT_NETWORK: the service could not be reached, or did not answer
 * @DESK_CLI_EXIT_BAD_DATA: an answer that is not what the contract says
 * @DESK_CLI_EXIT_NOT_FOUND: there is no such thing
 *
 * The exit codes; scripts rely on them.
 */
typedef enum
{
  DESK_CLI_EXIT_DONE = 0,
  DESK_CLI_EXIT_REFUSED = 1,
  DESK_CLI_EXIT_USAGE = 2,
  DESK_CLI_EXIT_NOT_AUTHORISED = 3,
  DESK_CLI_EXIT_NETWORK = 4,
  DESK_CLI_EXIT_BAD_DATA = 5,
  DESK_CLI_EXIT_NOT_FOUND = 6,
} DeskCliExit;

/**
 * desk_cli_exit_from_error:
 * @error: of any domain; #G_OPTION_ERROR is a usage error
 */
DeskCliExit desk_cli_exit_from_error (const GError *error);

G_END_DECLS
