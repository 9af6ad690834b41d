/* desk-fields-energy-contract.c: an energy contract, as plans and accounts carry it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const pricing_model_values[] =
{
  "SINGLE_RATE", "SINGLE_RATE_CONT_LOAD", "TIME_OF_USE", "TIME_OF_USE_CONT_LOAD", "FLEXIBLE",
  "FLEXIBLE_CONT_LOAD", "QUOTA", NULL,
};

static const char *const time_zone_values[] =
{
  "LOCAL", "AEST", NULL,
};

static const char *const payment_option_values[] =
{
  "PAPER_BILL", "CREDIT_CARD", "DIRECT_DEBIT", "BPAY", "OTHER", NULL,
};

static const DeskField intrinsic_green_power_fields[] =
{
  { "green_percentage", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Green percentage") },
};

static const char *const category_values[] =
{
  "GIFT", "ACCOUNT_CREDIT", "OTHER", NULL,
};

static const DeskField incentives_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Description") },
  { "category", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Category"), .values = category_values },
  { "eligibility", DESK_FIELD_TYPE_TEXT, 0, N_("Eligibility") },
};

static const char *const type_values[] =
{
  "CONDITIONAL", "GUARANTEED", "OTHER", NULL,
};

static const char *const discounts_category_values[] =
{
  "PAY_ON_TIME", "DIRECT_DEBIT", "GUARANTEED_DISCOUNT", "OTHER", NULL,
};

static const char *const method_u_type_values[] =
{
  "percentOfBill", "percentOfUse", "fixedAmount", "percentOverThreshold", NULL,
};

static const DeskField percent_of_bill_fields[] =
{
  { "rate", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Rate") },
};

static const DeskField fixed_amount_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount") },
};

static const DeskField percent_over_threshold_fields[] =
{
  { "rate", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Rate") },
  { "usage_amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Usage amount") },
};

static const DeskField discounts_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = type_values },
  { "category", DESK_FIELD_TYPE_ENUM, 0, N_("Category"), .values = discounts_category_values },
  { "end_date", DESK_FIELD_TYPE_DATE, 0, N_("Ends on") },
  { "method_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("How the discount is set"), .values = method_u_type_values },
  { "percent_of_bill", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Percent of bill"), DESK_FIELD_CHILDREN (percent_of_bill_fields) },
  { "percent_of_use", DESK_FIELD_TYPE_OBJECT, 0, N_("Percent of use"), DESK_FIELD_CHILDREN (percent_of_bill_fields) },
  { "fixed_amount", DESK_FIELD_TYPE_OBJECT, 0, N_("Fixed amount"), DESK_FIELD_CHILDREN (fixed_amount_fields) },
  { "percent_over_threshold", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Percent over threshold"), DESK_FIELD_CHILDREN (percent_over_threshold_fields) },
};

static const char *const scheme_values[] =
{
  "GREENPOWER", "OTHER", NULL,
};

static const char *const green_power_charges_type_values[] =
{
  "FIXED_PER_DAY", "FIXED_PER_WEEK", "FIXED_PER_MONTH", "FIXED_PER_UNIT", "PERCENT_OF_USE", "PERCENT_OF_BILL", NULL,
};

static const DeskField tiers_fields[] =
{
  { "percent_green", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Share of green power") },
  { "rate", DESK_FIELD_TYPE_RATE, 0, N_("Rate") },
  { "amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Amount") },
};

static const DeskField green_power_charges_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
  { "scheme", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Scheme"), .values = scheme_values },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = green_power_charges_type_values },
  { "tiers", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Tiers"), DESK_FIELD_CHILDREN (tiers_fields) },
};

static const char *const eligibility_type_values[] =
{
  "EXISTING_CUST", "EXISTING_POOL", "EXISTING_SOLAR", "EXISTING_BATTERY", "EXISTING_SMART_METER",
  "EXISTING_BASIC_METER", "SENIOR_CARD", "SMALL_BUSINESS", "NO_SOLAR_FIT", "NEW_CUSTOMER", "ONLINE_ONLY",
  "REQ_EQUIP_SUPPLIER", "THIRD_PARTY_ONLY", "SPORT_CLUB_MEMBER", "ORG_MEMBER", "SPECIFIC_LOCATION",
  "MINIMUM_USAGE", "LOYALTY_MEMBER", "GROUP_BUY_MEMBER", "CONTINGENT_PLAN", "OTHER", NULL,
};

static const DeskField eligibility_fields[] =
{
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = eligibility_type_values },
  { "information", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Information") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
};

static const char *const fees_type_values[] =
{
  "EXIT", "ESTABLISHMENT", "LATE_PAYMENT", "DISCONNECTION", "DISCONNECT_MOVE_OUT", "DISCONNECT_NON_PAY",
  "RECONNECTION", "CONNECTION", "PAYMENT_PROCESSING", "CC_PROCESSING", "CHEQUE_DISHONOUR", "DD_DISHONOUR",
  "MEMBERSHIP", "CONTRIBUTION", "PAPER_BILL", "OTHER", NULL,
};

static const char *const term_values[] =
{
  "FIXED", "1_YEAR", "2_YEAR", "3_YEAR", "4_YEAR", "5_YEAR", "PERCENT_OF_BILL", "ANNUAL", "DAILY", "WEEKLY",
  "MONTHLY", "BIANNUAL", "VARIABLE", NULL,
};

static const DeskField fees_fields[] =
{
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = fees_type_values },
  { "term", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Term"), .values = term_values },
  { "amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Amount") },
  { "rate", DESK_FIELD_TYPE_RATE, 0, N_("Rate") },
  { "description", DESK_FIELD_TYPE_TEXT, 0, N_("Description") },
};

static const char *const term_type_values[] =
{
  "1_YEAR", "2_YEAR", "3_YEAR", "4_YEAR", "5_YEAR", "ONGOING", "OTHER", NULL,
};

const DeskField desk_fields_energy_contract[] =
{
  { "additional_fee_information", DESK_FIELD_TYPE_TEXT, 0, N_("Additional fee information") },
  { "pricing_model", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Pricing model"), .values = pricing_model_values },
  { "time_zone", DESK_FIELD_TYPE_ENUM, 0, N_("Time zone"), .values = time_zone_values },
  { "is_fixed", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_MANDATORY, N_("Fixed") },
  { "variation", DESK_FIELD_TYPE_TEXT, 0, N_("Variation") },
  { "on_expiry_description", DESK_FIELD_TYPE_TEXT, 0, N_("What happens at the end") },
  { "payment_option", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Payment options"), .values = payment_option_values },
  { "intrinsic_green_power", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Green power included"), DESK_FIELD_CHILDREN (intrinsic_green_power_fields) },
  { "controlled_load", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Controlled load"), DESK_FIELD_CHILDREN (desk_fields_controlled_load) },
  { "incentives", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Incentives"), DESK_FIELD_CHILDREN (incentives_fields) },
  { "discounts", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Discounts"), DESK_FIELD_CHILDREN (discounts_fields) },
  { "green_power_charges", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Green power charges"), DESK_FIELD_CHILDREN (green_power_charges_fields) },
  { "eligibility", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Eligibility"), DESK_FIELD_CHILDREN (eligibility_fields) },
  { "fees", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Fees"), DESK_FIELD_CHILDREN (fees_fields) },
  { "solar_feed_in_tariff", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Solar feed-in tariffs"), DESK_FIELD_CHILDREN (desk_fields_solar_feed_in) },
  { "tariff_period", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED,
    N_("Tariff periods"), DESK_FIELD_CHILDREN (desk_fields_tariff_period) },
  { "term_type", DESK_FIELD_TYPE_ENUM, 0, N_("Term"), .values = term_type_values },
  { "benefit_period", DESK_FIELD_TYPE_TEXT, 0, N_("Benefit period") },
  { "terms", DESK_FIELD_TYPE_TEXT, 0, N_("Terms") },
  { "meter_types", DESK_FIELD_TYPE_TEXT, DESK_FIELD_REPEATED, N_("Meter types") },
  { "cooling_off_days", DESK_FIELD_TYPE_INTEGER, 0, N_("Cooling-off period"), "days" },
  { "bill_frequency", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_REPEATED, N_("Bill frequency") },
};
