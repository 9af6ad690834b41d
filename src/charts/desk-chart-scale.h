/* desk-chart-scale.h: the round steps of an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskChartScale:
 * @step: between two grid lines: 1, 2 or 5 times a power of ten
 * @n_up: steps above zero
 * @n_down: steps below zero
 */
typedef struct
{
  double step;
  guint  n_up;
  guint  n_down;
} DeskChartScale;

/**
 * desk_chart_scale_init:
 * @up: the largest value above zero; 0 if there is none
 * @down: the largest value below zero, without its sign
 * @max_steps: for about how many steps there is room
 *
 * Of the steps that fit, the one that leaves least room unused. At least one step is above zero.
 */
void   desk_chart_scale_init         (DeskChartScale       *scale,
                                      double                up,
                                      double                down,
                                      guint                 max_steps);

/**
 * desk_chart_scale_get_position:
 *
 * Returns: where a value lies, from 0 at the top to 1 at the bottom
 */
double desk_chart_scale_get_position (const DeskChartScale *scale,
                                      double                value);

G_END_DECLS
