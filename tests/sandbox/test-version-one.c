/* test-version-one.c: records as version 1 of the API has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-version-one.h"

#include <string.h>

#include "desk-sandbox-rewrite.h"
#include "sandbox-fixture.h"

static void
assert_older (const char *record,
              const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  desk_sandbox_version_one_append (text, (DeskJsonSlice) { record, strlen (record) });
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_fees (void)
{
  assert_older ("{\"fees\":[{\"fee_type\":\"PERIODIC\",\"fee_method_u_type\":\"fixedAmount\",\"fixed_amount\":{\"amount\":\"5.00\"}}]}",
                "{\"fees\":[{\"fee_type\":\"PERIODIC\",\"amount\":\"5.00\"}]}");
  assert_older ("{\"fees\":[{\"fee_type\":\"CASH_ADVANCE\",\"rate_based\":{\"rate_type\":\"TRANSACTION\",\"rate\":\"0.03\"},\"fee_cap\":\"9.00\"}]}",
                "{\"fees\":[{\"fee_type\":\"WITHDRAWAL\",\"transaction_rate\":\"0.03\"}]}");
  assert_older ("{\"fees\":[{\"rate_based\":{\"rate_type\":\"INTEREST_ACCRUED\",\"rate\":\"0.2\",\"accrual_frequency\":\"P1M\"}}]}",
                "{\"fees\":[{\"accrued_rate\":\"0.2\",\"accrual_frequency\":\"P1M\"}]}");
  assert_older ("{\"fees\":[{\"fee_type\":\"PERIODIC\",\"amount\":\"5.00\",\"balance_rate\":\"0.1\"}]}",
                "{\"fees\":[{\"fee_type\":\"PERIODIC\",\"amount\":\"5.00\",\"balance_rate\":\"0.1\"}]}");
}

static void
test_discounts (void)
{
  assert_older ("{\"fees\":[{\"discounts\":[{\"discount_method_u_type\":\"fixedAmount\",\"fixed_amount\":{\"amount\":\"5.00\"}},"
                "{\"rate_based\":{\"rate_type\":\"FEE\",\"rate\":\"0.5\"}}]}]}",
                "{\"fees\":[{\"discounts\":[{\"amount\":\"5.00\"},{\"fee_rate\":\"0.5\"}]}]}");
}

static void
test_rates (void)
{
  assert_older ("{\"deposit_rates\":[{\"rate\":\"0.010\",\"tiers\":[{\"minimum_value\":\"0.00\",\"maximum_value\":\"250000.00\"}],"
                "\"applicability_conditions\":[{\"rate_applicability_type\":\"OTHER\",\"additional_info\":\"a\"},{\"additional_info\":\"b\"}]}]}",
                "{\"deposit_rates\":[{\"rate\":\"0.010\",\"tiers\":[{\"minimum_value\":0.00,\"maximum_value\":250000.00}],"
                "\"applicability_conditions\":{\"additional_info\":\"a\"}}]}");
  assert_older ("{\"lending_rates\":[{\"repayment_type\":\"OTHER\",\"loan_purpose\":\"INVESTMENT\",\"tiers\":[{\"minimum_value\":\"x\"}]}]}",
                "{\"lending_rates\":[{\"loan_purpose\":\"INVESTMENT\",\"tiers\":[{\"minimum_value\":\"x\"}]}]}");
  assert_older ("{\"lending_rates\":[{\"tiers\":[{\"minimum_value\":1,\"applicability_conditions\":{\"additional_info\":\"a\"}}]}]}",
                "{\"lending_rates\":[{\"tiers\":[{\"minimum_value\":1,\"applicability_conditions\":{\"additional_info\":\"a\"}}]}]}");
}

static void
test_accounts (void)
{
  assert_older ("{\"account_id\":\"a\",\"is_instalment_detail_available\":false,\"instalments\":{\"minimum_split\":3},"
                "\"features\":[{\"is_activated\":\"ACTIVATED\"},{\"is_activated\":\"NOT_ACTIVATED\"},{\"is_activated\":\"UNKNOWN\"},"
                "{\"is_activated\":true}],\"loan\":{\"repayment_type\":\"UNCONSTRAINED\",\"max_redraw\":\"1.00\"}}",
                "{\"account_id\":\"a\",\"features\":[{\"is_activated\":true},{\"is_activated\":false},{},{\"is_activated\":true}],"
                "\"loan\":{\"max_redraw\":\"1.00\"}}");
}

static void
test_extended_data (void)
{
  assert_older ("{\"extended_data\":{\"payee\":\"A\",\"extension_u_type\":\"nppPayload\",\"npp_payload\":"
                "{\"extended_description\":\"d\",\"service\":\"X2P1\",\"service_version\":\"01\"}}}",
                "{\"extended_data\":{\"payee\":\"A\",\"extension_u_type\":\"x2p101Payload\",\"service\":\"X2P1.01\","
                "\"x2p101_payload\":{\"extended_description\":\"d\"}}}");
  assert_older ("{\"extended_data\":{\"npp_payload\":{\"service\":\"CATSCT\"}}}",
                "{\"extended_data\":{\"extension_u_type\":\"nppPayload\",\"service\":\"CATSCT\",\"nppPayload\":{\"service\":\"CATSCT\"}}}");
  assert_older ("{\"extended_data\":{\"service\":\"\"}}", "{\"extended_data\":{\"service\":\"\"}}");
}

static void
test_rest_stays (void)
{
  assert_older ("{\"odd\\u0041\":0.10,\"fees\":null,\"features\":\"none\",\"n\":[1,{\"fees\":[{\"fee_cap\":\"1\"}]}]}",
                "{\"odd\\u0041\":0.10,\"fees\":null,\"features\":\"none\",\"n\":[1,{\"fees\":[{\"fee_cap\":\"1\"}]}]}");
}

static void
keep_short (GString       *text,
            const char    *name,
            DeskJsonSlice  value)
{
  if (strlen (name) == 1)
    desk_sandbox_rewrite_add (text, name, value);
}

static void
test_rewrite (void)
{
  const char *json = "[{\"long\":1,\"a\":2,\"b\":[ 3 ]},4,{}]";
  g_autoptr(GString) text = g_string_new (NULL);

  desk_sandbox_rewrite_array (text, (DeskJsonSlice) { json, strlen (json) }, keep_short);
  g_assert_cmpstr (text->str, ==, "[{\"a\":2,\"b\":[ 3 ]},4,{}]");
  g_string_truncate (text, 0);
  desk_sandbox_rewrite_object (text, (DeskJsonSlice) { "7", 1 }, keep_short);
  desk_sandbox_rewrite_array (text, (DeskJsonSlice) { "8", 1 }, keep_short);
  g_assert_cmpstr (text->str, ==, "78");
}

static void
test_rewrite_add (void)
{
  g_autoptr(GString) text = g_string_new ("{");

  desk_sandbox_rewrite_add (text, "none", DESK_JSON_SLICE_NONE);
  desk_sandbox_rewrite_add_name (text, "a");
  g_string_append_c (text, '1');
  desk_sandbox_rewrite_add (text, "b", (DeskJsonSlice) { "2", 1 });
  g_assert_cmpstr (text->str, ==, "{\"a\":1,\"b\":2");
}

/* Over HTTP: in version 1 only, and of every row. */
static void
test_served (Sandbox       *sandbox,
             gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *uri = g_strdup_printf ("%s/banking/accounts?end_user_id=%s", sandbox->api, id);
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");

  g_assert_true (desk_sandbox_customer_add_record (
    ada, "banking.accounts", "{\"account_id\":\"a1\",\"features\":[{\"is_activated\":\"ACTIVATED\"}]}", NULL));
  sandbox_call (sandbox, "GET", uri, "v1", NULL);
  sandbox_assert (sandbox, "accounts.2.features.0.is_activated", "true");
  sandbox_assert (sandbox, "accounts.2.arrangement_id", consent);
  sandbox_assert (sandbox, "accounts.0.odd", "0.10000000000000000555");
  sandbox_call (sandbox, "GET", uri, "v2", NULL);
  sandbox_assert (sandbox, "accounts.2.features.0.is_activated", "ACTIVATED");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version-one/fees", test_fees);
  g_test_add_func ("/version-one/discounts", test_discounts);
  g_test_add_func ("/version-one/rates", test_rates);
  g_test_add_func ("/version-one/accounts", test_accounts);
  g_test_add_func ("/version-one/extended-data", test_extended_data);
  g_test_add_func ("/version-one/the-rest-stays", test_rest_stays);
  g_test_add_func ("/version-one/rewrites-objects-only", test_rewrite);
  g_test_add_func ("/version-one/adds-members", test_rewrite_add);
  g_test_add ("/version-one/is-served-to-version-1", Sandbox, NULL, sandbox_set_up, test_served, sandbox_tear_down);

  return g_test_run ();
}
