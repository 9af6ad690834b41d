/* desk-resource-energy-accounts.c: energy accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const open_status_values[] =
{
  "CLOSED", "OPEN", NULL,
};

static const DeskField plan_overview_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, 0, N_("Name") },
  { "start_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Starts on") },
  { "end_date", DESK_FIELD_TYPE_DATE, 0, N_("Ends on") },
};

static const DeskField plan_detail_fields[] =
{
  { "fuel_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Fuel type"), .values = desk_values_fuel_type },
  { "is_contingent_plan", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Depends on other services") },
  { "metering_charges", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Metering charges"), DESK_FIELD_CHILDREN (desk_fields_metering_charge) },
  { "gas_contract", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Gas contract"), DESK_FIELD_CHILDREN (desk_fields_energy_contract) },
  { "electricity_contract", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Electricity contract"), DESK_FIELD_CHILDREN (desk_fields_energy_contract) },
};

static const DeskField authorised_contacts_fields[] =
{
  { "first_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("First name") },
  { "last_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Last name") },
  { "middle_names", DESK_FIELD_TYPE_TEXT, DESK_FIELD_REPEATED | DESK_FIELD_PERSONAL, N_("Middle names") },
  { "prefix", DESK_FIELD_TYPE_TEXT, 0, N_("Prefix") },
  { "suffix", DESK_FIELD_TYPE_TEXT, 0, N_("Suffix") },
};

static const DeskField plans_fields[] =
{
  { "nickname", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Nickname") },
  { "service_point_ids", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED, N_("Service points") },
  { "plan_overview", DESK_FIELD_TYPE_OBJECT, 0, N_("Plan overview"), DESK_FIELD_CHILDREN (plan_overview_fields) },
  { "plan_detail", DESK_FIELD_TYPE_OBJECT, 0, N_("Plan details"), DESK_FIELD_CHILDREN (plan_detail_fields) },
  { "authorised_contacts", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Authorised contacts"), DESK_FIELD_CHILDREN (authorised_contacts_fields) },
};

static const DeskField energy_accounts_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Name") },
  { "account_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Account number") },
  { "open_status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_LISTED, N_("Status"), .values = open_status_values },
  { "creation_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("Opened on") },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Account id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "plans", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Plans"), DESK_FIELD_CHILDREN (plans_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_energy_accounts =
{
  .name = "energy.accounts",
  .label = N_("Energy accounts"),
  .paths = (const char *const[]) { "/energy/accounts", NULL },
  .root_keys = (const char *const[]) { "accounts", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "energy_accounts",
  .event = "energy.accounts.sync.completed",
  .key = (const char *const[]) { "account_id", NULL },
  .sort_field = "display_name",
  .sort_descending = FALSE,
  .fields = energy_accounts_fields,
  .n_fields = G_N_ELEMENTS (energy_accounts_fields),
  .references = (const DeskReference[]) {
    { "plans.service_point_ids", "energy.service-points", "service_point_id" }, { NULL } },
};
