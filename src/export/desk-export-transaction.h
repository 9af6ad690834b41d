/* desk-export-transaction.h: a transaction, as personal finance programs know it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"
#include "desk-export-reason.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskExportTransaction:
 * @id: what tells it from every other transaction of the account
 * @instant: microseconds since the epoch: when it was posted, else executed, else valued
 * @payee: who was paid or who paid, else the description
 * @memo: (nullable): the description, if it is not the payee
 * @type: (nullable): the word of the data: "DIRECT_DEBIT"
 *
 * Texts are single lines; those that can be absent are %NULL then.
 */
typedef struct
{
  char        *account_id;
  char        *currency;
  char        *id;
  DeskDecimal *amount;
  gint64       instant;
  char        *payee;
  char        *memo;
  char        *reference;     /* (nullable) */
  char        *category;      /* (nullable) */
  char        *merchant_code; /* (nullable) */
  char        *type;
} DeskExportTransaction;

/**
 * desk_export_transaction_new:
 * @record: a record of `banking.transactions`
 * @reason: (out): why there is none
 *
 * Returns: (transfer full) (nullable): the transaction
 */
DeskExportTransaction *desk_export_transaction_new  (DeskJsonSlice           record,
                                                     DeskExportReason       *reason);
void                   desk_export_transaction_free (DeskExportTransaction  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportTransaction, desk_export_transaction_free)

G_END_DECLS
