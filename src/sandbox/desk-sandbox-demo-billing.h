/* desk-sandbox-demo-billing.h: the invoices, charges and payments of a demo customer of the energy retailer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_add_billing:
 * @now: microseconds since the epoch; what is later has not happened
 * @account_id: the energy account of @persona
 * @service_point_id: what it supplies
 *
 * Adds a year of invoices with their charges and payments, what is owed, and where the
 * persona has them the concession, the payment schedule and the devices behind the meter.
 * The charges of an invoice and the tax on them add up to the invoice, and follow from the
 * meter reads and the plan.
 */
void desk_sandbox_demo_add_billing (DeskSandboxCustomer      *customer,
                                    const DeskSandboxPersona *persona,
                                    guint64                   seed,
                                    gint64                    now,
                                    const char               *account_id,
                                    const char               *service_point_id);

G_END_DECLS
