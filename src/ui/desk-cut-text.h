/* desk-cut-text.h: a text that is wider than its label is shown whole on hover
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_cut_text_is_cut:
 * @widget: a #GtkLabel or a #GtkInscription of one line
 *
 * Returns: whether it has less room than its text takes
 */
gboolean desk_cut_text_is_cut         (GtkWidget *widget);

/**
 * desk_cut_text_show_on_hover:
 * @widget: a #GtkLabel or a #GtkInscription of one line
 *
 * For the cells of tables. A tooltip text that is set with each row asks the display server where the pointer is each time;
 * this one is looked at when the pointer rests.
 */
void     desk_cut_text_show_on_hover  (GtkWidget *widget);

G_END_DECLS
