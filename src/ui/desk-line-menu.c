/* desk-line-menu.c: what can be copied of a line of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-line-menu.h"

#include <glib/gi18n-lib.h>

#include "desk-ui-error.h"

struct _DeskLineMenu
{
  GtkWidget *view;      /* (unowned) */
  GtkWidget *list;      /* (unowned) */
  GType      row_type;
  GtkWidget *popover;   /* (nullable) (unowned): a child of the view */
  GtkWidget *row;       /* (nullable) (weak): that the menu is about */
  guint      idle_id;   /* forgets the row of a closed menu */
};

/* The row around a widget, or right below it, as the list's own wrapper has it. */
static GtkWidget *
find_row (DeskLineMenu *self,
          GtkWidget    *widget)
{
  GtkWidget *child = NULL;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, self->list))
    return NULL;
  child = gtk_widget_get_first_child (widget);
  if (child != NULL && G_TYPE_CHECK_INSTANCE_TYPE (child, self->row_type))
    return child;
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, self->row_type) ? widget
                                                             : gtk_widget_get_ancestor (widget, self->row_type);
}

static gboolean
forget_row_cb (gpointer user_data)
{
  DeskLineMenu *self = user_data;

  self->idle_id = 0;
  g_clear_weak_pointer (&self->row);
  return G_SOURCE_REMOVE;
}

/* The action of a chosen item runs after the menu has closed. */
static void
closed_cb (DeskLineMenu *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (forget_row_cb, self);
}

static void
create_popover (DeskLineMenu *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Copy _Value"), "line.copy-value");
  g_menu_append (menu, _("Copy JSON _Path"), "line.copy-path");
  g_menu_append (menu, _("Copy as _JSON"), "line.copy-json");
  self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, self->view);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
}

static void
pop_up (DeskLineMenu *self,
        GtkWidget    *row,
        double        x,
        double        y)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  double view_x;
  double view_y;

  if (row == NULL || !gtk_widget_translate_coordinates (self->list, self->view, x, y, &view_x, &view_y))
    return;
  if (self->popover == NULL)
    create_popover (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_set_weak_pointer (&self->row, row);
  place.x = (int) view_x;
  place.y = (int) view_y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pop_up_at_pointer (DeskLineMenu *self,
                   double        x,
                   double        y)
{
  pop_up (self, find_row (self, gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT)), x, y);
}

static void
pressed_cb (DeskLineMenu *self,
            int           n_press,
            double        x,
            double        y)
{
  pop_up_at_pointer (self, x, y);
}

static GtkWidget *
find_focused_row (DeskLineMenu *self)
{
  GtkRoot *root = gtk_widget_get_root (self->view);

  return root != NULL ? find_row (self, gtk_root_get_focus (root)) : NULL;
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  DeskLineMenu *self = user_data;
  GtkWidget *row = find_focused_row (self);
  double x;
  double y;

  if (row == NULL || !gtk_widget_translate_coordinates (row, self->list, 24, gtk_widget_get_height (row), &x, &y))
    return FALSE;
  pop_up (self, row, x, y);
  return TRUE;
}

static void
add_key (DeskLineMenu          *self,
         GtkShortcutController *controller,
         const char            *trigger)
{
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_callback_action_new (menu_key_cb, self, NULL)));
}

void
desk_line_menu_install (GtkWidgetClass *view_class)
{
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_c, GDK_CONTROL_MASK, "line.copy-value", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "line.copy-path", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_ALT_MASK, "line.copy-json", NULL);
}

void
desk_line_menu_copy (GtkWidget     *view,
                     const char    *action,
                     DeskJsonSlice  value,
                     const char    *path)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (view));
  g_return_if_fail (action != NULL);

  if (g_str_equal (action, "line.copy-path"))
    text = g_strdup (path);
  else if (g_str_equal (action, "line.copy-value"))
    text = desk_json_slice_dup_text (value);
  if (text == NULL)
    text = desk_json_slice_dup_raw (value);
  desk_ui_copy (view, text);
}

DeskLineMenu *
desk_line_menu_new (GtkWidget *view,
                    GtkWidget *list,
                    GType      row_type)
{
  DeskLineMenu *self = NULL;
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (list), NULL);

  self = g_new0 (DeskLineMenu, 1);
  self->view = view;
  self->list = list;
  self->row_type = row_type;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  /* Before the labels open a menu of their own. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pop_up_at_pointer), self);
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), "Menu");
  add_key (self, GTK_SHORTCUT_CONTROLLER (keys), "<Shift>F10");
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (list, keys);
  return self;
}

GtkWidget *
desk_line_menu_get_row (DeskLineMenu *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->row != NULL ? self->row : find_focused_row (self);
}

void
desk_line_menu_free (DeskLineMenu *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_weak_pointer (&self->row);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_free (self);
}
