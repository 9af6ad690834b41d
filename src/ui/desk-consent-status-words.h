/* desk-consent-status-words.h: how far a consent is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent.h"
#include "desk-directory.h"
#include "desk-status-pill.h"

G_BEGIN_DECLS

/* Shows the status of one consent at @now (microseconds since the epoch). */
void desk_status_pill_show_consent (DeskStatusPill             *pill,
                                    DeskConsent                *consent,
                                    gint64                      now);

/* Shows the share of its time that is left to the consent; in another colour when that is little. */
void desk_consent_time_bar_show    (GtkProgressBar             *time_bar,
                                    DeskConsent                *consent,
                                    gint64                      now);

/* Shows what all consents of an end user come to. */
void desk_status_pill_show_summary (DeskStatusPill             *pill,
                                    const DeskDirectorySummary *summary);

G_END_DECLS
