/* desk-fields-bank-fees.c: the fees of a bank account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const fee_type_values[] =
{
  "CASH_ADVANCE", "DEPOSIT", "DISHONOUR", "ENQUIRY", "EVENT", "EXIT", "LATE_PAYMENT", "OTHER", "PAYMENT",
  "PERIODIC", "PURCHASE", "REPLACEMENT", "TRANSACTION", "UPFRONT", "UPFRONT_PER_PLAN", "VARIATION",
  "WITHDRAWAL", "VARIABLE", NULL,
};

static const char *const fee_method_u_type_values[] =
{
  "fixedAmount", "rateBased", "variable", NULL,
};

static const DeskField fixed_amount_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount") },
};

static const char *const rate_type_values[] =
{
  "BALANCE", "INTEREST_ACCRUED", "TRANSACTION", NULL,
};

static const DeskField amount_range_fields[] =
{
  { "fee_minimum", DESK_FIELD_TYPE_AMOUNT, 0, N_("Fee minimum") },
  { "fee_maximum", DESK_FIELD_TYPE_AMOUNT, 0, N_("Fee maximum") },
};

static const DeskField rate_based_fields[] =
{
  { "rate_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Rate type"), .values = rate_type_values },
  { "rate", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Rate") },
  { "accrual_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Accrual frequency") },
  { "amount_range", DESK_FIELD_TYPE_OBJECT, 0, N_("Amount range"), DESK_FIELD_CHILDREN (amount_range_fields) },
};

static const char *const discount_type_values[] =
{
  "BALANCE", "DEPOSITS", "ELIGIBILITY_ONLY", "FEE_CAP", "PAYMENTS", NULL,
};

static const char *const discount_method_u_type_values[] =
{
  "fixedAmount", "rateBased", NULL,
};

static const char *const rate_based_rate_type_values[] =
{
  "BALANCE", "FEE", "INTEREST_ACCRUED", "TRANSACTION", NULL,
};

static const DeskField discounts_rate_based_amount_range_fields[] =
{
  { "discount_minimum", DESK_FIELD_TYPE_AMOUNT, 0, N_("Discount minimum") },
  { "discount_maximum", DESK_FIELD_TYPE_AMOUNT, 0, N_("Discount maximum") },
};

static const DeskField discounts_rate_based_fields[] =
{
  { "rate_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Rate type"), .values = rate_based_rate_type_values },
  { "rate", DESK_FIELD_TYPE_RATE, DESK_FIELD_MANDATORY, N_("Rate") },
  { "amount_range", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Amount range"), DESK_FIELD_CHILDREN (discounts_rate_based_amount_range_fields) },
};

static const char *const discount_eligibility_type_values[] =
{
  "BUSINESS", "EMPLOYMENT_STATUS", "INTRODUCTORY", "MAX_AGE", "MIN_AGE", "MIN_INCOME", "MIN_TURNOVER",
  "NATURAL_PERSON", "OTHER", "PENSION_RECIPIENT", "RESIDENCY_STATUS", "STAFF", "STUDENT", NULL,
};

static const DeskField eligibility_fields[] =
{
  { "discount_eligibility_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Eligibility"), .values = discount_eligibility_type_values },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
};

static const DeskField discounts_fields[] =
{
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Description") },
  { "discount_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Discount type"), .values = discount_type_values },
  { "discount_method_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("How the discount is set"), .values = discount_method_u_type_values },
  { "fixed_amount", DESK_FIELD_TYPE_OBJECT, 0, N_("Fixed amount"), DESK_FIELD_CHILDREN (fixed_amount_fields) },
  { "rate_based", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Based on a rate"), DESK_FIELD_CHILDREN (discounts_rate_based_fields) },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
  { "amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Amount") },
  { "balance_rate", DESK_FIELD_TYPE_RATE, 0, N_("Balance rate") },
  { "transaction_rate", DESK_FIELD_TYPE_RATE, 0, N_("Transaction rate") },
  { "accrued_rate", DESK_FIELD_TYPE_RATE, 0, N_("Accrued rate") },
  { "fee_rate", DESK_FIELD_TYPE_RATE, 0, N_("Fee rate") },
  { "eligibility", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Eligibility"), DESK_FIELD_CHILDREN (eligibility_fields) },
};

const DeskField desk_fields_bank_fee[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Name") },
  { "fee_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Fee type"), .values = fee_type_values },
  { "fee_method_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("How the fee is set"), .values = fee_method_u_type_values },
  { "fixed_amount", DESK_FIELD_TYPE_OBJECT, 0, N_("Fixed amount"), DESK_FIELD_CHILDREN (fixed_amount_fields) },
  { "rate_based", DESK_FIELD_TYPE_OBJECT, 0, N_("Based on a rate"), DESK_FIELD_CHILDREN (rate_based_fields) },
  { "variable", DESK_FIELD_TYPE_OBJECT, 0, N_("Variable"), DESK_FIELD_CHILDREN (amount_range_fields) },
  { "fee_cap", DESK_FIELD_TYPE_AMOUNT, 0, N_("Fee cap") },
  { "fee_cap_period", DESK_FIELD_TYPE_DURATION, 0, N_("Period of the fee cap") },
  { "currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency") },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
  { "amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Amount") },
  { "balance_rate", DESK_FIELD_TYPE_RATE, 0, N_("Balance rate") },
  { "transaction_rate", DESK_FIELD_TYPE_RATE, 0, N_("Transaction rate") },
  { "accrued_rate", DESK_FIELD_TYPE_RATE, 0, N_("Accrued rate") },
  { "accrual_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Accrual frequency") },
  { "discounts", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Discounts"), DESK_FIELD_CHILDREN (discounts_fields) },
};
