/* desk-bar-chart-layout.c: where the parts of a bar chart lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-bar-chart-layout.h"

#include <math.h>

/* Wider bars look like boxes. */
#define MAX_BAR_WIDTH 48.0

static double
get_column_width (const DeskBarChartLayout *self)
{
  return self->plot.size.width / MAX (self->n_values, 1);
}

void
desk_bar_chart_layout_get_column (const DeskBarChartLayout *self,
                                  guint                     position,
                                  graphene_rect_t          *column)
{
  double width = get_column_width (self);
  guint slot = self->is_rtl ? self->n_values - 1 - position : position;
  double left = round (self->plot.origin.x + slot * width);
  double right = round (self->plot.origin.x + (slot + 1) * width);

  graphene_rect_init (column, (float) left, self->plot.origin.y, (float) (right - left), self->plot.size.height);
}

double
desk_bar_chart_layout_get_line (const DeskBarChartLayout *self,
                                double                    value)
{
  return round (self->plot.origin.y + desk_chart_scale_get_position (&self->scale, value) * self->plot.size.height);
}

void
desk_bar_chart_layout_get_bar (const DeskBarChartLayout *self,
                               guint                     position,
                               double                    value,
                               graphene_rect_t          *bar)
{
  double zero = desk_bar_chart_layout_get_line (self, 0.0);
  double end = desk_bar_chart_layout_get_line (self, value);
  graphene_rect_t column;
  double gap;
  double width;

  desk_bar_chart_layout_get_column (self, position, &column);
  gap = column.size.width >= 4.0f ? MAX (1.0, round (column.size.width * 0.16)) : 0.0;
  width = CLAMP (column.size.width - gap, 1.0, MAX_BAR_WIDTH);
  if (value > 0.0)
    end = MIN (end, zero - 1.0);
  else if (value < 0.0)
    end = MAX (end, zero + 1.0);
  graphene_rect_init (bar, (float) round (column.origin.x + (column.size.width - width) / 2.0),
                      (float) MIN (zero, end), (float) width, (float) fabs (end - zero));
}

int
desk_bar_chart_layout_find (const DeskBarChartLayout *self,
                            double                    x)
{
  double offset = x - self->plot.origin.x;
  guint slot;

  if (self->n_values == 0 || offset < 0.0 || offset >= self->plot.size.width)
    return -1;
  slot = MIN ((guint) (offset / get_column_width (self)), self->n_values - 1);
  return (int) (self->is_rtl ? self->n_values - 1 - slot : slot);
}

guint
desk_bar_chart_layout_get_label_interval (const DeskBarChartLayout *self,
                                          double                    label_width)
{
  double width = get_column_width (self);

  return width > 0.0 ? MAX ((guint) ceil (label_width / width), 1) : MAX (self->n_values, 1);
}
