/* ui-probe.h: looks into widgets and waits for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-json.h"

G_BEGIN_DECLS

/* Runs the main context until it is so; the test's time-out ends a wait that is in vain. */
#define UI_WAIT(condition) \
  G_STMT_START { while (!(condition)) g_main_context_iteration (NULL, TRUE); } G_STMT_END

/* Returns: (transfer none): a child of the template of @widget */
gpointer      ui_find           (gpointer     widget,
                                 const char  *id);

/* Returns: (transfer none): the text of a label of the template */
const char   *ui_get_text       (gpointer     widget,
                                 const char  *id);

/* Whether the child of the template is to be seen, as far as @widget has to say */
gboolean      ui_is_shown       (gpointer     widget,
                                 const char  *id);

/* Returns: (transfer none) (nullable): the first descendant of that type, depth first, after @n others */
gpointer      ui_find_nth       (gpointer     widget,
                                 GType        type,
                                 guint        n);

/* Returns: (transfer none) (nullable): a window of that type that is to be seen */
gpointer      ui_find_window    (GType        type);

/* Whether a label or a cell below @widget that is not hidden has exactly this text. */
gboolean      ui_has_text       (gpointer     widget,
                                 const char  *text);

/* Returns: (transfer full): the texts and tooltips below @widget that are not hidden, a line each */
char         *ui_dup_texts      (gpointer     widget);
void          ui_click          (gpointer     widget,
                                 const char  *id);

/* Returns: (transfer full): what was copied last by us; NULL if nothing was */
char         *ui_dup_clipboard  (void);

/* Shows @content in a window that gets the size. */
GtkWindow    *ui_show           (GtkWidget   *content,
                                 int          width,
                                 int          height);

/* The value of a JSON text that stays as long as the program. */
DeskJsonSlice ui_parse          (const char  *json);

G_END_DECLS
