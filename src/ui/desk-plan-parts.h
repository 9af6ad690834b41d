/* desk-plan-parts.h: prices of an energy plan as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-price-check.h"
#include "desk-sheet.h"

G_BEGIN_DECLS

/**
 * desk_plan_parts_add_price:
 * @kind: what range it must be in; out of it, the price stays as it was sent and is marked (hard-cases.md 15)
 * @unit_member: (nullable): names the unit, a kilowatt hour where it is absent
 *
 * Adds a line for a price that is there; returns it, or %NULL.
 */
DeskSheetLine *desk_plan_parts_add_price       (DeskSheet     *sheet,
                                                guint          depth,
                                                const char    *title,
                                                DeskPriceKind  kind,
                                                DeskJsonSlice  object,
                                                const char    *price_member,
                                                const char    *unit_member);

/**
 * desk_plan_parts_add_rates:
 * @object: has `rates`, each for a volume, and a `period` that the volumes are counted in
 *
 * "Peak": one line, or one for each step: "First 10 kWh every day", "Above that".
 *
 * Returns: (transfer none): the first line; never %NULL
 */
DeskSheetLine *desk_plan_parts_add_rates       (DeskSheet     *sheet,
                                                guint          depth,
                                                const char    *title,
                                                DeskJsonSlice  object);

/**
 * desk_plan_parts_add_time_of_use:
 * @rates: an array of rates, or one rate
 * @windows_member: what holds their windows; %NULL if each rate is its own window (demand charges)
 *
 * A grid of the week, then each rate with its windows in words.
 */
void           desk_plan_parts_add_time_of_use (DeskSheet     *sheet,
                                                DeskJsonSlice  rates,
                                                const char    *windows_member);

G_END_DECLS
