/* desk-copy-button.h: copies one value of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_copy_button_new:
 * @label: names the value for assistive technologies
 * @text: the value
 */
GtkWidget *desk_copy_button_new (const char *label,
                                 const char *text);

G_END_DECLS
