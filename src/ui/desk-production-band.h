/* desk-production-band.h: says on every window of an environment that real people's data are in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-environment.h"

G_BEGIN_DECLS

#define DESK_TYPE_PRODUCTION_BAND (desk_production_band_get_type ())
G_DECLARE_FINAL_TYPE (DeskProductionBand, desk_production_band, DESK, PRODUCTION_BAND, GtkWidget)

/* Returns: (transfer floating): to be seen as long as @environment is not known to be for tests */
GtkWidget *desk_production_band_new    (DeskEnvironment *environment);

/**
 * desk_production_band_attach:
 * @window: the main window of @environment, with its content
 *
 * Puts a band on top of it, and on top of each window that comes to be transient for it, at any distance.
 * The built-in sandbox, which cannot be production, gets none.
 */
void       desk_production_band_attach (GtkWindow       *window,
                                        DeskEnvironment *environment);

G_END_DECLS
