/* desk-consent-history.h: how a consent was linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-link-record.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_HISTORY (desk_consent_history_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentHistory, desk_consent_history, DESK, CONSENT_HISTORY, AdwPreferencesGroup)

/**
 * desk_consent_history_show:
 * @record: (nullable): of the attempt that led to the consent; %NULL, if none is kept, hides the group
 */
void desk_consent_history_show (DeskConsentHistory *self,
                                DeskLinkRecord     *record);

G_END_DECLS
