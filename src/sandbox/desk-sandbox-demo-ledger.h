/* desk-sandbox-demo-ledger.h: what happened on the accounts of a demo customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-entry.h"

G_BEGIN_DECLS

/**
 * DeskSandboxLedger:
 * @today: the day of "now" where the customer lives
 * @entries: (owned) (element-type DeskSandboxEntry): latest first
 * @current: what each account holds: the opening balance and what was posted since, in cents
 * @available: what can be spent from each account: less what is pending, and up to
 *   the credit limit or the redraw
 * @next_payment_day: when the next transfer to an account is due; only of accounts that get any
 * @next_payment: how much it will be, in cents
 *
 * What happened from desk_sandbox_demo_first_day() until "now". A later "now" adds to it: what was posted stays
 * as it was.
 */
typedef struct
{
  GDate      today;
  GPtrArray *entries;
  gint64     current[DESK_SANDBOX_N_ROLES];
  gint64     available[DESK_SANDBOX_N_ROLES];
  GDate      next_payment_day[DESK_SANDBOX_N_ROLES];
  gint64     next_payment[DESK_SANDBOX_N_ROLES];
} DeskSandboxLedger;

/**
 * desk_sandbox_ledger_new:
 * @now: microseconds since the epoch; nothing is later
 *
 * Returns: (transfer full): the ledger of @persona; 3 to 5 of the latest card purchases are pending
 */
DeskSandboxLedger *desk_sandbox_ledger_new  (const DeskSandboxPersona *persona,
                                             guint64                   seed,
                                             gint64                    now);
void               desk_sandbox_ledger_free (DeskSandboxLedger        *self);

/**
 * desk_sandbox_ledger_find_next:
 * @day_number: the day of the month, or of the fortnight
 * @month: as in #DeskSandboxBill
 * @day: (inout): moved to the next day after it on which the rhythm falls
 */
void               desk_sandbox_ledger_find_next (DeskSandboxEvery          every,
                                                  int                       day_number,
                                                  int                       month,
                                                  GDate                    *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxLedger, desk_sandbox_ledger_free)

G_END_DECLS
