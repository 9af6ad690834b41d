/* desk-store-private.h: what the calls of the store and its thread share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store-database.h"
#include "desk-store-request.h"
#include "desk-store.h"

G_BEGIN_DECLS

/**
 * desk_store_push:
 * @source_tag: of the call's #GTask
 * @data: (transfer full): what @work reads and fills
 *
 * Asks the store's thread; on the caller's thread.
 */
void     desk_store_push         (DeskStore            *self,
                                  gpointer              source_tag,
                                  DeskStoreRequestKind  kind,
                                  DeskStoreWork         work,
                                  DeskStoreDeliver      deliver,
                                  gpointer              data,
                                  GDestroyNotify        free_data,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

/* Whether the resource is an entry of the catalogue, so has a table. */
gboolean desk_store_is_known     (const DeskResource *resource);

/**
 * DeskStoreWrite:
 * @end_user_id: (owned)
 * @institution_id: (owned) (nullable): of the records that do not say
 * @page: (owned) (nullable): what comes in; none at the end of a load
 * @position: the next record
 * @last_id: the last row that was looked at, at the end of a load
 * @matched: (owned) (nullable) (element-type gint64): posted rows that a vanished pending one was taken for
 * @change: what was done so far
 */
typedef struct
{
  const DeskResource *resource;
  char               *end_user_id;
  char               *institution_id;
  gint64              load;
  DeskJsonPage       *page;
  guint               position;
  gint64              last_id;
  GHashTable         *matched;
  DeskStoreChange     change;
} DeskStoreWrite;

void     desk_store_write_free   (gpointer            data);

/* DeskStoreWork on a DeskStoreWrite. */
gboolean desk_store_write_page   (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);
gboolean desk_store_write_end    (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);

/**
 * DeskStoreRead:
 * @query: (owned) (nullable): of list and total
 * @resource: (nullable): of read and institution
 * @ids: (owned) (nullable) (element-type gint64): of read and institution: what is asked; of list: the answer
 * @end_user_id: (owned) (nullable): of count and differences
 * @arrangement_id: (owned) (nullable): of count and differences
 * @field: (owned) (nullable): of total
 * @rows: (owned) (nullable): answer of read (GBytes), total (DeskTotal) and differences (DeskStoreDifference)
 * @counts: (owned) (nullable): answer of count
 * @text: (owned) (nullable): answer of institution
 * @mask: (owned) (nullable): of read and total: stands before the answer
 * @is_shown: of read and total: whether a mask would stand before the answer
 */
typedef struct
{
  DeskQuery          *query;
  const DeskResource *resource;
  GArray             *ids;
  guint               offset;
  guint               limit;
  char               *end_user_id;
  char               *arrangement_id;
  char               *field;
  GPtrArray          *rows;
  GHashTable         *counts;
  char               *text;
  DeskMask           *mask;
  gboolean            is_shown;
} DeskStoreRead;

void     desk_store_read_free    (gpointer            data);

/* Returns: (transfer none) (nullable) */
DeskMask *desk_store_get_mask    (DeskStore          *self);

/* DeskStoreWork on a DeskStoreRead. */
gboolean desk_store_read_list    (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);
gboolean desk_store_read_rows    (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);
gboolean desk_store_read_counts  (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);
gboolean desk_store_read_institution (DeskStoreDatabase  *database,
                                      gpointer            data,
                                      gint64              deadline,
                                      gboolean           *done,
                                      GError            **error);
gboolean desk_store_read_totals  (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);

/**
 * DeskStorePurge:
 * @end_user_id: (owned)
 * @institution_id: (owned) (nullable)
 * @arrangement_id: (owned) (nullable): %NULL for all rows of the end user
 * @resources: (owned) (element-type DeskResource): which lost rows
 */
typedef struct
{
  char      *end_user_id;
  char      *institution_id;
  char      *arrangement_id;
  GPtrArray *resources;
} DeskStorePurge;

void     desk_store_purge_free   (gpointer            data);

/* DeskStoreWork on a DeskStorePurge. */
gboolean desk_store_purge_run    (DeskStoreDatabase  *database,
                                  gpointer            data,
                                  gint64              deadline,
                                  gboolean           *done,
                                  GError            **error);

/* Removes one row with its body; used inside a transaction. */
gboolean desk_store_delete_row   (DeskStoreDatabase    *database,
                                  const DeskStoreTable *table,
                                  gint64                id,
                                  GError              **error);

G_END_DECLS
