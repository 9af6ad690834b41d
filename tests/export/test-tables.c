/* test-tables.c: exports with a row for each record: CSV, JSON, SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <sqlite3.h>

#include "desk-catalogue.h"
#include "desk-export-columns.h"
#include "desk-test-export.h"

/* (transfer full) (nullable): the text in the column of that name, for one record of transactions; "…" if there is no such column */
static char *
read_column (const char *record,
             const char *path)
{
  g_autoptr(DeskExportColumns) columns = desk_export_columns_new (desk_catalogue_find ("banking.transactions"));
  guint n_columns = desk_export_columns_get_n (columns);
  g_autofree DeskJsonSlice *values = g_new0 (DeskJsonSlice, n_columns);
  g_autoptr(GString) others = g_string_new (NULL);
  DeskJsonSlice root;

  g_assert_true (desk_json_parse (record, strlen (record), &root, NULL));
  desk_export_columns_read (columns, root, values, others);
  if (g_str_equal (path, "other_fields"))
    return g_string_free (g_steal_pointer (&others), FALSE);
  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (desk_export_columns_get_path (columns, i), path))
      return desk_export_columns_dup_text (values[i]);

  return g_strdup ("…");
}

static void
assert_column (const char *record,
               const char *path,
               const char *expected)
{
  g_autofree char *text = read_column (record, path);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_columns_have_known_values (void)
{
  assert_column ("{\"amount\":\"-155.00\"}", "amount", "-155.00");
  assert_column ("{\"amount\":1.10}", "amount", "1.10");
  assert_column ("{\"is_detail_available\":false}", "is_detail_available", "false");
  assert_column ("{\"category\":{\"primary_category\":\"FOOD\"}}", "category.primary_category", "FOOD");
  assert_column ("{\"amount\":null}", "amount", NULL);
  assert_column ("{\"amount\":[1, 2]}", "amount", "[1, 2]");
  assert_column ("{\"amount\":\"1\",\"amount\":\"2\"}", "amount", "2");
  assert_column ("{\"\\u0061mount\":\"3\"}", "amount", "3");
}

static void
test_objects_have_no_column (void)
{
  assert_column ("{}", "category", "…");
}

static void
test_unknown_values_are_kept (void)
{
  assert_column ("{\"amount\":\"1\"}", "other_fields", "");
  assert_column ("{\"x\":1.10,\"category\":{\"y\":[\"z\"]}}", "other_fields", "{\"x\":1.10,\"category.y\":[\"z\"]}");
  assert_column ("{\"say \\\"hi\\\"\":null}", "other_fields", "{\"say \\\"hi\\\"\":null}");
}

static void
test_values_of_another_shape_are_kept (void)
{
  assert_column ("{\"category\":\"FOOD\"}", "other_fields", "{\"category\":\"FOOD\"}");
  assert_column ("{\"category\":null}", "other_fields", "");
  assert_column ("{\"category.primary_category\":\"FOOD\"}", "other_fields", "{\"category.primary_category\":\"FOOD\"}");
  assert_column ("{\"category.primary_category\":\"FOOD\"}", "category.primary_category", NULL);
}

static void
test_csv_has_a_header_and_a_row_each (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_CSV, TRUE);
  g_autofree char *reasons = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  reasons = desk_test_export_add (export, "banking.balances", TRUE,
                                  "[{\"account_id\":\"=1+1\",\"current_balance\":\"-0.10\",\"more\":true,"
                                  "\"purses\":[{\"amount\":\"1\"}]},{\"account_id\":\"a\\nb\"}]");
  g_assert_cmpstr (reasons, ==, "none none");
  text = desk_test_export_finish (export);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "account_id,current_balance,available_balance,credit_limit,amortised_limit,currency,"
                                 "institution_id,arrangement_id,purses,fiskil_id,other_fields");
  g_assert_cmpstr (lines[1], ==, "'=1+1,-0.10,,,,,,,\"[{\"\"amount\"\":\"\"1\"\"}]\",,\"{\"\"more\"\":true}\"");
  g_assert_cmpstr (lines[2], ==, "\"a\nb\",,,,,,,,,,");
}

static void
test_csv_of_several_data_sets_is_a_folder (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_CSV, FALSE);
  g_autofree char *accounts = g_build_filename (export->folder, "banking.accounts.csv", NULL);
  g_autofree char *balances = g_build_filename (export->folder, "banking.balances.csv", NULL);

  g_free (desk_test_export_add (export, "banking.accounts", TRUE, "[]"));
  g_free (desk_test_export_add (export, "banking.balances", TRUE, "[{}]"));
  g_assert_null (desk_test_export_finish (export));
  g_assert_true (g_file_test (accounts, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (balances, G_FILE_TEST_IS_REGULAR));
}

