/* desk-fields-bank-rates.c: the rates of a bank account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const deposit_rate_type_values[] =
{
  "BONUS", "BUNDLE_BONUS", "FIXED", "FLOATING", "INTRODUCTORY", "MARKET_LINKED", "VARIABLE", NULL,
};

static const char *const application_type_values[] =
{
  "MATURITY", "PERIODIC", "UPFRONT", NULL,
};

static const char *const unit_of_measure_values[] =
{
  "DAY", "DOLLAR", "MONTH", "PERCENT", NULL,
};

static const char *const rate_application_method_values[] =
{
  "PER_TIER", "WHOLE_BALANCE", NULL,
};

static const char *const rate_applicability_type_values[] =
{
  "MIN_DEPOSITS", "MIN_DEPOSIT_AMOUNT", "DEPOSIT_BALANCE_INCREASED", "EXISTING_CUST", "NEW_ACCOUNTS",
  "NEW_CUSTOMER", "NEW_CUSTOMER_TO_GROUP", "ONLINE_ONLY", "OTHER", "MIN_PURCHASES", "MAX_WITHDRAWALS",
  "MAX_WITHDRAWAL_AMOUNT", NULL,
};

static const DeskField applicability_conditions_fields[] =
{
  { "rate_applicability_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Rate applicability type"), .values = rate_applicability_type_values },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

static const DeskField tiers_fields[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "unit_of_measure", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Unit"), .values = unit_of_measure_values },
  { "minimum_value", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Minimum value") },
  { "maximum_value", DESK_FIELD_TYPE_TEXT, 0, N_("Maximum value") },
  { "rate_application_method", DESK_FIELD_TYPE_ENUM, 0,
    N_("Rate application method"), .values = rate_application_method_values },
  { "applicability_conditions", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Applicability conditions"), DESK_FIELD_CHILDREN (applicability_conditions_fields) },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

const DeskField desk_fields_deposit_rate[] =
{
  { "deposit_rate_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Deposit rate type"), .values = deposit_rate_type_values },
  { "rate", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Rate") },
  { "calculation_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Calculation frequency") },
  { "application_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Application type"), .values = application_type_values },
  { "application_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Application frequency") },
  { "tiers", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Tiers"), DESK_FIELD_CHILDREN (tiers_fields) },
  { "applicability_conditions", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Applicability conditions"), DESK_FIELD_CHILDREN (applicability_conditions_fields) },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

static const char *const lending_rate_type_values[] =
{
  "BALANCE_TRANSFER", "BUNDLE_DISCOUNT_FIXED", "BUNDLE_DISCOUNT_VARIABLE", "CASH_ADVANCE", "DISCOUNT", "FIXED",
  "FLOATING", "INTRODUCTORY", "MARKET_LINKED", "PENALTY", "PURCHASE", "VARIABLE", NULL,
};

static const char *const interest_payment_due_values[] =
{
  "IN_ADVANCE", "IN_ARREARS", NULL,
};

static const char *const repayment_type_values[] =
{
  "INTEREST_ONLY", "OTHER", "PRINCIPAL_AND_INTEREST", "UNCONSTRAINED", NULL,
};

static const char *const loan_purpose_values[] =
{
  "INVESTMENT", "OTHER", "OWNER_OCCUPIED", "UNCONSTRAINED", NULL,
};

const DeskField desk_fields_lending_rate[] =
{
  { "lending_rate_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Lending rate type"), .values = lending_rate_type_values },
  { "rate", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Rate") },
  { "comparison_rate", DESK_FIELD_TYPE_RATE, 0, N_("Comparison rate") },
  { "calculation_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Calculation frequency") },
  { "application_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Application type"), .values = application_type_values },
  { "application_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Application frequency") },
  { "interest_payment_due", DESK_FIELD_TYPE_ENUM, 0,
    N_("Interest payment due"), .values = interest_payment_due_values },
  { "repayment_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Repayment type"), .values = repayment_type_values },
  { "loan_purpose", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Loan purpose"), .values = loan_purpose_values },
  { "tiers", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Tiers"), DESK_FIELD_CHILDREN (tiers_fields) },
  { "applicability_conditions", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Applicability conditions"), DESK_FIELD_CHILDREN (applicability_conditions_fields) },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};
