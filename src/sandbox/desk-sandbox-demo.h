/* desk-sandbox-demo.h: the institutions and customers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-directory.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_add_customers:
 * @directory: what the demo data is added to
 * @seed: everything generated comes from it: the same seed and @now, the same bytes
 * @now: microseconds since the epoch; the data is about the year before
 *
 * Adds the institutions `88888` "Wattle Bank" (banking) and `88801` "Gumtree
 * Energy" (energy), and their customers, the full demo customer of each
 * industry first.
 */
void desk_sandbox_demo_add_customers (DeskSandboxDirectory *directory,
                                      guint64               seed,
                                      gint64                now);

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
