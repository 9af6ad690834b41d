/* desk-resource-energy-usage.c: metered energy, a row a register and day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const char *const read_u_type_values[] =
{
  "basicRead", "intervalRead", NULL,
};

static const char *const quality_values[] =
{
  "SUBSTITUTE", "FINAL_SUBSTITUTE", NULL,
};

static const DeskField read_qualities_fields[] =
{
  { "start_interval", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Start interval") },
  { "end_interval", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("End interval") },
  { "quality", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Quality"), .values = quality_values },
};

static const DeskField interval_read_fields[] =
{
  { "aggregate_value", DESK_FIELD_TYPE_ENERGY, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Total of the intervals") },
  { "read_interval_length", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_LISTED, N_("Interval length"), "minutes" },
  { "interval_reads", DESK_FIELD_TYPE_ENERGY, DESK_FIELD_REPEATED, N_("Interval reads") },
  { "read_qualities", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Read qualities"), DESK_FIELD_CHILDREN (read_qualities_fields) },
  { "readQualities", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Read qualities"), DESK_FIELD_CHILDREN (read_qualities_fields) },
};

static const char *const basic_read_quality_values[] =
{
  "ACTUAL", "SUBSTITUTE", "FINAL_SUBSTITUTE", NULL,
};

static const DeskField basic_read_fields[] =
{
  { "value", DESK_FIELD_TYPE_ENERGY, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Value") },
  { "quality", DESK_FIELD_TYPE_ENUM, DESK_FIELD_STORED, N_("Quality"), .values = basic_read_quality_values },
};

static const DeskField energy_usage_fields[] =
{
  { "read_start_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Read starts") },
  { "read_end_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_STORED, N_("Read ends") },
  { "service_point_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Service point id") },
  { "meter_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Meter id") },
  { "register_suffix", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Register") },
  { "register_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Register id") },
  { "controlled_load", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_STORED, N_("Controlled load") },
  { "read_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Kind of read"), .values = read_u_type_values },
  { "interval_read", DESK_FIELD_TYPE_OBJECT, 0, N_("Interval read"), DESK_FIELD_CHILDREN (interval_read_fields) },
  { "basic_read", DESK_FIELD_TYPE_OBJECT, 0, N_("Basic read"), DESK_FIELD_CHILDREN (basic_read_fields) },
  { "unit_of_measure", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED, N_("Unit") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_usage =
{
  .name = "energy.usage",
  .label = N_("Usage"),
  .paths = (const char *const[]) { "/energy/usage", NULL },
  .root_keys = (const char *const[]) { "usage", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { "service_point_id", "read_start_date.oldest", "read_start_date.newest", NULL },
  .permission = "usage",
  .event = "energy.usage.sync.completed",
  .key = (const char *const[]) { "service_point_id", "meter_id", "register_suffix", "read_start_date", NULL },
  .sort_field = "read_start_date",
  .sort_descending = TRUE,
  .fields = energy_usage_fields,
  .n_fields = G_N_ELEMENTS (energy_usage_fields),
  .references = (const DeskReference[]) {
    { "service_point_id", "energy.service-points", "service_point_id" }, { NULL } },
  .series = &(const DeskSeries) {
    .owner = (const char *const[]) { "service_point_id", "meter_id", "register_suffix", NULL },
    .first_day = "read_start_date",
    .last_day = "read_end_date",
    .unit = "unit_of_measure",
    .length = "interval_read.read_interval_length",
    .values = "interval_read.interval_reads",
    .notes = (const char *const[]) { "interval_read.read_qualities", "interval_read.readQualities", NULL },
    .note_first = "start_interval",
    .note_last = "end_interval",
  },
};
