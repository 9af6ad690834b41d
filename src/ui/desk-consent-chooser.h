/* desk-consent-chooser.h: which of several new consents was just given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_CHOOSER (desk_consent_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentChooser, desk_consent_chooser, DESK, CONSENT_CHOOSER, AdwBin)

/**
 * desk_consent_chooser_set_consents:
 * @consents: (element-type DeskConsent): what can be chosen
 *
 * A click or Enter on one activates `link.choose-consent` with its id.
 */
void desk_consent_chooser_set_consents (DeskConsentChooser *self,
                                        GPtrArray          *consents);

G_END_DECLS
