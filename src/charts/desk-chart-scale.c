/* desk-chart-scale.c: the round steps of an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-chart-scale.h"

#include <math.h>

static double
get_round_step (double smallest)
{
  double power = pow (10.0, floor (log10 (smallest)));
  double factor = smallest / power;

  /* What a division leaves must not push a round step up to the next one. */
  if (factor <= 1.0 + 1e-9)
    return power;
  if (factor <= 2.0 + 1e-9)
    return 2.0 * power;
  if (factor <= 5.0 + 1e-9)
    return 5.0 * power;
  return 10.0 * power;
}

static guint
count_steps (double value,
             double step)
{
  return (guint) ceil (value / step - 1e-9);
}

void
desk_chart_scale_init (DeskChartScale *scale,
                       double          up,
                       double          down,
                       guint           max_steps)
{
  double range;

  g_return_if_fail (scale != NULL);
  g_return_if_fail (max_steps > 0);

  up = isfinite (up) ? MAX (up, 0.0) : 0.0;
  down = isfinite (down) ? MAX (down, 0.0) : 0.0;
  range = up + down;
  scale->step = range > G_MINFLOAT ? get_round_step (range / max_steps) : 1.0;
  scale->n_up = MAX (count_steps (up, scale->step), 1);
  scale->n_down = count_steps (down, scale->step);
}

double
desk_chart_scale_get_position (const DeskChartScale *scale,
                               double                value)
{
  double top = scale->n_up * scale->step;
  double bottom = scale->n_down * scale->step;

  return (top - value) / (top + bottom);
}
