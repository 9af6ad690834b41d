/* ui-keys.c: what a key does, without an input device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-keys.h"

static gboolean
is_for (GtkShortcut *shortcut,
        guint        keyval)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0;
}

static gboolean
run_shortcuts (GListModel *shortcuts,
               GtkWidget  *widget,
               guint       keyval)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_for (shortcut, keyval) &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
press_in (GtkWidget *widget,
          guint      keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) && run_shortcuts (G_LIST_MODEL (controller), widget, keyval))
        return TRUE;
    }

  return FALSE;
}

gboolean
ui_press (GtkWindow *window,
          guint      keyval)
{
  for (GtkWidget *widget = gtk_window_get_focus (window); widget != NULL && widget != GTK_WIDGET (window);
       widget = gtk_widget_get_parent (widget))
    {
      if (press_in (widget, keyval))
        return TRUE;
    }

  return FALSE;
}
