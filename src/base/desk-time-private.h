/* desk-time-private.h: what days and instants read alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * _desk_time_read_number:
 * @cursor: (inout): moved behind the digits on success
 * @n_digits: how many digits must stand there
 * @number: (out): what they say
 *
 * Returns: %FALSE if fewer digits stand there
 */
gboolean  _desk_time_read_number  (const char **cursor,
                                   guint        n_digits,
                                   int         *number);

/**
 * _desk_time_read_day:
 * @cursor: (inout): at `YYYY-MM-DD`; moved behind it on success
 * @date: (out caller-allocates): the day
 *
 * Returns: %FALSE with @error set in #DESK_TIME_ERROR
 */
gboolean  _desk_time_read_day     (const char **cursor,
                                   GDate       *date,
                                   GError     **error);

G_END_DECLS
