/* test-record-sets.c: the data sets that belong to the accounts of a consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

/* A data set, where it is served, and one record of each of two accounts. */
typedef struct
{
  const char *name;
  const char *path;
  const char *root;
  const char *prefix;
  const char *institution_id;
  const char *permission;
  const char *first;       /* of the account a1 or e1 */
  const char *second;      /* of the account a2 or e2 */
  const char *member;      /* what tells them apart */
  const char *first_value;
  const char *second_value;
} Set;

static const Set sets[] = {
  { "banking.direct-debits", "/banking/acccounts/direct-debits", "direct_debits", "bank_dd_", "1", "direct_debits",
    "{\"account_id\":\"a1\",\"last_debit_amount\":\"1.10\"}", "{\"account_id\":\"a2\",\"last_debit_amount\":\"2.20\"}",
    "last_debit_amount", "1.10", "2.20" },
  { "banking.direct-debits", "/banking/accounts/direct-debits", "direct_debits", "bank_dd_", "1", "direct_debits",
    "{\"account_id\":\"a1\",\"last_debit_amount\":\"1.10\"}", "{\"account_id\":\"a2\",\"last_debit_amount\":\"2.20\"}",
    "last_debit_amount", "1.10", "2.20" },
  { "banking.scheduled-payments", "/banking/payments/scheduled", "scheduled_payments", "bank_sp_", "1",
    "scheduled_payments",
    "{\"scheduled_payment_id\":\"p1\",\"from\":{\"account_id\":\"a1\"}}",
    "{\"scheduled_payment_id\":\"p2\",\"from\":{\"account_id\":\"a2\"}}", "scheduled_payment_id", "p1", "p2" },
  { "energy.balances", "/energy/balances", "balances", "energy_balance_", "2", "energy_balances",
    "{\"account_id\":\"e1\",\"balance\":\"1.00\"}", "{\"account_id\":\"e2\",\"balance\":\"2.00\"}",
    "balance", "1.00", "2.00" },
  { "energy.balances", "/energy/balance", "balances", "energy_balance_", "2", "energy_balances",
    "{\"account_id\":\"e1\",\"balance\":\"1.00\"}", "{\"account_id\":\"e2\",\"balance\":\"2.00\"}",
    "balance", "1.00", "2.00" },
  { "energy.billing", "/energy/billing", "billing", "energy_billing_", "2", "billing",
    "{\"account_id\":\"e1\",\"execution_date_time\":\"2026-02-02T00:00:00Z\",\"gst\":\"1.00\"}",
    "{\"account_id\":\"e2\",\"execution_date_time\":\"2026-02-01T00:00:00Z\",\"gst\":\"2.00\"}", "gst", "1.00", "2.00" },
  { "energy.invoices", "/energy/invoice", "invoices", "energy_invoice_", "2", "invoices",
    "{\"account_id\":\"e1\",\"invoice_number\":\"i1\",\"issue_date\":\"2026-02-02\"}",
    "{\"account_id\":\"e2\",\"invoice_number\":\"i2\",\"issue_date\":\"2026-02-01\"}", "invoice_number", "i1", "i2" },
  { "energy.invoices", "/energy/invoices", "invoices", "energy_invoice_", "2", "invoices",
    "{\"account_id\":\"e1\",\"invoice_number\":\"i1\",\"issue_date\":\"2026-02-02\"}",
    "{\"account_id\":\"e2\",\"invoice_number\":\"i2\",\"issue_date\":\"2026-02-01\"}", "invoice_number", "i1", "i2" },
  { "energy.concessions", "/energy/concessions", "concessions", "energy_concession_", "2", "concessions",
    "{\"account_id\":\"e1\",\"amount\":\"1.00\"}", "{\"account_id\":\"e2\",\"amount\":\"2.00\"}", "amount", "1.00", "2.00" },
  { "energy.payment-schedules", "/energy/payment-schedules", "payment_schedules", "energy_ps_", "2", "payment_schedule",
    "{\"account_id\":\"e1\",\"amount\":\"1.00\"}", "{\"account_id\":\"e2\",\"amount\":\"2.00\"}", "amount", "1.00", "2.00" },
};

