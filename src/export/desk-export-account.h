/* desk-export-account.h: a bank account, as personal finance programs know it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskExportAccountKind:
 * @DESK_EXPORT_ACCOUNT_EVERYDAY: money that can be spent or saved
 * @DESK_EXPORT_ACCOUNT_CARD: a credit or charge card
 * @DESK_EXPORT_ACCOUNT_LOAN: a loan or a line of credit
 * @DESK_EXPORT_ACCOUNT_DEPOSIT: a term deposit
 */
typedef enum
{
  DESK_EXPORT_ACCOUNT_EVERYDAY,
  DESK_EXPORT_ACCOUNT_CARD,
  DESK_EXPORT_ACCOUNT_LOAN,
  DESK_EXPORT_ACCOUNT_DEPOSIT,
} DeskExportAccountKind;

/**
 * DeskExportAccount:
 * @name: (nullable): the nickname, else the name of the product
 * @number: (nullable): the whole number where it is shared
 * @masked_number: (nullable)
 * @currency: (nullable): of the balance; %NULL while no balance is known
 * @balances: (element-type utf8 utf8): what is booked, by currency
 * @available: (nullable): what can be spent, in @currency
 *
 * Texts are single lines.
 */
typedef struct
{
  char                  *id;
  char                  *name;
  char                  *number;
  char                  *masked_number;
  char                  *bsb;            /* (nullable) */
  char                  *institution_id; /* (nullable) */
  DeskExportAccountKind  kind;
  char                  *currency;
  GHashTable            *balances;
  char                  *available;
} DeskExportAccount;

DeskExportAccount *desk_export_account_new          (const char        *id);
void               desk_export_account_free         (DeskExportAccount *self);

/* Takes what a record of `banking.accounts` says. */
void               desk_export_account_read         (DeskExportAccount *self,
                                                     DeskJsonSlice      record);

/* Takes what a record of `banking.balances` says: also the purses of other currencies. */
void               desk_export_account_read_balance (DeskExportAccount *self,
                                                     DeskJsonSlice      record);

/**
 * desk_export_account_dup_line:
 *
 * Returns: (transfer full) (nullable): a member of a record as a single line
 */
char              *desk_export_account_dup_line     (DeskJsonSlice      record,
                                                     const char        *member);

/* Returns: (transfer full): a member that names a currency, in capitals; absent or empty is AUD (CDS) */
char              *desk_export_account_dup_currency (DeskJsonSlice      record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportAccount, desk_export_account_free)

G_END_DECLS
