/* test-resource.c: fields are found and visited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-catalogue.h"

static void
test_find_field (void)
{
  const DeskResource *transactions = desk_catalogue_find ("banking.transactions");
  const DeskField *field = desk_resource_find_field (transactions, "category.primary_category");

  g_assert_nonnull (field);
  g_assert_cmpstr (field->name, ==, "primary_category");
  g_assert_cmpint (desk_resource_find_field (transactions, "amount")->type, ==, DESK_FIELD_TYPE_AMOUNT);
}

static void
test_find_unknown (void)
{
  const DeskResource *transactions = desk_catalogue_find ("banking.transactions");

  g_assert_null (desk_resource_find_field (transactions, "amoun"));
  g_assert_null (desk_resource_find_field (transactions, "amounts"));
  g_assert_null (desk_resource_find_field (transactions, "amount.value"));
  g_assert_null (desk_resource_find_field (transactions, "category."));
  g_assert_null (desk_resource_find_field (transactions, ""));
}

static void
test_deep_fields (void)
{
  const DeskResource *accounts = desk_catalogue_find ("energy.accounts");
  const char *paths[] =
  {
    "plans.plan_detail.electricity_contract.tariff_period.time_of_use_rates.rates.unit_price",
    "plans.plan_detail.gas_contract.controlled_load.single_rate.rates.unit_price",
    "plans.plan_detail.electricity_contract.controlled_load.singleRate.rates.unit_price",
    "plans.plan_detail.electricity_contract.solar_feed_in_tariff.single_tariff.rates.unit_price",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const DeskField *field = desk_resource_find_field (accounts, paths[i]);

      g_assert_nonnull (field);
      g_assert_cmpint (field->type, ==, DESK_FIELD_TYPE_AMOUNT);
    }
}

static void
collect (const char      *path,
         const DeskField *field,
         gpointer         user_data)
{
  g_string_append_printf (user_data, "%s ", path);
}

static void
test_foreach (void)
{
  static const DeskField inner[] = { { "b", DESK_FIELD_TYPE_TEXT, 0, "B" }, { "c", DESK_FIELD_TYPE_TEXT, 0, "C" } };
  static const DeskField outer[] =
  {
    { "a", DESK_FIELD_TYPE_OBJECT, 0, "A", DESK_FIELD_CHILDREN (inner) },
    { "d", DESK_FIELD_TYPE_TEXT, 0, "D" },
  };
  DeskResource resource = { .name = "banking.test", .fields = outer, .n_fields = G_N_ELEMENTS (outer) };
  g_autoptr(GString) paths = g_string_new (NULL);

  desk_resource_foreach_field (&resource, collect, paths);
  g_assert_cmpstr (paths->str, ==, "a a.b a.c d ");
}

static void
test_industry (void)
{
  g_assert_true (desk_resource_is_banking (desk_catalogue_find ("banking.balances")));
  g_assert_false (desk_resource_is_banking (desk_catalogue_find ("energy.usage")));
  g_assert_false (desk_resource_is_banking (desk_catalogue_find ("common.identity")));
  g_assert_true (desk_resource_is_energy (desk_catalogue_find ("energy.usage")));
  g_assert_false (desk_resource_is_energy (desk_catalogue_find ("banking.balances")));
  g_assert_false (desk_resource_is_energy (desk_catalogue_find ("common.identity")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resource/finds-a-field-by-path", test_find_field);
  g_test_add_func ("/resource/finds-no-unknown-field", test_find_unknown);
  g_test_add_func ("/resource/knows-energy-contracts", test_deep_fields);
  g_test_add_func ("/resource/visits-objects-before-members", test_foreach);
  g_test_add_func ("/resource/knows-its-industry", test_industry);

  return g_test_run ();
}
