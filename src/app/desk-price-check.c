/* desk-price-check.c: whether a rate or a price can be what it is said to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-decimal.h"
#include "desk-field.h"
#include "desk-price-check.h"

typedef struct
{
  const char *highest;
  const char *doubt;
} Limit;

static const Limit limits[] = {
  [DESK_PRICE_RATE] = { "1", N_("Over 100 %: it may have been sent as a percentage.") },
  [DESK_PRICE_UNIT] = { DESK_FIELD_MAXIMUM_UNIT_PRICE, N_("Unusually high: it may have been sent in cents.") },
  [DESK_PRICE_DAY] = { DESK_FIELD_MAXIMUM_DAILY_CHARGE, N_("Unusually high: it may have been sent in cents.") },
};

const char *
desk_price_check (DeskPriceKind  kind,
                  const char    *text)
{
  g_autoptr(DeskDecimal) number = NULL;
  g_autoptr(DeskDecimal) highest = NULL;

  g_return_val_if_fail (kind < G_N_ELEMENTS (limits), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  number = desk_decimal_new_from_string (text, NULL);
  if (number == NULL)
    return _("This is not a number.");
  highest = desk_decimal_new_from_string (limits[kind].highest, NULL);
  return desk_decimal_compare (number, highest) > 0 ? _(limits[kind].doubt) : NULL;
}
