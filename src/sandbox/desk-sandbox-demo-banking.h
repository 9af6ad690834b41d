/* desk-sandbox-demo-banking.h: the customers of the demo bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_DEMO_BANK "88888"

/**
 * desk_sandbox_demo_new_bank_customer:
 * @now: microseconds since the epoch
 *
 * Returns: (transfer full): @persona with accounts, balances, a year of
 *   transactions and the identity
 */
DeskSandboxCustomer *desk_sandbox_demo_new_bank_customer (const DeskSandboxPersona *persona,
                                                          guint64                   seed,
                                                          gint64                    now);

G_END_DECLS
