/* desk-sandbox-demo-calendar.h: days and hours where the demo customers live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_utc_offset:
 *
 * The rule of New South Wales, kept here because a time zone database need not
 * be installed: daylight saving from the first Sunday of October to the first
 * Sunday of April.
 *
 * Returns: hours ahead of UTC on @day: 10 (AEST) or 11 (AEDT)
 */
int      desk_sandbox_demo_utc_offset      (const GDate *day);

/**
 * desk_sandbox_demo_instant:
 * @second: seconds since local midnight
 *
 * Returns: microseconds since the epoch
 */
gint64   desk_sandbox_demo_instant         (const GDate *day,
                                            int          second);

/**
 * desk_sandbox_demo_local_day:
 * @day: (out caller-allocates): the day that @instant falls on in Sydney
 *
 * Returns: seconds since local midnight
 */
int      desk_sandbox_demo_local_day       (gint64       instant,
                                            GDate       *day);

/**
 * desk_sandbox_demo_first_day:
 * @now: microseconds since the epoch
 * @day: (out caller-allocates): the day on which the demo data begins
 *
 * One to three years before @now, the first of January of an odd year: the same day for two years, so that what
 * was there stays and balances go on when the clock is moved.
 */
void     desk_sandbox_demo_first_day       (gint64       now,
                                            GDate       *day);

/**
 * desk_sandbox_demo_count_back:
 *
 * What a persona says to be so many days ago is counted back from a year after the first day, so that it stays where
 * it was when the clock is moved.
 *
 * Returns: by how many days @day comes before that; negative for a later day
 */
int      desk_sandbox_demo_count_back      (gint64       now,
                                            const GDate *day);

/**
 * desk_sandbox_demo_aest_day:
 * @day: (out caller-allocates): the day that @instant falls on in AEST, which
 *   has no daylight saving: the calendar of meter reads (cds.md section 6)
 */
void     desk_sandbox_demo_aest_day        (gint64       instant,
                                            GDate       *day);

/**
 * desk_sandbox_demo_format_local:
 *
 * Returns: (transfer full): RFC 3339 with the local offset: `2026-11-20T07:42:10+11:00`
 */
char    *desk_sandbox_demo_format_local    (gint64       instant);

/**
 * desk_sandbox_demo_is_business_day:
 *
 * Returns: whether banks settle on @day: no Saturday, Sunday or public holiday with a fixed date
 */
gboolean desk_sandbox_demo_is_business_day (const GDate *day);

/**
 * desk_sandbox_demo_roll_forward:
 * @day: (inout): moved to the first business day that is not before it
 */
void     desk_sandbox_demo_roll_forward    (GDate       *day);

G_END_DECLS
