/* desk-sandbox-data-set.c: the data sets that the sandbox serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-data-set.h"

static const DeskSandboxDataSet data_sets[] = {
  { "banking.accounts", "banking/accounts", "accounts", "accounts", "bank_account_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "banking.balances", "banking/balances", "balances", "balances", "bank_balance_",
    DESK_SANDBOX_FILTER_ACCOUNT, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "banking.transactions", "banking/transactions", "transactions", "transactions", "bank_tx_",
    DESK_SANDBOX_FILTER_ACCOUNT | DESK_SANDBOX_FILTER_TIME | DESK_SANDBOX_FILTER_STATUS | DESK_SANDBOX_FILTER_CATEGORY,
    DESK_SANDBOX_ORDER_LATEST_FIRST, TRUE, NULL },
  { "banking.payees", "banking/payees", "payees", "payees", "bank_payee_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "banking.direct-debits", "banking/acccounts/direct-debits", "direct_debits", "direct_debits", "bank_dd_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, "banking/accounts/direct-debits" },
  { "banking.scheduled-payments", "banking/payments/scheduled", "scheduled_payments", "scheduled_payments", "bank_sp_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "energy.accounts", "energy/accounts", "accounts", "energy_accounts", "energy_account_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "energy.service-points", "energy/service-points", "service_points", "service_points", "energy_sp_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "energy.usage", "energy/usage", "usage", "usage", "energy_usage_",
    DESK_SANDBOX_FILTER_SERVICE_POINT | DESK_SANDBOX_FILTER_READ_DATE, DESK_SANDBOX_ORDER_READS, TRUE, NULL },
  { "energy.balances", "energy/balances", "balances", "energy_balances", "energy_balance_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, "energy/balance" },
  { "energy.der", "energy/der", "der_records", "der", "energy_der_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "energy.billing", "energy/billing", "billing", "billing", "energy_billing_",
    DESK_SANDBOX_FILTER_ACCOUNT | DESK_SANDBOX_FILTER_INVOICE, DESK_SANDBOX_ORDER_LATEST_FIRST, TRUE, NULL },
  { "energy.invoices", "energy/invoice", "invoices", "invoices", "energy_invoice_",
    DESK_SANDBOX_FILTER_ACCOUNT | DESK_SANDBOX_FILTER_SUPPLIED | DESK_SANDBOX_FILTER_INVOICE,
    DESK_SANDBOX_ORDER_LATEST_DAY_FIRST, TRUE, "energy/invoices" },
  { "energy.concessions", "energy/concessions", "concessions", "concessions", "energy_concession_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "energy.payment-schedules", "energy/payment-schedules", "payment_schedules", "payment_schedule", "energy_ps_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE, NULL },
  { "common.identity", "common/identity", "identities", "identity", "identity_",
    DESK_SANDBOX_FILTER_INSTITUTION, DESK_SANDBOX_ORDER_AS_ADDED, FALSE, NULL },
};

const DeskSandboxDataSet *
desk_sandbox_data_set_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (data_sets); i++)
    if (g_str_equal (data_sets[i].name, name))
      return &data_sets[i];

  return NULL;
}

const DeskSandboxDataSet *
desk_sandbox_data_set_find_by_path (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (data_sets); i++)
    if (g_str_equal (data_sets[i].path, path) || g_strcmp0 (data_sets[i].other_path, path) == 0)
      return &data_sets[i];

  return NULL;
}

guint
desk_sandbox_data_set_count (void)
{
  return G_N_ELEMENTS (data_sets);
}

const DeskSandboxDataSet *
desk_sandbox_data_set_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (data_sets), NULL);

  return &data_sets[position];
}
