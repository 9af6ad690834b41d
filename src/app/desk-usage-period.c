/* desk-usage-period.c: energy of a day or a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-period.h"

DeskUsagePeriod *
desk_usage_period_new (const GDate *start)
{
  DeskUsagePeriod *self = NULL;

  g_return_val_if_fail (g_date_valid (start), NULL);

  self = g_new0 (DeskUsagePeriod, 1);
  self->start = *start;
  self->from_grid = desk_decimal_new_zero ();
  self->to_grid = desk_decimal_new_zero ();
  return self;
}

void
desk_usage_period_free (DeskUsagePeriod *self)
{
  if (self == NULL)
    return;

  desk_decimal_free (self->from_grid);
  desk_decimal_free (self->to_grid);
  g_free (self);
}

void
desk_usage_period_add (DeskUsagePeriod       *self,
                       const DeskUsagePeriod *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  desk_decimal_add (self->from_grid, other->from_grid);
  desk_decimal_add (self->to_grid, other->to_grid);
  self->n_reads += other->n_reads;
  self->n_substituted += other->n_substituted;
}

DeskDecimal *
desk_usage_period_dup_net (const DeskUsagePeriod *self)
{
  DeskDecimal *net = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  net = desk_decimal_copy (self->to_grid);
  desk_decimal_negate (net);
  desk_decimal_add (net, self->from_grid);
  return net;
}

DeskUsagePeriod *
desk_usage_period_total (GPtrArray *periods)
{
  DeskUsagePeriod *total = NULL;

  g_return_val_if_fail (periods != NULL, NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const DeskUsagePeriod *period = g_ptr_array_index (periods, i);

      if (total == NULL)
        total = desk_usage_period_new (&period->start);
      desk_usage_period_add (total, period);
    }
  return total;
}

const DeskUsagePeriod *
desk_usage_period_find_highest (GPtrArray *periods)
{
  const DeskUsagePeriod *highest = NULL;

  g_return_val_if_fail (periods != NULL, NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const DeskUsagePeriod *period = g_ptr_array_index (periods, i);

      if (desk_decimal_is_zero (period->from_grid))
        continue;
      if (highest == NULL || desk_decimal_compare (period->from_grid, highest->from_grid) > 0)
        highest = period;
    }
  return highest;
}
