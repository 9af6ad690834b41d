/* desk-sandbox-money.c: exact amounts as the API writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-money.h"

#include <string.h>

#define DECIMALS 2
/* A third decimal decides whether the second goes up. */
#define DECIMALS_DIVIDED (DECIMALS + 1)

char *
desk_sandbox_money_to_string (const DeskDecimal *amount,
                              guint              decimals)
{
  g_autofree char *text = NULL;
  GString *padded;
  const char *point;
  gsize present;

  g_return_val_if_fail (amount != NULL, NULL);

  text = desk_decimal_to_string (amount);
  point = strchr (text, '.');
  present = point != NULL ? strlen (point + 1) : 0;

  padded = g_string_new (text);
  if (point == NULL && decimals > 0)
    g_string_append_c (padded, '.');
  for (; present < decimals; present++)
    g_string_append_c (padded, '0');

  return g_string_free (padded, FALSE);
}

/* As on paper: digit by digit, with what remains carried on. */
static char *
divide_digits (const char *text,
               guint       divisor)
{
  GString *quotient = g_string_new (NULL);
  const char *point = strchr (text, '.');
  guint64 rest = 0;

  for (const char *p = text; *p != '\0' && p <= point + DECIMALS_DIVIDED; p++)
    {
      if (*p == '.')
        {
          g_string_append_c (quotient, '.');
          continue;
        }

      rest = rest * 10 + (guint64) g_ascii_digit_value (*p);
      g_string_append_c (quotient, (char) ('0' + rest / divisor));
      rest %= divisor;
    }

  return g_string_free (quotient, FALSE);
}

char *
desk_sandbox_money_divide (const DeskDecimal *amount,
                           guint              divisor)
{
  g_autofree char *text = NULL;
  g_autofree char *quotient = NULL;
  g_autoptr(DeskDecimal) result = NULL;
  gboolean rounds_up;

  g_return_val_if_fail (amount != NULL && !desk_decimal_is_negative (amount), NULL);
  g_return_val_if_fail (divisor > 0, NULL);

  text = desk_sandbox_money_to_string (amount, DECIMALS_DIVIDED);
  quotient = divide_digits (text, divisor);
  rounds_up = quotient[strlen (quotient) - 1] >= '5';
  quotient[strlen (quotient) - 1] = '\0';
  result = desk_decimal_new_from_string (quotient, NULL);

  if (rounds_up)
    {
      g_autoptr(DeskDecimal) cent = desk_decimal_new_from_string ("0.01", NULL);

      desk_decimal_add (result, cent);
    }

  return desk_sandbox_money_to_string (result, DECIMALS);
}
