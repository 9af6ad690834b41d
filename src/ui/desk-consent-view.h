/* desk-consent-view.h: shows one consent page and reports what it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-link-way.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_VIEW (desk_consent_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentView, desk_consent_view, DESK, CONSENT_VIEW, AdwBin)

/**
 * desk_consent_view_new:
 *
 * A view for one attempt: nothing of it is kept, and nothing of an earlier one is there. It judges nothing: each
 * signal has the arguments of the #DeskLinkAttempt function that it is meant for.
 *
 * Property: `origin` (nullable): `scheme://host[:port]` of the page in which the user types; %NULL while it is not known.
 *
 * Signals: `judge-navigation` (const char *uri) -> gboolean, asked for every navigation of every frame and pop-up: without
 * a handler all are refused; `message` (const char *origin, DeskLinkMessageSource source (as int), const char *json);
 * `message-dropped` (const char *origin): one that cannot be read; `page-shown` (const char *uri); `popup-shown`
 * (const char *uri): a pop-up shows a page; `load-failed` (GError *error), also where there was an answer without a page;
 * `error-answered` (const char *uri, guint status): the answer speaks of an error, `page-shown` or `load-failed` follows;
 * `answer-dropped` (const char *uri): a link led to what cannot be shown, the page stays; `tls-failed` (const char *uri);
 * `frame-refused` (const char *uri (nullable)), from where it can be opened at top level; `frame-broke-out`: the page goes on
 * there by itself; `web-process-ended`; `unresponsive`.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget  *desk_consent_view_new        (void);

/**
 * desk_consent_view_set_patience:
 * @frame_seconds: how long a frame may show nothing before `frame-refused`; 30 unless it is set
 * @hang_seconds: how long a page that WebKit found to hang may go on to do so before `unresponsive`; 12 unless it is set
 */
void        desk_consent_view_set_patience (DeskConsentView *self,
                                          guint            frame_seconds,
                                          guint            hang_seconds);

/**
 * desk_consent_view_warm_up:
 *
 * Starts the web process and has it load fonts and code, which takes most of the time until a first page is seen. No page is
 * shown, and no signal comes of it but `web-process-ended` and `unresponsive`.
 */
void        desk_consent_view_warm_up    (DeskConsentView *self);

/**
 * desk_consent_view_open:
 * @uri: the consent page
 * @way: %DESK_LINK_WAY_REDIRECT for the top level, %DESK_LINK_WAY_EMBEDDED for a frame of the host page
 *
 * A framed page that is refused or shows nothing makes `frame-refused`. Opening again, as one then does at top level, goes on
 * in the same session, with its cookies. One that takes over the top level makes `frame-broke-out`: the view goes on as one
 * that was opened there.
 */
void        desk_consent_view_open       (DeskConsentView *self,
                                          const char      *uri,
                                          DeskLinkWay      way);

/**
 * desk_consent_view_close:
 *
 * Destroys the page and its pop-ups; no signal comes after it. Called by dispose.
 */
void        desk_consent_view_close      (DeskConsentView *self);

/* (nullable) */
const char *desk_consent_view_get_origin (DeskConsentView *self);

G_END_DECLS
