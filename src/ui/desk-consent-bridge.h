/* desk-consent-bridge.h: what the pages of a consent view report, through a script in a world of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <webkit/webkit.h>

#include "desk-link-message.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_BRIDGE (desk_consent_bridge_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentBridge, desk_consent_bridge, DESK, CONSENT_BRIDGE, GObject)

/**
 * desk_consent_bridge_new:
 *
 * A user script that runs in every frame before the page's own scripts, in a world whose name is random: no page can
 * see it, change it or speak for it. Origins are compared here and by the receiver, never by an allow-list of the
 * script: lists that carry a port never match.
 *
 * Signals, all from the top-level page or its direct child frame:
 * `message` (const char *origin, DeskLinkMessageSource source (as int), const char *json): a window message;
 * `message-dropped` (const char *origin): one that is too long, or has no text in JSON;
 * `frame-shown` (const char *origin): the frame shows a page; `frame-leaving`: it may go to another, whose load is about to
 * start; `frame-left`: it went away;
 * `frame-loaded`: the frame's load ended, with or without a page to show; `page-read` (gboolean is_framed, gboolean is_blank):
 * all of a page is there; it is blank if it has neither text nor anything that could draw some.
 */
DeskConsentBridge        *desk_consent_bridge_new                      (void);

/* Returns: (transfer none): what a web view is made with, to be heard here */
WebKitUserContentManager *desk_consent_bridge_get_user_content_manager (DeskConsentBridge *self);

G_END_DECLS
