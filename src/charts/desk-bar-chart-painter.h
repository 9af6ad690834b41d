/* desk-bar-chart-painter.h: paints the grid, the bars and the labels of a bar chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-bar-chart-layout.h"

G_BEGIN_DECLS

/**
 * desk_bar_chart_painter_grid:
 * @widget: gives font and colour
 * @labels: (element-type PangoLayout): of the grid lines, from the highest to the lowest
 */
void desk_bar_chart_painter_grid   (GtkWidget                *widget,
                                    GtkSnapshot              *snapshot,
                                    const DeskBarChartLayout *layout,
                                    GPtrArray                *labels);

/**
 * desk_bar_chart_painter_bar:
 * @value: above zero grows up, below zero grows down; nothing is painted for zero
 */
void desk_bar_chart_painter_bar    (GtkSnapshot              *snapshot,
                                    const DeskBarChartLayout *layout,
                                    guint                     position,
                                    double                    value,
                                    const GdkRGBA            *color);

/**
 * desk_bar_chart_painter_label:
 * @text: below the bar at @position, kept within the widget
 */
void desk_bar_chart_painter_label  (GtkWidget                *widget,
                                    GtkSnapshot              *snapshot,
                                    const DeskBarChartLayout *layout,
                                    guint                     position,
                                    const char               *text);

G_END_DECLS
