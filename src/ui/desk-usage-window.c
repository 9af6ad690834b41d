/* desk-usage-window.c: which days of the usage are looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-window.h"

#define N_DAYS 30
#define N_MONTHS 12

void
desk_usage_window_get_first (const DeskUsageWindow *self,
                             GDate                 *first)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (first != NULL);

  *first = self->last;
  if (self->step == DESK_USAGE_STEP_DAY)
    {
      g_date_subtract_days (first, N_DAYS - 1);
      return;
    }
  g_date_set_day (first, 1);
  g_date_subtract_months (first, N_MONTHS - 1);
}

void
desk_usage_window_move (DeskUsageWindow *self,
                        int              direction)
{
  g_return_if_fail (self != NULL);

  if (self->step == DESK_USAGE_STEP_DAY && direction < 0)
    g_date_subtract_days (&self->last, N_DAYS);
  else if (self->step == DESK_USAGE_STEP_DAY)
    g_date_add_days (&self->last, N_DAYS);
  else if (direction < 0)
    g_date_subtract_months (&self->last, N_MONTHS);
  else
    g_date_add_months (&self->last, N_MONTHS);
  if (g_date_compare (&self->last, &self->span_last) > 0)
    self->last = self->span_last;
}

gboolean
desk_usage_window_has_before (const DeskUsageWindow *self)
{
  GDate first;

  g_return_val_if_fail (self != NULL, FALSE);

  desk_usage_window_get_first (self, &first);
  return g_date_compare (&self->span_first, &first) < 0;
}

gboolean
desk_usage_window_has_after (const DeskUsageWindow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_date_compare (&self->last, &self->span_last) < 0;
}

void
desk_usage_window_enter_month (DeskUsageWindow *self,
                               const GDate     *month)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (g_date_valid (month));

  self->step = DESK_USAGE_STEP_DAY;
  self->last = *month;
  g_date_set_day (&self->last, g_date_get_days_in_month (g_date_get_month (month), g_date_get_year (month)));
  if (g_date_compare (&self->last, &self->span_last) > 0)
    self->last = self->span_last;
}
