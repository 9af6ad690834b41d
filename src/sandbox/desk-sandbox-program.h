/* desk-sandbox-program.h: the sandbox as a program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_program_run:
 * @arguments: (array zero-terminated=1): the command line, the program's name first
 *
 * Prints the ready line on standard output and serves until it is told to end by a
 * signal, or by its standard input where that was asked for.
 *
 * Returns: the exit code: 0, 1 if the state or a port cannot be had, 2 if an
 *   option or a data file is wrong
 */
int desk_sandbox_program_run (const char *const *arguments);

G_END_DECLS
