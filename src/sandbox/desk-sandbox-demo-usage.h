/* desk-sandbox-demo-usage.h: a year of half-hourly meter reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_USAGE_DAYS 365
#define DESK_SANDBOX_READS_PER_DAY 48

/**
 * desk_sandbox_demo_read_meter:
 * @day: in AEST
 * @imported: (out caller-allocates): what came from the grid in each half-hour, in watt hours
 * @exported: (out caller-allocates): what went to the grid, negative
 *
 * What the meter reads on a day: the same whenever it is asked for.
 */
void       desk_sandbox_demo_read_meter (const DeskSandboxHome *home,
                                         guint64                seed,
                                         const GDate           *day,
                                         int                    imported[DESK_SANDBOX_READS_PER_DAY],
                                         int                    exported[DESK_SANDBOX_READS_PER_DAY]);

/**
 * desk_sandbox_demo_make_usage:
 * @home: how the household uses electricity
 * @now: microseconds since the epoch; the last day read is the one before, in AEST
 *
 * One record for each day and register, latest day first: `E1` is what came from the
 * grid, positive; `B1`, with solar panels only, what went to the grid, negative
 * (cds.md section 6).
 *
 * Returns: (transfer full) (element-type utf8): energy.Usage records as JSON
 */
GPtrArray *desk_sandbox_demo_make_usage (const DeskSandboxHome *home,
                                         guint64                seed,
                                         gint64                 now,
                                         const char            *service_point_id,
                                         const char            *meter_id);

G_END_DECLS
