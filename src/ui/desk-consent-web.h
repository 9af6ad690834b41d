/* desk-consent-web.h: what a web view of ours may and may not do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * desk_consent_web_new:
 * @user_content_manager: which scripts run in it
 *
 * A web view that shares nothing with any other: an ephemeral session, a context of its own. Cookies are always accepted and
 * tracking prevention is off: the framed consent page has no cookies otherwise. TLS errors fail the load;
 * downloads are cancelled; permissions, files, printing, full screen and log-ins by the server are denied.
 *
 * Returns: (transfer floating): the web view
 */
GtkWidget *desk_consent_web_new         (WebKitUserContentManager *user_content_manager);

/**
 * desk_consent_web_new_related:
 * @opener: the web view whose page opens a window
 *
 * Returns: (transfer floating): a web view of the same session, with the same denials; no script of ours runs in it
 */
GtkWidget *desk_consent_web_new_related (WebKitWebView            *opener);

/**
 * desk_consent_web_is_failure:
 *
 * Returns: whether @error of `load-failed` is one that the user should hear of: not a load that was
 *   given up for another one, or by our policy
 */
gboolean   desk_consent_web_is_failure  (const GError             *error);

G_END_DECLS
