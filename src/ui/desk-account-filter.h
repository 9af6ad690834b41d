/* desk-account-filter.h: chooses one account of an end user, or all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_ACCOUNT_FILTER (desk_account_filter_get_type ())
G_DECLARE_FINAL_TYPE (DeskAccountFilter, desk_account_filter, DESK, ACCOUNT_FILTER, GtkWidget)

/* Signals: `changed`: another account was chosen by the user. */

/**
 * desk_account_filter_set_query:
 * @query: the list that is filtered. Hidden unless its rows belong to accounts and there is more than one
 */
void        desk_account_filter_set_query      (DeskAccountFilter *self,
                                                DeskStore         *store,
                                                const DeskQuery   *query);

/* Returns: (transfer none) (nullable): the bank's id of the account; %NULL for all */
const char *desk_account_filter_get_account_id (DeskAccountFilter *self);

G_END_DECLS
