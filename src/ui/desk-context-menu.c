/* desk-context-menu.c: the menu of what the pointer or the focus is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-context-menu.h"

static gboolean
unparent_cb (gpointer user_data)
{
  GtkWidget *menu = user_data;

  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);

  return G_SOURCE_REMOVE;
}

/* The entry that was chosen acts after the menu is closed. */
static void
closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (menu), g_object_unref);
}

void
desk_context_menu_popup (GtkWidget  *widget,
                         GMenuModel *model,
                         double      x,
                         double      y)
{
  g_autoptr(GMenuModel) owned = model;
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  GtkWidget *menu = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &at);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, widget);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

void
desk_context_menu_popup_at_focus (GtkWidget  *widget,
                                  GMenuModel *model,
                                  GtkWidget  *focus)
{
  double x = 0;
  double y = 0;

  g_return_if_fail (GTK_IS_WIDGET (focus));

  gtk_widget_translate_coordinates (focus, widget, 12, gtk_widget_get_height (focus) / 2.0, &x, &y);
  desk_context_menu_popup (widget, model, x, y);
}

void
desk_context_menu_bind (GtkWidgetClass  *widget_class,
                        GtkShortcutFunc  func)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, func, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, func, NULL);
}
