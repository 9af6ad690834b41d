/* test-record-mask.c: a record that an audience may read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-catalogue.h"
#include "desk-json.h"
#include "desk-record-mask.h"

/* Texts of the records of end users that tell nobody who they are: what a bank, a retailer or the service wrote. A field
 * that is new is personal or gets its place here. */
static const char *const harmless[] = {
  "additional_fee_information", "additional_info", "additional_value", "agent_role", "apca_number", "arbn",
  "beneficiary_bank_bic", "benefit_period", "bill_frequency", "biller_code", "biller_name", "bundle_name", "category",
  "chip_number", "code", "country", "country_code", "description", "display_name", "eligibility", "end_date",
  "fed_wire_number", "financial_institution", "flat_unit_type", "floor_level_type", "industry_code", "information",
  "inter_trip_scheme", "inverter_model_number", "inverter_series", "legal_entity_identifier", "loss_value",
  "manufacturer", "manufacturer_name", "maximum_value", "measure_unit", "merchant_category_code", "merchant_name",
  "meter_types", "minimum_value", "model", "model_number", "name", "network_tariff_code", "occupation_code",
  "on_expiry_description", "party", "postal_delivery_type", "prefix", "primary_category", "product_name",
  "purpose_code", "read_type", "register_suffix", "registered_country", "routing_number", "secondary_category",
  "service", "service_points", "service_version", "sort_code", "start_date", "state", "street_suffix", "street_type",
  "subtype", "suffix", "terms", "unit_of_measure", "variation", "abn", "acn", "address", NULL,
};

static GBytes *
mask_text (const char *resource,
           const char *json)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autoptr(GBytes) record = g_bytes_new (json, strlen (json));

  return desk_record_mask (mask, desk_catalogue_find (resource), record);
}

/* Returns: (transfer full): the text at @path of the masked record; the raw JSON of what is no text */
static char *
dup_masked (const char *resource,
            const char *json,
            const char *path)
{
  g_autoptr(GBytes) masked = mask_text (resource, json);
  DeskJsonSlice root;
  DeskJsonSlice value;

  g_assert_true (desk_json_parse (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked), &root, NULL));
  value = desk_json_slice_get_path (root, path);

  return desk_json_slice_get_kind (value) == DESK_JSON_KIND_STRING ? desk_json_slice_dup_text (value)
                                                                   : desk_json_slice_dup_raw (value);
}

static void
test_amount (void)
{
  g_autofree char *amount = dup_masked ("banking.transactions", "{\"amount\":\"-1204.50\"}", "amount");

  g_assert_cmpstr (amount, !=, "-1204.50");
  g_assert_true (g_regex_match_simple ("^-[1-9][0-9]{3}\\.[0-9]{2}$", amount, 0, 0));
}

static void
test_rest_stays_as_received (void)
{
  const char *json = "{ \"status\" : \"POSTED\",\n \"posting_date_time\":\"2026-11-21T00:00:00Z\", \"is_detail_available\":true,"
                     "\"merchant_name\":null }";
  g_autoptr(GBytes) masked = mask_text ("banking.transactions", json);

  g_assert_cmpmem (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked), json, strlen (json));
}

static void
test_unknown_member (void)
{
  g_autofree char *text = dup_masked ("banking.transactions", "{\"x\":{\"y\":[\"Mia Chen\"]},\"status\":\"POSTED\"}", "x");

  g_assert_null (strstr (text, "Mia"));
  g_assert_null (strstr (text, "Chen"));
}

static void
test_object_for_text (void)
{
  g_autofree char *text = dup_masked ("banking.transactions", "{\"status\":{\"name\":\"Mia Chen\"}}", "status");

  g_assert_null (strstr (text, "Chen"));
}

static void
test_escapes (void)
{
  g_autofree char *text = dup_masked ("banking.accounts", "{\"nickname\":\"\\u004dia\\n\\\"C\\\\hen\\\"\"}", "nickname");

  g_assert_cmpuint (strlen (text), ==, strlen ("Mia\n\"C\\hen\""));
  g_assert_null (strstr (text, "Mia"));
  g_assert_true (g_str_has_suffix (text, "\""));
}

static void
test_public_data_set (void)
{
  const char *json = "{\"name\":\"Everyday\",\"fees\":[{\"amount\":\"4.00\"}]}";
  g_autoptr(GBytes) masked = mask_text ("banking.product-detail", json);

  g_assert_cmpmem (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked), json, strlen (json));
}

