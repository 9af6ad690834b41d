/* desk-consent-dialog.h: the window in which an account is linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-consent-warmer.h"
#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_DIALOG (desk_consent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentDialog, desk_consent_dialog, DESK, CONSENT_DIALOG, AdwWindow)

/**
 * desk_consent_dialog_new:
 * @context: an open context
 * @end_user: who links an account
 *
 * Set the institution, the property #DeskConsentDialog:way and the transient parent, then present it: the first
 * attempt starts when the dialog is mapped. It decides nothing: a #DeskLinkAttempt does.
 *
 * Property: `way` (#DeskLinkWay as int): how the page is opened; at first the way of the environment.
 *
 * Signals: `linked` (#DeskConsent): the service confirmed a consent, the result page is open;
 * `view-data` (#DeskConsent): the user wants to see what is shared; the dialog closes by itself.
 *
 * Returns: (transfer none): a window, owned by GTK until it is destroyed
 */
GtkWidget *desk_consent_dialog_new                (DeskContext       *context,
                                                   DeskEndUser       *end_user);

/**
 * desk_consent_dialog_set_institution_id:
 * @institution_id: (nullable): pins the institution; %NULL lets the user choose on the page
 */
void       desk_consent_dialog_set_institution_id (DeskConsentDialog *self,
                                                   const char        *institution_id);

/**
 * desk_consent_dialog_ask_institution:
 *
 * Before it is presented: lets the user choose the institution first, before a session is created.
 */
void       desk_consent_dialog_ask_institution    (DeskConsentDialog *self);

/**
 * desk_consent_dialog_set_renewed:
 * @consent: an active consent of the same end user
 *
 * Before it is presented: the end user is asked to agree to @consent again, instead of giving a new one.
 */
void       desk_consent_dialog_set_renewed        (DeskConsentDialog *self,
                                                   DeskConsent       *consent);

/**
 * desk_consent_dialog_set_warmer:
 * @warmer: (nullable): where each attempt finds its view, already warm; %NULL makes one when the page is opened
 */
void       desk_consent_dialog_set_warmer         (DeskConsentDialog *self,
                                                   DeskConsentWarmer *warmer);

/**
 * desk_consent_dialog_prepare:
 *
 * Does ahead what need not wait for the click: the dialog is realized and laid out, and the warmer's view paints in it. May
 * be called again when the warmer has another view. Nothing is asked of the service, and nothing is on the screen.
 */
void       desk_consent_dialog_prepare            (DeskConsentDialog *self);

/**
 * desk_consent_dialog_discard:
 *
 * Destroys a dialog that was prepared and is not wanted any more, a moment later; it lets go of all else at once.
 */
void       desk_consent_dialog_discard            (DeskConsentDialog *self);

/**
 * desk_consent_dialog_start:
 *
 * Starts the first attempt and presents the dialog a moment later: the page is there sooner than if the dialog is presented
 * and starts it when it is mapped.
 */
void       desk_consent_dialog_start              (DeskConsentDialog *self);

G_END_DECLS
