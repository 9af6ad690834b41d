/* desk-cli-exit.c: how the program ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-cli-exit.h"

#include <gio/gio.h>

#include "desk-api-error.h"
#include "desk-environment.h"
#include "desk-json.h"

static DeskCliExit
exit_from_api_error (int code)
{
  switch ((DeskApiError) code)
    {
    case DESK_API_ERROR_NETWORK:
    case DESK_API_ERROR_TIMEOUT:
    case DESK_API_ERROR_TLS:
    case DESK_API_ERROR_UNCERTAIN:
      return DESK_CLI_EXIT_NETWORK;
    case DESK_API_ERROR_NOT_AUTHORISED:
    case DESK_API_ERROR_FORBIDDEN:
      return DESK_CLI_EXIT_NOT_AUTHORISED;
    case DESK_API_ERROR_NOT_FOUND:
      return DESK_CLI_EXIT_NOT_FOUND;
    case DESK_API_ERROR_BAD_DATA:
    case DESK_API_ERROR_UNSAFE_LINK:
      return DESK_CLI_EXIT_BAD_DATA;
    case DESK_API_ERROR_REJECTED:
    case DESK_API_ERROR_UNAVAILABLE:
    default:
      return DESK_CLI_EXIT_REFUSED;
    }
}

static DeskCliExit
exit_from_environment_error (int code)
{
  switch ((DeskEnvironmentError) code)
    {
    case DESK_ENVIRONMENT_ERROR_CREDENTIALS:
      return DESK_CLI_EXIT_NOT_AUTHORISED;
    case DESK_ENVIRONMENT_ERROR_SANDBOX:
      return DESK_CLI_EXIT_NETWORK;
    case DESK_ENVIRONMENT_ERROR_ADDRESS:
    case DESK_ENVIRONMENT_ERROR_UNKNOWN:
    default:
      return DESK_CLI_EXIT_USAGE;
    }
}

DeskCliExit
desk_cli_exit_from_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, DESK_CLI_EXIT_REFUSED);

  if (error->domain == DESK_API_ERROR)
    return exit_from_api_error (error->code);

  if (error->domain == DESK_ENVIRONMENT_ERROR)
    return exit_from_environment_error (error->code);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return DESK_CLI_EXIT_NOT_FOUND;

  if (error->domain == DESK_JSON_ERROR)
    return DESK_CLI_EXIT_BAD_DATA;

  if (error->domain == G_OPTION_ERROR || error->domain == G_KEY_FILE_ERROR || error->domain == G_FILE_ERROR)
    return DESK_CLI_EXIT_USAGE;

  return DESK_CLI_EXIT_REFUSED;
}
