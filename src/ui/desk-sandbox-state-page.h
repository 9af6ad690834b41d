/* desk-sandbox-state-page.h: what the sandbox holds and what it was asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-control-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_STATE_PAGE (desk_sandbox_state_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxStatePage, desk_sandbox_state_page, DESK, SANDBOX_STATE_PAGE, DeskControlPage)

/* Reads when it comes to be seen, after a change while it is, and when asked to. */
GtkWidget *desk_sandbox_state_page_new (DeskContext        *context,
                                        DeskSandboxControl *control);

G_END_DECLS
