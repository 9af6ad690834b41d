/* desk-category-words.c: categories of transactions in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-category-words.h"

#include <glib/gi18n-lib.h>

#include "desk-enum-words.h"

char *
desk_category_words_dup_name (const char *code,
                              const char *main_code)
{
  gsize length = main_code != NULL ? strlen (main_code) : 0;

  g_return_val_if_fail (code != NULL, NULL);

  if (length > 0 && g_str_has_prefix (code, main_code) && code[length] == '_' && code[length + 1] != '\0')
    return desk_enum_humanise (code + length + 1);

  return desk_enum_humanise (code);
}

char *
desk_category_words_dup_main (const char *main_code)
{
  return main_code != NULL ? desk_enum_humanise (main_code) : g_strdup (_("Other"));
}
