/* desk-resource-banking-accounts.c: bank accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const product_category_values[] =
{
  "BUSINESS_LOANS", "BUY_NOW_PAY_LATER", "CRED_AND_CHRG_CARDS", "LEASES", "MARGIN_LOANS", "OVERDRAFTS",
  "PERS_LOANS", "REGULATED_TRUST_ACCOUNTS", "RESIDENTIAL_MORTGAGES", "TERM_DEPOSITS", "TRADE_FINANCE",
  "TRANS_AND_SAVINGS_ACCOUNTS", "TRAVEL_CARDS", NULL,
};

static const char *const open_status_values[] =
{
  "CLOSED", "OPEN", NULL,
};

static const char *const account_ownership_values[] =
{
  "UNKNOWN", "ONE_PARTY", "TWO_PARTY", "MANY_PARTY", "OTHER", NULL,
};

static const DeskField instalments_fields[] =
{
  { "maximum_concurrent_plans", DESK_FIELD_TYPE_INTEGER, 0, N_("Maximum concurrent plans") },
  { "instalments_limit", DESK_FIELD_TYPE_AMOUNT, 0, N_("Instalments limit") },
  { "minimum_plan_value", DESK_FIELD_TYPE_AMOUNT, 0, N_("Minimum plan value") },
  { "maximum_plan_value", DESK_FIELD_TYPE_AMOUNT, 0, N_("Maximum plan value") },
  { "minimum_split", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Minimum split") },
  { "maximum_split", DESK_FIELD_TYPE_INTEGER, DESK_FIELD_MANDATORY, N_("Maximum split") },
};

static const char *const specific_account_u_type_values[] =
{
  "creditCard", "loan", "termDeposit", NULL,
};

static const char *const maturity_instructions_values[] =
{
  "HOLD_ON_MATURITY", "PAID_OUT_AT_MATURITY", "ROLLED_OVER", NULL,
};

static const DeskField term_deposit_fields[] =
{
  { "lodgement_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Lodgement date") },
  { "maturity_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Maturity date") },
  { "maturity_amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Maturity amount") },
  { "maturity_currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Maturity currency") },
  { "maturity_instructions", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Maturity instructions"), .values = maturity_instructions_values },
};

static const DeskField credit_card_fields[] =
{
  { "min_payment_amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Minimum payment") },
  { "payment_due_amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Payment due") },
  { "payment_currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Payment currency") },
  { "payment_due_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_MANDATORY, N_("Payment due on") },
};

static const char *const repayment_type_values[] =
{
  "INTEREST_ONLY", "OTHER", "PRINCIPAL_AND_INTEREST", "UNCONSTRAINED", NULL,
};

static const DeskField loan_fields[] =
{
  { "original_start_date", DESK_FIELD_TYPE_DATE, 0, N_("Original start date") },
  { "original_loan_amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Original loan amount") },
  { "original_loan_currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Original loan currency") },
  { "loan_end_date", DESK_FIELD_TYPE_DATE, 0, N_("Loan end date") },
  { "next_instalment_date", DESK_FIELD_TYPE_DATE, 0, N_("Next instalment date") },
  { "min_instalment_amount", DESK_FIELD_TYPE_AMOUNT, 0, N_("Minimum instalment") },
  { "min_instalment_currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency of the minimum instalment") },
  { "max_redraw", DESK_FIELD_TYPE_AMOUNT, 0, N_("Most that can be redrawn") },
  { "max_redraw_currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency of the most that can be redrawn") },
  { "min_redraw", DESK_FIELD_TYPE_AMOUNT, 0, N_("Least that can be redrawn") },
  { "min_redraw_currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency of the least that can be redrawn") },
  { "offset_account_enabled", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Offset account allowed") },
  { "offset_account_ids", DESK_FIELD_TYPE_ID, DESK_FIELD_REPEATED, N_("Offset accounts") },
  { "repayment_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Repayment type"), .values = repayment_type_values },
  { "repayment_frequency", DESK_FIELD_TYPE_DURATION, 0, N_("Repayment frequency") },
};

static const char *const feature_type_values[] =
{
  "ADDITIONAL_CARDS", "BALANCE_TRANSFERS", "BILL_PAYMENT", "BONUS_REWARDS", "CARD_ACCESS", "CASHBACK_OFFER",
  "COMPLEMENTARY_PRODUCT_DISCOUNTS", "EXTRA_DOWN_PAYMENT", "DIGITAL_BANKING", "DIGITAL_WALLET",
  "DONATE_INTEREST", "EXTRA_REPAYMENTS", "FRAUD_PROTECTION", "FREE_TXNS", "FREE_TXNS_ALLOWANCE",
  "FUNDS_AVAILABLE_AFTER", "GUARANTOR", "INSTALMENT_PLAN", "INSURANCE", "INTEREST_FREE",
  "INTEREST_FREE_TRANSFERS", "LOYALTY_PROGRAM", "NOTIFICATIONS", "NPP_ENABLED", "NPP_PAYID", "OFFSET", "OTHER",
  "OVERDRAFT", "REDRAW", "RELATIONSHIP_MANAGEMENT", "UNLIMITED_TXNS", NULL,
};

static const char *const is_activated_values[] =
{
  "ACTIVATED", "NOT_ACTIVATED", "UNKNOWN", NULL,
};

static const DeskField features_fields[] =
{
  { "feature_type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Feature type"), .values = feature_type_values },
  { "additional_value", DESK_FIELD_TYPE_TEXT, 0, N_("More details") },
  { "additional_info", DESK_FIELD_TYPE_TEXT, 0, N_("More information") },
  { "additional_info_uri", DESK_FIELD_TYPE_URI, 0, N_("Web page with more information") },
  { "is_activated", DESK_FIELD_TYPE_ENUM, 0, N_("Activated"), .values = is_activated_values },
};

static const char *const address_u_type_values[] =
{
  "paf", "simple", NULL,
};

static const DeskField addresses_fields[] =
{
  { "address_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of address"), .values = address_u_type_values },
  { "simple", DESK_FIELD_TYPE_OBJECT, 0, N_("Address lines"), DESK_FIELD_CHILDREN (desk_fields_simple_address) },
  { "paf", DESK_FIELD_TYPE_OBJECT, 0, N_("Address in parts"), DESK_FIELD_CHILDREN (desk_fields_paf_address) },
};

static const DeskField banking_accounts_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Name") },
  { "nickname", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Nickname") },
  { "product_category", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Product category"), .values = product_category_values },
  { "product_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Product name") },
  { "masked_number", DESK_FIELD_TYPE_MASKED_NUMBER, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Number (masked)") },
  { "open_status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_LISTED, N_("Open or closed"), .values = open_status_values },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Account id") },
  { "bsb", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("BSB") },
  { "account_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Account number") },
  { "creation_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_STORED, N_("Opened on") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "is_owned", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Owned by the end user") },
  { "account_ownership", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Ownership"), .values = account_ownership_values },
  { "is_instalment_detail_available", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Instalment details are available") },
  { "bundle_name", DESK_FIELD_TYPE_TEXT, 0, N_("Bundle name") },
  { "instalments", DESK_FIELD_TYPE_OBJECT, 0, N_("Instalments"), DESK_FIELD_CHILDREN (instalments_fields) },
  { "specific_account_u_type", DESK_FIELD_TYPE_UNION_TAG, 0,
    N_("Kind of account details"), .values = specific_account_u_type_values },
  { "term_deposit", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Term deposit"), DESK_FIELD_CHILDREN (term_deposit_fields) },
  { "credit_card", DESK_FIELD_TYPE_OBJECT, 0, N_("Credit card"), DESK_FIELD_CHILDREN (credit_card_fields) },
  { "loan", DESK_FIELD_TYPE_OBJECT, 0, N_("Loan"), DESK_FIELD_CHILDREN (loan_fields) },
  { "deposit_rate", DESK_FIELD_TYPE_RATE, 0, N_("Deposit rate") },
  { "lending_rate", DESK_FIELD_TYPE_RATE, 0, N_("Lending rate") },
  { "deposit_rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Deposit rates"), DESK_FIELD_CHILDREN (desk_fields_deposit_rate) },
  { "lending_rates", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Lending rates"), DESK_FIELD_CHILDREN (desk_fields_lending_rate) },
  { "features", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Features"), DESK_FIELD_CHILDREN (features_fields) },
  { "fees", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Fees"), DESK_FIELD_CHILDREN (desk_fields_bank_fee) },
  { "addresses", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Addresses"), DESK_FIELD_CHILDREN (addresses_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_banking_accounts =
{
  .name = "banking.accounts",
  .label = N_("Accounts"),
  .paths = (const char *const[]) { "/banking/accounts", NULL },
  .root_keys = (const char *const[]) { "accounts", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "accounts",
  .event = "banking.accounts.sync.completed",
  .key = (const char *const[]) { "account_id", NULL },
  .sort_field = "display_name",
  .sort_descending = FALSE,
  .fields = banking_accounts_fields,
  .n_fields = G_N_ELEMENTS (banking_accounts_fields),
  .references = (const DeskReference[]) { { "loan.offset_account_ids", "banking.accounts", "account_id" }, { NULL } },
};
