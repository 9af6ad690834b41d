/* desk-fields-bank-product.c: a product of a bank; a list holds the first members, the details hold all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const DeskField additional_overview_uris_fields[] =
{
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, DESK_FIELD_MANDATORY, N_("Web page with more information") },
};

static const DeskField additional_information_fields[] =
{
  { "overview_uri", DESK_FIELD_TYPE_URI, 0, N_("Overview") },
  { "terms_uri", DESK_FIELD_TYPE_URI, 0, N_("Terms") },
  { "eligibility_uri", DESK_FIELD_TYPE_URI, 0, N_("Eligibility") },
  { "fees_and_pricing_uri", DESK_FIELD_TYPE_URI, 0, N_("Fees and pricing") },
  { "bundle_uri", DESK_FIELD_TYPE_URI, 0, N_("Bundle") },
  { "additional_overview_uris", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("More overviews"), DESK_FIELD_CHILDREN (additional_overview_uris_fields) },
  { "additional_terms_uris", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("More terms"), DESK_FIELD_CHILDREN (additional_overview_uris_fields) },
  { "additional_eligibility_uris", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("More on eligibility"), DESK_FIELD_CHILDREN (additional_overview_uris_fields) },
  { "additional_fees_and_pricing_uris", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("More on fees and pricing"), DESK_FIELD_CHILDREN (additional_overview_uris_fields) },
  { "additional_bundle_uris", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("More on bundles"), DESK_FIELD_CHILDREN (additional_overview_uris_fields) },
};

const char *const desk_values_product_category[] =
{
  "BUSINESS_LOANS", "BUY_NOW_PAY_LATER", "CRED_AND_CHRG_CARDS", "LEASES", "MARGIN_LOANS", "OVERDRAFTS",
  "PERS_LOANS", "REGULATED_TRUST_ACCOUNTS", "RESIDENTIAL_MORTGAGES", "TERM_DEPOSITS", "TRADE_FINANCE",
  "TRANS_AND_SAVINGS_ACCOUNTS", "TRAVEL_CARDS", NULL,
};

static const char *const card_scheme_values[] =
{
  "AMEX", "EFTPOS", "MASTERCARD", "VISA", "OTHER", NULL,
};

static const char *const card_type_values[] =
{
  "CHARGE", "CREDIT", "DEBIT", NULL,
};

static const DeskField card_art_fields[] =
{
  { "card_scheme", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Card scheme"), .values = card_scheme_values },
  { "card_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Card type"), .values = card_type_values },
  { "title", DESK_FIELD_TYPE_TEXT, 0, N_("Title") },
  { "image_uri", DESK_FIELD_TYPE_URI, DESK_FIELD_MANDATORY, N_("Image") },
};

static const DeskField bundles_fields[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Description") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
  { "product_ids", DESK_FIELD_TYPE_ID, DESK_FIELD_REPEATED, N_("Products") },
};

static const char *const constraint_type_values[] =
{
  "MAX_BALANCE", "MAX_LIMIT", "MAX_LVR", "MIN_BALANCE", "MIN_LIMIT", "MIN_LVR", "OPENING_BALANCE", "OTHER", NULL,
};

static const DeskField constraints_fields[] =
{
  { "constraint_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Constraint"), .values = constraint_type_values },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

static const char *const eligibility_type_values[] =
{
  "BUSINESS", "EMPLOYMENT_STATUS", "MAX_AGE", "MIN_AGE", "MIN_INCOME", "MIN_TURNOVER", "NATURAL_PERSON", "OTHER",
  "PENSION_RECIPIENT", "RESIDENCY_STATUS", "STAFF", "STUDENT", NULL,
};

static const DeskField eligibility_fields[] =
{
  { "eligibility_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Eligibility"), .values = eligibility_type_values },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

const DeskField desk_fields_bank_product[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Name") },
  { "product_category", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Product category"), .values = desk_values_product_category },
  { "is_tailored", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Tailored") },
  { "last_updated", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Last updated") },
  { "brand", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Brand") },
  { "product_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Product id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED, N_("Description") },
  { "brand_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Brand name") },
  { "effective_from", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_STORED, N_("Effective from") },
  { "effective_to", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_STORED, N_("Effective to") },
  { "brand_group", DESK_FIELD_TYPE_TEXT, 0, N_("Brand group") },
  { "application_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page to apply") },
  { "additional_information", DESK_FIELD_TYPE_OBJECT, 0,
    N_("More information"), DESK_FIELD_CHILDREN (additional_information_fields) },
  { "card_art", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Card art"), DESK_FIELD_CHILDREN (card_art_fields) },
  { "bundles", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Bundles"), DESK_FIELD_CHILDREN (bundles_fields) },
  { "features", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Features"), DESK_FIELD_FIRST_CHILDREN (desk_fields_bank_feature, DESK_FIELDS_BANK_FEATURE_OF_PRODUCT) },
  { "constraints", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Constraints"), DESK_FIELD_CHILDREN (constraints_fields) },
  { "eligibility", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Eligibility"), DESK_FIELD_CHILDREN (eligibility_fields) },
  { "fees", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Fees"), DESK_FIELD_CHILDREN (desk_fields_bank_fee) },
  { "deposit_rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Deposit rates"), DESK_FIELD_CHILDREN (desk_fields_deposit_rate) },
  { "lending_rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Lending rates"), DESK_FIELD_CHILDREN (desk_fields_lending_rate) },
  { "instalments", DESK_FIELD_TYPE_OBJECT, 0, N_("Instalments"), DESK_FIELD_CHILDREN (desk_fields_bank_instalments) },
};
