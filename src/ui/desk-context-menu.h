/* desk-context-menu.h: the menu of what the pointer or the focus is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_context_menu_popup:
 * @widget: has a layout manager and the actions of the menu; the menu goes when it is closed
 * @model: (transfer full)
 * @x: where the menu points to, in coordinates of @widget
 * @y: the same
 */
void desk_context_menu_popup           (GtkWidget  *widget,
                                        GMenuModel *model,
                                        double      x,
                                        double      y);

/**
 * desk_context_menu_popup_at_focus:
 * @focus: a descendant of @widget
 */
void desk_context_menu_popup_at_focus  (GtkWidget  *widget,
                                        GMenuModel *model,
                                        GtkWidget  *focus);

/* Binds the Menu key and Shift+F10 in the class of a widget. */
void desk_context_menu_bind            (GtkWidgetClass  *widget_class,
                                        GtkShortcutFunc  func);

G_END_DECLS
