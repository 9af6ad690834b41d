/* test-shared-data.c: random data of every shape goes in and comes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-fixture.h"

typedef struct
{
  DeskStore *store;
  guint      n_added;
  guint      n_records;
} Fill;

/* Every object of the file is a record of every data set: wrong ones too must go in. */
static void
add_object (Fill          *fill,
            const char    *resource,
            DeskJsonSlice  slice)
{
  g_autofree char *record = desk_json_slice_dup_raw (slice);

  fill->n_added += fixture_add (fill->store, resource, FIXTURE_USER, 1, (const char *const[]) { record, NULL }).n_new;
  fill->n_records++;
}

static void
walk_array (Fill          *fill,
            const char    *resource,
            DeskJsonSlice  array)
{
  DeskJsonIter iter;
  DeskJsonSlice value;

  desk_json_iter_init (&iter, array);
  while (desk_json_iter_next (&iter, NULL, &value))
    add_object (fill, resource, value);
}

static void
test_random_data (void)
{
  const char *shared = g_getenv ("DESK_TEST_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "data", "dsb", "all-data-1.33.0.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;
  DeskJsonSlice customers;
  DeskJsonSlice customer;
  DeskJsonIter iter;
  gsize length;
  Fill fill = { 0 };

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_test_skip ("the folder of DESK_TEST_SHARED is absent");
      return;
    }

  desk_json_parse (text, length, &root, &error);
  g_assert_no_error (error);
  fill.store = desk_store_new (NULL);

  customers = desk_json_slice_get_path (root, "holders.0.holder.authenticated.customers");
  desk_json_iter_init (&iter, customers);
  while (desk_json_iter_next (&iter, NULL, &customer) && fill.n_records < 400)
    {
      walk_array (&fill, "banking.accounts", desk_json_slice_get_path (customer, "banking.accounts"));
      walk_array (&fill, "banking.transactions",
                  desk_json_slice_get_path (customer, "banking.accounts.0.transactions"));
      walk_array (&fill, "energy.accounts", desk_json_slice_get_path (customer, "energy.accounts"));
      walk_array (&fill, "energy.service-points", desk_json_slice_get_path (customer, "energy.servicePoints"));
    }

  g_assert_cmpuint (fill.n_records, >, 0);
  g_assert_cmpuint (fill.n_added, ==, fill.n_records);
  g_assert_cmpuint (fixture_count (fill.store, FIXTURE_USER, NULL, "banking.accounts")
                    + fixture_count (fill.store, FIXTURE_USER, NULL, "banking.transactions")
                    + fixture_count (fill.store, FIXTURE_USER, NULL, "energy.accounts")
                    + fixture_count (fill.store, FIXTURE_USER, NULL, "energy.service-points"),
                    ==, fill.n_records);
  g_object_unref (fill.store);
}

typedef struct
{
  const char *name;
  const char *rows;
  const char *id;
  const char *key;
  const char *resource;
  guint       n_duplicates;
} ListFile;

static const ListFile products = {
  "banking-products-list-A.json", "data.products", "productId", "product_id", "banking.products", 0,
};
static const ListFile plans = {
  "energy-plans-list-A.json", "data.plans", "planId", "plan_id", "energy.plans", 1,
};

static const char **
list_records (const ListFile *file,
              DeskJsonSlice   rows,
              GPtrArray      *records)
{
  DeskJsonIter iter;
  DeskJsonSlice row;

  desk_json_iter_init (&iter, rows);
  while (desk_json_iter_next (&iter, NULL, &row))
    {
      g_autofree char *id = desk_json_slice_dup_raw (desk_json_slice_get_member (row, file->id));
      g_autofree char *text = desk_json_slice_dup_raw (row);

      g_ptr_array_add (records, g_strdup_printf ("{\"%s\":%s,\"sent\":%s}", file->key, id, text));
    }
  g_ptr_array_add (records, NULL);
  return (const char **) records->pdata;
}

static void
test_rows_and_duplicates_are_all (gconstpointer data)
{
  const ListFile *file = data;
  const char *shared = g_getenv ("DESK_TEST_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "data", "lists-real", file->name, NULL);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DeskStore) store = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  DeskStoreChange change;
  DeskJsonSlice root;
  DeskJsonSlice rows;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_test_skip ("the folder of DESK_TEST_SHARED is absent");
      return;
    }

  desk_json_parse (text, length, &root, &error);
  g_assert_no_error (error);
  store = desk_store_new (NULL);
  rows = desk_json_slice_get_path (root, file->rows);
  change = fixture_add (store, file->resource, FIXTURE_USER, 1, list_records (file, rows, records));

  g_assert_cmpuint (change.n_duplicates, ==, file->n_duplicates);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, file->resource) + change.n_duplicates, ==,
                    desk_json_slice_count (rows));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shared-data/random-records-go-in", test_random_data);
  g_test_add_data_func ("/shared-data/rows-and-duplicates-are-all/products", &products,
                        test_rows_and_duplicates_are_all);
  g_test_add_data_func ("/shared-data/rows-and-duplicates-are-all/plans", &plans, test_rows_and_duplicates_are_all);

  return g_test_run ();
}
