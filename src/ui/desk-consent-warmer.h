/* desk-consent-warmer.h: has a consent view ready before it is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-view.h"
#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_WARMER (desk_consent_warmer_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentWarmer, desk_consent_warmer, DESK, CONSENT_WARMER, GObject)

/**
 * desk_consent_warmer_new:
 * @context: whose accounts are to be linked
 *
 * Holds at most one view whose web process runs already (about 150 MB), made when somebody seems to be about to link an
 * account.
 *
 * Returns: (transfer full): a warmer that holds none yet
 */
DeskConsentWarmer *desk_consent_warmer_new     (DeskContext       *context);

/**
 * desk_consent_warmer_warm_up:
 *
 * Somebody seems to be about to link an account: makes the view unless it is there, and sees to the token of the API. The
 * view is released 60 s after the last call, on the context's clock or in real time, whichever is first.
 */
void               desk_consent_warmer_warm_up (DeskConsentWarmer *self);

/* Returns: (transfer none) (nullable): the view that desk_consent_warmer_take() would give */
DeskConsentView   *desk_consent_warmer_peek    (DeskConsentWarmer *self);

/**
 * desk_consent_warmer_take:
 *
 * A view serves one attempt: what was taken is not given again.
 *
 * Returns: (transfer full) (nullable): the view that is warm, to be opened now
 */
DeskConsentView   *desk_consent_warmer_take    (DeskConsentWarmer *self);

G_END_DECLS
