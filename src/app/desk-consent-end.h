/* desk-consent-end.h: the ways in which a consent ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent.h"

G_BEGIN_DECLS

/**
 * DeskConsentEnd:
 * @DESK_CONSENT_END_REVOKED: ended here, with *End sharing*
 * @DESK_CONSENT_END_DELETED: the end user was deleted
 * @DESK_CONSENT_END_EXPIRED: its time was over
 * @DESK_CONSENT_END_CLOSED: the institution ended it as all accounts were closed
 * @DESK_CONSENT_END_ELSEWHERE: none of these: at the institution, as far as anybody can say
 * @DESK_CONSENT_END_UNKNOWN: by expiry, or before it at the institution: it was over when this program first saw it
 *
 * The service's one reason for all of them is "Expired or Revoked" (fiskil-api.md 6): that accounts were closed is
 * known only if it should ever say so, and otherwise counts as %DESK_CONSENT_END_ELSEWHERE.
 */
typedef enum
{
  DESK_CONSENT_END_REVOKED,
  DESK_CONSENT_END_DELETED,
  DESK_CONSENT_END_EXPIRED,
  DESK_CONSENT_END_CLOSED,
  DESK_CONSENT_END_ELSEWHERE,
  DESK_CONSENT_END_UNKNOWN,
} DeskConsentEnd;

#define DESK_CONSENT_END_LAST DESK_CONSENT_END_UNKNOWN

/**
 * desk_consent_end_judge:
 * @consent: one that has ended, and not by us
 * @now: microseconds since the epoch
 * @was_seen: whether this program has seen it active in this run
 *
 * The service tells no time at which it ended (fiskil-api.md 2.3). One that is over after its expiry date expired only if it was
 * active until then, which nobody knows of one that was not seen, unless the reason names the one and not the other.
 */
DeskConsentEnd  desk_consent_end_judge     (DeskConsent    *consent,
                                            gint64          now,
                                            gboolean        was_seen);

/* The name in files: `revoked`, `end-user-deleted`, `expired`, `accounts-closed`, `elsewhere`, `unknown`. */
const char     *desk_consent_end_get_name  (DeskConsentEnd  how);

/* Returns: the way of that name; %DESK_CONSENT_END_ELSEWHERE for any other text */
DeskConsentEnd  desk_consent_end_from_name (const char     *name);

/* A phrase in the user's language that says by whom or what: "by expiry". */
const char     *desk_consent_end_get_words (DeskConsentEnd  how);

/* A sentence in the user's language for those who ask for more. */
const char     *desk_consent_end_get_explanation (DeskConsentEnd how);

G_END_DECLS
