/* desk-sandbox-demo-payments.h: whom a demo customer of the bank pays, and what is paid by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-ledger.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_add_payments:
 * @now: microseconds since the epoch
 * @account_ids: the ids of the accounts, by #DeskSandboxRole
 *
 * Adds payees, direct debits and scheduled payments, as the transactions in @ledger show them:
 * the same billers and numbers, the last debit as it was booked, and the next payment when it is due.
 */
void desk_sandbox_demo_add_payments (DeskSandboxCustomer      *customer,
                                     const DeskSandboxPersona *persona,
                                     const DeskSandboxLedger  *ledger,
                                     guint64                   seed,
                                     gint64                    now,
                                     char                    **account_ids);

G_END_DECLS
