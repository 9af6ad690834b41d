/* desk-sandbox-clock-page.h: the clock of the sandbox, and its beginning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-control-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_CLOCK_PAGE (desk_sandbox_clock_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxClockPage, desk_sandbox_clock_page, DESK, SANDBOX_CLOCK_PAGE, DeskControlPage)

GtkWidget *desk_sandbox_clock_page_new (DeskContext        *context,
                                     DeskSandboxControl *control);

G_END_DECLS