static void
add_record (Sandbox    *sandbox,
            const char *institution_id,
            const char *data_set,
            const char *json)
{
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, institution_id, "ada");
  g_autoptr(GError) error = NULL;

  g_assert_true (desk_sandbox_customer_add_record (ada, data_set, json, &error));
  g_assert_no_error (error);
}

static void
assert_row (Sandbox    *sandbox,
            const Set  *set,
            guint       position,
            const char *member,
            const char *expected)
{
  g_autofree char *path = g_strdup_printf ("%s.%u.%s", set->root, position, member);

  sandbox_assert (sandbox, path, expected);
}

/* Both records with both accounts, each with the keys of Fiskil. */
static void
check_rows (Sandbox   *sandbox,
            const Set *set)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, set->institution_id, "ada", "");
  g_autofree char *path = g_strdup_printf ("%s.0.fiskil_id", set->root);
  g_autofree char *fiskil_id = NULL;

  sandbox_get (sandbox, "%s?end_user_id=%s", set->path, id);
  g_assert_cmpuint (sandbox->status, ==, 200);
  g_assert_cmpuint (sandbox_count (sandbox, set->root), ==, 2);
  assert_row (sandbox, set, 0, set->member, set->first_value);
  assert_row (sandbox, set, 1, set->member, set->second_value);
  assert_row (sandbox, set, 0, "institution_id", set->institution_id);
  assert_row (sandbox, set, 0, "arrangement_id", consent);
  fiskil_id = sandbox_dup (sandbox, path);
  g_assert_true (g_str_has_prefix (fiskil_id, set->prefix));
}

static void
check_accounts (Sandbox   *sandbox,
                const Set *set)
{
  gboolean is_bank = g_str_equal (set->institution_id, "1");
  g_autofree char *id = sandbox_add_end_user (sandbox, "b@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, set->institution_id, "ada",
                                            is_bank ? ",\"account_ids\":[\"a2\"]" : ",\"account_ids\":[\"e2\"]");

  sandbox_get (sandbox, "%s?end_user_id=%s", set->path, id);
  g_assert_cmpuint (sandbox_count (sandbox, set->root), ==, 1);
  assert_row (sandbox, set, 0, set->member, set->second_value);
}

static void
check_permission (Sandbox   *sandbox,
                  const Set *set)
{
  g_autofree char *with = g_strdup_printf (",\"permissions\":[\"%s\"]", set->permission);
  g_autofree char *first = sandbox_add_end_user (sandbox, "c@example.com");
  g_autofree char *second = sandbox_add_end_user (sandbox, "d@example.com");
  g_autofree char *given = sandbox_grant (sandbox, first, set->institution_id, "ada", with);
  g_autofree char *other = sandbox_grant (sandbox, second, set->institution_id, "ada", ",\"permissions\":[\"identity\"]");

  sandbox_get (sandbox, "%s?end_user_id=%s", set->path, first);
  g_assert_cmpuint (sandbox_count (sandbox, set->root), ==, 2);
  sandbox_get (sandbox, "%s?end_user_id=%s", set->path, second);
  g_assert_cmpuint (sandbox->status, ==, 200);
  g_assert_cmpuint (sandbox_count (sandbox, set->root), ==, 0);
}

static void
check_page (Sandbox   *sandbox,
            const Set *set)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "e@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, set->institution_id, "ada", "");
  g_autofree char *next = NULL;

  sandbox_get (sandbox, "%s", set->path);
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_assert (sandbox, "message", "The end_user_id parameter is required");

  sandbox_get (sandbox, "%s?end_user_id=%s&page%%5Bsize%%5D=1", set->path, id);
  g_assert_cmpuint (sandbox_count (sandbox, set->root), ==, 1);
  next = sandbox_dup (sandbox, "links.next");
  sandbox_call (sandbox, "GET", next, NULL, NULL);
  assert_row (sandbox, set, 0, set->member, set->second_value);
}

