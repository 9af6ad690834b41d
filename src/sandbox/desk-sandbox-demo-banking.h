/* desk-sandbox-demo-banking.h: the customers of the demo bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_fill_bank_customer:
 * @customer: the customer that is to be @persona
 * @now: microseconds since the epoch
 *
 * Adds accounts, balances, a year of transactions and the identity.
 */
void desk_sandbox_demo_fill_bank_customer (DeskSandboxCustomer      *customer,
                                           const DeskSandboxPersona *persona,
                                           guint64                   seed,
                                           gint64                    now);

G_END_DECLS
