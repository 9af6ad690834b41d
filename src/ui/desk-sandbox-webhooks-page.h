/* desk-sandbox-webhooks-page.h: sends one webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-control-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_WEBHOOKS_PAGE (desk_sandbox_webhooks_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxWebhooksPage, desk_sandbox_webhooks_page, DESK, SANDBOX_WEBHOOKS_PAGE, DeskControlPage)

GtkWidget *desk_sandbox_webhooks_page_new (DeskContext        *context,
                                        DeskSandboxControl *control);

G_END_DECLS
