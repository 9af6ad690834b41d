/* test-csv-writer.c: rows as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-csv-writer.h"

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

static void
test_writes_to_a_stream (void)
{
  const char *const cells[] = { "a", "b,c" };
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr(GError) error = NULL;

  g_assert_true (desk_csv_write_row (stream, cells, G_N_ELEMENTS (cells), NULL, &error));
  g_assert_true (desk_csv_write_row (stream, cells, 1, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory),
                   "a,\"b,c\"\r\na\r\n", 12);
}

static void
test_reports_a_stream_that_fails (void)
{
  const char *const cells[] = { "four" };
  char full[2];
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new (full, sizeof full, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (desk_csv_write_row (stream, cells, 1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/separates-cells-and-rows", test_separates_cells_and_rows);
  g_test_add_func ("/csv-writer/quotes-where-needed", test_quotes_where_needed);
  g_test_add_func ("/csv-writer/disarms-formulas", test_disarms_formulas);
  g_test_add_func ("/csv-writer/leaves-numbers-alone", test_leaves_numbers_alone);
  g_test_add_func ("/csv-writer/writes-to-a-stream", test_writes_to_a_stream);
  g_test_add_func ("/csv-writer/reports-a-stream-that-fails", test_reports_a_stream_that_fails);

  return g_test_run ();
}
