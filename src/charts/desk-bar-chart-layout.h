/* desk-bar-chart-layout.h: where the parts of a bar chart lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <graphene.h>

#include "desk-chart-scale.h"

G_BEGIN_DECLS

/**
 * DeskBarChartLayout:
 * @plot: where the bars are
 * @scale: of the height of @plot
 * @n_values: bars side by side
 * @is_rtl: whether the first one is at the right
 */
typedef struct
{
  graphene_rect_t plot;
  DeskChartScale  scale;
  guint           n_values;
  gboolean        is_rtl;
} DeskBarChartLayout;

/* The whole column of a bar: what can be pointed at. */
void   desk_bar_chart_layout_get_column (const DeskBarChartLayout *self,
                                         guint                     position,
                                         graphene_rect_t          *column);

/**
 * desk_bar_chart_layout_get_bar:
 * @value: above zero grows up, below zero grows down
 * @bar: (out caller-allocates): on whole pixels; what is not zero is at least one pixel high
 */
void   desk_bar_chart_layout_get_bar    (const DeskBarChartLayout *self,
                                         guint                     position,
                                         double                    value,
                                         graphene_rect_t          *bar);

/* Returns: the y of a grid line, in the middle of a pixel row */
double desk_bar_chart_layout_get_line   (const DeskBarChartLayout *self,
                                         double                    value);

/* Returns: which column is at @x, or -1 */
int    desk_bar_chart_layout_find       (const DeskBarChartLayout *self,
                                         double                    x);

/**
 * desk_bar_chart_layout_get_label_interval:
 * @label_width: of the widest one, with the space around it
 *
 * Returns: of how many bars one can have its label
 */
guint  desk_bar_chart_layout_get_label_interval (const DeskBarChartLayout *self,
                                                 double                    label_width);

G_END_DECLS
