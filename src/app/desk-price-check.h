/* desk-price-check.h: whether a rate or a price can be what it is said to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskPriceKind:
 * @DESK_PRICE_RATE: a fraction: "0.0654"; over 1 it may be a percentage (hard-cases.md 16)
 * @DESK_PRICE_UNIT: dollars for a kilowatt hour or its like; over %DESK_FIELD_MAXIMUM_UNIT_PRICE it may be cents
 * @DESK_PRICE_DAY: dollars a day; over %DESK_FIELD_MAXIMUM_DAILY_CHARGE it may be cents
 */
typedef enum
{
  DESK_PRICE_RATE,
  DESK_PRICE_UNIT,
  DESK_PRICE_DAY,
} DeskPriceKind;

/**
 * desk_price_check:
 * @text: as it was sent
 *
 * Returns: (transfer none) (nullable): what is doubtful about it, as a translated sentence; %NULL for nothing
 */
const char *desk_price_check (DeskPriceKind  kind,
                              const char    *text);

G_END_DECLS
