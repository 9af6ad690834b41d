/* desk-usage-period.h: energy of a day or a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"

G_BEGIN_DECLS

/**
 * DeskUsagePeriod:
 * @start: its first day
 * @from_grid: (owned): kWh drawn, never negative
 * @to_grid: (owned): kWh exported, never negative
 * @n_reads: reads that were added; 0 says that nothing is known
 * @n_substituted: of these, the ones that were not measured but filled in
 *
 * Days are AEST (UTC+10) in every state and all year (cds.md 6).
 */
typedef struct
{
  GDate        start;
  DeskDecimal *from_grid;
  DeskDecimal *to_grid;
  guint        n_reads;
  guint        n_substituted;
} DeskUsagePeriod;

DeskUsagePeriod *desk_usage_period_new     (const GDate           *start);
void             desk_usage_period_free    (DeskUsagePeriod       *self);

/**
 * desk_usage_period_add:
 * @self: grows by @other; keeps its start
 */
void             desk_usage_period_add     (DeskUsagePeriod       *self,
                                            const DeskUsagePeriod *other);

/**
 * desk_usage_period_dup_net:
 *
 * Returns: (transfer full): what was drawn less what was exported
 */
DeskDecimal     *desk_usage_period_dup_net (const DeskUsagePeriod *self);

/**
 * desk_usage_period_total:
 * @periods: (element-type DeskUsagePeriod)
 *
 * Returns: (transfer full) (nullable): all of them added, from the start of the first; %NULL if there is none
 */
DeskUsagePeriod *desk_usage_period_total   (GPtrArray             *periods);

/**
 * desk_usage_period_find_highest:
 * @periods: (element-type DeskUsagePeriod)
 *
 * Returns: (transfer none) (nullable): the first one that drew most; %NULL if nothing was drawn
 */
const DeskUsagePeriod *desk_usage_period_find_highest (GPtrArray *periods);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskUsagePeriod, desk_usage_period_free)

G_END_DECLS
