/* desk-sandbox-timeline.h: what happens by itself as time goes by, and who is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-directory.h"
#include "desk-sandbox-state.h"
#include "desk-sandbox-webhook-sender.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_TIMELINE (desk_sandbox_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxTimeline, desk_sandbox_timeline, DESK, SANDBOX_TIMELINE, GObject)

/**
 * desk_sandbox_timeline_new:
 * @state: whose consents and clock are watched
 * @directory: whose demo customers live on
 * @sender: what brings the webhooks to their receiver
 *
 * Now, when the clock is moved, and once a day while it runs, the demo customers get the data up to then, and each
 * consent with something new is told of by `….sync.completed` webhooks.
 *
 * Returns: (transfer full): a timeline that has not looked at anything yet
 */
DeskSandboxTimeline *desk_sandbox_timeline_new         (DeskSandboxState         *state,
                                                        DeskSandboxDirectory     *directory,
                                                        DeskSandboxWebhookSender *sender);

/**
 * desk_sandbox_timeline_look:
 *
 * Looks for consents that were given, renewed or have ended since the last look, in whatever way, and announces
 * them (fiskil-api.md 4.3): a new one with `consent.received` and the webhooks of its first sync, a renewed one
 * with `consent.updated`, one that has ended, expired or was revoked with `consent.revoked`. Saves the state if
 * there were any. Call it after everything that may change a consent.
 */
void                 desk_sandbox_timeline_look        (DeskSandboxTimeline      *self);

/**
 * desk_sandbox_timeline_fire:
 *
 * Sends one webhook about @consent, whether there is a reason or not.
 *
 * Returns: (transfer full) (nullable): the id of the message; %NULL if there is no target
 */
char                *desk_sandbox_timeline_fire        (DeskSandboxTimeline           *self,
                                                        const DeskSandboxWebhookEvent *event,
                                                        const DeskSandboxConsent      *consent);

G_END_DECLS
