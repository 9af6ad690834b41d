/* matrix-web-process.h: the processes that show pages for us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * matrix_web_process_signal:
 * @signal_number: SIGKILL, SIGSTOP or SIGCONT
 *
 * Sends a signal to each web process that this process started, by its id.
 *
 * Returns: how many there are
 */
guint matrix_web_process_signal (int signal_number);

G_END_DECLS
