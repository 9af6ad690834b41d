/* desk-bar-chart-bar.h: the place of one bar: what is pointed at, outlined and read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_BAR_CHART_BAR (desk_bar_chart_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskBarChartBar, desk_bar_chart_bar, DESK, BAR_CHART_BAR, GtkWidget)

/* CSS: `bar`, `bar:hover`, `bar:selected`. The chart paints the bar itself. */
GtkWidget *desk_bar_chart_bar_new          (void);

/**
 * desk_bar_chart_bar_describe:
 * @position: which of @n_bars it stands for
 * @words: what assistive technology says, and the tooltip
 */
void       desk_bar_chart_bar_describe     (DeskBarChartBar *self,
                                            guint            position,
                                            guint            n_bars,
                                            const char      *words);
void       desk_bar_chart_bar_set_selected (DeskBarChartBar *self,
                                            gboolean         selected);

G_END_DECLS
