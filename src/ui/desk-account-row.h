/* desk-account-row.h: a bank account with its balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-balance-reading.h"
#include "desk-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_ACCOUNT_ROW (desk_account_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskAccountRow, desk_account_row, DESK, ACCOUNT_ROW, GtkWidget)

GtkWidget *desk_account_row_new         (void);

/* @account: (nullable): a row of banking.accounts; it is followed while it loads */
void       desk_account_row_set_account (DeskAccountRow *self,
                                         DeskRow        *account);

/* @balance: (nullable): the row of banking.balances of the same account */
void       desk_account_row_set_balance (DeskAccountRow *self,
                                         DeskRow        *balance);

/* @reading: (nullable): how far the balance is that was asked of the bank; it is followed */
void       desk_account_row_set_reading (DeskAccountRow     *self,
                                         DeskBalanceReading *reading);

/* Returns: (transfer full) (nullable): the bank's id of the account that is shown */
char      *desk_account_row_dup_account_id (DeskAccountRow *self);

G_END_DECLS
