/* desk-resource-banking-balances.c: balances of bank accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const DeskField purses_fields[] =
{
  { "amount", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY, N_("Amount") },
  { "currency", DESK_FIELD_TYPE_CURRENCY, 0, N_("Currency") },
};

static const DeskField banking_balances_fields[] =
{
  { "account_id", DESK_FIELD_TYPE_ID, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED | DESK_FIELD_SEARCHED,
    N_("Account id") },
  { "current_balance", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Current balance") },
  { "available_balance", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_MANDATORY | DESK_FIELD_LISTED, N_("Available balance") },
  { "credit_limit", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_LISTED, N_("Credit limit") },
  { "amortised_limit", DESK_FIELD_TYPE_AMOUNT, DESK_FIELD_STORED, N_("Amortised limit") },
  { "currency", DESK_FIELD_TYPE_CURRENCY, DESK_FIELD_LISTED, N_("Currency") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Institution id") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
  { "purses", DESK_FIELD_TYPE_OBJECT, DESK_FIELD_REPEATED,
    N_("Purses in other currencies"), DESK_FIELD_CHILDREN (purses_fields) },
  { "fiskil_id", DESK_FIELD_TYPE_ID, 0, N_("Fiskil id") },
};

const DeskResource desk_resource_banking_balances =
{
  .name = "banking.balances",
  .label = N_("Balances"),
  .paths = (const char *const[]) { "/banking/balances", NULL },
  .root_keys = (const char *const[]) { "balances", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { "account_id", NULL },
  .permission = "balances",
  .event = "banking.balances.sync.completed",
  .key = (const char *const[]) { "account_id", NULL },
  .sort_field = "account_id",
  .sort_descending = FALSE,
  .fields = banking_balances_fields,
  .n_fields = G_N_ELEMENTS (banking_balances_fields),
  .references = (const DeskReference[]) { { "account_id", "banking.accounts", "account_id" }, { NULL } },
};
