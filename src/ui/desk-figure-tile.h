/* desk-figure-tile.h: one figure with what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_FIGURE_TILE (desk_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (DeskFigureTile, desk_figure_tile, DESK, FIGURE_TILE, GtkWidget)

/**
 * desk_figure_tile_set:
 * @title: "From the grid"
 * @figure: "14.62"
 * @unit: (nullable): "kWh", smaller beside the figure
 */
void desk_figure_tile_set (DeskFigureTile *self,
                           const char     *title,
                           const char     *figure,
                           const char     *unit);

G_END_DECLS
