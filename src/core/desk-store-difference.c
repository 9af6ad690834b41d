/* desk-store-difference.c: what became of rows at the last load of a data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-difference.h"

void
desk_store_difference_free (DeskStoreDifference *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->example);
  g_free (self->path);
  g_free (self);
}
