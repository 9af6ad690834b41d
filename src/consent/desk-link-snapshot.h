/* desk-link-snapshot.h: the consents as they were before the page opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-consent.h"

G_BEGIN_DECLS

typedef struct _DeskLinkSnapshot DeskLinkSnapshot;

/**
 * desk_link_snapshot_new:
 * @consents: (element-type DeskLinkConsent): what the service lists now; copied
 */
DeskLinkSnapshot *desk_link_snapshot_new  (GPtrArray              *consents);
void              desk_link_snapshot_free (DeskLinkSnapshot       *self);

/**
 * desk_link_snapshot_find_changed:
 * @consents: (element-type DeskLinkConsent): what the service lists later
 * @end_user_id: whose consents count
 *
 * Returns: (transfer full) (element-type utf8): the ids, each once, of active consents
 *   of @end_user_id that are new, active again, or differ in `last_consent` or `expires_at`
 */
GPtrArray        *desk_link_snapshot_find_changed (const DeskLinkSnapshot *self,
                                                   GPtrArray              *consents,
                                                   const char             *end_user_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkSnapshot, desk_link_snapshot_free)

G_END_DECLS
