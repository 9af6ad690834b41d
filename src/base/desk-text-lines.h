/* desk-text-lines.h: any bytes in lines that can be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_TEXT_LINES (desk_text_lines_get_type ())
G_DECLARE_FINAL_TYPE (DeskTextLines, desk_text_lines, DESK, TEXT_LINES, GObject)

/**
 * desk_text_lines_new:
 * @bytes: any text; it may hold bytes that are not UTF-8
 *
 * Cuts a text at its line ends, and after some hundred bytes where a line is longer. Immutable.
 */
DeskTextLines *desk_text_lines_new          (GBytes        *bytes);
guint          desk_text_lines_get_n_lines  (DeskTextLines *self);

/* Returns: (transfer full): the line as UTF-8, without its line end */
char          *desk_text_lines_dup_line     (DeskTextLines *self,
                                             guint          position);

/* Whether the text goes on in the next line without a line end. */
gboolean       desk_text_lines_is_cut       (DeskTextLines *self,
                                             guint          position);

/* Returns: (transfer none): for each line the next one; for a list of lines that do not fold */
const guint32 *desk_text_lines_get_ends     (DeskTextLines *self);

/**
 * desk_text_lines_search:
 * @text: looked for, letter case apart; it may go over a cut
 *
 * Returns: (transfer full) (element-type guint32) (nullable): the lines in which it begins; %NULL if cancelled
 */
GArray        *desk_text_lines_search       (DeskTextLines *self,
                                             const char    *text,
                                             GCancellable  *cancellable);

G_END_DECLS
