/* desk-consent-notice.h: something about a consent that the user should hear of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-end.h"

G_BEGIN_DECLS

/**
 * DeskConsentNoticeKind:
 * @DESK_CONSENT_NOTICE_EXPIRES: it ends soon unless it is agreed to again
 * @DESK_CONSENT_NOTICE_ENDED: it is over
 */
typedef enum
{
  DESK_CONSENT_NOTICE_EXPIRES,
  DESK_CONSENT_NOTICE_ENDED,
} DeskConsentNoticeKind;

#define DESK_TYPE_CONSENT_NOTICE (desk_consent_notice_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentNotice, desk_consent_notice, DESK, CONSENT_NOTICE, GObject)

/* Each takes @consent as it is now. @days_left: at least 1 */
DeskConsentNotice     *desk_consent_notice_new_expires          (DeskConsent       *consent,
                                                                 int                days_left);
DeskConsentNotice     *desk_consent_notice_new_ended            (DeskConsent       *consent,
                                                                 DeskConsentEnd     how,
                                                                 gboolean           is_ours);

DeskConsentNoticeKind  desk_consent_notice_get_kind             (DeskConsentNotice *self);
const char            *desk_consent_notice_get_consent_id       (DeskConsentNotice *self);

/* (nullable) */
const char            *desk_consent_notice_get_end_user_id      (DeskConsentNotice *self);
const char            *desk_consent_notice_get_institution_name (DeskConsentNotice *self);

/* Whole days until it ends, rounded up; 0 if it is over. */
int                    desk_consent_notice_get_days_left        (DeskConsentNotice *self);

/* Microseconds since the epoch; 0 if no end is known. */
gint64                 desk_consent_notice_get_expires_at       (DeskConsentNotice *self);

/* How it ended; only for one that did. */
DeskConsentEnd         desk_consent_notice_get_how              (DeskConsentNotice *self);

/* Whether the user of this program ended it; only for one that did. */
gboolean               desk_consent_notice_is_ours              (DeskConsentNotice *self);

G_END_DECLS
