/* desk-consent-timeline-row.h: one step of a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-timeline-entry.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_TIMELINE_ROW (desk_consent_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentTimelineRow, desk_consent_timeline_row, DESK, CONSENT_TIMELINE_ROW, GtkListBoxRow)

/* Follows the entry's kind. */
GtkWidget *desk_consent_timeline_row_new (DeskTimelineEntry *entry);

G_END_DECLS
