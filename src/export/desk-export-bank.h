/* desk-export-bank.h: what writers of bank statements share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-account.h"
#include "desk-export-statement.h"
#include "desk-export-transaction.h"
#include "desk-export-writer.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_BANK (desk_export_bank_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskExportBank, desk_export_bank, DESK, EXPORT_BANK, DeskExportWriter)

/**
 * DeskExportBankClass:
 * @append_row: appends a transaction to the rows of its statement
 * @write_statement: takes a statement that is whole
 * @close: after the last statement
 * @has_balances: whether the format has a place for what is booked
 *
 * Takes `banking.accounts` and `banking.balances`, then `banking.transactions`, those of one account after each other,
 * and cuts them into statements: one for each account and currency. Amounts of different currencies never meet. Accounts
 * without transactions have a statement if accounts or balances are asked for.
 */
struct _DeskExportBankClass
{
  DeskExportWriterClass parent_class;

  void     (*append_row)      (DeskExportBank               *self,
                               GString                      *rows,
                               const DeskExportTransaction  *transaction);
  gboolean (*write_statement) (DeskExportBank               *self,
                               const DeskExportAccount      *account,
                               const DeskExportStatement    *statement,
                               GError                      **error);
  gboolean (*close)           (DeskExportBank               *self,
                               GError                      **error);
  gboolean   has_balances;
};

/**
 * desk_export_bank_dup_time:
 * @instant: microseconds since the epoch
 *
 * Returns: (transfer full): the time in eastern Australia, the zone that is furthest ahead: a midnight anywhere in
 *   Australia keeps its day
 */
GDateTime *desk_export_bank_dup_time (DeskExportBank *self,
                                      gint64          instant);

G_END_DECLS
