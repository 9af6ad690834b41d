/* desk-sync-poll.h: asks for data again where no webhook tells of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"
#include "desk-live.h"

G_BEGIN_DECLS

#define DESK_TYPE_SYNC_POLL (desk_sync_poll_get_type ())
G_DECLARE_FINAL_TYPE (DeskSyncPoll, desk_sync_poll, DESK, SYNC_POLL, GObject)

/**
 * desk_sync_poll_new:
 * @context: (unowned): until desk_sync_poll_stop(); it is open
 * @live: knows whether webhooks reach us
 *
 * Follows end users whose data were fetched, or who gave a consent, since this began. Data sets that are not there yet
 * are asked for again after 5 seconds, then after twice as long each time up to 5 minutes, by the context's clock; when all are
 * there, or after an hour, every 15 minutes. Where the service tells how fresh the data are, only what has changed is fetched.
 * Nothing is asked for while desk_context_get_refreshes_in_background() is %FALSE, or if a webhook came in the last day.
 */
DeskSyncPoll *desk_sync_poll_new  (DeskContext  *context,
                                   DeskLive     *live);

/* For good. Called by dispose. */
void          desk_sync_poll_stop (DeskSyncPoll *self);

G_END_DECLS
