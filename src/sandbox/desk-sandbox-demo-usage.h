/* desk-sandbox-demo-usage.h: a year of meter reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_READS_PER_DAY 48

/**
 * DeskSandboxUsageDay:
 * @imported: what came from the grid
 * @exported: what went to the grid, negative
 * @controlled: what the controlled load took
 *
 * What the registers of a meter count in the half-hours of a day, in watt hours.
 */
typedef struct
{
  int imported[DESK_SANDBOX_READS_PER_DAY];
  int exported[DESK_SANDBOX_READS_PER_DAY];
  int controlled[DESK_SANDBOX_READS_PER_DAY];
} DeskSandboxUsageDay;

/**
 * desk_sandbox_home_is_lived_in:
 * @days_ago: 0 is the last day that was read
 *
 * Returns: whether the home was lived in on that day
 */
gboolean   desk_sandbox_home_is_lived_in (const DeskSandboxHome *home,
                                          int                    days_ago);

/**
 * desk_sandbox_demo_read_meter:
 * @day: in AEST
 * @reads: (out caller-allocates): what the meter reads
 *
 * What the meter reads on a day: the same whenever it is asked for.
 */
void       desk_sandbox_demo_read_meter (const DeskSandboxHome *home,
                                         guint64                seed,
                                         const GDate           *day,
                                         DeskSandboxUsageDay   *reads);

/**
 * desk_sandbox_demo_make_usage:
 * @home: how the household uses electricity
 * @now: microseconds since the epoch; the last day read is the one before, in AEST
 *
 * One record for each day and register, latest day first: `E1` is what came from the
 * grid, positive; `E2`, with a controlled load only, what that took; `B1`, with solar
 * panels only, what went to the grid, negative (cds.md section 6). Days before the home
 * was moved into or after it was left have none.
 *
 * Returns: (transfer full) (element-type utf8): energy.Usage records as JSON
 */
GPtrArray *desk_sandbox_demo_make_usage (const DeskSandboxHome *home,
                                         guint64                seed,
                                         gint64                 now,
                                         const char            *service_point_id,
                                         const char            *meter_id);

G_END_DECLS