static void
test_set (Sandbox       *sandbox,
          gconstpointer  user_data)
{
  const Set *set = user_data;

  add_record (sandbox, set->institution_id, set->name, set->first);
  add_record (sandbox, set->institution_id, set->name, set->second);
  check_rows (sandbox, set);
  check_accounts (sandbox, set);
  check_permission (sandbox, set);
  check_page (sandbox, set);
}

/* A payee belongs to the customer and to no account. */
static void
test_payees (Sandbox       *sandbox,
             gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", ",\"account_ids\":[\"a2\"]");

  add_record (sandbox, "1", "banking.payees", "{\"payee_id\":\"x\"}");
  sandbox_get (sandbox, "/banking/payees?end_user_id=%s", id);
  sandbox_assert (sandbox, "payees.0.payee_id", "x");
}

static void
test_der (Sandbox       *sandbox,
          gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *other_id = sandbox_add_end_user (sandbox, "b@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "2", "ada", ",\"account_ids\":[\"e1\"]");
  g_autofree char *other = sandbox_grant (sandbox, other_id, "2", "ada", ",\"account_ids\":[\"e2\"]");

  add_record (sandbox, "2", "energy.der", "{\"service_point_id\":\"s1\",\"approved_capacity\":5.0}");
  sandbox_get (sandbox, "/energy/der?end_user_id=%s", id);
  sandbox_assert (sandbox, "der_records.0.approved_capacity", "5.0");
  sandbox_get (sandbox, "/energy/der?end_user_id=%s", other_id);
  g_assert_cmpuint (sandbox_count (sandbox, "der_records"), ==, 0);
}

static char *
link_energy (Sandbox *sandbox)
{
  char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "2", "ada", "");

  add_record (sandbox, "2", "energy.invoices",
              "{\"account_id\":\"e1\",\"invoice_number\":\"7\",\"issue_date\":\"2026-01-05\",\"service_points\":[\"s1\"]}");
  add_record (sandbox, "2", "energy.invoices",
              "{\"account_id\":\"e2\",\"invoice_number\":\"8\",\"issue_date\":\"2026-02-05\",\"service_points\":[\"s2\",\"s3\"]}");
  add_record (sandbox, "2", "energy.billing",
              "{\"account_id\":\"e1\",\"transaction_u_type\":\"usage\",\"usage\":{\"invoice_number\":\"7\"},\"gst\":\"1.00\"}");
  add_record (sandbox, "2", "energy.billing",
              "{\"account_id\":\"e2\",\"transaction_u_type\":\"demand\",\"demand\":{\"invoice_number\":\"8\"},\"gst\":\"2.00\"}");
  add_record (sandbox, "2", "energy.billing",
              "{\"account_id\":\"e2\",\"transaction_u_type\":\"onceOff\",\"once_off\":{\"invoice_number\":\"8\"},\"gst\":\"3.00\"}");
  add_record (sandbox, "2", "energy.billing",
              "{\"account_id\":\"e2\",\"transaction_u_type\":\"otherCharges\",\"other_charges\":{\"invoice_number\":\"8\"},\"gst\":\"4.00\"}");
  add_record (sandbox, "2", "energy.billing", "{\"account_id\":\"e2\",\"transaction_u_type\":\"payment\",\"gst\":\"5.00\"}");
  return id;
}

