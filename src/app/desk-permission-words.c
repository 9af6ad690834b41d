/* desk-permission-words.c: what a permission means, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-permission-words.h"

static const struct
{
  const char *permission;
  const char *words;
} table[] = {
  { "accounts", N_("Bank accounts: names, types and numbers") },
  { "balances", N_("Account balances") },
  { "transactions", N_("Transactions and their descriptions") },
  { "payees", N_("Saved payees") },
  { "direct_debits", N_("Direct debits") },
  { "scheduled_payments", N_("Scheduled payments") },
  { "energy_accounts", N_("Energy accounts and plans") },
  { "energy_balances", N_("Energy account balances") },
  { "usage", N_("Energy usage from the meter") },
  { "billing", N_("Energy charges and payments") },
  { "invoices", N_("Energy invoices") },
  { "concessions", N_("Concessions and rebates") },
  { "service_points", N_("Service points and meters") },
  { "der", N_("Solar panels, batteries and other energy resources") },
  { "payment_schedule", N_("How energy bills are paid") },
  { "identity", N_("Name and contact details") },
};

const char *
desk_permission_get_words (const char *permission)
{
  g_return_val_if_fail (permission != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].permission, permission))
      return _(table[i].words);
  return permission;
}
