/* desk-resource-common-identity.c: who the customer is, by each institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const customer_u_type_values[] =
{
  "organisation", "person", NULL,
};

static const char *const occupation_code_version_values[] =
{
  "ANZSCO_1220.0_2006_V1.0", "ANZSCO_1220.0_2006_V1.1", "ANZSCO_1220.0_2013_V1.2", "ANZSCO_1220.0_2013_V1.3", NULL,
};

static const char *const purpose_values[] =
{
  "HOME", "INTERNATIONAL", "MOBILE", "OTHER", "UNSPECIFIED", "WORK", NULL,
};

static const DeskField phone_numbers_fields[] =
{
  { "is_preferred", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Preferred") },
  { "purpose", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Purpose"), .values = purpose_values },
  { "country_code", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Country code") },
  { "area_code", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Area code") },
  { "number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Number") },
  { "extension", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Extension") },
  { "full_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Full number") },
};

static const char *const email_addresses_purpose_values[] =
{
  "HOME", "OTHER", "UNSPECIFIED", "WORK", NULL,
};

static const DeskField email_addresses_fields[] =
{
  { "is_preferred", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Preferred") },
  { "purpose", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Purpose"), .values = email_addresses_purpose_values },
  { "address", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Address") },
};

static const DeskField person_fields[] =
{
  { "first_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("First name") },
  { "last_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Last name") },
  { "last_update_time", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_STORED, N_("Last updated") },
  { "middle_names", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED | DESK_FIELD_PERSONAL,
    N_("Middle names") },
  { "prefix", DESK_FIELD_TYPE_TEXT, 0, N_("Prefix") },
  { "suffix", DESK_FIELD_TYPE_TEXT, 0, N_("Suffix") },
  { "occupation_code", DESK_FIELD_TYPE_TEXT, 0, N_("Occupation code") },
  { "occupation_code_version", DESK_FIELD_TYPE_ENUM, 0,
    N_("Occupation code version"), .values = occupation_code_version_values },
  { "phone_numbers", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Phone numbers"), DESK_FIELD_CHILDREN (phone_numbers_fields) },
  { "email_addresses", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("E-mail addresses"), DESK_FIELD_CHILDREN (email_addresses_fields) },
  { "physical_addresses", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Physical addresses"), DESK_FIELD_CHILDREN (desk_fields_address) },
};

static const char *const industry_code_version_values[] =
{
  "ANZSIC_1292.0_2006_V1.0", "ANZSIC_1292.0_2006_V2.0", NULL,
};

static const char *const organisation_type_values[] =
{
  "COMPANY", "GOVERNMENT_ENTITY", "OTHER", "PARTNERSHIP", "SOLE_TRADER", "TRUST", NULL,
};

static const DeskField organisation_fields[] =
{
  { "business_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Business name") },
  { "legal_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_STORED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Legal name") },
  { "abn", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("ABN") },
  { "last_update_time", DESK_FIELD_TYPE_INSTANT, 0, N_("Last updated") },
  { "agent_first_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Agent first name") },
  { "agent_last_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Agent last name") },
  { "agent_role", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Agent role") },
  { "short_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Short name") },
  { "acn", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("ACN") },
  { "is_acnc_registered", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Registered charity (ACNC)") },
  { "industry_code", DESK_FIELD_TYPE_TEXT, 0, N_("Industry code") },
  { "industry_code_version", DESK_FIELD_TYPE_ENUM, 0,
    N_("Industry code version"), .values = industry_code_version_values },
  { "organisation_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Organisation type"), .values = organisation_type_values },
  { "registered_country", DESK_FIELD_TYPE_TEXT, 0, N_("Country of registration") },
  { "establishment_date", DESK_FIELD_TYPE_DATE, 0, N_("Established on") },
  { "physical_addresses", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Physical addresses"), DESK_FIELD_CHILDREN (desk_fields_address) },
};

static const DeskField customer_fields[] =
{
  { "customer_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Kind of customer"), .values = customer_u_type_values },
  { "person", DESK_FIELD_TYPE_OBJECT, 0, N_("Person"), DESK_FIELD_CHILDREN (person_fields) },
  { "organisation", DESK_FIELD_TYPE_OBJECT, 0, N_("Organisation"), DESK_FIELD_CHILDREN (organisation_fields) },
};

static const DeskField common_identity_fields[] =
{
  { "customer", DESK_FIELD_TYPE_OBJECT, 0, N_("Customer"), DESK_FIELD_CHILDREN (customer_fields) },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_common_identity =
{
  .name = "common.identity",
  .label = N_("Identity"),
  .paths = (const char *const[]) { "/common/identity", NULL },
  .root_keys = (const char *const[]) { "identities", "customer", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "identity",
  .event = "common.identity.sync.completed",
  .key = (const char *const[]) { NULL },
  .sort_field = "institution_id",
  .sort_descending = FALSE,
  .fields = common_identity_fields,
  .n_fields = G_N_ELEMENTS (common_identity_fields),
};
