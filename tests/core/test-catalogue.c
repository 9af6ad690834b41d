/* test-catalogue.c: every data set is described well
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-catalogue.h"

static void
test_names (void)
{
  const char *expected[] = { "banking.accounts", "banking.balances", "banking.transactions", "banking.payees",
                             "banking.direct-debits", "banking.scheduled-payments", "banking.income",
                             "banking.products", "banking.product-detail", "energy.accounts", "energy.balances",
                             "energy.service-points", "energy.usage", "energy.der", "energy.billing",
                             "energy.invoices", "energy.concessions", "energy.payment-schedules", "energy.plans",
                             "energy.plan-detail", "common.identity", "common.data-freshness" };
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  g_assert_cmpuint (n_resources, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_resources; i++)
    g_assert_cmpstr (resources[i]->name, ==, expected[i]);
}

static void
test_find (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    g_assert_true (desk_catalogue_find (resources[i]->name) == resources[i]);
  g_assert_null (desk_catalogue_find ("banking.nothing"));
}

static void
test_version (void)
{
  g_assert_cmpuint (desk_catalogue_get_version (), !=, 0);
  g_assert_cmpuint (desk_catalogue_get_version (), ==, desk_catalogue_get_version ());
}

static void
test_entries (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      const DeskResource *resource = resources[i];

      g_assert_cmpstr (resource->label, !=, "");
      g_assert_nonnull (resource->paths[0]);
      g_assert_true (resource->root_keys[0] != NULL || resource->shape == DESK_RESOURCE_SHAPE_OBJECT);
      g_assert_nonnull (resource->filters);
      g_assert_true (resource->event == NULL || g_str_has_suffix (resource->event, ".sync.completed"));
      for (gsize k = 0; resource->key[k] != NULL; k++)
        g_assert_nonnull (desk_resource_find_field (resource, resource->key[k]));
    }
}

static void
test_scopes (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      const DeskResource *resource = resources[i];
      gboolean is_of_end_user = resource->scope == DESK_RESOURCE_SCOPE_END_USER;
      gboolean is_of_parent = resource->scope == DESK_RESOURCE_SCOPE_PARENT_ROW;

      g_assert_true (is_of_end_user == (resource->scope_parameters == NULL));
      g_assert_true (is_of_parent == (resource->parent != NULL));
      g_assert_true (is_of_parent == g_str_has_suffix (resource->paths[0], "}"));
      g_assert_true (is_of_end_user || resource->permission == NULL);
      if (is_of_parent)
        g_assert_nonnull (desk_resource_find_field (resource->parent, resource->scope_parameters[0]));
    }
}

static void
test_details (void)
{
  g_assert_cmpstr (desk_catalogue_find_detail (desk_catalogue_find ("banking.products"))->name, ==,
                   "banking.product-detail");
  g_assert_cmpstr (desk_catalogue_find_detail (desk_catalogue_find ("energy.plans"))->name, ==,
                   "energy.plan-detail");
  g_assert_null (desk_catalogue_find_detail (desk_catalogue_find ("banking.accounts")));
}

static void
check_column (const char      *path,
              const DeskField *field,
              gpointer         user_data)
{
  guint *n_listed = user_data;

  g_assert_false (field->flags & DESK_FIELD_REPEATED);
  if (field->flags & DESK_FIELD_LISTED)
    (*n_listed)++;
}

static void
test_lists_have_a_few_columns (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      guint n_listed = 0;

      desk_resource_foreach_column (resources[i], check_column, &n_listed);
      g_assert_cmpuint (n_listed, >=, 2);
      g_assert_cmpuint (n_listed, <=, 8);
    }
}

static void
check_field (const char      *path,
             const DeskField *field,
             gpointer         user_data)
{
  GHashTable *paths = user_data;
  gboolean has_words = field->type == DESK_FIELD_TYPE_ENUM || field->type == DESK_FIELD_TYPE_UNION_TAG;

  g_assert_true (g_hash_table_add (paths, g_strdup (path)));
  g_assert_nonnull (field->label);
  g_assert_true (g_ascii_isupper (field->label[0]));
  g_assert_null (strchr (field->label, '_'));
  g_assert_true (has_words == (field->values != NULL));
  g_assert_true ((field->type == DESK_FIELD_TYPE_OBJECT) == (field->n_children > 0));
  if (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED))
    g_assert_true (field->type != DESK_FIELD_TYPE_OBJECT && !(field->flags & DESK_FIELD_REPEATED));
}

static void
test_fields (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      g_autoptr(GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      desk_resource_foreach_field (resources[i], check_field, paths);
      g_assert_cmpuint (g_hash_table_size (paths), >=, resources[i]->n_fields);
    }
}

static void
test_sort_fields_are_stored (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      const DeskField *field = desk_resource_find_field (resources[i], resources[i]->sort_field);

      g_assert_nonnull (field);
      g_assert_true (field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/lists-in-sync-order", test_names);
  g_test_add_func ("/catalogue/finds-by-name", test_find);
  g_test_add_func ("/catalogue/has-a-stable-version", test_version);
  g_test_add_func ("/catalogue/entries-are-complete", test_entries);
  g_test_add_func ("/catalogue/scopes-say-whom-to-ask", test_scopes);
  g_test_add_func ("/catalogue/finds-the-details-of-a-data-set", test_details);
  g_test_add_func ("/catalogue/lists-have-a-few-columns", test_lists_have_a_few_columns);
  g_test_add_func ("/catalogue/fields-are-described", test_fields);
  g_test_add_func ("/catalogue/sort-fields-are-stored", test_sort_fields_are_stored);

  return g_test_run ();
}
