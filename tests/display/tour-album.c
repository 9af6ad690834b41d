/* tour-album.c: the numbered pictures of a tour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-album.h"

#include <adwaita.h>

#include "tour-camera.h"
#include "tour-wait.h"

void
tour_album_set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

void
tour_album_take (TourAlbum  *self,
                 GtkWindow  *window,
                 const char *name)
{
  g_autofree char *file_name = g_strdup_printf ("%02u-%s", self->n_pictures + 1, name);

  if (tour_camera_take (window, self->folder, file_name))
    self->n_pictures++;
  else
    self->failed = TRUE;
}

void
tour_album_take_light_and_dark (TourAlbum  *self,
                                GtkWindow  *window,
                                const char *name)
{
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);

  tour_wait_a_bit ();
  tour_album_take (self, window, name);
  tour_album_set_dark (TRUE);
  tour_wait_a_bit ();
  tour_album_take (self, window, dark);
  tour_album_set_dark (FALSE);
}
