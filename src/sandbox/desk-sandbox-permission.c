/* desk-sandbox-permission.c: what a consent can be about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-permission.h"

#include <glib/gi18n-lib.h>

static const DeskSandboxPermission permissions[] = {
  { "accounts", "banking", "bank:accounts.basic:read", N_("Account names, types and numbers") },
  { "balances", "banking", "bank:accounts.basic:read", N_("Account balances") },
  { "transactions", "banking", "bank:transactions:read", N_("Transactions: dates, descriptions and amounts") },
  { "payees", "banking", "bank:payees:read", N_("People and businesses you pay") },
  { "direct_debits", "banking", "bank:regular_payments:read", N_("Direct debits") },
  { "scheduled_payments", "banking", "bank:regular_payments:read", N_("Scheduled payments") },
  { "energy_accounts", "energy", "energy:accounts.detail:read", N_("Energy accounts and plans") },
  { "energy_balances", "energy", "energy:billing:read", N_("Energy account balances") },
  { "service_points", "energy", "energy:electricity.servicepoints.detail:read", N_("Meters and where they are") },
  { "usage", "energy", "energy:electricity.usage:read", N_("Electricity used and exported") },
  { "der", "energy", "energy:electricity.der:read", N_("Solar panels, batteries and other devices") },
  { "billing", "energy", "energy:billing:read", N_("Charges and payments") },
  { "invoices", "energy", "energy:billing:read", N_("Invoices") },
  { "concessions", "energy", "energy:accounts.concessions:read", N_("Concessions and assistance") },
  { "payment_schedule", "energy", "energy:accounts.paymentschedule:read", N_("Payment schedules") },
  { "identity", "common", "common:customer.detail:read", N_("Your name and contact details") },
};

static gboolean
belongs_to (const DeskSandboxPermission *permission,
            const char                  *industry)
{
  return industry == NULL || g_str_equal (permission->industry, "common") ||
         g_str_equal (permission->industry, industry);
}

GPtrArray *
desk_sandbox_permission_list (const char *industry)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (belongs_to (&permissions[i], industry))
      g_ptr_array_add (list, (gpointer) &permissions[i]);

  return list;
}

char **
desk_sandbox_permission_select (const char        *industry,
                                const char *const *wanted)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (belongs_to (&permissions[i], industry) &&
        (wanted == NULL || g_strv_contains (wanted, permissions[i].name)))
      g_strv_builder_add (builder, permissions[i].name);

  return g_strv_builder_end (builder);
}

static gboolean
is_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (permissions); i++)
    if (g_str_equal (permissions[i].name, name))
      return TRUE;

  return FALSE;
}

gboolean
desk_sandbox_permission_are_known (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!is_known (names[i]))
      return FALSE;

  return TRUE;
}
