/* desk-consent-card.h: a consent at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-clock.h"
#include "desk-consent.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_CARD (desk_consent_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentCard, desk_consent_card, DESK, CONSENT_CARD, GtkWidget)

/* Follows the consent and the clock. */
GtkWidget   *desk_consent_card_new         (DeskConsent     *consent,
                                            DeskClock       *clock);
DeskConsent *desk_consent_card_get_consent (DeskConsentCard *self);

G_END_DECLS
