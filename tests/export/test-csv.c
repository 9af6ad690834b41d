/* test-csv.c: rows as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-csv.h"

static void
assert_cell (const char *cell,
             const char *expected)
{
  g_autoptr(GString) csv = g_string_new (NULL);
  g_autofree char *row = g_strconcat (expected, "\r\n", NULL);

  desk_csv_append_row (csv, &cell, 1);
  g_assert_cmpstr (csv->str, ==, row);
}

static void
test_separates_cells_and_rows (void)
{
  const char *const first[] = { "date", "amount", "text" };
  const char *const second[] = { "2024-09-11", "-155.00", NULL };
  g_autoptr(GString) csv = g_string_new (NULL);

  desk_csv_append_row (csv, first, G_N_ELEMENTS (first));
  desk_csv_append_row (csv, second, G_N_ELEMENTS (second));
  g_assert_cmpstr (csv->str, ==, "date,amount,text\r\n2024-09-11,-155.00,\r\n");
}

static void
test_quotes_where_needed (void)
{
  assert_cell ("plain text", "plain text");
  assert_cell ("", "");
  assert_cell ("a,b", "\"a,b\"");
  assert_cell ("say \"hi\"", "\"say \"\"hi\"\"\"");
  assert_cell ("two\nlines", "\"two\nlines\"");
  assert_cell ("two\rlines", "\"two\rlines\"");
  assert_cell ("Caf\xc3\xa9; it's", "Caf\xc3\xa9; it's");
}

static void
test_disarms_formulas (void)
{
  assert_cell ("=1+1", "'=1+1");
  assert_cell ("+61400000000 x", "'+61400000000 x");
  assert_cell ("-cmd", "'-cmd");
  assert_cell ("@SUM(A1)", "'@SUM(A1)");
  assert_cell ("\t=1", "'\t=1");
  assert_cell ("\n=1", "\"'\n=1\"");
  assert_cell ("\xef\xbc\x9d" "1+1", "'\xef\xbc\x9d" "1+1");
  assert_cell ("\r=1", "\"'\r=1\"");
  assert_cell ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  assert_cell ("-1+1", "'-1+1");
  assert_cell ("-", "'-");
}

static void
test_leaves_numbers_alone (void)
{
  assert_cell ("-155.00", "-155.00");
  assert_cell ("+4210", "+4210");
  assert_cell ("-1e3", "-1e3");
  assert_cell ("a=b", "a=b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/separates-cells-and-rows", test_separates_cells_and_rows);
  g_test_add_func ("/csv/quotes-where-needed", test_quotes_where_needed);
  g_test_add_func ("/csv/disarms-formulas", test_disarms_formulas);
  g_test_add_func ("/csv/leaves-numbers-alone", test_leaves_numbers_alone);

  return g_test_run ();
}
