/* desk-category-codes.h: the categories that a transaction can be put into, as far as they are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"

G_BEGIN_DECLS

/**
 * DeskCategoryCode:
 * @code: "FOOD_AND_DRINK_GROCERIES"
 * @main_code: (nullable): "FOOD_AND_DRINK"; %NULL if nobody said
 */
typedef struct
{
  char *code;
  char *main_code;
} DeskCategoryCode;

/**
 * desk_category_codes_load_async:
 *
 * The service's whole list is not public (fiskil-api.md 2.6): these are the codes that its description names, and every
 * one that occurs in a transaction of the store.
 *
 * desk_category_codes_load_finish() returns: (transfer full) (nullable) (element-type DeskCategoryCode): each code once,
 *   ordered by @main_code, then by @code; %NULL with @error set in #DESK_STORE_ERROR or #G_IO_ERROR
 */
void       desk_category_codes_load_async  (DeskStore            *store,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *desk_category_codes_load_finish (DeskStore            *store,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * desk_category_codes_dup_entered:
 * @text: what somebody typed: "food and drink groceries"
 *
 * Returns: (transfer full) (nullable): the code that it spells: "FOOD_AND_DRINK_GROCERIES"; %NULL if it spells none
 */
char      *desk_category_codes_dup_entered (const char           *text);

G_END_DECLS
