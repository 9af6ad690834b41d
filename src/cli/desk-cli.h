/* desk-cli.h: the command line program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_cli_main:
 * @argv: (array zero-terminated=1): as the program was called
 *
 * Returns: a #DeskCliExit
 */
int desk_cli_main (const char *const *argv);

G_END_DECLS
