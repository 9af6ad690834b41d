/* desk-category-words.h: categories of transactions in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_category_words_dup_name:
 * @code: "FOOD_AND_DRINK_GROCERIES"
 * @main_code: (nullable): "FOOD_AND_DRINK", with which codes of its categories begin (fiskil-api.md 2.6)
 *
 * Returns: (transfer full): "Groceries"
 */
char *desk_category_words_dup_name (const char *code,
                                    const char *main_code);

/* Returns: (transfer full): "Food and drink"; "Other" for %NULL */
char *desk_category_words_dup_main (const char *main_code);

G_END_DECLS
