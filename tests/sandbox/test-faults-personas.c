/* test-faults-personas.c: the customers who carry a fault each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include "desk-sandbox-demo.h"
#include "desk-sandbox-fault-personas.h"

static DeskSandboxDirectory *
build_directory (void)
{
  DeskSandboxDirectory *directory = desk_sandbox_directory_new ();

  desk_sandbox_demo_add_customers (directory, SANDBOX_SEED, sandbox_get_now ());
  return directory;
}

static void
test_one_for_each_fault (void)
{
  g_autoptr(DeskSandboxDirectory) directory = build_directory ();
  guint n_faults;
  const DeskSandboxFault *faults = desk_sandbox_fault_list (&n_faults);

  for (guint i = 0; i < n_faults; i++)
    {
      g_autofree char *login = g_strconcat (faults[i].name, "@faults.example", NULL);
      DeskSandboxCustomer *customer = desk_sandbox_directory_find_login (directory, "88888", login);
      g_autoptr(DeskSandboxFaultSpec) spec = NULL;

      if (faults[i].place == DESK_SANDBOX_FAULT_ORIGIN)
        {
          g_assert_null (customer);
          continue;
        }

      spec = desk_sandbox_fault_spec_parse (desk_sandbox_customer_get_fault (customer), NULL);
      g_assert_true (spec->fault == &faults[i]);
    }
}

static void
test_has_data (void)
{
  g_autoptr(DeskSandboxDirectory) directory = build_directory ();
  DeskSandboxCustomer *customer = desk_sandbox_directory_find_login (directory, "88888", "cut@faults.example");

  g_assert_cmpstr (desk_sandbox_customer_get_name (customer), ==, "Fault: cut");
  g_assert_nonnull (desk_sandbox_customer_get_records (customer, "banking.accounts"));
  g_assert_cmpuint (desk_sandbox_customer_get_records (customer, "banking.transactions")->len, >, 100);
}

static void
test_no_model (void)
{
  g_autoptr(GPtrArray) personas = g_ptr_array_new ();
  g_autoptr(GPtrArray) carriers = desk_sandbox_fault_personas_new (personas, "nobody");

  g_assert_cmpuint (carriers->len, ==, 0);
}

/* One data set fails, the others arrive. */
static void
test_data_error (void)
{
  gint64 now = sandbox_get_now ();
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_new (SANDBOX_SEED, &now);
  g_autoptr(DeskSandboxDirectory) directory = build_directory ();
  DeskSandboxCustomer *customer = desk_sandbox_directory_find_login (directory, "88888", "data-error@faults.example");
  g_autofree char *end_user_id = NULL;
  g_autofree char *consent_id = NULL;
  Sandbox sandbox;

  sandbox_start (&sandbox, state, directory);
  end_user_id = sandbox_add_end_user (&sandbox, "a@example.com");
  consent_id = sandbox_grant (&sandbox, end_user_id, "88888", desk_sandbox_customer_get_id (customer), "");
  sandbox_get (&sandbox, "/banking/accounts?end_user_id=%s", end_user_id);
  g_assert_cmpuint (sandbox.status, ==, SOUP_STATUS_OK);
  sandbox_get (&sandbox, "/banking/transactions?end_user_id=%s", end_user_id);
  g_assert_cmpuint (sandbox.status, ==, SOUP_STATUS_SERVICE_UNAVAILABLE);
  sandbox_stop (&sandbox);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox/faults/personas/one-for-each-fault", test_one_for_each_fault);
  g_test_add_func ("/sandbox/faults/personas/has-data", test_has_data);
  g_test_add_func ("/sandbox/faults/personas/none-without-a-model", test_no_model);
  g_test_add_func ("/sandbox/faults/personas/data-error-at-one-end-point", test_data_error);

  return g_test_run ();
}
