/* desk-consent-window.h: one consent in full: how long it lasts, what is shared, ids, times, and its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_WINDOW (desk_consent_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentWindow, desk_consent_window, DESK, CONSENT_WINDOW, AdwWindow)

/**
 * desk_consent_window_new:
 * @context: open
 *
 * Every id is copied with one click. Ending is asked for in words and can be tried again after an error; afterwards the
 * receipt stands in the window. To agree again, the action `win.renew-consent` (s: consent id) of the window that this
 * one is transient for is activated.
 */
GtkWidget   *desk_consent_window_new         (DeskContext       *context,
                                              DeskConsent       *consent);

/* Returns: (transfer none): which consent is shown */
DeskConsent *desk_consent_window_get_consent (DeskConsentWindow *self);

G_END_DECLS
