/* desk-link-deadline.h: how long a consent page may still take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_LINK_DEADLINE (desk_link_deadline_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkDeadline, desk_link_deadline, DESK, LINK_DEADLINE, GObject)

/**
 * desk_link_deadline_new:
 *
 * Signals: `over`: the armed time is over; `tick`: the seconds that are left changed.
 *
 * Returns: (transfer full): a deadline that is not armed
 */
DeskLinkDeadline *desk_link_deadline_new              (void);

/**
 * desk_link_deadline_arm:
 * @seconds: until #DeskLinkDeadline::over is emitted
 * @seconds_left: what is counted down for the user; not less than @seconds
 *
 * Replaces what was armed before.
 */
void              desk_link_deadline_arm              (DeskLinkDeadline *self,
                                                       guint             seconds,
                                                       guint             seconds_left);
void              desk_link_deadline_disarm           (DeskLinkDeadline *self);

/* Returns: 0 if it is not armed */
guint             desk_link_deadline_get_seconds_left (DeskLinkDeadline *self);

G_END_DECLS
