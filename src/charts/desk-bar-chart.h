/* desk-bar-chart.h: bars that grow up and down from one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_BAR_CHART (desk_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (DeskBarChart, desk_bar_chart, DESK, BAR_CHART, GtkWidget)

/* More bars than this are painted only; the selected one alone is then a child. */
#define DESK_BAR_CHART_MAX_CHILDREN 400

/**
 * DeskBarChartValue:
 * @label: below the bar, where there is room
 * @up: how far it grows up, 0 or more
 * @down: how far it grows down, 0 or more
 */
typedef struct
{
  const char *label;
  double      up;
  double      down;
} DeskBarChartValue;

/* Returns: (transfer full): the words at a grid line */
typedef char *(*DeskBarChartFormatFunc)   (double   value,
                                           gpointer user_data);

/* Returns: (transfer full): a bar in words: "12 Nov: 14.6 kWh from the grid, 9.9 kWh to the grid" */
typedef char *(*DeskBarChartDescribeFunc) (guint    position,
                                           gpointer user_data);

/**
 * desk_bar_chart_new:
 *
 * A chart that knows no units. Property `selected` (int): the chosen bar, or -1. The pointer and Left, Right,
 * Home and End choose; #DeskBarChart::activated (guint position) comes with Enter and a double click.
 *
 * CSS: `barchart` with `up`, `down` (their `color` fills the bars) and `bar`.
 */
GtkWidget *desk_bar_chart_new               (void);

/**
 * desk_bar_chart_set_format_func:
 * @func: (scope notified): for the labels at the grid lines; the bare number until it is set
 */
void       desk_bar_chart_set_format_func   (DeskBarChart             *self,
                                             DeskBarChartFormatFunc    func,
                                             gpointer                  user_data,
                                             GDestroyNotify            destroy);

/**
 * desk_bar_chart_set_describe_func:
 * @func: (scope notified): for tooltips and assistive technology; the label of the bar until it is set.
 *   Asked when the values are set
 */
void       desk_bar_chart_set_describe_func (DeskBarChart             *self,
                                             DeskBarChartDescribeFunc  func,
                                             gpointer                  user_data,
                                             GDestroyNotify            destroy);

/**
 * desk_bar_chart_set_values:
 * @values: (array length=n_values) (nullable): copied
 *
 * Nothing is selected afterwards.
 */
void       desk_bar_chart_set_values        (DeskBarChart             *self,
                                             const DeskBarChartValue  *values,
                                             guint                     n_values);
guint      desk_bar_chart_get_n_values      (DeskBarChart             *self);

/* -1 selects nothing. */
void       desk_bar_chart_set_selected      (DeskBarChart             *self,
                                             int                       position);
int        desk_bar_chart_get_selected      (DeskBarChart             *self);

G_END_DECLS
