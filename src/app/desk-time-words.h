/* desk-time-words.h: durations and clock times in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_time_words_duration:
 * @text: an ISO 8601 duration
 * @is_frequency: whether it says how often something happens
 *
 * Returns: (transfer full) (nullable): "3 months", or "Every 3 months"; %NULL if @text is no duration
 */
char *desk_time_words_duration     (const char *text,
                                    gboolean    is_frequency);

/**
 * desk_time_words_time_of_day:
 * @text: as for desk_time_of_day_parse()
 *
 * Returns: (transfer full) (nullable): "07:00", "15:00 UTC", "23:59:59 +10:00"; %NULL if @text is no clock time
 */
char *desk_time_words_time_of_day  (const char *text);

G_END_DECLS
