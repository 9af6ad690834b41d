/* desk-fields-bank-transaction.c: a transaction of a bank account, as lists and incomes carry it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

static const char *const confidence_level_values[] =
{
  "VERY_HIGH", "HIGH", "MEDIUM", "LOW", NULL,
};

static const DeskField category_fields[] =
{
  { "secondary_category", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Category") },
  { "primary_category", DESK_FIELD_TYPE_TEXT, DESK_FIELD_STORED | DESK_FIELD_SEARCHED, N_("Main category") },
  { "confidence_level", DESK_FIELD_TYPE_ENUM, 0, N_("Confidence"), .values = confidence_level_values },
};

static const char *const status_values[] =
{
  "PENDING", "POSTED", NULL,
};

static const char *const type_values[] =
{
  "DIRECT_DEBIT", "FEE", "INTEREST_CHARGED", "INTEREST_PAID", "OTHER", "PAYMENT", "TRANSFER_INCOMING",
  "TRANSFER_OUTGOING", NULL,
};

static const char *const extension_u_type_values[] =
{
  "nppPayload", "x2p101Payload", NULL,
};

static const char *const service_values[] =
{
  "X2P1", "IFTI", "BSCT", "CATSCT", NULL,
};

static const DeskField npp_payload_fields[] =
{
  { "extended_description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Extended description") },
  { "end_to_end_id", DESK_FIELD_TYPE_ID, DESK_FIELD_PERSONAL, N_("End-to-end id") },
  { "purpose_code", DESK_FIELD_TYPE_TEXT, 0, N_("Purpose code") },
  { "service", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Service"), .values = service_values },
  { "service_version", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Service version") },
};

static const DeskField x2p101_payload_fields[] =
{
  { "extended_description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Extended description") },
  { "end_to_end_id", DESK_FIELD_TYPE_ID, DESK_FIELD_PERSONAL, N_("End-to-end id") },
  { "purpose_code", DESK_FIELD_TYPE_TEXT, 0, N_("Purpose code") },
};

static const DeskField extended_data_fields[] =
{
  { "payer", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Payer") },
  { "payee", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Payee") },
  { "extension_u_type", DESK_FIELD_TYPE_UNION_TAG, 0,
    N_("Kind of extended details"), .values = extension_u_type_values },
  { "npp_payload", DESK_FIELD_TYPE_OBJECT, 0, N_("Payment details (NPP)"), DESK_FIELD_CHILDREN (npp_payload_fields) },
  { "service", DESK_FIELD_TYPE_TEXT, 0, N_("Service") },
  { "x2p101_payload", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Payment details (Osko)"), DESK_FIELD_CHILDREN (x2p101_payload_fields) },
  { "nppPayload", DESK_FIELD_TYPE_OBJECT, 0, N_("Payment details (NPP)"), DESK_FIELD_CHILDREN (npp_payload_fields) },
};

const DeskField desk_fields_bank_transaction[] =
{
  { "posting_date_time", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_LISTED, N_("Date") },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Description") },
  { "category", DESK_FIELD_TYPE_OBJECT, 0, N_("Category"), DESK_FIELD_CHILDREN (category_fields) },
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Amount") },
  { "currency", DESK_FIELD_TYPE_CURRENCY, DESK_FIELD_LISTED, N_("Currency") },
  { "status", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Status"), .values = status_values },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Type"), .values = type_values },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Account id") },
  { "execution_date_time", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_STORED, N_("Execution date") },
  { "reference", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_MAY_BE_EMPTY | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Reference") },
  { "merchant_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Merchant name") },
  { "merchant_category_code", DESK_FIELD_TYPE_TEXT, DESK_FIELD_STORED, N_("Merchant category code") },
  { "biller_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED, N_("Biller name") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "transaction_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Transaction id") },
  { "is_detail_available", DESK_FIELD_TYPE_BOOLEAN, DESK_FIELD_MANDATORY, N_("Details are available") },
  { "value_date_time", DESK_FIELD_TYPE_INSTANT, 0, N_("Value date") },
  { "instalment_plan_id", DESK_FIELD_TYPE_ID, 0, N_("Instalment plan id") },
  { "biller_code", DESK_FIELD_TYPE_TEXT, 0, N_("Biller code") },
  { "crn", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Customer reference number") },
  { "apca_number", DESK_FIELD_TYPE_TEXT, 0, N_("APCA number") },
  { "extended_data", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Extended details"), DESK_FIELD_CHILDREN (extended_data_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};
