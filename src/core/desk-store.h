/* desk-store.h: the record store of one environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-json-page.h"
#include "desk-mask.h"
#include "desk-query.h"
#include "desk-store-difference.h"
#include "desk-total.h"

G_BEGIN_DECLS

#define DESK_STORE_ERROR (desk_store_error_quark ())

/**
 * DeskStoreError:
 * @DESK_STORE_ERROR_OPEN: the file cannot be opened or made
 * @DESK_STORE_ERROR_FAILED: SQLite refused; the message is SQLite's
 * @DESK_STORE_ERROR_CLOSED: the store was closed before the request's turn
 */
typedef enum
{
  DESK_STORE_ERROR_OPEN,
  DESK_STORE_ERROR_FAILED,
  DESK_STORE_ERROR_CLOSED,
} DeskStoreError;

GQuark     desk_store_error_quark       (void);

#define DESK_TYPE_STORE (desk_store_get_type ())
G_DECLARE_FINAL_TYPE (DeskStore, desk_store, DESK, STORE, GObject)

/* The load of records that were fetched by themselves. A row that is there keeps the load that brought it, so that a load
 * that is under way does not take it for a row that is gone. */
#define DESK_STORE_NO_LOAD G_GINT64_CONSTANT (0)

/**
 * DeskStoreChange:
 * @n_new: rows that were not there
 * @n_changed: rows whose bytes differ from before
 * @n_duplicates: rows whose key was already in this load
 * @n_removed: rows that this load did not bring again
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_duplicates;
  guint n_removed;
} DeskStoreChange;

/**
 * DeskStoreReading:
 * @DESK_STORE_READING_SHOWN: behind the mask, if there is one
 * @DESK_STORE_READING_RECEIVED: the received bytes in any case: for files, and for judging
 */
typedef enum
{
  DESK_STORE_READING_SHOWN,
  DESK_STORE_READING_RECEIVED,
} DeskStoreReading;

/**
 * desk_store_new:
 * @path: (nullable) (type filename): the database file; %NULL for a private store in
 *   memory that never touches a disk
 *
 * Starts the store's thread, which alone calls SQLite. Opening happens there: a
 * failure is the error of the first request. A file written with another
 * catalogue is dropped (the store is a cache). All requests are answered on the
 * thread-default main context of the caller; reads of rows go before writes.
 *
 * #DeskStore::changed (const DeskResource *resource (as pointer), const char *end_user_id) is emitted
 * on the main context after rows of that data set changed.
 */
DeskStore *desk_store_new               (const char           *path);

/**
 * desk_store_set_mask:
 * @mask: (nullable): stands before the records and totals that are read from now on; none at first
 *
 * For an audience: whoever shows records gets the masked ones, see desk_record_mask(). What is stored, and how it is
 * searched and ordered, stays as it is. #DeskStore::mask-changed is emitted, so that what was read is read again.
 */
void       desk_store_set_mask          (DeskStore            *self,
                                         DeskMask             *mask);

/**
 * desk_store_close:
 *
 * Ends the thread after the request in hand; the rest fails with
 * %DESK_STORE_ERROR_CLOSED. Waits for at most one slice of work. Called by dispose
 */
void       desk_store_close             (DeskStore            *self);

/**
 * desk_store_add_page_async:
 * @institution_id: (nullable): whose records these are, where the records do not say (products of a bank)
 * @load: identifies one fetch of a whole data set: larger than that of any earlier one
 *   of the same data set and end user (microseconds of the real time do); or %DESK_STORE_NO_LOAD
 * @page: the received records; kept until they are stored
 *
 * Inserts or replaces rows by their key: `fiskil_id`, else the resource's key, else the bytes' hash.
 * The one object of an end user (%DESK_RESOURCE_SHAPE_OBJECT) replaces the one before.
 */
