/* desk-resource-banking-accounts.c: bank accounts
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

static const char *const account_ownership_values[] =
{
  "UNKNOWN", "ONE_PARTY", "TWO_PARTY", "MANY_PARTY", "OTHER", NULL,
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

static const DeskField banking_accounts_fields[] =
{
  { "display_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Name") },
  { "nickname", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Nickname") },
  { "product_category", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED,
    N_("Product category"), .values = desk_values_product_category },
  { "product_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Product name") },
  { "masked_number", DESK_FIELD_TYPE_MASKED_NUMBER, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Number (masked)") },
  { "open_status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_LISTED, N_("Status"), .values = open_status_values },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Account id") },
  { "bsb", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("BSB") },
  { "account_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Account number") },
  { "creation_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_STORED, N_("Opened on") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "is_owned", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Owned by the end user") },
  { "account_ownership", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY,
    N_("Ownership"), .values = account_ownership_values },
  { "is_instalment_detail_available", DESK_FIELD_TYPE_BOOLEAN, 0, N_("Instalment details are available") },
  { "bundle_name", DESK_FIELD_TYPE_TEXT, 0, N_("Bundle name") },
  { "instalments", DESK_FIELD_TYPE_OBJECT, 0, N_("Instalments"), DESK_FIELD_CHILDREN (desk_fields_bank_instalments) },
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
  { "features", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Features"), DESK_FIELD_CHILDREN (desk_fields_bank_feature) },
  { "fees", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED, N_("Fees"), DESK_FIELD_CHILDREN (desk_fields_bank_fee) },
  { "addresses", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Addresses"), DESK_FIELD_FIRST_CHILDREN (desk_fields_address, DESK_FIELDS_ADDRESS_WITHOUT_PURPOSE) },
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
