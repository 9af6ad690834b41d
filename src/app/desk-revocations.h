/* desk-revocations.h: which consents the user of this program ends, and which end otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-end.h"

G_BEGIN_DECLS

typedef struct _DeskRevocations DeskRevocations;

DeskRevocations *desk_revocations_new         (void);
void             desk_revocations_free        (DeskRevocations *self);

/* The service is asked to end that consent. */
void             desk_revocations_note_asked  (DeskRevocations *self,
                                               const char      *consent_id);

/* It did not say that it has. @is_uncertain: it may have done so all the same */
void             desk_revocations_note_failed (DeskRevocations *self,
                                               const char      *consent_id,
                                               gboolean         is_uncertain);

/**
 * desk_revocations_look:
 * @consents: (element-type DeskConsent): as the service has just listed them
 *
 * One that is still active was not ended when we asked for it: whatever ends it later is somebody else.
 */
void             desk_revocations_look        (DeskRevocations *self,
                                               GPtrArray       *consents);

/**
 * desk_revocations_take_end:
 * @consent: one that has ended; it is forgotten here
 * @now: microseconds since the epoch
 * @is_ours: (out): whether the user of this program did it
 */
DeskConsentEnd   desk_revocations_take_end    (DeskRevocations *self,
                                               DeskConsent     *consent,
                                               gint64           now,
                                               gboolean        *is_ours);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRevocations, desk_revocations_free)

G_END_DECLS
