/* desk-consent-frame-load.h: what becomes of the page that is loaded in the frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_FRAME_LOAD (desk_consent_frame_load_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentFrameLoad, desk_consent_frame_load, DESK, CONSENT_FRAME_LOAD, GObject)

/**
 * desk_consent_frame_load_new:
 *
 * A web view speaks of loads at top level alone, and its policy cannot tell frames apart. This finds the load of the frame's own
 * page among all others: a page that goes says so just between the decision about where to and the start of the load.
 *
 * Signals: `failed` (GError *error): the page could not be loaded, what was given up for another is no failure;
 * `tls-failed` (const char *uri): its certificate is not trusted.
 *
 * Returns: (transfer full): of a frame that is empty
 */
DeskConsentFrameLoad *desk_consent_frame_load_new              (void);

/* @uri: where some frame may go */
void                  desk_consent_frame_load_note_navigation  (DeskConsentFrameLoad *self,
                                                                const char           *uri);

/* The frame goes to another page. */
void                  desk_consent_frame_load_expect           (DeskConsentFrameLoad *self);

/* @resource: of some frame, as it starts to load */
void                  desk_consent_frame_load_note_resource    (DeskConsentFrameLoad *self,
                                                                WebKitWebResource    *resource,
                                                                WebKitURIRequest     *request);

/* Returns: whether the frame's own page is, or will be, the one at @uri */
gboolean              desk_consent_frame_load_is_at            (DeskConsentFrameLoad *self,
                                                                const char           *uri);

/* Returns: (transfer none) (nullable): where the page is that was loaded last, if it was asked for so that one may ask again:
 *   by GET */
const char           *desk_consent_frame_load_get_uri_to_open  (DeskConsentFrameLoad *self);

/* Nothing that was begun counts any more. */
void                  desk_consent_frame_load_forget           (DeskConsentFrameLoad *self);

G_END_DECLS
