/* desk-sandbox-bank-window.h: in which window an institution's pages open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-screen.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_bank_window_get_place:
 *
 * Returns: (nullable): where the request says that it is shown: `top`, `popup` or `here`,
 *   the last one for a log-in that stays where it is; %NULL if it does not say
 */
const char *desk_sandbox_bank_window_get_place    (DeskSandboxScreen *screen);

/**
 * desk_sandbox_bank_window_is_popup:
 *
 * Returns: whether the page is the window that another page of the institution opened
 */
gboolean    desk_sandbox_bank_window_is_popup     (DeskSandboxScreen *screen);

/**
 * desk_sandbox_bank_window_show_way:
 * @request: the value of the query's `request`
 *
 * Answers a request for the log-in page with the page that leads to the right window, if the
 * institution opens another one (#DeskSandboxOpens).
 *
 * Returns: whether it was answered
 */
gboolean    desk_sandbox_bank_window_show_way     (DeskSandboxScreen *screen,
                                                   const char        *request);

/**
 * desk_sandbox_bank_window_show_done:
 *
 * Answers with the last page of a pop-up, which tells the page that opened it and closes.
 */
void        desk_sandbox_bank_window_show_done    (DeskSandboxScreen *screen);

/**
 * desk_sandbox_bank_window_refuses_frames:
 *
 * Returns: whether the institution forbids to show its pages in a frame
 */
gboolean    desk_sandbox_bank_window_refuses_frames (DeskSandboxScreen *screen);

G_END_DECLS
