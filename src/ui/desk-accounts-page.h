/* desk-accounts-page.h: bank accounts with their balances
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_ACCOUNTS_PAGE (desk_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskAccountsPage, desk_accounts_page, DESK, ACCOUNTS_PAGE, GtkWidget)

GtkWidget *desk_accounts_page_new (DeskContext *context,
                                   DeskEndUser *end_user);

G_END_DECLS
