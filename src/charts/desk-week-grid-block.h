/* desk-week-grid-block.h: one block of a week grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-week.h"

G_BEGIN_DECLS

#define DESK_TYPE_WEEK_GRID_BLOCK (desk_week_grid_block_get_type ())
G_DECLARE_FINAL_TYPE (DeskWeekGridBlock, desk_week_grid_block, DESK, WEEK_GRID_BLOCK, GtkWidget)

/* CSS: `block` with a class `look-0` … for its look. Takes the focus; its words are its tooltip and its accessible name. */
GtkWidget *desk_week_grid_block_new (const DeskWeekBlock *block);

G_END_DECLS
