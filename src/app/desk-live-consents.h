/* desk-live-consents.h: asks the service for its consents, until it answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"
#include "desk-webhook-case.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIVE_CONSENTS (desk_live_consents_get_type ())
G_DECLARE_FINAL_TYPE (DeskLiveConsents, desk_live_consents, DESK, LIVE_CONSENTS, GObject)

/* @context: (unowned): until desk_live_consents_stop() */
DeskLiveConsents *desk_live_consents_new       (DeskContext      *context);

/**
 * desk_live_consents_ask:
 * @webhook: (transfer full): says that something has become of a consent; it is told what
 *
 * Has the directory read everything again. A failure is tried again after 1 s, then after twice as long each time up to a
 * minute; what is asked for meanwhile is asked for once.
 */
void              desk_live_consents_ask       (DeskLiveConsents *self,
                                                DeskWebhookCase  *webhook);

/* Whether what consents permit may be about to change. */
gboolean          desk_live_consents_is_asking (DeskLiveConsents *self);

/* For good: the context goes, and what is under way may hold this for a while. Called by dispose. */
void              desk_live_consents_stop      (DeskLiveConsents *self);

/**
 * DeskLiveConsents::shrunk:
 * @consent: (type DeskConsent): shares less than before, as it turned out when the service was asked
 */

G_END_DECLS
