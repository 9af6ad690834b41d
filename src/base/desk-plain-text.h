/* desk-plain-text.h: text from outside that stays where it is put
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_plain_text_line:
 * @text: UTF-8 from outside
 * @max_characters: at which the rest is cut off, with an ellipsis; 0 for no end
 *
 * For display only. Control characters and line ends become blanks. Characters that turn the direction of writing
 * around, or that cannot be seen and are no part of a word, become U+FFFD: nothing may look like what it is not.
 *
 * Returns: (transfer full): one line of plain text
 */
char *desk_plain_text_line   (const char *text,
                              gsize       max_characters);

/* As desk_plain_text_line(), but line ends and tabs stay. */
char *desk_plain_text_lines  (const char *text,
                              gsize       max_characters);

/**
 * desk_plain_text_start:
 * @text: (array length=length): bytes from outside
 * @max_characters: at which the rest is cut off, with an ellipsis
 *
 * As desk_plain_text_line(), at a cost that does not depend on @length. Bytes that are not UTF-8 become U+FFFD.
 *
 * Returns: (transfer full): one line of plain text
 */
char *desk_plain_text_start  (const char *text,
                              gsize       length,
                              gsize       max_characters);

G_END_DECLS
