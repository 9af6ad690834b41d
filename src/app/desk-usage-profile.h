/* desk-usage-profile.h: metered energy by the half hours of a local day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-usage-period.h"

G_BEGIN_DECLS

/**
 * DeskUsageProfile:
 *
 * The energy of one service point, kept by half hours. The reads stand on AEST days, which always have 48 half hours
 * (cds.md 6); a local day has 46 or 50 of them when summer time begins or ends (hard-cases.md 21).
 */
typedef struct _DeskUsageProfile DeskUsageProfile;

/**
 * DeskUsageSlot:
 * @start: when the half hour begins, in microseconds since the epoch
 * @label: (owned): the local clock at its start: "02:00"; with its offset, "02:00 +11:00", where the day has that clock
 *   time twice
 * @from_grid: (owned): kWh drawn, never negative
 * @to_grid: (owned): kWh exported, never negative
 * @n_reads: reads that were added; 0 says that nothing is known
 */
typedef struct
{
  gint64       start;
  char        *label;
  DeskDecimal *from_grid;
  DeskDecimal *to_grid;
  guint        n_reads;
} DeskUsageSlot;

DeskUsageProfile *desk_usage_profile_new  (void);
void              desk_usage_profile_free (DeskUsageProfile *self);

/**
 * desk_usage_profile_add:
 * @record: a record of `energy.usage`
 *
 * An interval is as long as the day divided by their number (hard-cases.md 24), and the first begins at midnight AEST.
 *
 * Returns: %FALSE if the record has no intervals of energy, or their half hours cannot be told: they are longer, or
 *   cross the half hour
 */
gboolean          desk_usage_profile_add  (DeskUsageProfile *self,
                                           DeskJsonSlice     record);

/**
 * desk_usage_profile_list_day:
 * @day: a day of the calendar of @zone
 *
 * Returns: (transfer full) (element-type DeskUsageSlot): its half hours without a gap, in the order of time
 */
GPtrArray        *desk_usage_profile_list_day (DeskUsageProfile *self,
                                               const GDate      *day,
                                               GTimeZone        *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskUsageProfile, desk_usage_profile_free)

G_END_DECLS
