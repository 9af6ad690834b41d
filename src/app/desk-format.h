/* desk-format.h: values in words, as the user's language has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_format_date:
 *
 * Returns: (transfer full): "21 Nov 2026"
 */
char *desk_format_date      (const GDate *date);

/* Returns: (transfer full): @date without its year: "21 Nov" */
char *desk_format_day_of_year (const GDate *date);

/**
 * desk_format_instant_date:
 * @instant: microseconds since the epoch; 0 is "unknown"
 *
 * Returns: (transfer full): its day in the user's zone: "21 Nov 2026"
 */
char *desk_format_instant_date (gint64 instant);

/* As desk_format_instant_date(), with the whole name of the month: "21 November 2026" */
char *desk_format_instant_long_date (gint64 instant);

/**
 * desk_format_instant:
 *
 * Returns: (transfer full): day and time in the user's zone: "21 Nov 2026, 09:41"
 */
char *desk_format_instant   (gint64 instant);

/**
 * desk_format_count:
 *
 * Returns: (transfer full): grouped by thousands: "1,204"
 */
char *desk_format_count     (guint64 count);

/**
 * desk_format_days_left:
 * @days: as desk_consent_get_days_left() gives them
 *
 * Returns: (transfer full): "89 days left", "Ended", "No end date"
 */
char *desk_format_days_left (int days);

G_END_DECLS
