/* desk-account-row.h: a bank account with its balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

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

G_END_DECLS
