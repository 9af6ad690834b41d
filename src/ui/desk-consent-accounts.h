/* desk-consent-accounts.h: the accounts that a consent shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-consent.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_ACCOUNTS (desk_consent_accounts_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentAccounts, desk_consent_accounts, DESK, CONSENT_ACCOUNTS, AdwPreferencesGroup)

/**
 * desk_consent_accounts_show:
 * @store: (nullable): knows what the accounts are called, as far as they were fetched; followed from now on. %NULL for
 *   a consent that is over: names go with its data
 *
 * An account whose name is not known is shown with its id.
 */
void desk_consent_accounts_show (DeskConsentAccounts *self,
                                 DeskStore           *store,
                                 DeskConsent         *consent);

G_END_DECLS
