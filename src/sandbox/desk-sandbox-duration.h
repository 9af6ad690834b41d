/* desk-sandbox-duration.h: ISO 8601 durations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_duration_add:
 * @text: `P30D`, `P1Y2M`, `PT12H30M`, with a minus before it to go back
 * @instant: microseconds since the epoch
 * @result: (out): @instant moved by @text, in the calendar of UTC
 *
 * Returns: whether @text is a duration and @result is an instant
 */
gboolean desk_sandbox_duration_add (const char *text,
                                    gint64      instant,
                                    gint64     *result);

G_END_DECLS
