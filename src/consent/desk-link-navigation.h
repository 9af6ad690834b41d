/* desk-link-navigation.h: judges where a page wants to go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-session.h"
#include "desk-link-verdict.h"

G_BEGIN_DECLS

/**
 * desk_link_navigation_judge:
 * @session: what the attempt expects
 * @uri: (nullable): where a page, a frame or the browser goes
 *
 * A navigation is ours if scheme, host, effective port and path are those of the redirect or the
 * cancel URI. It counts if its `state` is the attempt's and no `session_id` or `sess_id` in
 * it is another's; a parameter that is repeated with two values counts as another's.
 * Everything else goes on, as long as it is a web page (fiskil-api.md 3.4).
 *
 * Returns: (transfer full): completed (with or without a consent id), failed, ignored, allow or deny
 */
DeskLinkVerdict *desk_link_navigation_judge (const DeskLinkSession *session,
                                             const char            *uri);

G_END_DECLS
