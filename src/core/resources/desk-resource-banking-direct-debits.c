/* desk-resource-banking-direct-debits.c: who may debit an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const DeskField authorised_entity_fields[] =
{
  { "description", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Who may debit") },
  { "financial_institution", DESK_FIELD_TYPE_TEXT, DESK_FIELD_SEARCHED,
    N_("Financial institution") },
  { "abn", DESK_FIELD_TYPE_TEXT, 0, N_("ABN") },
  { "acn", DESK_FIELD_TYPE_TEXT, 0, N_("ACN") },
  { "arbn", DESK_FIELD_TYPE_TEXT, 0, N_("ARBN") },
};

static const DeskField banking_direct_debits_fields[] =
{
  { "last_debit_date_time", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_LISTED, N_("Last debit") },
  { "authorised_entity", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_MANDATORY,
    N_("Authorised entity"), DESK_FIELD_CHILDREN (authorised_entity_fields) },
  { "last_debit_amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_LISTED, N_("Last amount") },
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Account id") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_banking_direct_debits =
{
  .name = "banking.direct-debits",
  .label = N_("Direct debits"),
  .paths = (const char *const[]) { "/banking/acccounts/direct-debits", "/banking/accounts/direct-debits", NULL },
  .root_keys = (const char *const[]) { "direct_debits", "directDebits", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = "direct_debits",
  .event = "banking.directdebits.sync.completed",
  .key = (const char *const[]) { NULL },
  .sort_field = "last_debit_date_time",
  .sort_descending = TRUE,
  .fields = banking_direct_debits_fields,
  .n_fields = G_N_ELEMENTS (banking_direct_debits_fields),
  .references = (const DeskReference[]) { { "account_id", "banking.accounts", "account_id" }, { NULL } },
};
