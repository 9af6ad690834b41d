/* desk-store-database.h: the one SQLite connection; used by the store's thread alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "desk-store-columns.h"
#include "desk-store-sql.h"

G_BEGIN_DECLS

typedef struct _DeskStoreDatabase DeskStoreDatabase;

/**
 * desk_store_database_open:
 * @path: (nullable): %NULL for a private one in memory
 * @closing: an atomic flag; once it is set, queries in hand end early
 *
 * Returns: (transfer full) (nullable): %NULL with @error set to %DESK_STORE_ERROR_OPEN
 */
DeskStoreDatabase    *desk_store_database_open         (const char           *path,
                                                        const int            *closing,
                                                        GError              **error);
void                  desk_store_database_free         (DeskStoreDatabase    *self);

/**
 * desk_store_database_forget:
 *
 * Lets go of what SQLite keeps beside the rows: the values that statements were run with, and the pages and rows that it
 * last had in hand, which lie in buffers of the connection (Pager.pTmpSpace, BtShared.pTmpSpace) that nothing overwrites. A
 * store in memory moves to a new connection for that. Called when a request needs no statement any more.
 */
gboolean              desk_store_database_forget       (DeskStoreDatabase    *self,
                                                        GError              **error);

/* The tables of the catalogue: (element-type DeskStoreTable), in sync order. */
GPtrArray            *desk_store_database_get_tables   (DeskStoreDatabase    *self);
const DeskStoreTable *desk_store_database_find_table   (DeskStoreDatabase    *self,
                                                        const DeskResource   *resource);

/**
 * desk_store_database_watch:
 * @cancellable: (nullable): what ends the query in hand early
 * @interruptible: whether anything does, the store's closing too
 *
 * Called between requests.
 */
void                  desk_store_database_watch        (DeskStoreDatabase    *self,
                                                        GCancellable         *cancellable,
                                                        gboolean              interruptible);

/**
 * desk_store_database_prepare:
 *
 * Returns: (transfer none) (nullable): the statement, without bindings; kept for the next use
 */
sqlite3_stmt         *desk_store_database_prepare      (DeskStoreDatabase    *self,
                                                        const char           *sql,
                                                        GError              **error);

/**
 * desk_store_database_begin:
 *
 * Begins a transaction, which desk_store_database_end() ends: for good if what was done in it @worked
 * and can be written; else nothing of it stays, and the result is %FALSE.
 */
gboolean              desk_store_database_begin        (DeskStoreDatabase    *self,
                                                        GError              **error);
gboolean              desk_store_database_end          (DeskStoreDatabase    *self,
                                                        gboolean              worked,
                                                        GError              **error);

/* The same, with the values bound. */
sqlite3_stmt         *desk_store_database_prepare_sql  (DeskStoreDatabase    *self,
                                                        const DeskStoreSql   *sql,
                                                        GError              **error);

/**
 * desk_store_database_step:
 * @row: (out): whether there is a row; if not, the statement was reset
 *
 * Returns: %FALSE with @error set to %DESK_STORE_ERROR_FAILED
 */
gboolean              desk_store_database_step         (DeskStoreDatabase    *self,
                                                        sqlite3_stmt         *statement,
                                                        gboolean             *row,
                                                        GError              **error);

/* Steps a statement that answers no rows. */
gboolean              desk_store_database_finish       (DeskStoreDatabase    *self,
                                                        sqlite3_stmt         *statement,
                                                        GError              **error);

/* Runs statements without values. */
gboolean              desk_store_database_run          (DeskStoreDatabase    *self,
                                                        const char           *sql,
                                                        GError              **error);

/* The id of the row that was last inserted. */
gint64                desk_store_database_get_new_id    (DeskStoreDatabase   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStoreDatabase, desk_store_database_free)

G_END_DECLS
