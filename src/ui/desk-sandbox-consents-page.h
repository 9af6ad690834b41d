/* desk-sandbox-consents-page.h: ends a consent as others do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-control-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_CONSENTS_PAGE (desk_sandbox_consents_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxConsentsPage, desk_sandbox_consents_page, DESK, SANDBOX_CONSENTS_PAGE, DeskControlPage)

GtkWidget *desk_sandbox_consents_page_new (DeskContext        *context,
                                        DeskSandboxControl *control);

G_END_DECLS
