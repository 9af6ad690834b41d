/* tour-home.h: an empty home for the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tour_home_new:
 *
 * Nothing of the user's own folders and settings is read or written from now on. Call it before anything asks for them.
 *
 * Returns: (transfer full) (type filename): the folder in which everything lies; free with tour_home_free()
 */
char *tour_home_new  (void);

/* Removes the folder with all that is in it. */
void  tour_home_free (char *path);

G_END_DECLS
