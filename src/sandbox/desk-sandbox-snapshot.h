/* desk-sandbox-snapshot.h: what the data of a consent looked like at one time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-consent.h"
#include "desk-sandbox-customer.h"

G_BEGIN_DECLS

typedef struct _DeskSandboxSnapshot DeskSandboxSnapshot;

/**
 * desk_sandbox_snapshot_new:
 * @customer: whose data @consent is about
 *
 * Returns: (transfer full): digests of all data that @consent shares
 */
DeskSandboxSnapshot *desk_sandbox_snapshot_new     (DeskSandboxCustomer       *customer,
                                                    const DeskSandboxConsent  *consent);
void                 desk_sandbox_snapshot_free    (DeskSandboxSnapshot       *self);

/**
 * desk_sandbox_snapshot_compare:
 * @later: a snapshot of the same consent
 *
 * Returns: (transfer container) (element-type DeskSandboxWebhookEvent): what webhooks tell of the data that is not
 *   the same in @later, in the order of a sync
 */
GPtrArray           *desk_sandbox_snapshot_compare (const DeskSandboxSnapshot *self,
                                                    const DeskSandboxSnapshot *later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxSnapshot, desk_sandbox_snapshot_free)

G_END_DECLS
