/* desk-wrap-box.h: children in one line while they fit, else one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_WRAP_BOX (desk_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DeskWrapBox, desk_wrap_box, DESK, WRAP_BOX, GtkWidget)

/**
 * desk_wrap_box_new:
 *
 * Children are added with gtk_widget_set_parent(), or as `<child>` in a UI file. In one line, the first child takes the
 * room that the others do not want. The box is as narrow as its widest child can be.
 */
GtkWidget *desk_wrap_box_new (void);

G_END_DECLS
