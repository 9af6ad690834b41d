/* desk-week-grid.h: a week as a grid: a row for each day, 24 hours across
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-week.h"

G_BEGIN_DECLS

#define DESK_TYPE_WEEK_GRID (desk_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskWeekGrid, desk_week_grid, DESK, WEEK_GRID, GtkWidget)

/* CSS: `weekgrid`, its `block.look-0` …, labels `.axis`. Tab enters and leaves it; arrow keys go from block to block. */
GtkWidget *desk_week_grid_new      (void);

/**
 * desk_week_grid_set_week:
 * @week: (nullable): what is shown
 */
void       desk_week_grid_set_week (DeskWeekGrid *self,
                                    DeskWeek     *week);

G_END_DECLS
