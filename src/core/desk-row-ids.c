/* desk-row-ids.c: what changed between two lists of row ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-ids.h"

gboolean
desk_row_ids_compare (GArray           *before,
                      GArray           *after,
                      DeskRowIdsChange *change)
{
  guint shorter = MIN (before->len, after->len);
  guint n_first = 0;
  guint n_last = 0;

  while (n_first < shorter
         && g_array_index (before, gint64, n_first) == g_array_index (after, gint64, n_first))
    n_first++;

  while (n_last < shorter - n_first
         && g_array_index (before, gint64, before->len - 1 - n_last)
            == g_array_index (after, gint64, after->len - 1 - n_last))
    n_last++;

  change->position = n_first;
  change->n_removed = before->len - n_first - n_last;
  change->n_added = after->len - n_first - n_last;

  return change->n_removed > 0 || change->n_added > 0;
}
