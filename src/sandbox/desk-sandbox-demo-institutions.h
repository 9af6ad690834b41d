/* desk-sandbox-demo-institutions.h: the banks and energy retailers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-persona.h"
#include "desk-sandbox-directory.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_DEMO_BANK "88888"
#define DESK_SANDBOX_DEMO_RETAILER "88801"

/**
 * desk_sandbox_demo_add_institutions:
 *
 * Adds five banks, `88888` "Wattle Bank" first, and three energy retailers, `88801` "Gumtree
 * Energy" first: one of each way to open, one degraded and one in an outage.
 */
void        desk_sandbox_demo_add_institutions    (DeskSandboxDirectory     *directory);

/**
 * desk_sandbox_demo_get_institution_name:
 * @id: (nullable): the id of one of them
 *
 * Returns: its name; "" for any other id
 */
const char *desk_sandbox_demo_get_institution_name (const char             *id);

/**
 * desk_sandbox_demo_is_energy_bill:
 *
 * Returns: whether @bill is what @persona pays to the energy retailer whose customer it is
 */
gboolean    desk_sandbox_demo_is_energy_bill      (const DeskSandboxPersona *persona,
                                                   const DeskSandboxBill    *bill);

G_END_DECLS
