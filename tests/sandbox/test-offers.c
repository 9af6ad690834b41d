/* test-offers.c: products and plans, which need no consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <string.h>

#include "desk-sandbox-offer.h"

#define PRODUCT \
  "{\"product_id\":\"%s\",\"name\":\"Saver\",\"brand\":\"B\",\"odd\":0.10," \
  "\"fees\":[{\"name\":\"F\",\"fee_type\":\"LATE_PAYMENT\",\"fee_method_u_type\":\"fixedAmount\",\"fixed_amount\":{\"amount\":\"1.50\"}}]}"
#define PLAN "{\"plan_id\":\"%s\",\"display_name\":\"Plan\",\"brand\":\"%s\",\"effective_from\":\"2025-01-01T00:00:00Z\",\"effective_to\":\"%s\",\"electricity_contract\":{\"is_fixed\":false}}"

static void
add_offer (Sandbox    *sandbox,
           const char *institution_id,
           const char *json)
{
  DeskSandboxInstitution *institution = desk_sandbox_directory_find_institution (sandbox->directory, institution_id);
  g_autoptr(GError) error = NULL;

  g_assert_true (desk_sandbox_institution_add_offer (institution, json, &error));
  g_assert_no_error (error);
}

static void
set_up (Sandbox       *sandbox,
        gconstpointer  user_data)
{
  g_autofree char *first = g_strdup_printf (PRODUCT, "p1");
  g_autofree char *second = g_strdup_printf (PRODUCT, "p2");
  g_autofree char *current = g_strdup_printf (PLAN, "l1", "GUM", "2027-01-01T00:00:00Z");
  g_autofree char *past = g_strdup_printf (PLAN, "l2", "GUM", "2026-01-01T00:00:00Z");
  g_autofree char *other = g_strdup_printf (PLAN, "l3", "OAK", "2027-01-01T00:00:00Z");

  sandbox_set_up (sandbox, user_data);
  add_offer (sandbox, "1", first);
  add_offer (sandbox, "1", second);
  add_offer (sandbox, "2", current);
  add_offer (sandbox, "2", past);
  add_offer (sandbox, "2", other);
}

static void
assert_refused (Sandbox    *sandbox,
                const char *path,
                const char *message)
{
  sandbox_get (sandbox, "%s", path);
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_assert (sandbox, "name", "InvalidRequest");
  sandbox_assert (sandbox, "message", message);
  sandbox_assert (sandbox, "fault", NULL);
}

static void
test_products (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  static const char *const names[] = { "instituition_id", "institution_id" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      sandbox_get (sandbox, "/banking/products?%s=1", names[i]);
      g_assert_cmpuint (sandbox_count (sandbox, "products"), ==, 2);
      sandbox_assert (sandbox, "products.0.product_id", "p1");
      sandbox_assert (sandbox, "products.0.institution_id", "1");
      sandbox_assert (sandbox, "products.0.institution_name", NULL);
      sandbox_assert (sandbox, "products.0.fees", NULL);
    }

  sandbox_get (sandbox, "/banking/products?institution_id=1&page%%5Bsize%%5D=1");
  g_assert_cmpuint (sandbox_count (sandbox, "products"), ==, 1);
  g_assert_cmpuint (sandbox_count (sandbox, "links"), ==, 1);
  sandbox_get (sandbox, "/banking/products?institution_id=2");
  g_assert_cmpuint (sandbox_count (sandbox, "products"), ==, 0);
  assert_refused (sandbox, "/banking/products", "The instituition_id parameter is required");
  assert_refused (sandbox, "/banking/products?institution_id=", "The instituition_id parameter is required");
}

static void
test_product (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  sandbox_get (sandbox, "/banking/products/p2");
  sandbox_assert (sandbox, "product.product_id", "p2");
  sandbox_assert (sandbox, "product.odd", "0.10");
  sandbox_assert (sandbox, "product.fees.0.fixed_amount.amount", "1.50");
  sandbox_get (sandbox, "/banking/products/none");
  g_assert_cmpuint (sandbox->status, ==, 404);
  sandbox_assert (sandbox, "name", "NotFound");
  sandbox_get (sandbox, "/banking/products/l1");
  g_assert_cmpuint (sandbox->status, ==, 404);
}

static void
test_older_product (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->api, "/banking/products/p1", NULL);

  sandbox_call (sandbox, "GET", uri, "v1", NULL);
  sandbox_assert (sandbox, "product.fees.0.amount", "1.50");
  sandbox_assert (sandbox, "product.fees.0.fee_type", "EVENT");
  sandbox_assert (sandbox, "product.fees.0.fixed_amount", NULL);
  sandbox_call (sandbox, "GET", uri, "v2", NULL);
  sandbox_assert (sandbox, "product.fees.0.amount", NULL);
}

static void
test_plans (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  sandbox_get (sandbox, "/energy/plans?institution_id=2");
  g_assert_cmpuint (sandbox_count (sandbox, "plans"), ==, 2);
  sandbox_assert (sandbox, "plans.0.institution_id", "2");
  sandbox_assert (sandbox, "plans.0.institution_name", "Test Energy");
  sandbox_assert (sandbox, "plans.0.electricity_contract", NULL);
  sandbox_get (sandbox, "/energy/plans?institution_id=2&status=active");
  g_assert_cmpuint (sandbox_count (sandbox, "plans"), ==, 2);
  sandbox_get (sandbox, "/energy/plans?institution_id=2&status=all");
  g_assert_cmpuint (sandbox_count (sandbox, "plans"), ==, 3);
  sandbox_get (sandbox, "/energy/plans?retailer_id=GUM&status=all");
  g_assert_cmpuint (sandbox_count (sandbox, "plans"), ==, 2);
  sandbox_get (sandbox, "/energy/plans?retailer_id=OAK");
  sandbox_assert (sandbox, "plans.0.plan_id", "l3");
  g_assert_cmpuint (sandbox_count (sandbox, "plans"), ==, 1);
}

static void
test_plans_refused (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  const char *one = "Exactly one of the retailer_id and institution_id parameters is required";

  assert_refused (sandbox, "/energy/plans", one);
  assert_refused (sandbox, "/energy/plans?retailer_id=GUM&institution_id=2", one);
  assert_refused (sandbox, "/energy/plans?institution_id=2&status=old", "invalid status: must be active or all");
}

static void
test_plan (Sandbox       *sandbox,
           gconstpointer  user_data)
{
  sandbox_get (sandbox, "/energy/plans/l2");
  sandbox_assert (sandbox, "data.plan_id", "l2");
  sandbox_assert (sandbox, "data.electricity_contract.is_fixed", "false");
  sandbox_assert (sandbox, "data.institution_name", "Test Energy");
  sandbox_get (sandbox, "/energy/plans/none");
  g_assert_cmpuint (sandbox->status, ==, 404);
}

static void
test_without_id (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_sandbox_offer_new ("{\"name\":\"x\"}", "1", NULL, &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
}

static void
test_name_is_text (void)
{
  g_autoptr(DeskSandboxOffer) offer = desk_sandbox_offer_new ("{\"plan_id\":\"x\"}", "1", "A \"quoted\" name", NULL);

  g_assert_cmpstr (offer->detail, ==, "{\"plan_id\":\"x\",\"institution_id\":\"1\",\"institution_name\":\"A \\\"quoted\\\" name\"}");
}

static void
test_current (void)
{
  g_autoptr(DeskSandboxOffer) open_ended = desk_sandbox_offer_new ("{\"plan_id\":\"x\"}", "1", NULL, NULL);
  g_autoptr(DeskSandboxOffer) offer =
    desk_sandbox_offer_new ("{\"plan_id\":\"x\",\"effective_from\":\"1970-01-01T00:00:01Z\",\"effective_to\":\"1970-01-01T00:00:02Z\"}",
                            "1", NULL, NULL);

  g_assert_true (desk_sandbox_offer_is_current (open_ended, 0));
  g_assert_false (desk_sandbox_offer_is_current (offer, G_USEC_PER_SEC - 1));
  g_assert_true (desk_sandbox_offer_is_current (offer, G_USEC_PER_SEC));
  g_assert_false (desk_sandbox_offer_is_current (offer, 2 * G_USEC_PER_SEC));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/offers/products-of-an-institution", Sandbox, NULL, set_up, test_products, sandbox_tear_down);
  g_test_add ("/offers/one-product", Sandbox, NULL, set_up, test_product, sandbox_tear_down);
  g_test_add ("/offers/a-product-in-version-1", Sandbox, NULL, set_up, test_older_product, sandbox_tear_down);
  g_test_add ("/offers/plans", Sandbox, NULL, set_up, test_plans, sandbox_tear_down);
  g_test_add ("/offers/plans-of-one-or-the-other", Sandbox, NULL, set_up, test_plans_refused, sandbox_tear_down);
  g_test_add ("/offers/one-plan", Sandbox, NULL, set_up, test_plan, sandbox_tear_down);
  g_test_add_func ("/offers/refuses-what-has-no-id", test_without_id);
  g_test_add_func ("/offers/a-name-is-text", test_name_is_text);
  g_test_add_func ("/offers/is-current-from-and-until", test_current);

  return g_test_run ();
}
