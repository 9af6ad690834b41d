/* desk-store-request.h: one thing that the store's thread is asked to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-store-database.h"

G_BEGIN_DECLS

typedef struct _DeskStoreRequest DeskStoreRequest;

/**
 * DeskStoreWork:
 * @data: the request's
 * @deadline: monotonic time, microseconds; work that can be cut ends there, and is called again
 * @done: (inout): %TRUE; set to %FALSE if there is more to do
 *
 * Runs on the store's thread.
 *
 * Returns: %FALSE with @error set
 */
typedef gboolean (*DeskStoreWork) (DeskStoreDatabase  *database,
                                   gpointer            data,
                                   gint64              deadline,
                                   gboolean           *done,
                                   GError            **error);

/**
 * DeskStoreDeliver:
 * @error: (transfer full) (nullable): why the work ended early; a part of it may be done
 *
 * Runs in the caller's context after the work: emits signals, returns @task.
 */
typedef void (*DeskStoreDeliver) (GTask    *task,
                                  gpointer  data,
                                  GError   *error);

typedef enum
{
  DESK_STORE_REQUEST_READ,
  DESK_STORE_REQUEST_WRITE,
} DeskStoreRequestKind;

/**
 * desk_store_request_new:
 * @task: (transfer full)
 * @data: (transfer full): what the work reads and fills; freed in the caller's context
 */
DeskStoreRequest     *desk_store_request_new             (GTask                *task,
                                                          DeskStoreRequestKind  kind,
                                                          DeskStoreWork         work,
                                                          DeskStoreDeliver      deliver,
                                                          gpointer              data,
                                                          GDestroyNotify        free_data);
DeskStoreRequestKind  desk_store_request_get_kind        (DeskStoreRequest     *self);

/**
 * desk_store_request_run:
 *
 * Does a slice of the work.
 *
 * Returns: whether the request is done, well or not
 */
gboolean              desk_store_request_run             (DeskStoreRequest     *self,
                                                          DeskStoreDatabase    *database);

/* Makes the request fail; takes a copy. */
void                  desk_store_request_fail            (DeskStoreRequest     *self,
                                                          const GError         *error);

/**
 * desk_store_request_answer:
 * @self: (transfer full): given back to the caller's context, from any thread
 */
void                  desk_store_request_answer          (DeskStoreRequest     *self);

G_END_DECLS
