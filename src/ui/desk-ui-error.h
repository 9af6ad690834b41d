/* desk-ui-error.h: an error as a sentence, and as text to copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_ui_error_dup_details:
 *
 * Returns: (transfer full): what support needs, without secrets: the sentence, the service's status, name and error id
 */
char *desk_ui_error_dup_details (const GError *error);

/**
 * desk_ui_copy:
 * @widget: any widget of the window
 * @text: goes to the clipboard; a toast says so where the window can show one
 */
void  desk_ui_copy              (GtkWidget    *widget,
                                 const char   *text);

/* As desk_ui_copy(), with @words in the toast. */
void  desk_ui_copy_saying       (GtkWidget    *widget,
                                 const char   *text,
                                 const char   *words);

G_END_DECLS
