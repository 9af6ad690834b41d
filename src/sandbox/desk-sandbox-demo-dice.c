/* desk-sandbox-demo-dice.c: chance that always falls the same way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-dice.h"

void
desk_sandbox_demo_dice_init (DeskSandboxDemoDice *self,
                             guint64              seed,
                             const char          *purpose,
                             guint                day)
{
  g_autofree char *stream = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (purpose != NULL);

  stream = g_strdup_printf ("demo/%s/%u", purpose, day);
  desk_sandbox_random_init (&self->random, seed, stream);
}

int
desk_sandbox_demo_dice_between (DeskSandboxDemoDice *self,
                                int                  low,
                                int                  high)
{
  g_return_val_if_fail (self != NULL, low);

  if (high <= low)
    return low;

  return low + (int) (desk_sandbox_random_next (&self->random) % ((guint64) ((gint64) high - low) + 1));
}

gboolean
desk_sandbox_demo_dice_chance (DeskSandboxDemoDice *self,
                               int                  per_mille)
{
  return desk_sandbox_demo_dice_between (self, 0, 999) < per_mille;
}

char *
desk_sandbox_demo_dice_digits (DeskSandboxDemoDice *self,
                               guint                length)
{
  g_autoptr(GString) digits = g_string_sized_new (length);

  for (guint i = 0; i < length; i++)
    g_string_append_c (digits, (char) ('0' + desk_sandbox_demo_dice_between (self, i == 0 ? 1 : 0, 9)));

  return g_string_free (g_steal_pointer (&digits), FALSE);
}
