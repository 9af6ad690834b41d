/* desk-sandbox-demo-offers.h: the products and plans of the demo institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-institution.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_add_offers:
 * @name: the file `demo/NAME.json`, a list of products or plans
 *
 * Adds what @name lists to @institution.
 */
void desk_sandbox_demo_add_offers (DeskSandboxInstitution *institution,
                                   const char             *name);

G_END_DECLS
