/* desk-resource-banking-transactions.c: transactions of bank accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

const DeskResource desk_resource_banking_transactions =
{
  .name = "banking.transactions",
  .label = N_("Transactions"),
  .paths = (const char *const[]) { "/banking/transactions", NULL },
  .root_keys = (const char *const[]) { "transactions", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { "account_id", "from", "to", "status", "secondary_category", NULL },
  .permission = "transactions",
  .event = "banking.transactions.sync.completed",
  .key = (const char *const[]) { "account_id", "transaction_id", NULL },
  .sort_field = "posting_date_time",
  .sort_descending = TRUE,
  .fields = desk_fields_bank_transaction,
  .n_fields = G_N_ELEMENTS (desk_fields_bank_transaction),
  .references = (const DeskReference[]) { { "account_id", "banking.accounts", "account_id" }, { NULL } },
  .agreements = (const DeskAgreement[]) {
    { "currency", "banking.balances", "currency", .by = "account_id", .otherwise = "AUD" }, { NULL } },
};
