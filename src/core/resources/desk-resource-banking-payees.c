/* desk-resource-banking-payees.c: people and businesses that a customer pays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

static const char *const type_values[] =
{
  "BILLER", "DIGITAL_WALLET", "DOMESTIC", "INTERNATIONAL", NULL,
};

static const char *const payee_u_type_values[] =
{
  "biller", "digitalWallet", "domestic", "international", NULL,
};

static const DeskField banking_payees_fields[] =
{
  { "nickname", DESK_FIELD_TYPE_TEXT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Nickname") },
  { "type", DESK_FIELD_TYPE_ENUM, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Type"), .values = type_values },
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED | DESK_FIELD_PERSONAL,
    N_("Description") },
  { "creation_date", DESK_FIELD_TYPE_DATE, DESK_FIELD_LISTED, N_("Added on") },
  { "payee_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_STORED, N_("Payee id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "payee_u_type", DESK_FIELD_TYPE_UNION_TAG, DESK_FIELD_MANDATORY,
    N_("Kind of payee"), .values = payee_u_type_values },
  { "biller", DESK_FIELD_TYPE_OBJECT, 0, N_("Biller"), DESK_FIELD_CHILDREN (desk_fields_payee_biller) },
  { "domestic", DESK_FIELD_TYPE_OBJECT, 0, N_("Domestic"), DESK_FIELD_CHILDREN (desk_fields_payee_domestic) },
  { "digital_wallet", DESK_FIELD_TYPE_OBJECT, 0,
    N_("Digital wallet"), DESK_FIELD_FIRST_CHILDREN (desk_fields_digital_wallet, DESK_FIELDS_DIGITAL_WALLET_OF_PAYEE) },
  { "international", DESK_FIELD_TYPE_OBJECT, 0,
    N_("International"), DESK_FIELD_CHILDREN (desk_fields_payee_international) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_banking_payees =
{
  .name = "banking.payees",
  .label = N_("Payees"),
  .paths = (const char *const[]) { "/banking/payees", NULL },
  .root_keys = (const char *const[]) { "payees", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "payees",
  .event = "banking.payees.sync.completed",
  .key = (const char *const[]) { "payee_id", NULL },
  .sort_field = "nickname",
  .sort_descending = FALSE,
  .fields = banking_payees_fields,
  .n_fields = G_N_ELEMENTS (banking_payees_fields),
};
