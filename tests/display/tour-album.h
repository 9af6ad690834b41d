/* tour-album.h: the numbered pictures of a tour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TourAlbum:
 * @folder: (type filename): where the pictures go
 * @n_pictures: that were taken
 * @failed: whether one could not be taken
 */
typedef struct
{
  const char *folder;
  guint n_pictures;
  gboolean failed;
} TourAlbum;

void tour_album_set_dark            (gboolean    dark);

void tour_album_take                (TourAlbum  *self,
                                     GtkWindow  *window,
                                     const char *name);

/* The dark one is called @name "-dark". */
void tour_album_take_light_and_dark (TourAlbum  *self,
                                     GtkWindow  *window,
                                     const char *name);

G_END_DECLS
