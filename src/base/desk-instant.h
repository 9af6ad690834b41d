/* desk-instant.h: points in time, to the microsecond
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DESK_TIME_ERROR (desk_time_error_quark ())

/**
 * DeskTimeError:
 * @DESK_TIME_ERROR_SYNTAX: the text is not in the expected form
 * @DESK_TIME_ERROR_RANGE: a month, day, hour … that does not exist
 */
typedef enum
{
  DESK_TIME_ERROR_SYNTAX,
  DESK_TIME_ERROR_RANGE,
} DeskTimeError;

GQuark    desk_time_error_quark        (void);

/**
 * desk_instant_parse:
 * @text: RFC 3339: `2024-09-11T09:00:00Z`, any number of fraction digits, an
 *   offset with or without its colon (hard-cases.md 17)
 * @instant: (out): microseconds since 1970-01-01T00:00:00Z
 *
 * Returns: %FALSE with @error set in #DESK_TIME_ERROR if @text is not an instant
 */
gboolean  desk_instant_parse           (const char  *text,
                                        gint64      *instant,
                                        GError     **error);

/**
 * desk_instant_format:
 *
 * Returns: (transfer full): RFC 3339 in UTC, with milliseconds only where there
 *   are any: `2024-09-11T09:00:00Z`
 */
char     *desk_instant_format          (gint64       instant);

/**
 * desk_instant_to_date:
 * @instant: microseconds since the epoch
 * @zone: the zone whose calendar counts
 * @date: (out caller-allocates): the day that @instant falls on in @zone
 */
void      desk_instant_to_date         (gint64       instant,
                                        GTimeZone   *zone,
                                        GDate       *date);

G_END_DECLS
