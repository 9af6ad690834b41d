/* desk-link-timeline.h: the steps of one link attempt, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-redactor.h"
#include "desk-timeline-entry.h"

G_BEGIN_DECLS

#define DESK_TYPE_LINK_TIMELINE (desk_link_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkTimeline, desk_link_timeline, DESK, LINK_TIMELINE, GObject)

/**
 * desk_link_timeline_new:
 * @redactor: takes secrets out of every text that is added
 *
 * Returns: (transfer full): an empty timeline; its time begins now
 */
DeskLinkTimeline *desk_link_timeline_new      (DeskRedactor     *redactor);

/* Returns: (transfer none): a #GListModel of #DeskTimelineEntry */
GListModel       *desk_link_timeline_get_list (DeskLinkTimeline *self);

/**
 * desk_link_timeline_step:
 * @detail: (nullable): a host, an id
 *
 * Adds a step that is under way; the one before it is done.
 */
void              desk_link_timeline_step     (DeskLinkTimeline *self,
                                               const char       *title,
                                               const char       *detail);

/**
 * desk_link_timeline_note:
 * @detail: (nullable): a host, an id
 *
 * Adds something that happened beside the step under way. Of very many beside one step only the first are kept, and a last
 * note that says so: a page can make any number of things happen.
 */
void              desk_link_timeline_note     (DeskLinkTimeline *self,
                                               const char       *title,
                                               const char       *detail);

/**
 * desk_link_timeline_end:
 * @kind: how it ended
 *
 * Adds the last entry; the step under way is done, or failed if this has.
 */
void              desk_link_timeline_end      (DeskLinkTimeline *self,
                                               DeskTimelineKind  kind,
                                               const char       *title);

/* Returns: (transfer full): one line an entry */
char             *desk_link_timeline_to_string (DeskLinkTimeline *self);

G_END_DECLS
