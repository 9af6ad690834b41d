/* desk-consent-origin-bar.h: says where the user types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_ORIGIN_BAR (desk_consent_origin_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentOriginBar, desk_consent_origin_bar, DESK, CONSENT_ORIGIN_BAR, AdwBin)

GtkWidget *desk_consent_origin_bar_new              (void);

/**
 * desk_consent_origin_bar_set_origin:
 * @origin: (nullable): `scheme://host[:port]`; %NULL while it is not known, and the bar says so
 *
 * A lock and the host alone are shown for https; everything else is shown in full, without a lock.
 */
void       desk_consent_origin_bar_set_origin       (DeskConsentOriginBar *self,
                                                     const char           *origin);

/* Whose page led there: (nullable) an origin; hidden while it is the page's own. */
void       desk_consent_origin_bar_set_opened_by    (DeskConsentOriginBar *self,
                                                     const char           *origin);

/* Shows "9:46 left"; 0 hides it. */
void       desk_consent_origin_bar_set_seconds_left (DeskConsentOriginBar *self,
                                                     guint                 seconds);

G_END_DECLS
