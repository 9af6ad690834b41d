/* desk-size-watch.h: tells what it holds how much room there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_SIZE_WATCH (desk_size_watch_get_type ())
G_DECLARE_FINAL_TYPE (DeskSizeWatch, desk_size_watch, DESK, SIZE_WATCH, GtkWidget)

/**
 * desk_size_watch_new:
 *
 * Holds one child (property `child`), which gets all the room. How wide it wants to be (property `wanted-width`, in pixels)
 * does not depend on what the child shows. The signal `resized` comes with width and height, after they
 * have changed and outside of any layout, so that a handler may show and hide widgets.
 */
GtkWidget *desk_size_watch_new (void);

G_END_DECLS
