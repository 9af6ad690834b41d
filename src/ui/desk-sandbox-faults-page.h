/* desk-sandbox-faults-page.h: what is to go wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-control-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_FAULTS_PAGE (desk_sandbox_faults_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxFaultsPage, desk_sandbox_faults_page, DESK, SANDBOX_FAULTS_PAGE, DeskControlPage)

GtkWidget *desk_sandbox_faults_page_new (DeskContext        *context,
                                      DeskSandboxControl *control);

G_END_DECLS
