/* desk-store-functions.c: SQL functions of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-functions.h"

#include "desk-decimal.h"

/* Short numbers are added as integers, one sum for each number of decimals: a million rows in a moment. */
#define MAX_SHORT_DECIMALS 8
#define MAX_SHORT_WHOLE 9

/**
 * Sum:
 * @decimal: (owned) (nullable): the numbers that are not short
 * @parts: the short numbers, by their number of decimals
 * @used: which of @parts hold anything, as bits: 0.00 has decimals too
 *
 * SQLite gives it zeroed.
 */
typedef struct
{
  DeskDecimal *decimal;
  gint64       parts[MAX_SHORT_DECIMALS + 1];
  guint        used;
} Sum;

/* Stops behind the first digit that is too much. */
static const char *
read_digits (const char *text,
             guint       max_digits,
             gint64     *number,
             guint      *n_digits)
{
  for (*n_digits = 0; g_ascii_isdigit (*text) && *n_digits <= max_digits; text++)
    {
      *number = *number * 10 + (*text - '0');
      (*n_digits)++;
    }

  return text;
}

/* The number without its point; FALSE for what is long or unusual. */
static gboolean
read_short (const char *text,
            gint64     *number,
            guint      *n_decimals)
{
  gboolean negative = *text == '-';
  guint n_digits;

  *number = 0;
  *n_decimals = 0;
  text = read_digits (negative ? text + 1 : text, MAX_SHORT_WHOLE, number, &n_digits);
  if (n_digits == 0 || n_digits > MAX_SHORT_WHOLE)
    return FALSE;

  if (*text == '.')
    {
      text = read_digits (text + 1, MAX_SHORT_DECIMALS, number, n_decimals);
      if (*n_decimals == 0 || *n_decimals > MAX_SHORT_DECIMALS)
        return FALSE;
    }

  if (negative)
    *number = -*number;
  return *text == '\0';
}

static void
add_decimal (Sum        *self,
             const char *text)
{
  g_autoptr(DeskDecimal) decimal = desk_decimal_new_from_string (text, NULL);

  if (decimal == NULL)
    return;

  if (self->decimal == NULL)
    self->decimal = g_steal_pointer (&decimal);
  else
    desk_decimal_add (self->decimal, decimal);
}

static void
flush_part (Sum   *self,
            guint  n_decimals)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "e-%u", self->parts[n_decimals], n_decimals);

  add_decimal (self, text);
  self->parts[n_decimals] = 0;
}

static void
add_short (Sum    *self,
           gint64  number,
           guint   n_decimals)
{
  if (ABS (self->parts[n_decimals]) > G_MAXINT64 / 2)
    flush_part (self, n_decimals);

  self->parts[n_decimals] += number;
  self->used |= 1u << n_decimals;
}

static void
sum_step (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  Sum *self = sqlite3_aggregate_context (context, sizeof *self);
  const char *text = (const char *) sqlite3_value_text (values[0]);
  gint64 number;
  guint n_decimals;

  if (self == NULL || text == NULL)
    return;

  if (read_short (text, &number, &n_decimals))
    add_short (self, number, n_decimals);
  else
    add_decimal (self, text);
}

static void
sum_final (sqlite3_context *context)
{
  Sum *self = sqlite3_aggregate_context (context, 0);

  if (self == NULL)
    return;

  for (guint i = 0; i <= MAX_SHORT_DECIMALS; i++)
    if (self->used & (1u << i))
      flush_part (self, i);

  if (self->decimal != NULL)
    sqlite3_result_text (context, desk_decimal_to_string (self->decimal), -1, g_free);
  g_clear_pointer (&self->decimal, desk_decimal_free);
}

int
desk_store_functions_register (sqlite3 *connection)
{
  return sqlite3_create_function_v2 (connection, "desk_sum", 1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                     NULL, sum_step, sum_final, NULL);
}
