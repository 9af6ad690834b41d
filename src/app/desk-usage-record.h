/* desk-usage-record.h: one record of metered energy, read with tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-usage-period.h"

G_BEGIN_DECLS

/**
 * DeskUsageRecordVerdict:
 * @DESK_USAGE_RECORD_ENERGY: its energy can be added
 * @DESK_USAGE_RECORD_OTHER_UNIT: it measures something else, reactive energy say
 * @DESK_USAGE_RECORD_UNREADABLE: it has no day or no number
 */
typedef enum
{
  DESK_USAGE_RECORD_ENERGY,
  DESK_USAGE_RECORD_OTHER_UNIT,
  DESK_USAGE_RECORD_UNREADABLE,
} DeskUsageRecordVerdict;

/**
 * desk_usage_record_read:
 * @record: a record of `energy.usage`
 * @period: (out) (transfer full) (nullable): its day and energy, for %DESK_USAGE_RECORD_ENERGY
 */
DeskUsageRecordVerdict desk_usage_record_read (DeskJsonSlice     record,
                                               DeskUsagePeriod **period);

/**
 * desk_usage_record_list_intervals:
 * @record: a record of `energy.usage`
 * @day: (out caller-allocates): the AEST day of the first interval
 *
 * Returns: (transfer full) (nullable) (element-type DeskUsagePeriod): each interval in the order of time; one without a
 *   number is empty. %NULL if the record does not measure energy, has no day, or has no intervals
 */
GPtrArray             *desk_usage_record_list_intervals (DeskJsonSlice  record,
                                                         GDate         *day);

G_END_DECLS