static void
test_json_has_the_received_bytes (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_JSON, TRUE);
  g_autofree char *text = NULL;

  g_free (desk_test_export_add (export, "banking.balances", TRUE,
                                "[{ \"amount\": 0.10, \"\\u0078\":1 } , {\"a\":1,\"a\":2}]"));
  text = desk_test_export_finish (export);
  g_assert_cmpstr (text, ==, "[\n{ \"amount\": 0.10, \"\\u0078\":1 },\n{\"a\":1,\"a\":2}\n]\n");
}

static void
test_json_of_several_data_sets_names_them (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_JSON, FALSE);
  g_autofree char *text = NULL;

  g_free (desk_test_export_add (export, "banking.accounts", TRUE, "[]"));
  g_free (desk_test_export_add (export, "banking.balances", TRUE, "[{\"a\":1}]"));
  text = desk_test_export_finish (export);
  g_assert_cmpstr (text, ==, "{\n\"banking.accounts\": [],\n\"banking.balances\": [\n{\"a\":1}\n]\n}\n");
}

static void
test_json_of_nothing_is_json (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_JSON, FALSE);
  g_autofree char *text = desk_test_export_finish (export);

  g_assert_cmpstr (text, ==, "{}\n");
}

static char *
query (const char *path,
       const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return text;
}

static void
assert_query (DeskTestExport *export,
              const char     *sql,
              const char     *expected)
{
  g_autofree char *text = query (export->path, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sqlite_rounds_no_amount (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_SQLITE, TRUE);

  g_free (desk_test_export_add (export, "banking.balances", TRUE,
                                "[{\"current_balance\":\"12345678901234567890123456789.10\"},{\"current_balance\":0.10}]"));
  g_free (desk_test_export_finish (export));
  assert_query (export, "SELECT group_concat(current_balance || typeof(current_balance), ' ') FROM banking_balances",
                "12345678901234567890123456789.10text 0.10text");
}

static void
test_sqlite_has_numbers (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_SQLITE, TRUE);

  g_free (desk_test_export_add (export, "energy.usage", TRUE,
                                "[{\"basic_read\":{\"value\":0.5}},{\"basic_read\":{\"value\":2}},"
                                "{\"basic_read\":{\"value\":0.1234567890123456789}},{\"basic_read\":{\"value\":\"7\"}},{}]"));
  g_free (desk_test_export_finish (export));
  assert_query (export,
                "SELECT group_concat(coalesce(\"basic_read.value\", '-') || typeof(\"basic_read.value\"), ' ')"
                " FROM energy_usage",
                "0.5real 2integer 0.1234567890123456789text 7text -null");
}

static void
test_sqlite_has_the_received_bytes (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_SQLITE, FALSE);

  g_free (desk_test_export_add (export, "banking.accounts", TRUE, "[{\"x\" : 0.10}]"));
  g_free (desk_test_export_add (export, "banking.balances", TRUE, "[]"));
  g_free (desk_test_export_finish (export));
  assert_query (export, "SELECT raw FROM banking_accounts", "{\"x\" : 0.10}");
  assert_query (export, "SELECT count(*) FROM banking_balances", "0");
}

static void
test_sqlite_takes_every_data_set (void)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_SQLITE, FALSE);
  g_autofree char *expected = NULL;
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    g_free (desk_test_export_add (export, resources[i]->name, TRUE, "[{}]"));
  g_free (desk_test_export_finish (export));
  expected = g_strdup_printf ("%u", n_resources);
  assert_query (export, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'", expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-columns/have-known-values", test_columns_have_known_values);
  g_test_add_func ("/export-columns/objects-have-none", test_objects_have_no_column);
  g_test_add_func ("/export-columns/unknown-values-are-kept", test_unknown_values_are_kept);
  g_test_add_func ("/export-columns/values-of-another-shape-are-kept", test_values_of_another_shape_are_kept);
  g_test_add_func ("/export-csv/has-a-header-and-a-row-each", test_csv_has_a_header_and_a_row_each);
  g_test_add_func ("/export-csv/several-data-sets-are-a-folder", test_csv_of_several_data_sets_is_a_folder);
  g_test_add_func ("/export-json/has-the-received-bytes", test_json_has_the_received_bytes);
  g_test_add_func ("/export-json/several-data-sets-are-named", test_json_of_several_data_sets_names_them);
  g_test_add_func ("/export-json/nothing-is-json", test_json_of_nothing_is_json);
  g_test_add_func ("/export-sqlite/rounds-no-amount", test_sqlite_rounds_no_amount);
  g_test_add_func ("/export-sqlite/has-numbers", test_sqlite_has_numbers);
  g_test_add_func ("/export-sqlite/has-the-received-bytes", test_sqlite_has_the_received_bytes);
  g_test_add_func ("/export-sqlite/takes-every-data-set", test_sqlite_takes_every_data_set);

  return g_test_run ();
}
