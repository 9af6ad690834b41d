/* desk-consent-receipt.h: that sharing has ended, when and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-receipt.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_RECEIPT (desk_consent_receipt_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentReceipt, desk_consent_receipt, DESK, CONSENT_RECEIPT, AdwPreferencesGroup)

/**
 * desk_consent_receipt_show:
 * @receipt: (nullable): %NULL hides the group
 *
 * The receipt is copied as text with one click.
 */
void desk_consent_receipt_show (DeskConsentReceipt *self,
                                DeskReceipt        *receipt);

G_END_DECLS
