/* desk-usage-window.h: which days of the usage are looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-usage-summary.h"

G_BEGIN_DECLS

/**
 * DeskUsageWindow:
 * @span_first: the first day with a read
 * @span_last: the last one
 * @last: the last day that is looked at
 * @step: by day it reaches 30 days back, by month 12 months
 */
typedef struct
{
  GDate         span_first;
  GDate         span_last;
  GDate         last;
  DeskUsageStep step;
} DeskUsageWindow;

void     desk_usage_window_get_first  (const DeskUsageWindow *self,
                                       GDate                 *first);

/**
 * desk_usage_window_move:
 * @direction: -1 for the days before, 1 for the days after; never past the last read
 */
void     desk_usage_window_move       (DeskUsageWindow       *self,
                                       int                    direction);

/* Whether there are reads before, and after, the days that are looked at. */
gboolean desk_usage_window_has_before (const DeskUsageWindow *self);
gboolean desk_usage_window_has_after  (const DeskUsageWindow *self);

/**
 * desk_usage_window_enter_month:
 * @month: its first day
 *
 * Looks at the 30 days up to the end of that month.
 */
void     desk_usage_window_enter_month (DeskUsageWindow      *self,
                                        const GDate          *month);

G_END_DECLS