static void
test_billing_filters (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *id = link_energy (sandbox);

  sandbox_get (sandbox, "/energy/billing?end_user_id=%s&invoice_number=8", id);
  g_assert_cmpuint (sandbox_count (sandbox, "billing"), ==, 3);
  sandbox_get (sandbox, "/energy/billing?end_user_id=%s&invoice_number=7", id);
  g_assert_cmpuint (sandbox_count (sandbox, "billing"), ==, 1);
  sandbox_assert (sandbox, "billing.0.gst", "1.00");
  sandbox_get (sandbox, "/energy/billing?end_user_id=%s&account_id=e2", id);
  g_assert_cmpuint (sandbox_count (sandbox, "billing"), ==, 4);
}

static void
test_invoice_filters (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *id = link_energy (sandbox);

  sandbox_get (sandbox, "/energy/invoice?end_user_id=%s", id);
  sandbox_assert (sandbox, "invoices.0.invoice_number", "8");
  sandbox_get (sandbox, "/energy/invoice?end_user_id=%s&invoice_number=7", id);
  g_assert_cmpuint (sandbox_count (sandbox, "invoices"), ==, 1);
  sandbox_get (sandbox, "/energy/invoice?end_user_id=%s&service_point_id=s3", id);
  g_assert_cmpuint (sandbox_count (sandbox, "invoices"), ==, 1);
  sandbox_assert (sandbox, "invoices.0.invoice_number", "8");
  sandbox_get (sandbox, "/energy/invoice?end_user_id=%s&account_id=e1", id);
  sandbox_assert (sandbox, "invoices.0.invoice_number", "7");
  g_assert_cmpuint (sandbox_count (sandbox, "invoices"), ==, 1);
}

static void
test_freshness (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "2", "ada", ",\"permissions\":[\"usage\",\"identity\"]");

  sandbox_get (sandbox, "/data-freshness");
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_assert (sandbox, "fault", NULL);

  sandbox_control (sandbox, "/clock", "{\"advance\":\"P2DT1H\"}");
  sandbox->token = (g_free (sandbox->token), NULL);
  sandbox_post (sandbox, "/token", "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
                desk_sandbox_state_get_client_id (sandbox->state), desk_sandbox_state_get_client_secret (sandbox->state));
  sandbox->token = sandbox_dup (sandbox, "token");
  sandbox_get (sandbox, "/data-freshness?end_user_id=%s", id);
  g_assert_cmpuint (sandbox_count (sandbox, "data_freshness"), ==, 2);
  sandbox_assert (sandbox, "data_freshness.0.data_set", "energy.usage");
  sandbox_assert (sandbox, "data_freshness.1.data_set", "common.identity");
  sandbox_assert (sandbox, "data_freshness.0.institution_id", "2");
  sandbox_assert (sandbox, "data_freshness.0.arrangement_id", consent);
  sandbox_assert (sandbox, "data_freshness.0.last_synced_at", "2026-03-03T00:00:00Z");
  g_assert_cmpuint (sandbox_count (sandbox, "links"), ==, 0);
}

static void
test_unknown_path (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  sandbox_get (sandbox, "/banking/nothing");
  g_assert_cmpuint (sandbox->status, ==, 404);
  sandbox_assert (sandbox, "name", "NotFound");
  sandbox_assert (sandbox, "fault", NULL);
  sandbox_get (sandbox, "/banking/transactions/category");
  g_assert_cmpuint (sandbox->status, ==, 405);
  sandbox_assert (sandbox, "name", "MethodNotAllowed");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Sandbox *sandbox, gconstpointer user_data);
  } tests[] = {
    { "/record-sets/payees-belong-to-no-account", test_payees },
    { "/record-sets/der-belongs-to-a-service-point", test_der },
    { "/record-sets/billing-filters", test_billing_filters },
    { "/record-sets/invoice-filters", test_invoice_filters },
    { "/record-sets/data-freshness", test_freshness },
    { "/record-sets/unknown-data-paths-have-the-envelope-of-data", test_unknown_path },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *path = g_strconcat ("/record-sets/serves", sets[i].path, NULL);

      g_test_add (path, Sandbox, &sets[i], sandbox_set_up, test_set, sandbox_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);

  return g_test_run ();
}
