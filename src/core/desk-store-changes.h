/* desk-store-changes.h: counts what became of rows since the last load; used by the store's thread alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store-private.h"

G_BEGIN_DECLS

/* Makes the tables. */
gboolean desk_store_changes_create        (DeskStoreDatabase     *database,
                                           GError               **error);

/* A row came twice in one load. */
gboolean desk_store_changes_add_duplicate (DeskStoreDatabase     *database,
                                           DeskStoreWrite        *write,
                                           gint64                 id,
                                           DeskJsonSlice          record,
                                           GError               **error);

/**
 * desk_store_changes_add_update:
 * @id: a row that still has its old bytes
 * @record: the new ones
 *
 * Counts each member whose value differs.
 */
gboolean desk_store_changes_add_update    (DeskStoreDatabase     *database,
                                           DeskStoreWrite        *write,
                                           gint64                 id,
                                           DeskJsonSlice          record,
                                           GError               **error);

/**
 * desk_store_changes_add_removal:
 * @id: a row that is about to go
 *
 * A pending transaction may have become a posted one under another id: only a row that this load brought first, of the
 * same account, amount and description, is taken for it, and each for one.
 */
gboolean desk_store_changes_add_removal   (DeskStoreDatabase     *database,
                                           DeskStoreWrite        *write,
                                           gint64                 id,
                                           GError               **error);

/* What was counted up to @write's load is what there is to tell; what was told before goes. */
gboolean desk_store_changes_end_load      (DeskStoreDatabase     *database,
                                           DeskStoreWrite        *write,
                                           GError               **error);

/* Nothing that was counted of the rows in question stays: examples are personal data. */
gboolean desk_store_changes_purge         (DeskStoreDatabase     *database,
                                           DeskStorePurge        *purge,
                                           GError               **error);

/* DeskStoreWork on a DeskStoreRead. */
gboolean desk_store_changes_read          (DeskStoreDatabase     *database,
                                           gpointer               data,
                                           gint64                 deadline,
                                           gboolean              *done,
                                           GError               **error);

G_END_DECLS
