/* desk-sandbox-category.h: what a transaction can be about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_category_dup_primary:
 * @secondary_category: `FOOD_AND_DRINK_GROCERIES`
 *
 * Returns: (transfer full) (nullable): the primary category that it belongs to, `FOOD_AND_DRINK`;
 *   %NULL if it is not in the taxonomy
 */
char *desk_sandbox_category_dup_primary (const char *secondary_category);

G_END_DECLS
