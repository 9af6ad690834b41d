/* desk-sandbox-webhook-calls.h: the control calls about webhooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_webhook_set_target:
 *
 * `POST /webhooks/target`: where webhooks go from now on; a `url` of null for nowhere.
 */
void desk_sandbox_webhook_set_target (DeskSandboxCall *call);

/**
 * desk_sandbox_webhook_fire:
 *
 * `POST /webhooks`: sends any webhook about a consent.
 */
void desk_sandbox_webhook_fire       (DeskSandboxCall *call);

G_END_DECLS
