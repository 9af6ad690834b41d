/* desk-export-statement.h: the transactions of one account in one currency
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"

G_BEGIN_DECLS

/**
 * DeskExportStatement:
 * @name: unique in the export; a currency that is not the account's own is in it
 * @suffix: "-USD" for a currency that is not the account's own, else ""
 * @balance: (nullable) (unowned): what is booked in this currency
 * @rows: the transactions, as the format writes them
 * @total: of their amounts
 * @first: of the rows, in microseconds since the epoch
 * @last: of the rows
 */
typedef struct
{
  char        *name;
  char        *currency;
  char        *suffix;
  const char  *balance;
  GString     *rows;
  DeskDecimal *total;
  gint64       first;
  gint64       last;
} DeskExportStatement;

DeskExportStatement *desk_export_statement_new       (void);
void                 desk_export_statement_free      (DeskExportStatement       *self);
gboolean             desk_export_statement_has_rows  (const DeskExportStatement *self);

/* Takes note of when a row happened, and of its amount. */
void                 desk_export_statement_add       (DeskExportStatement       *self,
                                                      gint64                     instant,
                                                      const DeskDecimal         *amount);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportStatement, desk_export_statement_free)

G_END_DECLS
