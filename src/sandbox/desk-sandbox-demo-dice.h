/* desk-sandbox-demo-dice.h: chance that always falls the same way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-random.h"

G_BEGIN_DECLS

/**
 * DeskSandboxDemoDice:
 *
 * A row of random numbers that depends on what it is for and on the day, not on
 * what was drawn before: a day looks the same whatever else is generated.
 * Lives on the stack, needs no clean-up. The field is private.
 */
typedef struct
{
  /*< private >*/
  DeskSandboxRandom random;
} DeskSandboxDemoDice;

/**
 * desk_sandbox_demo_dice_init:
 * @purpose: what the numbers are for, such as the name of a merchant
 * @day: a Julian day as #GDate counts them, or any other number
 */
void     desk_sandbox_demo_dice_init    (DeskSandboxDemoDice *self,
                                         guint64              seed,
                                         const char          *purpose,
                                         guint                day);

/**
 * desk_sandbox_demo_dice_between:
 *
 * Returns: a number from @low to @high, both included; @low if @high is not above it
 */
int      desk_sandbox_demo_dice_between (DeskSandboxDemoDice *self,
                                         int                  low,
                                         int                  high);

/**
 * desk_sandbox_demo_dice_chance:
 *
 * Returns: %TRUE in @per_mille of 1000 cases
 */
gboolean desk_sandbox_demo_dice_chance  (DeskSandboxDemoDice *self,
                                         int                  per_mille);

/**
 * desk_sandbox_demo_dice_digits:
 *
 * Returns: (transfer full): @length random decimal digits, the first not zero
 */
char    *desk_sandbox_demo_dice_digits  (DeskSandboxDemoDice *self,
                                         guint                length);

G_END_DECLS
