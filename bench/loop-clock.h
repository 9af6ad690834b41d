/* loop-clock.h: how long the main loop does not come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Watches the default main context from now on. */
void   loop_clock_install     (void);

/* Forgets what was measured. */
void   loop_clock_start       (void);

/* Returns: the longest time since the start between two polls, in milliseconds */
double loop_clock_get_block   (void);

/* Returns: the same by this thread's own computing: on a busy machine the clock tells more of others */
double loop_clock_get_work    (void);

G_END_DECLS
