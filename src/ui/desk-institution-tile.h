/* desk-institution-tile.h: the coloured initial of an institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_INSTITUTION_TILE (desk_institution_tile_get_type ())
G_DECLARE_FINAL_TYPE (DeskInstitutionTile, desk_institution_tile, DESK, INSTITUTION_TILE, GtkWidget)

GtkWidget *desk_institution_tile_new      (void);

/* The initial and one of a few fixed colours follow from the name; it is decoration, the name stands beside it. */
void       desk_institution_tile_set_name (DeskInstitutionTile *self,
                                           const char          *name);

G_END_DECLS
