/* desk-consent-term.h: how long a consent still lasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-consent.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_TERM (desk_consent_term_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentTerm, desk_consent_term, DESK, CONSENT_TERM, GtkWidget)

/**
 * desk_consent_term_show:
 * @consent: an active one
 * @now: microseconds since the epoch
 *
 * #DeskConsentTerm::renew is emitted when the user wants to agree again, which is offered where the institution is known.
 */
void desk_consent_term_show (DeskConsentTerm *self,
                             DeskConsent     *consent,
                             gint64           now);

G_END_DECLS
