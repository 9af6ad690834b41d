/* desk-tier-words.c: what a tier of a rate covers, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "desk-decimal.h"
#include "desk-json-read.h"
#include "desk-tier-words.h"

typedef enum
{
  UNIT_OTHER,
  UNIT_DOLLAR,
  UNIT_PERCENT,
  UNIT_MONTH,
  UNIT_DAY,
} Unit;

static Unit
read_unit (DeskJsonSlice tier)
{
  static const char *const codes[] = { NULL, "DOLLAR", "PERCENT", "MONTH", "DAY" };
  DeskJsonSlice value = desk_json_slice_get_member (tier, "unit_of_measure");

  for (guint i = 1; i < G_N_ELEMENTS (codes); i++)
    if (desk_json_slice_equals_string (value, codes[i]))
      return (Unit) i;
  return UNIT_OTHER;
}

/* Zeros behind the point count for nothing in a bound: "50000.00" is $50,000, "0.10" keeps both. */
static char *
format_number (const char *text)
{
  g_autofree char *whole = NULL;
  g_autoptr(DeskDecimal) number = NULL;
  const char *point = strchr (text, '.');

  if (point != NULL && strspn (point + 1, "0") == strlen (point + 1))
    whole = g_strndup (text, (gsize) (point - text));
  number = desk_decimal_new_from_string (whole != NULL ? whole : text, NULL);
  return number != NULL ? desk_decimal_format (number, 0, DESK_DECIMAL_SIGN_NEGATIVE) : NULL;
}

/* Returns: (nullable): the bound with the unit that stands close to it */
static char *
read_bound (DeskJsonSlice  tier,
            const char    *member,
            Unit           unit)
{
  g_autofree char *text = desk_json_read_text (tier, member);
  g_autofree char *number = text != NULL ? format_number (text) : NULL;

  if (number == NULL)
    return g_steal_pointer (&text);
  if (unit == UNIT_DOLLAR)
    return g_strconcat ("$", number, NULL);
  /* Translators: a percentage */
  return unit == UNIT_PERCENT ? g_strdup_printf (_("%s %%"), number) : g_steal_pointer (&number);
}

static char *
join_bounds (const char *minimum,
             const char *maximum)
{
  if (minimum != NULL && maximum != NULL && g_str_equal (minimum, maximum))
    return g_strdup (minimum);
  if (minimum != NULL && maximum != NULL)
    /* Translators: the bounds of a tier: "$0 to $50,000" */
    return g_strdup_printf (_("%s to %s"), minimum, maximum);
  if (minimum != NULL)
    /* Translators: the lower bound of a tier without an upper one: "From $250,000" */
    return g_strdup_printf (_("From %s"), minimum);
  if (maximum != NULL)
    /* Translators: the upper bound of a tier without a lower one: "Up to $50,000" */
    return g_strdup_printf (_("Up to %s"), maximum);
  return g_strdup ("");
}

char *
desk_tier_words (DeskJsonSlice tier)
{
  Unit unit = read_unit (tier);
  g_autofree char *minimum = read_bound (tier, "minimum_value", unit);
  g_autofree char *maximum = read_bound (tier, "maximum_value", unit);
  g_autofree char *range = join_bounds (minimum, maximum);

  if (*range == '\0')
    return g_steal_pointer (&range);
  if (unit == UNIT_MONTH)
    /* Translators: a term or a range of them: "1 to 12 months" */
    return g_strdup_printf (_("%s months"), range);
  if (unit == UNIT_DAY)
    /* Translators: a number of days or a range of them: "30 to 60 days" */
    return g_strdup_printf (_("%s days"), range);
  return g_steal_pointer (&range);
}
