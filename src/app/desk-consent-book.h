/* desk-consent-book.h: the consents of all end users, one list for each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-consent.h"

G_BEGIN_DECLS

/**
 * DeskDirectorySummary:
 * @n_active: consents that may be used now
 * @n_ended: consents that are over
 * @days_left: until the first active one expires; -1 if none does
 */
typedef struct
{
  guint n_active;
  guint n_ended;
  int   days_left;
} DeskDirectorySummary;

#define DESK_TYPE_CONSENT_BOOK (desk_consent_book_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentBook, desk_consent_book, DESK, CONSENT_BOOK, GObject)

DeskConsentBook *desk_consent_book_new             (void);

/* Returns: (transfer none): a #GListModel of #DeskConsent, the same one until the end user is removed */
GListModel      *desk_consent_book_get_list        (DeskConsentBook      *self,
                                                    const char           *end_user_id);

/* Returns: (transfer full) (element-type DeskConsent): those of all end users, in no order */
GPtrArray       *desk_consent_book_dup_consents    (DeskConsentBook      *self);

/**
 * desk_consent_book_update:
 * @consents: (element-type DeskConsent): as the service lists them
 * @end_user_id: (nullable): whose; %NULL if they are everybody's
 * @now: microseconds since the epoch
 *
 * Takes the consents in, then emits what desk_consent_book_review() does. #DeskConsentBook::over is emitted also for a
 * consent that is no longer listed, and for one that shares fewer accounts or permissions than before; if that one has not
 * ended, #DeskConsentBook::shrunk (#DeskConsent, as it is now) follows.
 */
void             desk_consent_book_update          (DeskConsentBook      *self,
                                                    GPtrArray            *consents,
                                                    const char           *end_user_id,
                                                    gint64                now);

/**
 * desk_consent_book_review:
 * @now: microseconds since the epoch
 *
 * Orders the lists anew: active ones first, newest first. Emits #DeskConsentBook::over and #DeskConsentBook::ended
 * (#DeskConsent), once for each that has ended, also by our clock alone, then #DeskConsentBook::changed, once for all
 * end users.
 */
void             desk_consent_book_review          (DeskConsentBook      *self,
                                                    gint64                now);
void             desk_consent_book_remove_end_user (DeskConsentBook      *self,
                                                    const char           *end_user_id);
void             desk_consent_book_summarise       (DeskConsentBook      *self,
                                                    const char           *end_user_id,
                                                    gint64                now,
                                                    DeskDirectorySummary *summary);

/**
 * desk_consent_book_get_next_expiry:
 *
 * Returns: when the next consent ends, in microseconds since the epoch; 0 if none does
 */
gint64           desk_consent_book_get_next_expiry (DeskConsentBook      *self,
                                                    gint64                now);

G_END_DECLS
