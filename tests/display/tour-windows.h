/* tour-windows.h: what of the application is not a page of data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-window.h"
#include "tour-album.h"

G_BEGIN_DECLS

/* Takes pictures of the sandbox's controls, the environments, and the inspector, in light, in dark and as an audience sees them. */
void tour_windows_look (TourAlbum  *album,
                        DeskWindow *window);

G_END_DECLS
