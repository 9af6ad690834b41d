/* desk-fields-payee.c: whom a payment goes to, as payees and scheduled payments carry it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"

const DeskField desk_fields_payee_biller[] =
{
  { "biller_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED, N_("Biller name") },
  { "biller_code", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED, N_("Biller code") },
  { "crn", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Customer reference number") },
};

static const char *const payee_account_u_type_values[] =
{
  "account", "card", "payId", NULL,
};

static const DeskField account_fields[] =
{
  { "account_name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("Account name") },
  { "bsb", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL, N_("BSB") },
  { "account_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Account number") },
};

static const DeskField card_fields[] =
{
  { "card_number", DESK_FIELD_TYPE_MASKED_NUMBER, DESK_FIELD_MANDATORY, N_("Card number (masked)") },
};

static const char *const type_values[] =
{
  "ABN", "EMAIL", "ORG_IDENTIFIER", "TELEPHONE", NULL,
};

static const DeskField pay_id_fields[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Name") },
  { "identifier", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Identifier") },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY, N_("Type"), .values = type_values },
};

const DeskField desk_fields_payee_domestic[] =
{
  { "payee_account_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of payee account"), .values = payee_account_u_type_values },
  { "account", DESK_FIELD_TYPE_OBJECT, 0, N_("Account"), DESK_FIELD_CHILDREN (account_fields) },
  { "card", DESK_FIELD_TYPE_OBJECT, 0, N_("Card"), DESK_FIELD_CHILDREN (card_fields) },
  { "pay_id", DESK_FIELD_TYPE_OBJECT, 0, N_("PayID"), DESK_FIELD_CHILDREN (pay_id_fields) },
};

static const DeskField beneficiary_details_fields[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Name") },
  { "country", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Country") },
  { "message", DESK_FIELD_TYPE_TEXT, DESK_FIELD_PERSONAL, N_("Message") },
};

static const DeskField bank_address_fields[] =
{
  { "name", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Name") },
  { "address", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Address") },
};

static const DeskField bank_details_fields[] =
{
  { "country", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY, N_("Country") },
  { "account_number", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_PERSONAL, N_("Account number") },
  { "bank_address", DESK_FIELD_TYPE_OBJECT, 0, N_("Address of the bank"), DESK_FIELD_CHILDREN (bank_address_fields) },
  { "beneficiary_bank_bic", DESK_FIELD_TYPE_TEXT, 0, N_("BIC of the bank") },
  { "fed_wire_number", DESK_FIELD_TYPE_TEXT, 0, N_("Fedwire number") },
  { "sort_code", DESK_FIELD_TYPE_TEXT, 0, N_("Sort code") },
  { "chip_number", DESK_FIELD_TYPE_TEXT, 0, N_("CHIPS number") },
  { "routing_number", DESK_FIELD_TYPE_TEXT, 0, N_("Routing number") },
  { "legal_entity_identifier", DESK_FIELD_TYPE_TEXT, 0, N_("Legal entity identifier (LEI)") },
};

const DeskField desk_fields_payee_international[] =
{
  { "beneficiary_details", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Beneficiary"), DESK_FIELD_CHILDREN (beneficiary_details_fields) },
  { "bank_details", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Bank"), DESK_FIELD_CHILDREN (bank_details_fields) },
};
