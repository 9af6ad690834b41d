/* desk-fields-tariff-period.c: the tariff periods of an energy contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const daily_supply_charge_type_values[] =
{
  "SINGLE", "BAND", NULL,
};

static const char *const time_zone_values[] =
{
  "LOCAL", "AEST", NULL,
};

static const char *const rate_block_u_type_values[] =
{
  "singleRate", "timeOfUseRates", "demandCharges", NULL,
};

static const DeskField single_rate_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "general_unit_price", DESK_FIELD_TYPE_AMOUNT, 0, N_("General unit price"), .maximum = DESK_FIELD_MAXIMUM_UNIT_PRICE },
  { "rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Rates"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
};

static const DeskField time_of_use_fields[] =
{
  { "days", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED, N_("Days"), .values = desk_values_days },
  { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, DESK_FIELD_MANDATORY, N_("Starts at") },
  { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, DESK_FIELD_MANDATORY, N_("Ends at") },
};

static const char *const time_of_use_rates_type_values[] =
{
  "PEAK", "OFF_PEAK", "SHOULDER", "SHOULDER1", "SHOULDER2", NULL,
};

static const DeskField time_of_use_rates_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Rates"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
  { "time_of_use", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Time of use"), DESK_FIELD_CHILDREN (time_of_use_fields) },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = time_of_use_rates_type_values },
};

static const char *const measurement_period_values[] =
{
  "DAY", "MONTH", "TARIFF_PERIOD", NULL,
};

static const DeskField demand_charges_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount") },
  { "measure_unit", DESK_FIELD_TYPE_TEXT, 0, N_("Measure unit") },
  { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, DESK_FIELD_MANDATORY, N_("Starts at") },
  { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, DESK_FIELD_MANDATORY, N_("Ends at") },
  { "days", DESK_FIELD_TYPE_ENUM, DESK_FIELD_REPEATED, N_("Days"), .values = desk_values_days },
  { "min_demand", DESK_FIELD_TYPE_AMOUNT, 0, N_("Minimum demand") },
  { "max_demand", DESK_FIELD_TYPE_AMOUNT, 0, N_("Maximum demand") },
  { "measurement_period", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Measurement period"), .values = measurement_period_values },
  { "charge_period", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Charge period"), .values = measurement_period_values },
};

const DeskField desk_fields_tariff_period[] =
{
  { "type", DESK_FIELD_TYPE_ENUM, 0, N_("Type"), .values = desk_values_charge_type },
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "start_date", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Ends on") },
  { "daily_supply_charge_type", DESK_FIELD_TYPE_ENUM, 0,
    N_("Daily supply charge type"), .values = daily_supply_charge_type_values },
  { "daily_supply_charge", DESK_FIELD_TYPE_AMOUNT, 0, N_("Daily supply charge"),
    .maximum = DESK_FIELD_MAXIMUM_DAILY_CHARGE },
  { "banded_daily_supply_charges", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Banded daily supply charges"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "time_zone", DESK_FIELD_TYPE_ENUM, 0, N_("Time zone"), .values = time_zone_values },
  { "rate_block_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of rates"), .values = rate_block_u_type_values },
  { "single_rate", DESK_FIELD_TYPE_OBJECT, 0, N_("Single rate"), DESK_FIELD_CHILDREN (single_rate_fields) },
  { "time_of_use_rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Time of use rates"), DESK_FIELD_CHILDREN (time_of_use_rates_fields) },
  { "demand_charges", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Demand charges"), DESK_FIELD_CHILDREN (demand_charges_fields) },
};