static void
test_no_json (void)
{
  g_autoptr(GBytes) masked = mask_text ("banking.accounts", "{\"nickname\":\"Mia");

  g_assert_cmpmem (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked), "{}", 2);
}

static gboolean
is_personal (const DeskField *field)
{
  return field->type == DESK_FIELD_TYPE_AMOUNT || field->type == DESK_FIELD_TYPE_MASKED_NUMBER
         || (field->flags & DESK_FIELD_PERSONAL) != 0;
}

static void compare (const DeskField *fields,
                     guint            n_fields,
                     DeskJsonSlice    before,
                     DeskJsonSlice    after);

static void
compare_value (const DeskField *field,
               DeskJsonSlice    before,
               DeskJsonSlice    after)
{
  g_autofree char *text = desk_json_slice_dup_raw (before);
  g_autofree char *masked = desk_json_slice_dup_raw (after);
  DeskJsonIter iter;
  DeskJsonIter masked_iter;
  DeskJsonSlice element;
  DeskJsonSlice masked_element;

  if (desk_json_slice_get_kind (before) == DESK_JSON_KIND_OBJECT)
    compare (field->children, field->n_children, before, after);
  else if (desk_json_slice_get_kind (before) == DESK_JSON_KIND_ARRAY)
    {
      desk_json_iter_init (&iter, before);
      desk_json_iter_init (&masked_iter, after);
      while (desk_json_iter_next (&iter, NULL, &element))
        {
          g_assert_true (desk_json_iter_next (&masked_iter, NULL, &masked_element));
          compare_value (field, element, masked_element);
        }
    }
  else if (!is_personal (field))
    g_assert_cmpstr (text, ==, masked);
  else if (strlen (text) > 6)
    g_assert_cmpstr (text, !=, masked);
}

static void
compare (const DeskField *fields,
         guint            n_fields,
         DeskJsonSlice    before,
         DeskJsonSlice    after)
{
  for (guint i = 0; i < n_fields; i++)
    {
      DeskJsonSlice value = desk_json_slice_get_member (before, fields[i].name);

      if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_NONE)
        compare_value (&fields[i], value, desk_json_slice_get_member (after, fields[i].name));
    }
}

/* A record with every documented field. */
static void
test_every_field (gconstpointer data)
{
  const DeskResource *resource = data;
  g_autofree char *name = g_strconcat (resource->name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "records", name, NULL);
  g_autofree char *json = NULL;
  g_autoptr(GBytes) masked = NULL;
  DeskJsonSlice before;
  DeskJsonSlice after;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  masked = mask_text (resource->name, json);
  g_assert_true (desk_json_parse (json, strlen (json), &before, NULL));
  g_assert_true (desk_json_parse (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked), &after, NULL));
  compare (resource->fields, resource->n_fields, before, after);
}

static void
check_field (const char      *path,
             const DeskField *field,
             gpointer         user_data)
{
  gboolean is_text = field->type == DESK_FIELD_TYPE_TEXT;

  if (is_text && !is_personal (field) && !g_strv_contains (harmless, field->name))
    g_error ("Is %s of %s personal?", path, (const char *) user_data);
}

static void
test_every_text_is_judged (gconstpointer data)
{
  const DeskResource *resource = data;

  desk_resource_foreach_field (resource, check_field, (gpointer) resource->name);
}

int
main (int   argc,
      char *argv[])
{
  guint n_resources = 0;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-mask/amount", test_amount);
  g_test_add_func ("/record-mask/rest-stays-as-received", test_rest_stays_as_received);
  g_test_add_func ("/record-mask/unknown-member", test_unknown_member);
  g_test_add_func ("/record-mask/object-for-text", test_object_for_text);
  g_test_add_func ("/record-mask/escapes", test_escapes);
  g_test_add_func ("/record-mask/public-data-set", test_public_data_set);
  g_test_add_func ("/record-mask/no-json", test_no_json);
  for (guint i = 0; i < n_resources; i++)
    {
      const DeskResource *resource = resources[i];
      g_autofree char *every_field = g_strdup_printf ("/record-mask/every-field/%s", resource->name);
      g_autofree char *judged = g_strdup_printf ("/record-mask/every-text-is-judged/%s", resource->name);

      if (desk_resource_is_public (resource))
        continue;
      g_test_add_data_func (every_field, resource, test_every_field);
      g_test_add_data_func (judged, resource, test_every_text_is_judged);
    }

  return g_test_run ();
}
