/* desk-api-pace.c: how soon the next request may follow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-api-pace.h"

gint64
desk_api_pace_get_next (const DeskApiPace *self,
                        gint64             now)
{
  gint64 share;

  g_return_val_if_fail (self != NULL, now);

  if (self->per_second == 0)
    return now;

  /* A second's worth may be used up in advance. */
  share = G_USEC_PER_SEC / self->per_second;

  return self->full_at - (self->per_second - 1) * share;
}

void
desk_api_pace_take (DeskApiPace *self,
                    gint64       now)
{
  g_return_if_fail (self != NULL);

  if (self->per_second > 0)
    self->full_at = MAX (self->full_at, now) + G_USEC_PER_SEC / self->per_second;
}
