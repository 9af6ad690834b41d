/* desk-enum-words.h: the codes of the standard in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_enum_words:
 * @code: "TRANS_AND_SAVINGS_ACCOUNTS", "intervalRead"
 *
 * Codes with words of their own are in a table; others are spelled out by desk_enum_humanise().
 *
 * Returns: (transfer full): "Transaction and savings account", "Interval read"
 */
char *desk_enum_words     (const char *code);

/**
 * desk_enum_humanise:
 *
 * Returns: (transfer full): the code as a phrase: "FOOD_AND_DRINK" is "Food and drink"
 */
char *desk_enum_humanise  (const char *code);

G_END_DECLS