void       desk_store_add_page_async    (DeskStore            *self,
                                         const DeskResource   *resource,
                                         const char           *end_user_id,
                                         const char           *institution_id,
                                         gint64                load,
                                         DeskJsonPage         *page,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   desk_store_add_page_finish   (DeskStore            *self,
                                         GAsyncResult         *result,
                                         DeskStoreChange      *change,
                                         GError              **error);

/**
 * desk_store_finish_load_async:
 *
 * Ends a fetch that brought every page: rows of this data set and end user that
 * @load did not bring are removed.
 */
void       desk_store_finish_load_async (DeskStore            *self,
                                         const DeskResource   *resource,
                                         const char           *end_user_id,
                                         gint64                load,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   desk_store_finish_load_finish (DeskStore           *self,
                                          GAsyncResult        *result,
                                          DeskStoreChange     *change,
                                          GError             **error);

/**
 * desk_store_list_async:
 * @offset: rows to leave out at the start
 * @limit: at most this many; 0 for all
 *
 * desk_store_list_finish() returns: (transfer full) (element-type gint64): row ids in order.
 */
void       desk_store_list_async        (DeskStore            *self,
                                         const DeskQuery      *query,
                                         guint                 offset,
                                         guint                 limit,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GArray    *desk_store_list_finish       (DeskStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * desk_store_read_async:
 * @ids: (array length=n_ids): row ids of @resource
 *
 * desk_store_read_finish() returns: (transfer full) (element-type GBytes): the bytes
 *   of each row, in the order asked; a row that is gone is %NULL. If the mask changed meanwhile the
 *   error is %G_IO_ERROR_CANCELLED.
 */
void       desk_store_read_async        (DeskStore            *self,
                                         const DeskResource   *resource,
                                         const gint64         *ids,
                                         guint                 n_ids,
                                         DeskStoreReading      reading,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *desk_store_read_finish       (DeskStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * desk_store_find_institution_async:
 * @id: a row id of @resource
 *
 * desk_store_find_institution_finish() returns: (transfer full) (nullable): the id of the institution that the row
 *   came from, whether its bytes say so or not; %NULL without @error if the row is gone or nobody knows.
 */
void       desk_store_find_institution_async  (DeskStore            *self,
                                               const DeskResource   *resource,
                                               gint64                id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char      *desk_store_find_institution_finish (DeskStore            *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/**
 * desk_store_count_async:
 * @end_user_id: whose rows
 * @arrangement_id: (nullable): of which consent; %NULL for all
 *
 * desk_store_count_finish() returns: (transfer full): resource name -> row count
 *   (GUINT_TO_POINTER); data sets without rows are left out.
 */
void        desk_store_count_async      (DeskStore            *self,
                                         const char           *end_user_id,
                                         const char           *arrangement_id,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GHashTable *desk_store_count_finish     (DeskStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * desk_store_total_async:
 * @field: path of a stored amount
 *
 * desk_store_total_finish() returns: (transfer full) (element-type DeskTotal): one per currency,
 *   AUD first, then by code.
 */
void       desk_store_total_async       (DeskStore            *self,
                                         const DeskQuery      *query,
                                         const char           *field,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *desk_store_total_finish      (DeskStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * desk_store_differences_async:
 * @end_user_id: whose rows
 * @arrangement_id: (nullable): of which consent; %NULL for all
 *
 * desk_store_differences_finish() returns: (transfer full) (element-type DeskStoreDifference): what became of rows
 *   between the last two complete loads of each data set. It goes with the rows when they are purged.
 */
void       desk_store_differences_async  (DeskStore            *self,
                                          const char           *end_user_id,
                                          const char           *arrangement_id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *desk_store_differences_finish (DeskStore            *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/**
 * desk_store_list_values_async:
 * @fields: (array zero-terminated=1): paths of stored fields
 *
 * Reads which values these fields have together, in the rows of all end users.
 *
 * desk_store_list_values_finish() returns: (transfer full) (element-type GStrv): each combination once, in the order of the
 *   fields; "" for a value that is not there.
 */
void       desk_store_list_values_async  (DeskStore            *self,
                                          const DeskResource   *resource,
                                          const char *const    *fields,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *desk_store_list_values_finish (DeskStore            *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/**
 * desk_store_purge_consent_async:
 * @institution_id: (nullable): of the consent; %NULL or empty if the service did not say: it may then be any
 *
 * Removes the rows of one consent and, of the same institution and end user, every row that
 * cannot be given to a consent. #DeskStore::purged (end_user_id, arrangement_id (nullable)) follows.
 */
void       desk_store_purge_consent_async  (DeskStore            *self,
                                            const char           *end_user_id,
                                            const char           *institution_id,
                                            const char           *arrangement_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean   desk_store_purge_consent_finish (DeskStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* Removes all rows of an end user; #DeskStore::purged (end_user_id, %NULL) follows. */
void       desk_store_purge_end_user_async  (DeskStore            *self,
                                             const char           *end_user_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean   desk_store_purge_end_user_finish (DeskStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
