/* desk-resource-energy-der.c: devices that make or store energy at a service point (distributed energy resources)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const DeskField protection_mode_fields[] =
{
  { "export_limit_kva", DESK_FIELD_TYPE_NUMBER, 0, N_("Export limit"), "kVA" },
  { "under_frequency_protection", DESK_FIELD_TYPE_NUMBER, 0, N_("Under-frequency limit"), "Hz" },
  { "under_frequency_protection_delay", DESK_FIELD_TYPE_NUMBER, 0, N_("Under-frequency delay"), "s" },
  { "over_frequency_protection", DESK_FIELD_TYPE_NUMBER, 0, N_("Over-frequency limit"), "Hz" },
  { "over_frequency_protection_delay", DESK_FIELD_TYPE_NUMBER, 0, N_("Over-frequency delay"), "s" },
  { "under_voltage_protection", DESK_FIELD_TYPE_NUMBER, 0, N_("Under-voltage limit"), "V" },
  { "under_voltage_protection_delay", DESK_FIELD_TYPE_NUMBER, 0, N_("Under-voltage delay"), "s" },
  { "over_voltage_protection", DESK_FIELD_TYPE_NUMBER, 0, N_("Over-voltage limit"), "V" },
  { "over_voltage_protection_delay", DESK_FIELD_TYPE_NUMBER, 0, N_("Over-voltage delay"), "s" },
  { "sustained_over_voltage", DESK_FIELD_TYPE_NUMBER, 0, N_("Sustained over-voltage limit"), "V" },
  { "sustained_over_voltage_delay", DESK_FIELD_TYPE_NUMBER, 0, N_("Sustained over-voltage delay"), "s" },
  { "frequency_rate_of_change", DESK_FIELD_TYPE_NUMBER, 0, N_("Rate of change of frequency"), "Hz/s" },
  { "voltage_vector_shift", DESK_FIELD_TYPE_NUMBER, 0, N_("Voltage vector shift"), "°" },
  { "inter_trip_scheme", DESK_FIELD_TYPE_TEXT, 0, N_("Inter-trip scheme") },
  { "neutral_voltage_displacement", DESK_FIELD_TYPE_NUMBER, 0, N_("Neutral voltage displacement"), "V" },
};

static const char *const equipment_type_values[] =
{
  "INVERTER", "OTHER", NULL,
};

static const char *const status_values[] =
{
  "ACTIVE", "INACTIVE", "DECOMMISSIONED", NULL,
};

static const char *const type_values[] =
{
  "FOSSIL", "HYDRO", "WIND", "SOLAR_PV", "RENEWABLE", "GEOTHERMAL", "STORAGE", "OTHER", NULL,
};

static const DeskField der_devices_fields[] =
{
  { "device_identifier", DESK_FIELD_TYPE_NUMBER, DESK_FIELD_MANDATORY, N_("Device id") },
  { "count", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Count") },
  { "manufacturer", DESK_FIELD_TYPE_TEXT, 0, N_("Manufacturer") },
  { "model_number", DESK_FIELD_TYPE_TEXT, 0, N_("Model") },
  { "status", DESK_FIELD_TYPE_ENUM, 0, N_("Status"), .values = status_values },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = type_values },
  { "subtype", DESK_FIELD_TYPE_TEXT, 0, N_("Subtype") },
  { "nominal_rated_capacity", DESK_FIELD_TYPE_NUMBER, DESK_FIELD_MANDATORY, N_("Rated capacity"), "kVA" },
  { "nominal_storage_capacity", DESK_FIELD_TYPE_NUMBER, 0, N_("Storage capacity"), "kVAh" },
};

static const DeskField ac_connections_fields[] =
{
  { "connection_identifier", DESK_FIELD_TYPE_NUMBER, DESK_FIELD_MANDATORY, N_("Connection id") },
  { "count", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Count") },
  { "equipment_type", DESK_FIELD_TYPE_ENUM, 0, N_("Equipment"), .values = equipment_type_values },
  { "manufacturer_name", DESK_FIELD_TYPE_TEXT, 0, N_("Manufacturer") },
  { "inverter_series", DESK_FIELD_TYPE_TEXT, 0, N_("Inverter series") },
  { "inverter_model_number", DESK_FIELD_TYPE_TEXT, 0, N_("Inverter model") },
  { "commissioning_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Commissioned on") },
  { "status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Status"), .values = status_values },
  { "inverter_device_capacity", DESK_FIELD_TYPE_NUMBER, 0, N_("Capacity of the inverter"), "kVA" },
  { "der_devices", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Devices"), DESK_FIELD_CHILDREN (der_devices_fields) },
};

static const DeskField energy_der_fields[] =
{
  { "service_point_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Service point id") },
  { "approved_capacity", DESK_FIELD_TYPE_NUMBER, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Approved capacity"), "kVA" },
  { "installed_phases_count", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Installed phases") },
  { "available_phases_count", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY | DESK_FIELD_STORED,
    N_("Available phases") },
  { "islandable_installation", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Can run as an island") },
  { "has_central_protection_control", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_STORED, N_("Central protection") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "protection_mode", DESK_FIELD_TYPE_OBJECT, 0, N_("Protection"), DESK_FIELD_CHILDREN (protection_mode_fields) },
  { "ac_connections", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("AC connections"), DESK_FIELD_CHILDREN (ac_connections_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_der =
{
  .name = "energy.der",
  .label = N_("Solar and batteries"),
  .paths = (const char *const[]) { "/energy/der", NULL },
  .root_keys = (const char *const[]) { "der_records", "derRecords", "der", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "der",
  .event = "energy.der.sync.completed",
  .key = (const char *const[]) { "service_point_id", NULL },
  .sort_field = "service_point_id",
  .sort_descending = FALSE,
  .fields = energy_der_fields,
  .n_fields = G_N_ELEMENTS (energy_der_fields),
  .references = (const DeskReference[]) { { "service_point_id", "energy.service-points", "service_point_id" }, { NULL } },
};
