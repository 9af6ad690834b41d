/* desk-sandbox-webhook-event.c: what webhooks are sent about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-webhook-event.h"

#define NONE DESK_SANDBOX_WEBHOOK_IDS_NONE
#define ACCOUNTS DESK_SANDBOX_WEBHOOK_IDS_ACCOUNTS
#define PAYEES DESK_SANDBOX_WEBHOOK_IDS_PAYEES

/* In the order in which a first sync sends them (fiskil-api.md 4.3). */
static const DeskSandboxWebhookEvent events[] = {
  { "consent.received", NULL, NULL, NULL, NONE, FALSE },
  { "consent.updated", NULL, NULL, NULL, NONE, FALSE },
  { "consent.revoked", NULL, NULL, NULL, NONE, FALSE },
  { "banking.accounts.sync.completed", "banking", "accounts", "banking.accounts", ACCOUNTS, FALSE },
  { "banking.balances.sync.completed", "banking", "balances", "banking.balances", ACCOUNTS, FALSE },
  { "energy.accounts.sync.completed", "energy", "energy_accounts", "energy.accounts", ACCOUNTS, FALSE },
  { "energy.balances.sync.completed", "energy", "energy_balances", "energy.balances", ACCOUNTS, FALSE },
  { "common.identity.sync.completed", NULL, "identity", "common.identity", NONE, FALSE },
  { "banking.transactions.recent.sync.completed", "banking", "transactions", "banking.transactions", ACCOUNTS, TRUE },
  { "banking.transactions.basic.sync.completed", "banking", "transactions", "banking.transactions", ACCOUNTS, FALSE },
  { "banking.transactions.sync.completed", "banking", "transactions", "banking.transactions", ACCOUNTS, FALSE },
  { "banking.transactions.sync.failed", "banking", "transactions", NULL, NONE, FALSE },
  { "banking.payees.sync.completed", "banking", "payees", "banking.payees", PAYEES, FALSE },
  { "banking.directdebits.sync.completed", "banking", "direct_debits", "banking.direct-debits", NONE, FALSE },
  { "banking.scheduledpayments.sync.completed", "banking", "scheduled_payments", "banking.scheduled-payments",
    NONE, FALSE },
  { "banking.products.sync.completed", "banking", NULL, "banking.products", NONE, FALSE },
  { "energy.servicepoints.sync.completed", "energy", "service_points", "energy.service-points", NONE, FALSE },
  { "energy.usage.sync.completed", "energy", "usage", "energy.usage", NONE, FALSE },
  { "energy.der.sync.completed", "energy", "der", "energy.der", NONE, FALSE },
  { "energy.billing.sync.completed", "energy", "billing", "energy.billing", NONE, FALSE },
  { "energy.invoices.sync.completed", "energy", "invoices", "energy.invoices", NONE, FALSE },
  { "energy.concessions.sync.completed", "energy", "concessions", "energy.concessions", NONE, FALSE },
  { "energy.paymentschedules.sync.completed", "energy", "payment_schedule", "energy.payment-schedules", NONE, FALSE },
  { "energy.plans.sync.completed", "energy", NULL, "energy.plans", NONE, FALSE },
};

const DeskSandboxWebhookEvent *
desk_sandbox_webhook_event_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].name, name))
      return &events[i];

  return NULL;
}

static gboolean
is_covered (const DeskSandboxWebhookEvent *event,
            const char                    *industry,
            const char *const             *permissions)
{
  return event->data_set != NULL &&
         (event->industry == NULL || g_str_equal (event->industry, industry)) &&
         (event->permission == NULL || g_strv_contains (permissions, event->permission));
}

GPtrArray *
desk_sandbox_webhook_event_list_sync (const char        *industry,
                                      const char *const *permissions)
{
  GPtrArray *list;

  g_return_val_if_fail (industry != NULL && permissions != NULL, NULL);

  list = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (is_covered (&events[i], industry, permissions))
      g_ptr_array_add (list, (gpointer) &events[i]);

  return list;
}
