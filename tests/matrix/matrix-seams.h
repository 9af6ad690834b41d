/* matrix-seams.h: where the linker lets the test in: the attempt of a dialog, and the pace of its timers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-attempt.h"

G_BEGIN_DECLS

/* How much faster than life timers of whole seconds run in a hurry. */
#define MATRIX_HURRY 40

/**
 * matrix_seams_get_attempt:
 *
 * The program is linked with --wrap=desk_link_attempt_new, as the dialog hands its attempt to nobody.
 *
 * Returns: (transfer none) (nullable): the attempt that was made last
 */
DeskLinkAttempt *matrix_seams_get_attempt (void);

/* In which way it began; it may have gone on in another. */
DeskLinkWay      matrix_seams_get_way     (void);

/* Lets go of the attempt. */
void             matrix_seams_forget      (void);

/**
 * matrix_seams_set_hurry:
 * @shortest: seconds; 0 for no hurry
 *
 * The program is linked with --wrap=g_timeout_add_seconds. From now on timers of ours that take so long or longer are
 * @MATRIX_HURRY times as fast: a minute of polling need not be waited for.
 */
void             matrix_seams_set_hurry   (guint shortest);

G_END_DECLS
