/* desk-consent-notices.h: decides what the user hears of consents that end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-notice.h"
#include "desk-directory.h"
#include "desk-kept-place.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_NOTICES (desk_consent_notices_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentNotices, desk_consent_notices, DESK, CONSENT_NOTICES, GObject)

/**
 * desk_consent_notices_new:
 * @directory: tells what is shared and what ends, also when the clock is moved
 * @place: where it is remembered, without ids, what was told: a new start does not repeat it
 */
DeskConsentNotices *desk_consent_notices_new (DeskDirectory *directory,
                                              DeskClock     *clock,
                                              DeskKeptPlace *place);

/**
 * DeskConsentNotices::notice:
 * @notice: (type DeskConsentNotice)
 *
 * Emitted 30, 7 and 1 days before a consent expires, once each, and only for the nearest of these that is due: one that
 * is first seen 5 days before its end has the notice of 7 days. A term as long as the consent itself is left out: what
 * was agreed to for a day is not about to end when it begins. An end that was put off begins anew.
 *
 * Emitted also when a consent ends that was active when it was seen last, in whichever way (fiskil-api.md 6): also by the
 * user of this program, who may have meant another one. One that was over already when it was first seen is no news.
 */

/**
 * DeskConsentNotices::moot:
 * @consent_id: what was told of it last is not so any more
 */

G_END_DECLS
