/* desk-consent-popup.h: a window that a consent page opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <webkit/webkit.h>

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_POPUP (desk_consent_popup_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentPopup, desk_consent_popup, DESK, CONSENT_POPUP, AdwWindow)

/**
 * desk_consent_popup_new:
 * @parent: over which window it lies
 * @opener: the web view that asked for it
 *
 * It shows itself when its page is ready, says where the user types, and goes when the page closes it.
 * The caller connects the policy to its web view.
 *
 * Returns: (transfer none): a window, owned by GTK until it is destroyed
 */
DeskConsentPopup *desk_consent_popup_new          (GtkWindow        *parent,
                                                   WebKitWebView    *opener);

/* Returns: (transfer none) */
WebKitWebView    *desk_consent_popup_get_web_view (DeskConsentPopup *self);

G_END_DECLS
