/* desk-sandbox-demo-energy.h: the customers of the demo energy retailer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

#define DESK_SANDBOX_DEMO_RETAILER "88801"
#define DESK_SANDBOX_DEMO_RETAILER_NAME "Gumtree Energy"

/**
 * desk_sandbox_demo_new_energy_customer:
 * @now: microseconds since the epoch
 *
 * Returns: (transfer full): @persona with an account, its service point, a year
 *   of usage, what it cost, and the identity
 */
DeskSandboxCustomer *desk_sandbox_demo_new_energy_customer (const DeskSandboxPersona *persona,
                                                            guint64                   seed,
                                                            gint64                    now);

G_END_DECLS
