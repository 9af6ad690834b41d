/* desk-account-names.h: what the accounts of an end user are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store.h"

G_BEGIN_DECLS

/**
 * DeskAccountName:
 * @name: (nullable): the nickname, else the display name
 * @number: (nullable): a number to tell it by, masked where the service masks it
 */
typedef struct
{
  char *name;
  char *number;
} DeskAccountName;

/**
 * desk_account_names_load_async:
 *
 * Reads the bank and energy accounts that the store holds of the end user.
 *
 * desk_account_names_load_finish() returns: (transfer full) (nullable) (element-type utf8 DeskAccountName): by account
 *   id; %NULL with @error set in #DESK_STORE_ERROR or #G_IO_ERROR
 */
void        desk_account_names_load_async  (DeskStore            *store,
                                            const char           *end_user_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GHashTable *desk_account_names_load_finish (DeskStore            *store,
                                            GAsyncResult         *result,
                                            GError              **error);

/* (array zero-terminated=1): the data sets that the names come from, as for desk_store_watch_new() */
const char *const *desk_account_names_get_resources (void);

G_END_DECLS
