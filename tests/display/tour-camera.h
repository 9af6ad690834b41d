/* tour-camera.h: screenshots of our windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tour_camera_take:
 * @window: what to show, with the modal window over its parent
 * @folder: (type filename): where to
 * @name: of the file, without its suffix
 *
 * Returns: %FALSE, after saying why on standard error, if the picture could not be written
 */
gboolean tour_camera_take (GtkWindow  *window,
                           const char *folder,
                           const char *name);

G_END_DECLS
