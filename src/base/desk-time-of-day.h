/* desk-time-of-day.h: clock times, in the spellings that are sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskTimeOfDay:
 * @seconds: since midnight; 86400 is the midnight at the end of a day
 * @has_offset: whether a zone was sent
 * @offset_minutes: ahead of UTC, if @has_offset
 * @has_date: whether a day was sent before it
 */
typedef struct
{
  int      seconds;
  gboolean has_offset;
  int      offset_minutes;
  gboolean has_date;
} DeskTimeOfDay;

/**
 * desk_time_of_day_parse:
 * @text: `15:00`, `T05:30:00`, `T15:00:00+10:00`, `00:43:00.12345Z`, an instant, or digits without colons: `700`,
 *   `0`, `2359` (hard-cases.md 19)
 * @time: (out caller-allocates): the time
 *
 * Returns: %FALSE, @time untouched, if @text is none of these
 */
gboolean  desk_time_of_day_parse  (const char     *text,
                                   DeskTimeOfDay  *time);

G_END_DECLS
