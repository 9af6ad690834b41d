/* desk-receipt.h: what stays of a consent that is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-end.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECEIPT (desk_receipt_get_type ())
G_DECLARE_FINAL_TYPE (DeskReceipt, desk_receipt, DESK, RECEIPT, GObject)

/**
 * desk_receipt_new:
 * @environment: its name
 * @consent: taken as it was known last; nothing personal is taken from it
 * @how: how it ended
 * @now: microseconds since the epoch: when that was noticed
 *
 * The end is the day of expiry for a consent that expired; otherwise it is @now: the service does not tell it.
 */
DeskReceipt    *desk_receipt_new               (const char     *environment,
                                                DeskConsent    *consent,
                                                DeskConsentEnd  how,
                                                gint64          now);

/* Returns: (transfer full) (nullable): the receipt that desk_receipt_to_bytes() gave; %NULL if it is none */
DeskReceipt    *desk_receipt_new_from_bytes    (GBytes         *bytes);

const char     *desk_receipt_get_consent_id    (DeskReceipt    *self);
DeskConsentEnd  desk_receipt_get_how           (DeskReceipt    *self);

/* Microseconds since the epoch. */
gint64          desk_receipt_get_ended_at      (DeskReceipt    *self);

/* Returns: (transfer full): JSON: environment, ids, times in UTC, cause */
GBytes         *desk_receipt_to_bytes          (DeskReceipt    *self);

/* Returns: (transfer full): the same in the user's language, a line for each, to be copied */
char           *desk_receipt_to_string         (DeskReceipt    *self);

G_END_DECLS
