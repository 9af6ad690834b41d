/* matrix-seams.h: where the linker lets the test in: the attempt of a dialog, its way back, and the pace of its timers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-attempt.h"
#include "desk-return-listener.h"

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

/**
 * matrix_seams_dup_return_uri:
 * @path: `linked` or `cancelled`
 *
 * The program is linked with --wrap=desk_return_listener_new, as only the service is told the way back from the browser.
 *
 * Returns: (transfer full): the address to which the listener that was made last listens, with its state
 */
char            *matrix_seams_dup_return_uri (const char *path);

/**
 * matrix_seams_set_browser_port:
 * @port: 0 for the environment's own
 *
 * The program is linked with --wrap=desk_environment_get_browser_port. A port is found to be in use while the environment is
 * there already.
 */
void             matrix_seams_set_browser_port (guint port);

/* Lets go of the attempt and the listener. */
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
