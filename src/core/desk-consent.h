/* desk-consent.h: what an end user shares with us from one institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * DeskConsentStatus:
 * @DESK_CONSENT_STATUS_ACTIVE: data may be read
 * @DESK_CONSENT_STATUS_EXPIRING: active, and over within 30 days
 * @DESK_CONSENT_STATUS_ENDED: revoked or expired, by the service's word or by our clock
 */
typedef enum
{
  DESK_CONSENT_STATUS_ACTIVE,
  DESK_CONSENT_STATUS_EXPIRING,
  DESK_CONSENT_STATUS_ENDED,
} DeskConsentStatus;

#define DESK_TYPE_CONSENT (desk_consent_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsent, desk_consent, DESK, CONSENT, GObject)

/**
 * desk_consent_new_from_json:
 * @slice: one consent as GET /consent lists it (fiskil-api.md 2.3); everything but `arrangement_id` may be absent
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #DESK_JSON_ERROR if there is no `arrangement_id`
 */
DeskConsent        *desk_consent_new_from_json          (DeskJsonSlice   slice,
                                                         GError        **error);
const char         *desk_consent_get_id                 (DeskConsent    *self);
const char         *desk_consent_get_end_user_id        (DeskConsent    *self);
const char         *desk_consent_get_institution_id     (DeskConsent    *self);
const char         *desk_consent_get_institution_name   (DeskConsent    *self);
const char         *desk_consent_get_institution_type   (DeskConsent    *self);
const char *const  *desk_consent_get_permissions        (DeskConsent    *self);
const char *const  *desk_consent_get_account_ids        (DeskConsent    *self);
const char         *desk_consent_get_termination_reason (DeskConsent    *self);
gboolean            desk_consent_get_active             (DeskConsent    *self);

/* Microseconds since the epoch; 0 where the service sent none. */
gint64              desk_consent_get_created_at         (DeskConsent    *self);
gint64              desk_consent_get_expires_at         (DeskConsent    *self);
gint64              desk_consent_get_last_accessed      (DeskConsent    *self);
gint64              desk_consent_get_last_consent       (DeskConsent    *self);

/**
 * desk_consent_get_status:
 * @now: microseconds since the epoch, from the context's clock
 */
DeskConsentStatus   desk_consent_get_status             (DeskConsent    *self,
                                                         gint64          now);

/**
 * desk_consent_get_days_left:
 *
 * Returns: whole days until it expires, rounded up; 0 once over; -1 if no end is known
 */
int                 desk_consent_get_days_left          (DeskConsent    *self,
                                                         gint64          now);
gboolean            desk_consent_has_permission         (DeskConsent    *self,
                                                         const char     *permission);

/**
 * desk_consent_covers:
 *
 * Returns: whether the consent gives access to a data set: it grants the permission, or where none is
 *   needed, it is of the data set's industry
 */
gboolean            desk_consent_covers                 (DeskConsent          *self,
                                                         const DeskResource   *resource);

/**
 * desk_consent_update_from:
 * @other: the same consent as read again. Emits #DeskConsent::changed if anything differs
 */
void                desk_consent_update_from            (DeskConsent    *self,
                                                         DeskConsent    *other);

G_END_DECLS
