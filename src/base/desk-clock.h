/* desk-clock.h: what time it is, for one environment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_CLOCK (desk_clock_get_type ())
G_DECLARE_FINAL_TYPE (DeskClock, desk_clock, DESK, CLOCK, GObject)

/**
 * desk_clock_new:
 *
 * Returns: (transfer full): a clock that shows the system's time until it is set
 */
DeskClock *desk_clock_new     (void);

/**
 * desk_clock_get_now:
 *
 * Returns: microseconds since the epoch
 */
gint64     desk_clock_get_now (DeskClock *self);

/**
 * desk_clock_set:
 * @instant: what the clock shows now; it runs on from there. Emits #DeskClock::changed
 */
void       desk_clock_set     (DeskClock *self,
                               gint64     instant);

/**
 * desk_clock_freeze:
 * @instant: what the clock shows until it is set or frozen again. Emits #DeskClock::changed
 */
void       desk_clock_freeze  (DeskClock *self,
                               gint64     instant);
gboolean   desk_clock_is_frozen (DeskClock *self);

G_END_DECLS
