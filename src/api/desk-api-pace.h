/* desk-api-pace.h: how soon the next request may follow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskApiPace:
 * @per_second: how many requests may begin in a second, at once or spread over it; 0 for any number
 * @full_at: when those that have begun are used up, microseconds of the monotonic clock; 0 at first
 *
 * Knows no clock: the caller says what time it is.
 */
typedef struct
{
  guint  per_second;
  gint64 full_at;
} DeskApiPace;

/* Returns: from when on the next request may begin; @now or before, if it may do so at once */
gint64 desk_api_pace_get_next (const DeskApiPace *self,
                               gint64             now);

/* A request begins, which is to be allowed. */
void   desk_api_pace_take     (DeskApiPace       *self,
                               gint64             now);

G_END_DECLS
