/* desk-sandbox-demo-tariff.h: what electricity costs a demo customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-persona.h"
#include "desk-sandbox-demo-usage.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_TARIFF_MAX_RATES 5

/**
 * DeskSandboxTariffRate:
 * @name: (owned): "Peak"
 * @type: (owned): `PEAK`, or `ALL_DAY` where there is one rate only
 * @price: of a kilowatt hour, in hundredths of a cent, without GST
 */
typedef struct
{
  char *name;
  char *type;
  int   price;
} DeskSandboxTariffRate;

/**
 * DeskSandboxTariff:
 * @rates: the prices of what comes from the grid
 * @n_rates: how many there are
 * @rate_at: which of them holds on a weekday, from 1 for Monday, in each half-hour of local time
 * @supply: the charge for a day, in hundredths of a cent
 * @feed_in: what a kilowatt hour into the grid earns, in hundredths of a cent
 * @discount: what is taken off the bill, in hundredths of a percent
 *
 * The prices of the plan, as the customer's account shows them.
 */
typedef struct
{
  DeskSandboxTariffRate rates[DESK_SANDBOX_TARIFF_MAX_RATES];
  guint                 n_rates;
  guint8                rate_at[8][DESK_SANDBOX_READS_PER_DAY];
  int                   supply;
  int                   feed_in;
  int                   discount;
} DeskSandboxTariff;

/**
 * desk_sandbox_tariff_new:
 *
 * Returns: (transfer full) (nullable): the prices in the energy account of @persona, or %NULL if
 *   there is none, or not of electricity
 */
DeskSandboxTariff *desk_sandbox_tariff_new  (const DeskSandboxPersona *persona);
void               desk_sandbox_tariff_free (DeskSandboxTariff        *self);

/**
 * desk_sandbox_tariff_find_rate:
 * @day: in AEST, as the meter counts days
 * @interval: the half-hour of @day, from 0
 *
 * Returns: which of the rates holds, by the local time of @interval
 */
guint              desk_sandbox_tariff_find_rate (const DeskSandboxTariff *self,
                                                  const GDate             *day,
                                                  guint                    interval);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxTariff, desk_sandbox_tariff_free)

G_END_DECLS
