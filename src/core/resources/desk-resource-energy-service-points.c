/* desk-resource-energy-service-points.c: places where energy is metered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const service_point_status_values[] =
{
  "ACTIVE", "DE_ENERGISED", "EXTINCT", "GREENFIELD", "OFF_MARKET", NULL,
};

static const char *const service_point_classification_values[] =
{
  "EXTERNAL_PROFILE", "GENERATOR", "LARGE", "SMALL", "WHOLESALE", "NON_CONTEST_UNMETERED_LOAD",
  "NON_REGISTERED_EMBEDDED_GENERATOR", "DISTRIBUTION_WHOLESALE", NULL,
};

static const char *const jurisdiction_code_values[] =
{
  "ALL", "ACT", "NEM", "NSW", "QLD", "SA", "TAS", "VIC", NULL,
};

static const char *const classification_values[] =
{
  "BUSINESS", "RESIDENTIAL", NULL,
};

static const char *const threshold_values[] =
{
  "LOW", "MEDIUM", "HIGH", NULL,
};

static const DeskField consumer_profile_fields[] =
{
  { "classification", DESK_FIELD_TYPE_ENUM, 0, N_("Classification"), .values = classification_values },
  { "threshold", DESK_FIELD_TYPE_ENUM, 0, N_("Consumption threshold"), .values = threshold_values },
};

static const DeskField distribution_loss_factor_fields[] =
{
  { "code", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Code") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Description") },
  { "loss_value", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Loss factor") },
};

static const char *const role_values[] =
{
  "FRMP", "LNSP", "DRSP", NULL,
};

static const DeskField related_participants_fields[] =
{
  { "party", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Participant") },
  { "role", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Role"), .values = role_values },
};

static const char *const status_values[] =
{
  "CURRENT", "DISCONNECTED", NULL,
};

static const char *const installation_type_values[] =
{
  "BASIC", "COMMS1", "COMMS2", "COMMS3", "COMMS4", "COMMS4C", "COMMS4D", "MRAM", "MRIM", "PROF", "SAMPLE",
  "UMCP", "VICAMI", "NCOLNUML", NULL,
};

static const DeskField specifications_fields[] =
{
  { "status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Status"), .values = status_values },
  { "installation_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Installation type"), .values = installation_type_values },
  { "manufacturer", DESK_FIELD_TYPE_TEXT, 0, N_("Manufacturer") },
  { "model", DESK_FIELD_TYPE_TEXT, 0, N_("Model") },
  { "read_type", DESK_FIELD_TYPE_TEXT, 0, N_("Read type") },
  { "next_scheduled_read_date", DESK_FIELD_TYPE_DATE, 0, N_("Next scheduled read date") },
};

static const char *const register_consumption_type_values[] =
{
  "INTERVAL", "BASIC", "PROFILE_DATA", "ACTIVE_IMPORT", "ACTIVE", "REACTIVE_IMPORT", "REACTIVE", NULL,
};

static const char *const time_of_day_values[] =
{
  "ALLDAY", "INTERVAL", "PEAK", "BUSINESS", "SHOULDER", "EVENING", "OFFPEAK", "CONTROLLED", "DEMAND", NULL,
};

static const char *const consumption_type_values[] =
{
  "ACTUAL", "CUMULATIVE", NULL,
};

static const DeskField registers_fields[] =
{
  { "register_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY, N_("Register id") },
  { "register_suffix", DESK_FIELD_TYPE_TEXT, 0, N_("Register") },
  { "averaged_daily_load", DESK_FIELD_TYPE_ENERGY, 0, N_("Average daily load"), "kWh" },
  { "register_consumption_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Register consumption type"), .values = register_consumption_type_values },
  { "network_tariff_code", DESK_FIELD_TYPE_TEXT, 0, N_("Network tariff code") },
  { "unit_of_measure", DESK_FIELD_TYPE_TEXT, 0, N_("Unit") },
  { "time_of_day", DESK_FIELD_TYPE_ENUM, 0, N_("Time of day"), .values = time_of_day_values },
  { "multiplier", DESK_FIELD_TYPE_NUMBER, 0, N_("Multiplier") },
  { "controlled_load", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Controlled load") },
  { "consumption_type", DESK_FIELD_TYPE_ENUM, 0, N_("Consumption type"), .values = consumption_type_values },
};

static const DeskField meters_fields[] =
{
  { "meter_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Meter id") },
  { "specifications", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Specifications"), DESK_FIELD_CHILDREN (specifications_fields) },
  { "registers", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Registers"), DESK_FIELD_CHILDREN (registers_fields) },
};

static const DeskField energy_service_points_fields[] =
{
  { "national_metering_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("NMI") },
  { "service_point_status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Status"), .values = service_point_status_values },
  { "service_point_classification", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Classification"), .values = service_point_classification_values },
  { "jurisdiction_code", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Jurisdiction"), .values = jurisdiction_code_values },
  { "is_generator", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_LISTED, N_("Feeds the grid") },
  { "valid_from_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Valid from") },
  { "service_point_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED | DESK_FIELD_SEARCHED,
    N_("Service point id") },
  { "last_update_date_time", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Last updated") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "last_consumer_change_date", DESK_FIELD_TYPE_DATE, 0, N_("Last change of consumer") },
  { "consumer_profile", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Consumer profile"), DESK_FIELD_CHILDREN (consumer_profile_fields) },
  { "distribution_loss_factor", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Distribution loss factor"), DESK_FIELD_CHILDREN (distribution_loss_factor_fields) },
  { "related_participants", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Related participants"), DESK_FIELD_CHILDREN (related_participants_fields) },
  { "location", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Location"), DESK_FIELD_FIRST_CHILDREN (desk_fields_address, DESK_FIELDS_ADDRESS_WITHOUT_PURPOSE) },
  { "meters", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Meters"), DESK_FIELD_CHILDREN (meters_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_service_points =
{
  .name = "energy.service-points",
  .label = N_("Service points"),
  .paths = (const char *const[]) { "/energy/service-points", NULL },
  .root_keys = (const char *const[]) { "service_points", "servicePoints", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "service_points",
  .event = "energy.servicepoints.sync.completed",
  .key = (const char *const[]) { "service_point_id", NULL },
  .sort_field = "national_metering_id",
  .sort_descending = FALSE,
  .fields = energy_service_points_fields,
  .n_fields = G_N_ELEMENTS (energy_service_points_fields),
};
