/* desk-sandbox-demo-dice.c: chance that always falls the same way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-dice.h"

/* One step of SplitMix64: GRand would need 2.5 KiB of state for each day and merchant. */
static guint64
dice_next (DeskSandboxDemoDice *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

void
desk_sandbox_demo_dice_init (DeskSandboxDemoDice *self,
                             guint64              seed,
                             const char          *purpose,
                             guint                day)
{
  /* FNV-1a: g_str_hash() has 32 bits only and may change between versions of GLib. */
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  g_return_if_fail (self != NULL);
  g_return_if_fail (purpose != NULL);

  for (const char *p = purpose; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);

  self->state = hash ^ seed;
  self->state = dice_next (self) + day;
  dice_next (self);
}

int
desk_sandbox_demo_dice_between (DeskSandboxDemoDice *self,
                                int                  low,
                                int                  high)
{
  g_return_val_if_fail (self != NULL, low);

  if (high <= low)
    return low;

  return low + (int) (dice_next (self) % ((guint64) ((gint64) high - low) + 1));
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
