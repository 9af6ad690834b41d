/* desk-fields-solar-feed-in.c: the solar feed-in tariffs of an energy contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const scheme_values[] =
{
  "PREMIUM", "CURRENT", "VARIABLE", "OTHER", NULL,
};

static const char *const payer_type_values[] =
{
  "GOVERNMENT", "RETAILER", NULL,
};

static const char *const tariff_u_type_values[] =
{
  "singleTariff", "timeVaryingTariffs", NULL,
};

static const DeskField single_tariff_fields[] =
{
  { "rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Rates"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
};

static const char *const type_values[] =
{
  "PEAK", "OFF_PEAK", "SHOULDER", NULL,
};

static const DeskField time_variations_fields[] =
{
  { "days", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED, N_("Days"), .values = desk_values_days },
  { "start_time", DESK_FIELD_TYPE_TIME_OF_DAY, 0, N_("Starts at") },
  { "end_time", DESK_FIELD_TYPE_TIME_OF_DAY, 0, N_("Ends at") },
};

static const DeskField time_varying_tariffs_fields[] =
{
  { "type", DESK_FIELD_TYPE_ENUM, 0, N_("Type"), .values = type_values },
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Rates"), DESK_FIELD_CHILDREN (desk_fields_energy_rate) },
  { "period", DESK_FIELD_TYPE_DURATION, 0, N_("Period") },
  { "time_variations", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Time variations"), DESK_FIELD_CHILDREN (time_variations_fields) },
};

const DeskField desk_fields_solar_feed_in[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "start_date", DESK_FIELD_TYPE_DATE, 0, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_DATE, 0, N_("Ends on") },
  { "scheme", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Scheme"), .values = scheme_values },
  { "payer_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Payer type"), .values = payer_type_values },
  { "tariff_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of tariff"), .values = tariff_u_type_values },
  { "single_tariff", DESK_FIELD_TYPE_OBJECT, 0, N_("Single tariff"), DESK_FIELD_CHILDREN (single_tariff_fields) },
  { "time_varying_tariffs", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Time varying tariffs"), DESK_FIELD_CHILDREN (time_varying_tariffs_fields) },
};
