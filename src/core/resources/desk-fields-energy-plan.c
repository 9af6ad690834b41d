/* desk-fields-energy-plan.c: a plan of an energy retailer; a list holds the first members, the details hold all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const type_values[] =
{
  "STANDING", "MARKET", "REGULATED", NULL,
};

static const char *const customer_type_values[] =
{
  "RESIDENTIAL", "BUSINESS", NULL,
};

static const DeskField additional_information_fields[] =
{
  { "overview_uri", DESK_FIELD_TYPE_URI, 0, N_("Overview") },
  { "terms_uri", DESK_FIELD_TYPE_URI, 0, N_("Terms") },
  { "eligibility_uri", DESK_FIELD_TYPE_URI, 0, N_("Eligibility") },
  { "pricing_uri", DESK_FIELD_TYPE_URI, 0, N_("Pricing") },
  { "bundle_uri", DESK_FIELD_TYPE_URI, 0, N_("Bundle") },
};

static const DeskField geography_fields[] =
{
  { "excluded_postcodes", DESK_FIELD_TYPE_TEXT, DESK_FIELD_REPEATED, N_("Postcodes left out") },
  { "included_postcodes", DESK_FIELD_TYPE_TEXT, DESK_FIELD_REPEATED, N_("Postcodes") },
  { "distributors", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED, N_("Distributors") },
};

const DeskField desk_fields_energy_plan[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Name") },
  { "fuel_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Fuel type"), .values = desk_values_fuel_type },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Type"), .values = type_values },
  { "customer_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_STORED,
    N_("Kind of customer"), .values = customer_type_values },
  { "effective_from", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_LISTED, N_("Effective from") },
  { "brand_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Brand name") },
  { "plan_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Plan id") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Description") },
  { "brand", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Brand") },
  { "last_updated", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Last updated") },
  { "effective_to", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_STORED, N_("Effective to") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "institution_name", DESK_FIELD_TYPE_TEXT, 0, N_("Institution") },
  { "application_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page to apply") },
  { "additional_information", DESK_FIELD_TYPE_OBJECT, 0,
    N_("More information"), DESK_FIELD_CHILDREN (additional_information_fields) },
  { "geography", DESK_FIELD_TYPE_OBJECT, 0, N_("Where it is offered"), DESK_FIELD_CHILDREN (geography_fields) },
  { "metering_charges", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Metering charges"), DESK_FIELD_CHILDREN (desk_fields_metering_charge) },
  { "gas_contract", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Gas contract"), DESK_FIELD_CHILDREN (desk_fields_energy_contract) },
  { "electricity_contract", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Electricity contract"), DESK_FIELD_CHILDREN (desk_fields_energy_contract) },
};
