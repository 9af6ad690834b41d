/* desk-duration-words.h: an ISO 8601 duration in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_duration_words:
 * @text: "P1Y", "P3M", "P1Y6M", "PT12H"
 *
 * Returns: (transfer full): "1 year", "1 year, 6 months"; @text itself if it is no duration (hard-cases.md 18)
 */
char *desk_duration_words       (const char *text);

/**
 * desk_duration_every_words:
 *
 * Returns: (transfer full): how often something happens: "every month", "every 3 months"; @text itself if it is no duration
 */
char *desk_duration_every_words (const char *text);

G_END_DECLS
