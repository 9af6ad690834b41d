/* desk-line-menu.h: what can be copied of a line of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskLineMenu:
 *
 * The context menu of the lines of a list: copy value, JSON path, JSON. It opens with the secondary button, a long press,
 * the Menu key or Shift+F10, and activates `line.copy-value`, `line.copy-path` and `line.copy-json`.
 */
typedef struct _DeskLineMenu DeskLineMenu;

/**
 * desk_line_menu_install:
 *
 * Gives a class of views the keys of the three actions: Ctrl+C, Ctrl+Shift+C and Ctrl+Alt+C.
 */
void          desk_line_menu_install  (GtkWidgetClass *view_class);

/**
 * desk_line_menu_copy:
 * @view: what is copied from
 * @action: one of the three
 * @value: of the line, as it was received
 * @path: (nullable): its JSON path; of what has none the JSON is copied
 *
 * Copies what the action is named for; of a value that has no text, the JSON.
 */
void          desk_line_menu_copy     (GtkWidget      *view,
                                       const char     *action,
                                       DeskJsonSlice   value,
                                       const char     *path);

/**
 * desk_line_menu_new:
 * @view: (unowned): has the actions
 * @list: (unowned): lies in @view
 * @row_type: of the widget that shows a line
 */
DeskLineMenu *desk_line_menu_new      (GtkWidget      *view,
                                       GtkWidget      *list,
                                       GType           row_type);

/* Returns: (transfer none) (nullable): the row that an action is about: that of the open menu, or else that in focus */
GtkWidget    *desk_line_menu_get_row  (DeskLineMenu   *self);
void          desk_line_menu_free     (DeskLineMenu   *self);

G_END_DECLS
