/* desk-total.c: the exact sum of an amount in one currency
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-total.h"

void
desk_total_free (DeskTotal *self)
{
  if (self == NULL)
    return;

  g_free (self->currency);
  desk_decimal_free (self->sum);
  g_free (self);
}
