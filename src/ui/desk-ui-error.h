/* desk-ui-error.h: an error as a sentence, and as text to copy; toasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

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

/**
 * desk_ui_show_toast:
 * @widget: any widget of the window
 * @toast: (transfer full): shown where the window can show one
 */
void  desk_ui_show_toast        (GtkWidget    *widget,
                                 AdwToast     *toast);

/* A toast with the error's sentence that stays until it is closed; its details can be copied. */
void  desk_ui_show_error        (GtkWidget    *widget,
                                 const GError *error);

G_END_DECLS
