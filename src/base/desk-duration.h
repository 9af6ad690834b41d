/* desk-duration.h: ISO 8601 durations, as they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_DURATION_YEARS,
  DESK_DURATION_MONTHS,
  DESK_DURATION_WEEKS,
  DESK_DURATION_DAYS,
  DESK_DURATION_HOURS,
  DESK_DURATION_MINUTES,
  DESK_DURATION_SECONDS,
  DESK_DURATION_N_UNITS,
} DeskDurationUnit;

/**
 * DeskDuration:
 * @counts: how many of each #DeskDurationUnit; 0 where the unit was not written
 *
 * A year is not turned into months, nor a week into days: how long they are is a matter of the calendar.
 */
typedef struct
{
  guint counts[DESK_DURATION_N_UNITS];
} DeskDuration;

/**
 * desk_duration_parse:
 * @text: `P1Y2M`, `P2W`, `PT12H30M`: whole numbers, in the order of the standard, at least one
 * @duration: (out caller-allocates): the duration
 *
 * Returns: %FALSE, @duration untouched, if @text is anything else, as `P1Y9M5DT5` is, whose last number has
 *   no unit (hard-cases.md 18)
 */
gboolean  desk_duration_parse  (const char    *text,
                                DeskDuration  *duration);

G_END_DECLS
