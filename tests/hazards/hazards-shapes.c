/* hazards-shapes.c: hazards 6 to 10: wrong types, other shapes and other names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include "desk-json-read.h"

static void
test_wrong_scalar_type (DeskJsonPage *page)
{
  g_auto(GStrv) ids = desk_json_read_texts (hazard_value (page, 0, "bundles.0"), "product_ids");
  g_autofree char *is_activated = hazard_words ("banking.accounts", page, 2, "features.0.is_activated");
  g_autofree char *days = hazard_words ("energy.plan-detail", page, 1, "electricity_contract.cooling_off_days");
  g_autofree char *most = hazard_words ("banking.product-detail", page, 0, "lending_rates.0.tiers.0.maximum_value");

  g_assert_cmpstrv (ids, ((const char *const[]) { "p-2", NULL }));
  g_assert_nonnull (strstr (most, "999.99"));
  g_assert_true (g_str_has_prefix (days, "10"));
  g_assert_cmpstr (is_activated, !=, "");
}

static void
assert_shown_with (const char   *resource,
                   DeskJsonPage *page,
                   guint         position,
                   const char   *path,
                   const char   *part)
{
  g_autofree char *words = hazard_words (resource, page, position, path);

  g_assert_nonnull (strstr (words, part));
}

static void
test_object_for_array (DeskJsonPage *page)
{
  static const char conditions[] = "lending_rates.0.tiers.0.applicability_conditions";
  static const char contract[] = "electricity_contract";
  g_autofree char *days = g_strconcat (contract, ".tariff_period.0.demand_charges.0.days", NULL);
  g_autoptr(GBytes) body = NULL;
  g_autoptr(DeskJsonPage) single = NULL;
  DeskJsonSlice root = desk_json_page_get_root (page);

  assert_shown_with ("banking.product-detail", page, 0, conditions, "On request");
  assert_shown_with ("energy.plan-detail", page, 1, days, "weekdays");
  assert_shown_with ("energy.plan-detail", page, 1, "electricity_contract.solar_feed_in_tariff", "PEAK");

  body = g_bytes_new (root.text, root.length);
  single = desk_json_page_new (body, (const char *const[]) { "single", NULL }, NULL);
  g_assert_cmpuint (desk_json_page_get_n_records (single), ==, 1);
}

static void
test_two_shapes_by_version (DeskJsonPage *page)
{
  g_autofree char *wrapped = hazard_words ("energy.balances", page, 1, "balance");

  hazard_assert_words ("energy.balances", page, 0, "balance", "482.43");
  g_assert_nonnull (strstr (wrapped, "380.88"));
  hazard_assert_words ("banking.transactions", page, 2, "extended_data.service", "X2P1.01");
  hazard_assert_words ("banking.transactions", page, 2, "extended_data.x2p101_payload.extended_description",
                       "Old form");
  hazard_assert_words ("banking.transactions", page, 3, "extended_data.npp_payload.extended_description", "New form");
  g_assert_nonnull (desk_resource_find_field (fixture_resource ("banking.product-detail"), "fees.amount"));
  g_assert_nonnull (desk_resource_find_field (fixture_resource ("banking.product-detail"), "fees.fee_method_u_type"));
}

static void
test_union_tag_does_not_fit (DeskJsonPage *page)
{
  g_autofree char *tag = hazard_words ("banking.payees", page, 1, "payee_u_type");
  g_autoptr(DeskStore) store = hazard_store ("banking.payees", page, 0);

  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, "banking.payees"), ==, 4);
  hazard_assert_words ("banking.payees", page, 0, "digital_wallet.name", "PayPal Mia");
  g_assert_nonnull (strstr (tag, "pigeon"));
  hazard_assert_usage (page, 2, "7", "0", 1);
  hazard_assert_usage (page, 3, "7", "0", 1);
}

static void
test_nearly_right_names (DeskJsonPage *page)
{
  static const char *const names[] = { "displayname", "additionaInfo", "connectionId", "additionalOverViewUris" };
  g_autoptr(DeskStore) store = hazard_store ("banking.accounts", page, 0);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (desk_resource_find_field (fixture_resource ("banking.accounts"), names[i]));
      g_assert_cmpint (desk_json_slice_get_kind (hazard_value (page, 0, names[i])), !=, DESK_JSON_KIND_NONE);
    }
  hazard_assert_words ("banking.accounts", page, 0, "display_name", "");
  hazard_assert_words ("energy.plan-detail", page, 1, "electricity_contract.tariff_period.0.daily_supply_charge", "");
}

void
hazards_add_shapes (void)
{
  hazard_add ("06-wrong-scalar-type", test_wrong_scalar_type);
  hazard_add ("07-object-for-array", test_object_for_array);
  hazard_add ("08-two-shapes-by-version", test_two_shapes_by_version);
  hazard_add ("09-union-tag-does-not-fit", test_union_tag_does_not_fit);
  hazard_add ("10-nearly-right-names", test_nearly_right_names);
}
