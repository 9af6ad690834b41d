/* desk-chart-scale.c: the round steps of an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-chart-scale.h"

#include <math.h>

/* Of this many sizes of steps the one counts that leaves least room unused; of two the finer one. */
#define N_CANDIDATES 3
#define MIN_STEPS 3

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

static void
apply_step (DeskChartScale *scale,
            double          up,
            double          down,
            double          step)
{
  scale->step = step;
  scale->n_up = MAX (count_steps (up, step), 1);
  scale->n_down = count_steps (down, step);
}

static double
get_extent (const DeskChartScale *scale)
{
  return (scale->n_up + scale->n_down) * scale->step;
}

void
desk_chart_scale_init (DeskChartScale *scale,
                       double          up,
                       double          down,
                       guint           max_steps)
{
  double step;

  g_return_if_fail (scale != NULL);
  g_return_if_fail (max_steps > 0);

  up = isfinite (up) ? MAX (up, 0.0) : 0.0;
  down = isfinite (down) ? MAX (down, 0.0) : 0.0;
  step = up + down > G_MINFLOAT ? get_round_step ((up + down) / max_steps) : 1.0;
  apply_step (scale, up, down, step);
  for (guint i = 1; i < N_CANDIDATES; i++)
    {
      DeskChartScale coarser;

      step = get_round_step (step * 1.5);
      apply_step (&coarser, up, down, step);
      if (coarser.n_up + coarser.n_down >= MIN_STEPS && get_extent (&coarser) < get_extent (scale) * (1.0 - 1e-9))
        *scale = coarser;
    }
}

double
desk_chart_scale_get_position (const DeskChartScale *scale,
                               double                value)
{
  return (scale->n_up * scale->step - value) / get_extent (scale);
}
