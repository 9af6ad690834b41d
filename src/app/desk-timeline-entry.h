/* desk-timeline-entry.h: one step of a link attempt, as the user sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_TIMELINE_DONE,
  DESK_TIMELINE_CURRENT,
  DESK_TIMELINE_FAILED,
  DESK_TIMELINE_NOTE,
} DeskTimelineKind;

#define DESK_TYPE_TIMELINE_ENTRY (desk_timeline_entry_get_type ())
G_DECLARE_FINAL_TYPE (DeskTimelineEntry, desk_timeline_entry, DESK, TIMELINE_ENTRY, GObject)

/**
 * desk_timeline_entry_new:
 * @milliseconds: since the attempt began
 * @title: in the user's language
 * @detail: (nullable): a host, an id; never a query string
 *
 * Property: `kind` (int, a #DeskTimelineKind; read it, it notifies).
 */
DeskTimelineEntry *desk_timeline_entry_new              (DeskTimelineKind    kind,
                                                         guint               milliseconds,
                                                         const char         *title,
                                                         const char         *detail);
DeskTimelineKind   desk_timeline_entry_get_kind         (DeskTimelineEntry  *self);
void               desk_timeline_entry_set_kind         (DeskTimelineEntry  *self,
                                                         DeskTimelineKind    kind);
guint              desk_timeline_entry_get_milliseconds (DeskTimelineEntry  *self);
const char        *desk_timeline_entry_get_title        (DeskTimelineEntry  *self);
const char        *desk_timeline_entry_get_detail       (DeskTimelineEntry  *self);

/* Returns: (transfer full): when it happened: "0.240 s" */
char              *desk_timeline_entry_dup_time         (DeskTimelineEntry  *self);

/* Returns: (transfer full): one line to copy: "0.240 s  Page opened  auth.fiskil.com" */
char              *desk_timeline_entry_to_string        (DeskTimelineEntry  *self);

G_END_DECLS
