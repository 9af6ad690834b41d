/* test-catalogue.c: every data set is described well
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-catalogue.h"

static void
test_names (void)
{
  const char *expected[] = { "banking.accounts", "banking.balances", "banking.transactions", "energy.accounts",
                             "energy.service-points", "energy.usage", "common.identity" };
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
      g_assert_nonnull (resource->root_keys[0]);
      g_assert_nonnull (resource->filters);
      g_assert_nonnull (resource->permission);
      g_assert_true (g_str_has_suffix (resource->event, ".sync.completed"));
      g_assert_nonnull (desk_resource_find_field (resource, "fiskil_id"));
      g_assert_nonnull (desk_resource_find_field (resource, "institution_id"));
      g_assert_nonnull (desk_resource_find_field (resource, "arrangement_id"));
      for (gsize k = 0; resource->key[k] != NULL; k++)
        g_assert_nonnull (desk_resource_find_field (resource, resource->key[k]));
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

/* What is stored must have one value a record. */
static void
check_not_repeated (const char      *path,
                    const DeskField *field,
                    gpointer         user_data)
{
  const DeskResource *resource = user_data;
  g_auto(GStrv) parts = g_strsplit (path, ".", -1);
  g_autoptr(GString) parent = g_string_new (NULL);

  if (!(field->flags & (DESK_FIELD_LISTED | DESK_FIELD_STORED | DESK_FIELD_SEARCHED)))
    return;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_append_printf (parent, "%s%s", i > 0 ? "." : "", parts[i]);
      g_assert_false (desk_resource_find_field (resource, parent->str)->flags & DESK_FIELD_REPEATED);
    }
}

static void
test_stored_fields_are_single (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    desk_resource_foreach_field (resources[i], check_not_repeated, (gpointer) resources[i]);
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
  g_test_add_func ("/catalogue/fields-are-described", test_fields);
  g_test_add_func ("/catalogue/stored-fields-have-one-value", test_stored_fields_are_single);
  g_test_add_func ("/catalogue/sort-fields-are-stored", test_sort_fields_are_stored);

  return g_test_run ();
}
