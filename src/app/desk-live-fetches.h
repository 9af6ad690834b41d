/* desk-live-fetches.h: fetches what webhooks announce, many together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-live-consents.h"
#include "desk-webhook-receiver.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIVE_FETCHES (desk_live_fetches_get_type ())
G_DECLARE_FINAL_TYPE (DeskLiveFetches, desk_live_fetches, DESK, LIVE_FETCHES, GObject)

/**
 * desk_live_fetches_new:
 * @context: (unowned): until desk_live_fetches_stop()
 * @consents: nothing is fetched while it asks; what a consent that has shrunk still shares is fetched again
 */
DeskLiveFetches *desk_live_fetches_new         (DeskContext        *context,
                                                DeskLiveConsents   *consents);

/* Returns: whether an event of that name announces data sets */
gboolean         desk_live_fetches_is_data_set (const char         *event);

/**
 * desk_live_fetches_add:
 * @message: announces data sets, and names the end user
 * @webhook: (transfer full): is told what came of it
 *
 * The data sets are fetched together with others of the same end user, unless somebody does so meanwhile. Several may be
 * announced by one event.
 */
void             desk_live_fetches_add         (DeskLiveFetches    *self,
                                                DeskWebhookMessage *message,
                                                DeskWebhookCase    *webhook);

/* For good: the context goes. Called by dispose. */
void             desk_live_fetches_stop        (DeskLiveFetches    *self);

G_END_DECLS
