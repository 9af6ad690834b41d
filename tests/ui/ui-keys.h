/* ui-keys.h: what a key does, without an input device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ui_press:
 * @keyval: `GDK_KEY_…`, without modifiers
 *
 * Runs the shortcut of the widget that has the focus, or else of the nearest widget around it that takes the key.
 *
 * Returns: whether any took it
 */
gboolean ui_press (GtkWindow *window,
                   guint      keyval);

G_END_DECLS
