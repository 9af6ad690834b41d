/* desk-usage-summary.h: metered energy per service point and day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-usage-period.h"

G_BEGIN_DECLS

/**
 * DeskUsageSummary:
 *
 * Sums records of `energy.usage` exactly, in kWh. May be filled on one thread and read on another afterwards.
 */
typedef struct _DeskUsageSummary DeskUsageSummary;

typedef enum
{
  DESK_USAGE_STEP_DAY,
  DESK_USAGE_STEP_MONTH,
} DeskUsageStep;

DeskUsageSummary *desk_usage_summary_new  (void);
void              desk_usage_summary_free (DeskUsageSummary *self);

/**
 * desk_usage_summary_add:
 * @record: a record of `energy.usage`
 *
 * A negative read was exported, and so is all of a register whose suffix begins with B; the rest was drawn
 * (cds.md 6). Wh, kWh and MWh are added, no unit is kWh; records of any other unit are left out and counted, and so
 * are those without a day or a number (hard-cases.md 17, 24 to 26). The reads of the intervals count before their
 * stated total; a basic read counts on its first day.
 */
void              desk_usage_summary_add  (DeskUsageSummary *self,
                                           DeskJsonSlice     record);

/**
 * desk_usage_summary_dup_service_points:
 *
 * Returns: (transfer full): the ids that have a record, in order; "" stands for records without one
 */
char            **desk_usage_summary_dup_service_points (DeskUsageSummary *self);

/**
 * desk_usage_summary_get_span:
 * @first: (out caller-allocates): its first day with a read
 * @last: (out caller-allocates): its last one
 *
 * Returns: %FALSE if that service point has no day with a read
 */
gboolean          desk_usage_summary_get_span       (DeskUsageSummary *self,
                                                     const char       *service_point_id,
                                                     GDate            *first,
                                                     GDate            *last);

/**
 * desk_usage_summary_list:
 * @first: the first day that counts
 * @last: the last one
 *
 * Returns: (transfer full) (element-type DeskUsagePeriod): each day or month from @first to @last without
 *   a gap; one without reads is empty
 */
GPtrArray        *desk_usage_summary_list           (DeskUsageSummary *self,
                                                     const char       *service_point_id,
                                                     const GDate      *first,
                                                     const GDate      *last,
                                                     DeskUsageStep     step);

/* Records that are not energy, and records that could not be read. */
guint             desk_usage_summary_get_n_other_units (DeskUsageSummary *self,
                                                        const char       *service_point_id);
guint             desk_usage_summary_get_n_unreadable  (DeskUsageSummary *self,
                                                        const char       *service_point_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskUsageSummary, desk_usage_summary_free)

G_END_DECLS
