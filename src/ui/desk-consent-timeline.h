/* desk-consent-timeline.h: what has happened in a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_TIMELINE (desk_consent_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentTimeline, desk_consent_timeline, DESK, CONSENT_TIMELINE, AdwBin)

/**
 * desk_consent_timeline_set_model:
 * @model: (nullable): a #GListModel of #DeskTimelineEntry, shown from now on
 *
 * The rows come with the third frame that the widget is in. Its copy button activates the action `link.copy-report` of the window that it is in.
 */
void desk_consent_timeline_set_model (DeskConsentTimeline *self,
                                      GListModel          *model);

/* Whether the page is still open: nothing was shared so far. */
void desk_consent_timeline_set_open  (DeskConsentTimeline *self,
                                      gboolean             is_open);

G_END_DECLS
