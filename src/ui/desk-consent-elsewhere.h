/* desk-consent-elsewhere.h: the page from which a consent is finished on another device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DeskConsentElsewhere:
 *
 * Its buttons activate `link.copy-address` and `link.show-page`, which the window around it has.
 */
#define DESK_TYPE_CONSENT_ELSEWHERE (desk_consent_elsewhere_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentElsewhere, desk_consent_elsewhere, DESK, CONSENT_ELSEWHERE, AdwBin)

GtkWidget *desk_consent_elsewhere_new     (void);

/**
 * desk_consent_elsewhere_set_uri:
 * @uri: (nullable): the consent page's address, to be scanned; only its host is shown in words, and nothing is logged
 */
void       desk_consent_elsewhere_set_uri (DeskConsentElsewhere *self,
                                           const char           *uri);

G_END_DECLS
