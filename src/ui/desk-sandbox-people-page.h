/* desk-sandbox-people-page.h: who can log in at the institutions of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-control-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_PEOPLE_PAGE (desk_sandbox_people_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxPeoplePage, desk_sandbox_people_page, DESK, SANDBOX_PEOPLE_PAGE, DeskControlPage)

GtkWidget *desk_sandbox_people_page_new (DeskContext        *context,
                                      DeskSandboxControl *control);

G_END_DECLS
