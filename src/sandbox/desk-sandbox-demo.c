/* desk-sandbox-demo.c: the institutions and customers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo.h"

#include "desk-sandbox-demo-banking.h"
#include "desk-sandbox-demo-energy.h"
#include "desk-sandbox-demo-offers.h"

void
desk_sandbox_demo_add_customers (DeskSandboxDirectory *directory,
                                 guint64               seed,
                                 gint64                now)
{
  const DeskSandboxPersona *personas;
  guint n_personas;

  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory));

  desk_sandbox_directory_add_institution (directory,
    desk_sandbox_institution_new (DESK_SANDBOX_DEMO_BANK, "Wattle Bank", "banking", "#d99a1a", 1));
  desk_sandbox_directory_add_institution (directory,
    desk_sandbox_institution_new (DESK_SANDBOX_DEMO_RETAILER, DESK_SANDBOX_DEMO_RETAILER_NAME, "energy", "#3f7d58", 2));

  desk_sandbox_demo_add_offers (desk_sandbox_directory_find_institution (directory, DESK_SANDBOX_DEMO_BANK),
                                "wattle-bank-products");
  desk_sandbox_demo_add_offers (desk_sandbox_directory_find_institution (directory, DESK_SANDBOX_DEMO_RETAILER),
                                "gumtree-energy-plans");

  personas = desk_sandbox_demo_get_personas (&n_personas);
  for (guint i = 0; i < n_personas; i++)
    {
      g_autoptr(DeskSandboxCustomer) at_bank = desk_sandbox_demo_new_bank_customer (&personas[i], seed, now);
      g_autoptr(DeskSandboxCustomer) at_retailer = desk_sandbox_demo_new_energy_customer (&personas[i], seed, now);

      desk_sandbox_directory_add_customer (directory, at_bank);
      desk_sandbox_directory_add_customer (directory, at_retailer);
    }
}

void
desk_sandbox_demo_multiply_transactions (DeskSandboxDirectory *directory,
                                         guint                 length,
                                         guint64               seed)
{
  GPtrArray *customers;

  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory));

  customers = desk_sandbox_directory_get_customers (directory);
  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);

      if (desk_sandbox_customer_get_records (customer, "banking.transactions") != NULL)
        {
          desk_sandbox_customer_multiply_transactions (customer, length, seed);
          return;
        }
    }
}
