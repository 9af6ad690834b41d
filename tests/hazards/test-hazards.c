/* test-hazards.c: what is hard in this data, one test and one fixture for each number of the list of hazards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", HAZARD_ZONE, TRUE);
  g_test_init (&argc, &argv, NULL);

  hazards_add_absence ();
  hazards_add_shapes ();
  hazards_add_money ();
  hazards_add_times ();
  hazards_add_metering ();
  hazards_add_text ();
  hazards_add_errors ();
  hazard_add_completeness ();

  return g_test_run ();
}
