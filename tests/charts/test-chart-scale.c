/* test-chart-scale.c: tests of the round steps of an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-chart-scale.h"

#include <math.h>

static void
assert_scale (double up,
              double down,
              guint  max_steps,
              double step,
              guint  n_up,
              guint  n_down)
{
  DeskChartScale scale;

  desk_chart_scale_init (&scale, up, down, max_steps);
  g_assert_cmpfloat_with_epsilon (scale.step, step, 1e-12);
  g_assert_cmpuint (scale.n_up, ==, n_up);
  g_assert_cmpuint (scale.n_down, ==, n_down);
}

static void
test_steps_are_round (void)
{
  assert_scale (1.75, 0.0, 4, 0.5, 4, 0);
  assert_scale (9.0, 0.0, 5, 2.0, 5, 0);
  assert_scale (0.029, 0.0, 3, 0.01, 3, 0);
}

static void
test_leaves_little_room_unused (void)
{
  assert_scale (10.6, 20.0, 7, 5.0, 3, 4);
  assert_scale (15.0, 0.0, 14, 5.0, 3, 0);
  assert_scale (500.0, 440.0, 7, 200.0, 3, 3);
}

static void
test_value_on_a_step_needs_no_further_one (void)
{
  assert_scale (0.3, 0.0, 3, 0.1, 3, 0);
}

static void
test_nothing_has_one_step (void)
{
  assert_scale (0.0, 0.0, 4, 1.0, 1, 0);
  assert_scale (NAN, -INFINITY, 4, 1.0, 1, 0);
}

static void
test_position_goes_from_top_to_bottom (void)
{
  DeskChartScale scale = { .step = 5.0, .n_up = 3, .n_down = 1 };

  g_assert_cmpfloat (desk_chart_scale_get_position (&scale, 15.0), ==, 0.0);
  g_assert_cmpfloat (desk_chart_scale_get_position (&scale, 0.0), ==, 0.75);
  g_assert_cmpfloat (desk_chart_scale_get_position (&scale, -5.0), ==, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-scale/steps-are-round", test_steps_are_round);
  g_test_add_func ("/chart-scale/leaves-little-room-unused", test_leaves_little_room_unused);
  g_test_add_func ("/chart-scale/value-on-a-step-needs-no-further-one", test_value_on_a_step_needs_no_further_one);
  g_test_add_func ("/chart-scale/nothing-has-one-step", test_nothing_has_one_step);
  g_test_add_func ("/chart-scale/position-goes-from-top-to-bottom", test_position_goes_from_top_to_bottom);

  return g_test_run ();
}
