/* desk-sandbox-data-set.c: the data sets that the sandbox serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-data-set.h"

static const DeskSandboxDataSet data_sets[] = {
  { "banking.accounts", "banking/accounts", "accounts", "accounts", "bank_account_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE },
  { "banking.balances", "banking/balances", "balances", "balances", "bank_balance_",
    DESK_SANDBOX_FILTER_ACCOUNT, DESK_SANDBOX_ORDER_AS_ADDED, TRUE },
  { "banking.transactions", "banking/transactions", "transactions", "transactions", "bank_tx_",
    DESK_SANDBOX_FILTER_ACCOUNT | DESK_SANDBOX_FILTER_TIME | DESK_SANDBOX_FILTER_STATUS | DESK_SANDBOX_FILTER_CATEGORY,
    DESK_SANDBOX_ORDER_LATEST_FIRST, TRUE },
  { "energy.accounts", "energy/accounts", "accounts", "energy_accounts", "energy_account_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE },
  { "energy.service-points", "energy/service-points", "service_points", "service_points", "energy_sp_",
    0, DESK_SANDBOX_ORDER_AS_ADDED, TRUE },
  { "energy.usage", "energy/usage", "usage", "usage", "energy_usage_",
    DESK_SANDBOX_FILTER_SERVICE_POINT | DESK_SANDBOX_FILTER_READ_DATE, DESK_SANDBOX_ORDER_READS, TRUE },
  { "common.identity", "common/identity", "identities", "identity", "identity_",
    DESK_SANDBOX_FILTER_INSTITUTION, DESK_SANDBOX_ORDER_AS_ADDED, FALSE },
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
    if (g_str_equal (data_sets[i].path, path))
      return &data_sets[i];

  return NULL;
}
