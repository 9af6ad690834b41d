/* desk-presentation-band.h: says that what is shown of people is made up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-presentation.h"

G_BEGIN_DECLS

#define DESK_TYPE_PRESENTATION_BAND (desk_presentation_band_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresentationBand, desk_presentation_band, DESK, PRESENTATION_BAND, GtkWidget)

/**
 * desk_presentation_band_set_presentation:
 *
 * The band is there while the presentation is active; its button is the action `win.presentation-mode`.
 */
void desk_presentation_band_set_presentation (DeskPresentationBand *self,
                                              DeskPresentation     *presentation);

G_END_DECLS
