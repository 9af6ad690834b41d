/* desk-store-functions.c: SQL functions of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-functions.h"

#include "desk-decimal.h"

static void
sum_step (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  DeskDecimal **sum = sqlite3_aggregate_context (context, sizeof *sum);
  const char *text = (const char *) sqlite3_value_text (values[0]);
  g_autoptr(DeskDecimal) decimal = NULL;

  if (sum == NULL || text == NULL)
    return;

  decimal = desk_decimal_new_from_string (text, NULL);
  if (decimal == NULL)
    return;

  if (*sum == NULL)
    *sum = g_steal_pointer (&decimal);
  else
    desk_decimal_add (*sum, decimal);
}

static void
sum_final (sqlite3_context *context)
{
  DeskDecimal **sum = sqlite3_aggregate_context (context, 0);

  if (sum == NULL || *sum == NULL)
    {
      sqlite3_result_text (context, "0", -1, SQLITE_STATIC);
      return;
    }

  sqlite3_result_text (context, desk_decimal_to_string (*sum), -1, g_free);
  g_clear_pointer (sum, desk_decimal_free);
}

int
desk_store_functions_register (sqlite3 *connection)
{
  return sqlite3_create_function_v2 (connection, "desk_sum", 1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                     NULL, sum_step, sum_final, NULL);
}
