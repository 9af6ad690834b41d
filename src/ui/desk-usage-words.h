/* desk-usage-words.h: energy usage in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-usage-summary.h"

G_BEGIN_DECLS

/* Returns: (transfer full): two decimals, grouped: "1,214.62" */
char *desk_usage_words_energy      (const DeskDecimal     *energy);

/* Returns: (transfer full): the short name of a day or month, for an axis: "12 Nov", "Nov" */
char *desk_usage_words_label       (const GDate           *date,
                                    DeskUsageStep          step);

/* Returns: (transfer full): "23 Oct – 21 Nov 2026", "Dec 2025 – Nov 2026" */
char *desk_usage_words_range       (const GDate           *first,
                                    const GDate           *last,
                                    DeskUsageStep          step);

/* Returns: (transfer full): "12 Nov 2026: 14.62 kWh from the grid, 9.87 kWh to the grid" */
char *desk_usage_words_period      (const DeskUsagePeriod *period,
                                    DeskUsageStep          step);

/**
 * desk_usage_words_service_point:
 * @metering_id: (nullable): its NMI
 *
 * Returns: (transfer full): masked but for the last four characters: "NMI ··4410"
 */
char *desk_usage_words_service_point (const char          *id,
                                      const char          *metering_id);

/* Returns: (transfer full): how the reads came about: "all reads measured", "48 of 1,440 reads substituted" */
char *desk_usage_words_quality     (const DeskUsagePeriod *total);

/* Returns: (transfer full): what the figures leave out; "" if nothing */
char *desk_usage_words_left_out    (guint                  n_other_units,
                                    guint                  n_unreadable);

G_END_DECLS
