/* desk-sandbox-demo-energy.h: the customers of the demo energy retailers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_get_contract:
 *
 * Returns: the name of the template with the account and its contract
 */
const char *desk_sandbox_demo_get_contract (const DeskSandboxPersona *persona);

/**
 * desk_sandbox_demo_fill_energy_customer:
 * @customer: the customer that is to be @persona
 * @now: microseconds since the epoch
 *
 * Adds an account for each home, its service point with a year of usage and what it cost,
 * unless it is gas, and the identity.
 */
void desk_sandbox_demo_fill_energy_customer (DeskSandboxCustomer      *customer,
                                             const DeskSandboxPersona *persona,
                                             guint64                   seed,
                                             gint64                    now);

G_END_DECLS
