/* desk-cli-text.h: text from outside, made safe for a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_cli_text_make_safe:
 * @text: (nullable): UTF-8 from outside
 *
 * Returns: (transfer full): @text on one line, with control characters and those that turn the direction of
 *   writing around as `\u{1b}`; "" for %NULL
 */
char *desk_cli_text_make_safe (const char *text);

/* Returns: (transfer full): at most @n_characters of @text, with an ellipsis if some were left out */
char *desk_cli_text_shorten   (const char *text,
                               guint       n_characters);

/* Returns: how many columns of a terminal @text takes */
guint desk_cli_text_measure   (const char *text);

G_END_DECLS
