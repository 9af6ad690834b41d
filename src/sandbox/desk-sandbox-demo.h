/* desk-sandbox-demo.h: the institutions and customers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-demo-institutions.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_add_personas:
 * @directory: where the demo institutions are already
 * @personas: (transfer none) (element-type DeskSandboxPersona): from desk_sandbox_persona_file_load()
 * @seed: everything generated comes from it: the same seed and @now, the same bytes
 * @now: microseconds since the epoch; the data begins one to three years before, see desk_sandbox_demo_first_day()
 * @error: set with %G_IO_ERROR_INVALID_DATA if a persona is the customer of no institution
 *
 * Adds each persona as a customer of a bank, of an energy retailer or of both. The accounts
 * and the records are made when they are first needed.
 *
 * Returns: %FALSE with @error set if a persona cannot be added
 */
gboolean desk_sandbox_demo_add_personas  (DeskSandboxDirectory  *directory,
                                          GPtrArray             *personas,
                                          guint64                seed,
                                          gint64                 now,
                                          GError               **error);

/**
 * desk_sandbox_demo_add_customers:
 *
 * Adds the demo institutions and the personas that the program brings along, the full demo
 * customer of each industry first.
 */
void     desk_sandbox_demo_add_customers (DeskSandboxDirectory  *directory,
                                          guint64                seed,
                                          gint64                 now);

/**
 * desk_sandbox_demo_multiply_transactions:
 * @directory: with the customers of desk_sandbox_demo_add_customers()
 * @length: how many transactions there are to be
 * @seed: what their ids come from
 *
 * Gives the first customer who has transactions, the full demo customer of
 * banking, exactly @length of them; the balances stay as they are.
 */
void desk_sandbox_demo_multiply_transactions (DeskSandboxDirectory *directory,
                                              guint                 length,
                                              guint64               seed);

G_END_DECLS
