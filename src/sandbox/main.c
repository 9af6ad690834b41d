/* main.c: starts the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-program.h"

int
main (int   argc,
      char *argv[])
{
  return desk_sandbox_program_run ((const char *const *) argv);
}
