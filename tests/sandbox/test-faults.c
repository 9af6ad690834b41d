/* test-faults.c: what can go wrong, and how it is switched on and off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

static DeskSandboxFaultSpec *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  DeskSandboxFaultSpec *spec = desk_sandbox_fault_spec_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (spec);
  return spec;
}

static void
test_table (void)
{
  guint n_faults;
  const DeskSandboxFault *faults = desk_sandbox_fault_list (&n_faults);

  g_assert_cmpuint (n_faults, >, 30);
  for (guint i = 0; i < n_faults; i++)
    {
      g_autoptr(DeskSandboxFaultSpec) spec = parse (faults[i].name);

      g_assert_true (spec->fault == &faults[i]);
      g_assert_true (desk_sandbox_fault_find (faults[i].name) == &faults[i]);
      g_assert_true (g_str_has_suffix (faults[i].description, "."));
    }
  g_assert_null (desk_sandbox_fault_find ("nothing"));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    guint64     number;
  } cases[] = {
    { "latency", 300 }, { "latency:20", 20 }, { "latency:20ms", 20 }, { "latency:2s", 2000 },
    { "oversized:10", 10 }, { "oversized:2K", 2048 }, { "oversized:1M", 1048576 }, { "oversized", 104857600 },
    { "data-error", 503 }, { "data-error:404", 404 }, { "rate-limit:3", 3 }, { "expired-token", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DeskSandboxFaultSpec) spec = parse (cases[i].text);

      g_assert_cmpuint (spec->number, ==, cases[i].number);
      g_assert_null (spec->scope);
    }
}

static void
test_texts_and_scope (void)
{
  g_autoptr(DeskSandboxFaultSpec) type = parse ("content-type:image/svg+xml@energy/usage");
  g_autoptr(DeskSandboxFaultSpec) lookalike = parse ("lookalike-redirect:path");
  g_autoptr(DeskSandboxFaultSpec) bare = parse ("cut@auth");

  g_assert_cmpstr (type->text, ==, "image/svg+xml");
  g_assert_cmpstr (type->scope, ==, "energy/usage");
  g_assert_cmpstr (lookalike->text, ==, "path");
  g_assert_cmpstr (bare->scope, ==, "auth");
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "", "nothing", "nothing:1", "Latency", "latency:", "latency:x", "latency:-1", "latency:0", "latency:1h",
    "latency:601s", "cut:1", "data-error:200", "data-error:600", "data-error:503@nowhere", "data-error:503@end-users",
    "latency:1@", "latency:1@bankingx", "latency@banking/account", "latency@token/x", "consent-timeout@banking", "tls-untrusted@auth", "rate-limit:0",
    "oversized:5000M", "oversized:18446744073709551615M", "content-type:plain", "content-type:a/b c",
    "lookalike-redirect:port", "popup:1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_sandbox_fault_spec_parse (cases[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_reach (void)
{
  static const struct
  {
    const char *text;
    const char *origin;
    const char *path;
    gboolean    reaches;
  } cases[] = {
    { "latency", "api", "v1/banking/transactions", TRUE },
    { "latency", "api", "v1/end-users", TRUE },
    { "latency", "api", "v1/token", FALSE },
    { "latency@token", "api", "v1/token", TRUE },
    { "latency@api", "api", "v1/token", TRUE },
    { "latency@api", "api", "sandbox/faults", FALSE },
    { "latency", "api", "sandbox/state", FALSE },
    { "latency", "auth", "allow", FALSE },
    { "latency@auth", "auth", "allow", TRUE },
    { "latency@auth", "bank", "login", FALSE },
    { "latency@auth", "api", "v1/auth/session", FALSE },
    { "latency@banking", "api", "v1/banking/accounts", TRUE },
    { "latency@banking", "api", "v1/energy/accounts", FALSE },
    { "latency@banking/accounts", "api", "v1/banking/acccounts/direct-debits", FALSE },
    { "latency@banking/accounts/direct-debits", "api", "v1/banking/acccounts/direct-debits", TRUE },
    { "latency@energy/invoices", "api", "v1/energy/invoice", TRUE },
    { "latency@energy/invoice", "api", "v1/energy/invoices", TRUE },
    { "latency@institutions", "api", "v1/institutions/5", TRUE },
    { "latency@institutions/5", "api", "v1/institutions", FALSE },
    { "latency@banking/products", "api", "v1/banking/products/5", TRUE },
    { "data-error", "api", "v1/energy/usage", TRUE },
    { "data-error", "api", "v1/end-users", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DeskSandboxFaultSpec) spec = parse (cases[i].text);

      g_assert_cmpint (desk_sandbox_fault_spec_reaches (spec, cases[i].origin, cases[i].path), ==, cases[i].reaches);
    }
}

static void
test_every_nth (void)
{
  g_autoptr(DeskSandboxFaultSpec) spec = parse ("rate-limit:3");

  for (guint i = 1; i <= 7; i++)
    g_assert_cmpint (desk_sandbox_fault_spec_strikes (spec), ==, i % 3 == 0);
}

static void
count_cb (DeskSandboxFaults *faults,
          guint             *count)
{
  (*count)++;
}

static void
test_switch (void)
{
  g_autoptr(DeskSandboxFaults) faults = desk_sandbox_faults_new ();
  guint n_changes = 0;

  g_signal_connect (faults, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_false (desk_sandbox_faults_is_on (faults, "latency", NULL));
  g_assert_true (desk_sandbox_faults_switch (faults, "latency:1", TRUE, NULL));
  g_assert_true (desk_sandbox_faults_switch (faults, "latency:2", TRUE, NULL));
  g_assert_cmpuint (desk_sandbox_faults_find (faults, "latency", NULL)->number, ==, 2);
  g_assert_false (desk_sandbox_faults_is_on (faults, "cut", NULL));
  g_assert_true (desk_sandbox_faults_switch (faults, "latency", FALSE, NULL));
  g_assert_false (desk_sandbox_faults_is_on (faults, "latency", NULL));
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_false (desk_sandbox_faults_switch (faults, "nothing", TRUE, NULL));
  g_assert_cmpuint (n_changes, ==, 3);
}

static void
test_scopes_stand_beside_each_other (void)
{
  g_autoptr(DeskSandboxFaults) faults = desk_sandbox_faults_new ();
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  DeskSandboxFaultSpec *spec;

  g_assert_true (desk_sandbox_faults_switch (faults, "data-error:404@banking", TRUE, NULL));
  g_assert_true (desk_sandbox_faults_switch (faults, "data-error:502@energy", TRUE, NULL));
  spec = desk_sandbox_faults_find_for_call (faults, "data-error", "api", "v1/energy/usage", nobody);
  g_assert_cmpuint (spec->number, ==, 502);
  g_assert_true (desk_sandbox_faults_switch (faults, "data-error@energy", FALSE, NULL));
  g_assert_null (desk_sandbox_faults_find_for_call (faults, "data-error", "api", "v1/energy/usage", nobody));
  g_assert_true (desk_sandbox_faults_is_on (faults, "data-error", NULL));
}

static void
test_reset (void)
{
  static const char *const first[] = { "latency:7", NULL };
  static const char *const wrong[] = { "nothing", NULL };
  g_autoptr(DeskSandboxFaults) faults = desk_sandbox_faults_new ();

  g_assert_false (desk_sandbox_faults_start_with (faults, wrong, NULL));
  g_assert_true (desk_sandbox_faults_start_with (faults, first, NULL));
  g_assert_true (desk_sandbox_faults_switch (faults, "latency", FALSE, NULL));
  g_assert_true (desk_sandbox_faults_switch (faults, "cut", TRUE, NULL));
  desk_sandbox_faults_reset (faults);
  g_assert_cmpuint (desk_sandbox_faults_find (faults, "latency", NULL)->number, ==, 7);
  g_assert_false (desk_sandbox_faults_is_on (faults, "cut", NULL));
}

static void
test_carried (void)
{
  g_autoptr(DeskSandboxFaults) faults = desk_sandbox_faults_new ();
  g_autoptr(GPtrArray) customers = g_ptr_array_new ();
  g_autoptr(DeskSandboxCustomer) customer =
    desk_sandbox_customer_new ("c", "C", "c@example.com", "1", "banking", DESK_SANDBOX_SOURCE_PERSONA, "test");

  g_ptr_array_add (customers, customer);
  g_assert_null (desk_sandbox_customer_get_fault (customer));
  g_assert_false (desk_sandbox_faults_is_on (faults, "consent-timeout", customer));
  desk_sandbox_customer_set_fault (customer, "consent-timeout");
  g_assert_true (desk_sandbox_faults_is_on (faults, "consent-timeout", customer));
  g_assert_false (desk_sandbox_faults_is_on (faults, "consent-timeout", NULL));
  g_assert_false (desk_sandbox_faults_is_on (faults, "cut", customer));

  desk_sandbox_customer_set_fault (customer, "latency:5@banking");
  g_assert_cmpuint (desk_sandbox_faults_find_for_call (faults, "latency", "api", "v1/banking/accounts",
                                                       customers)->number, ==, 5);
  g_assert_null (desk_sandbox_faults_find_for_call (faults, "latency", "api", "v1/energy/accounts", customers));
}

static gboolean
is_on (Sandbox    *sandbox,
       const char *name)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, desk_json_slice_get_member (sandbox->body, "faults"));
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      g_autofree char *fault = desk_json_slice_dup_text (desk_json_slice_get_member (element, "fault"));
      g_autofree char *on = desk_json_slice_dup_text (desk_json_slice_get_member (element, "on"));

      if (g_strcmp0 (fault, name) == 0)
        return g_str_equal (on, "true");
    }

  g_assert_not_reached ();
}

static void
list_faults (Sandbox *sandbox)
{
  g_autofree char *uri = g_strconcat (sandbox->control, "/faults", NULL);

  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
}

static void
test_control (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  guint n_faults;

  desk_sandbox_fault_list (&n_faults);
  list_faults (sandbox);
  g_assert_cmpuint (sandbox_count (sandbox, "faults"), ==, n_faults);
  g_assert_cmpuint (sandbox_count (sandbox, "faults.0"), ==, 3);
  g_assert_false (is_on (sandbox, "data-error"));

  sandbox_control (sandbox, "/faults", "{\"fault\":\"data-error:404@banking\",\"on\":true}");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_true (is_on (sandbox, "data-error"));
  list_faults (sandbox);
  g_assert_true (is_on (sandbox, "data-error"));

  sandbox_control (sandbox, "/faults", "{\"fault\":\"data-error\",\"on\":false}");
  g_assert_false (is_on (sandbox, "data-error"));
}

static void
test_control_refuses (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  static const char *const bodies[] = {
    "{}", "{\"fault\":\"cut\"}", "{\"on\":true}", "{\"fault\":\"cut\",\"on\":\"yes\"}", "{\"fault\":1,\"on\":true}",
    "{\"fault\":\"nothing\",\"on\":true}", "{\"fault\":\"cut:1\",\"on\":true}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      sandbox_control (sandbox, "/faults", "%s", bodies[i]);
      g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_BAD_REQUEST);
      sandbox_assert (sandbox, "name", "bad_request");
    }
}

static void
test_control_reset (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  sandbox_control (sandbox, "/faults", "{\"fault\":\"cut\",\"on\":true}");
  g_assert_true (is_on (sandbox, "cut"));
  sandbox_control (sandbox, "/reset", "{}");
  list_faults (sandbox);
  g_assert_false (is_on (sandbox, "cut"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/sandbox/faults/" path, Sandbox, NULL, sandbox_set_up, function, sandbox_tear_down)

  g_test_add_func ("/sandbox/faults/table-is-found-by-name", test_table);
  g_test_add_func ("/sandbox/faults/spec-has-a-number", test_numbers);
  g_test_add_func ("/sandbox/faults/spec-has-a-text-and-a-scope", test_texts_and_scope);
  g_test_add_func ("/sandbox/faults/malformed-spec-is-refused", test_refused);
  g_test_add_func ("/sandbox/faults/reaches-its-scope-and-never-control", test_reach);
  g_test_add_func ("/sandbox/faults/strikes-at-every-nth-call", test_every_nth);
  g_test_add_func ("/sandbox/faults/is-switched-on-and-off", test_switch);
  g_test_add_func ("/sandbox/faults/scopes-stand-beside-each-other", test_scopes_stand_beside_each_other);
  g_test_add_func ("/sandbox/faults/reset-goes-back-to-the-start", test_reset);
  g_test_add_func ("/sandbox/faults/customer-carries-one", test_carried);
  ADD ("control-lists-and-switches", test_control);
  ADD ("control-refuses-what-it-does-not-know", test_control_refuses);
  ADD ("control-reset-switches-off", test_control_reset);

#undef ADD

  return g_test_run ();
}
