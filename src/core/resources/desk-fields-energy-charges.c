/* desk-fields-energy-charges.c: rates and charges that energy contracts, plans and bills have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

const char *const desk_values_days[] =
{
  "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "PUBLIC_HOLIDAYS", NULL,
};

const char *const desk_values_fuel_type[] =
{
  "ELECTRICITY", "GAS", "DUAL", NULL,
};

const char *const desk_values_charge_type[] =
{
  "ENVIRONMENTAL", "REGULATED", "NETWORK", "METERING", "RETAIL_SERVICE", "RCTI", "OTHER", NULL,
};

const DeskField desk_fields_energy_rate[] =
{
  { "unit_price", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Unit price"), .maximum = DESK_FIELD_MAXIMUM_UNIT_PRICE },
  { "measure_unit", DESK_FIELD_TYPE_TEXT, 0, N_("Measure unit") },
  { "volume", DESK_FIELD_TYPE_ENERGY, 0, N_("Volume") },
};

const DeskField desk_fields_metering_charge[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "minimum_value", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Minimum value") },
  { "maximum_value", DESK_FIELD_TYPE_AMOUNT, 0, N_("Maximum value") },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
};
