/* desk-export-text.h: text from outside, made fit for formats of lines and markup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_export_text_dup_line:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full) (nullable): @text on one line: line breaks, control characters and what XML does not allow are
 *   blanks, none at the ends; %NULL if nothing is left
 */
char *desk_export_text_dup_line (const char *text);

/* Returns: (transfer full): the first @n_characters of @text, never a part of one, without a blank at the end */
char *desk_export_text_cut      (const char *text,
                                 guint       n_characters);

/**
 * desk_export_text_append_element:
 * @text: (nullable): a single line; the element is left out for %NULL
 *
 * Appends `<NAME>text</NAME>` and a line break. Only what OFX has a name for is escaped: its readers know no `&apos;`.
 */
void  desk_export_text_append_element (GString    *xml,
                                       const char *name,
                                       const char *text);

G_END_DECLS
