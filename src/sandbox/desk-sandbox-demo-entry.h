/* desk-sandbox-demo-entry.h: one booking on one account of a demo customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * DeskSandboxEntry:
 * @account: where it is booked
 * @means: how it was paid
 * @kind: what it is
 * @description: (owned): as the statement shows it
 * @merchant: (nullable): who was paid or paid; %NULL between own accounts and for interest
 * @cents: negative = out
 * @currency: of @cents
 * @execution: when it happened, microseconds since the epoch
 * @posting: when it was posted, 0 while it is pending
 */
typedef struct
{
  DeskSandboxRole        account;
  DeskSandboxMeans       means;
  const DeskSandboxKind *kind;
  char                  *description;
  const char            *merchant;
  gint64                 cents;
  const char            *currency;
  gint64                 execution;
  gint64                 posting;
} DeskSandboxEntry;

/**
 * desk_sandbox_entry_new:
 * @description: (transfer full): as the statement shows it
 *
 * Returns: (transfer full): an entry in AUD that is posted when it happens, a card purchase
 *   in the evening of the next day
 */
DeskSandboxEntry *desk_sandbox_entry_new     (DeskSandboxRole         account,
                                              DeskSandboxMeans        means,
                                              const DeskSandboxKind  *kind,
                                              char                   *description,
                                              const char             *merchant,
                                              gint64                  cents,
                                              gint64                  execution);
void              desk_sandbox_entry_free    (DeskSandboxEntry       *self);

/**
 * desk_sandbox_entry_make_biller:
 * @biller_code: (out) (transfer full): the biller's code
 * @crn: (out) (transfer full): the number by which @merchant knows the customer
 *
 * The same biller has the same code and knows the customer by the same number each time.
 */
void              desk_sandbox_entry_make_biller (guint64     seed,
                                                  const char *merchant,
                                                  char      **biller_code,
                                                  char      **crn);

/**
 * desk_sandbox_entry_to_json:
 * @account_id: the id of the entry's account
 * @holder: the name of the customer
 *
 * Returns: (transfer full): a banking.Transaction (fiskil-api.md 9.1) without the
 *   ids that Fiskil adds. Its ids and references come from @seed, @account_id and what
 *   happened when; the two sides of a transfer have the same reference
 */
char             *desk_sandbox_entry_to_json (const DeskSandboxEntry *self,
                                              guint64                 seed,
                                              const char             *account_id,
                                              const char             *holder);

G_END_DECLS
