/* desk-date.h: calendar days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-instant.h"

G_BEGIN_DECLS

/**
 * desk_date_parse:
 * @text: `YYYY-MM-DD`, and nothing after it
 * @date: (out caller-allocates): the day
 *
 * Returns: %FALSE with @error set in #DESK_TIME_ERROR if @text is not a day
 */
gboolean  desk_date_parse   (const char   *text,
                             GDate        *date,
                             GError      **error);

/**
 * desk_date_parse_lenient:
 * @text: `YYYY-MM-DD`, or an instant where a date was due (hard-cases.md 17)
 * @date: (out caller-allocates): the day; of an instant, its day in AEST (UTC+10)
 *
 * Returns: %FALSE with @error set in #DESK_TIME_ERROR
 */
gboolean  desk_date_parse_lenient (const char   *text,
                                   GDate        *date,
                                   GError      **error);

/**
 * desk_date_format:
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char     *desk_date_format  (const GDate  *date);

G_END_DECLS
