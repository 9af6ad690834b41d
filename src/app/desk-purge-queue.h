/* desk-purge-queue.h: records that must go, until they are gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_PURGE_QUEUE (desk_purge_queue_get_type ())
G_DECLARE_FINAL_TYPE (DeskPurgeQueue, desk_purge_queue, DESK, PURGE_QUEUE, GObject)

DeskPurgeQueue *desk_purge_queue_new           (DeskStore            *store);
/**
 * desk_purge_queue_add_consent:
 * @consent: one that names no end user is ignored, for no row can be its own
 */
void            desk_purge_queue_add_consent   (DeskPurgeQueue       *self,
                                                DeskConsent          *consent);
void            desk_purge_queue_add_end_user  (DeskPurgeQueue       *self,
                                                const char           *end_user_id);

/**
 * desk_purge_queue_run_async:
 *
 * Purges one after the other. What fails stays in the queue for the next run.
 */
void            desk_purge_queue_run_async     (DeskPurgeQueue       *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        desk_purge_queue_run_finish    (DeskPurgeQueue       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
