/* desk-sandbox-offer-calls.h: the calls that read products and plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-call.h"

G_BEGIN_DECLS

/* Each answers one call of fiskil-api.md 2.6 or 2.7; no end user and no consent is needed. */
void desk_sandbox_offer_list_products (DeskSandboxCall *call);
void desk_sandbox_offer_get_product   (DeskSandboxCall *call);
void desk_sandbox_offer_list_plans    (DeskSandboxCall *call);
void desk_sandbox_offer_get_plan      (DeskSandboxCall *call);

G_END_DECLS
