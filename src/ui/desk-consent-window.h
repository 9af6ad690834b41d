/* desk-consent-window.h: one consent in full: permissions, ids, times, and its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_WINDOW (desk_consent_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentWindow, desk_consent_window, DESK, CONSENT_WINDOW, AdwWindow)

/* Every id is copied with one click. Ending is asked for in words and can be tried again after an error. */
GtkWidget *desk_consent_window_new (DeskContext *context,
                                    DeskConsent *consent);

G_END_DECLS
