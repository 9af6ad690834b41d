/* desk-fields-controlled-load.c: the controlled load of an energy contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const rate_block_u_type_values[] =
{
  "singleRate", "timeOfUseRates", NULL,
};

static const DeskField single_rate_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "daily_supply_charge", DESK_FIELD_TYPE_AMOUNT, 0, N_("Daily supply charge"),
    .maximum = DESK_FIELD_MAXIMUM_DAILY_CHARGE },
  { "rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Rates"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
};

static const DeskField time_of_use_fields[] =
{
  { "days", DESK_FIELD_TYPE_ENUM, DESK_FIELD_REPEATED, N_("Days"), .values = desk_values_days },
  { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, 0, N_("Starts at") },
  { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, 0, N_("Ends at") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

static const char *const type_values[] =
{
  "PEAK", "OFF_PEAK", "SHOULDER", "SOLAR_SPONGE", NULL,
};

static const DeskField time_of_use_rates_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "daily_supply_charge", DESK_FIELD_TYPE_AMOUNT, 0, N_("Daily supply charge"),
    .maximum = DESK_FIELD_MAXIMUM_DAILY_CHARGE },
  { "rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Rates"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
  { "time_of_use", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Time of use"), DESK_FIELD_CHILDREN (time_of_use_fields) },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = type_values },
};

const DeskField desk_fields_controlled_load[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "rate_block_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of rates"), .values = rate_block_u_type_values },
  { "start_date", DESK_FIELD_TYPE_DATE, 0, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_DATE, 0, N_("Ends on") },
  { "single_rate", DESK_FIELD_TYPE_OBJECT, 0, N_("Single rate"), DESK_FIELD_CHILDREN (single_rate_fields) },
  { "time_of_use_rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Time of use rates"), DESK_FIELD_CHILDREN (time_of_use_rates_fields) },
  { "singleRate", DESK_FIELD_TYPE_OBJECT, 0, N_("Single rate"), DESK_FIELD_CHILDREN (single_rate_fields) },
  { "timeOfUseRates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Time of use rates"), DESK_FIELD_CHILDREN (time_of_use_rates_fields) },
};
