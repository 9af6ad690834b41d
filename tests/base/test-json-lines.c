/* test-json-lines.c: a JSON text in lines, one value a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json-lines.h"

#include <string.h>

#include "desk-json-path.h"

static DeskJsonLines *
read_lines (const char *json)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr(GError) error = NULL;
  DeskJsonLines *lines = desk_json_lines_new (bytes, NULL, &error);

  g_assert_no_error (error);

  return lines;
}

static void
append_slice (GString       *text,
              DeskJsonSlice  slice)
{
  g_string_append_len (text, slice.text, slice.length);
}

/* What the lines say, one after the other without any blank. */
static char *
join (DeskJsonLines *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < desk_json_lines_get_n_lines (lines); i++)
    {
      const DeskJsonLine *line = desk_json_lines_get_line (lines, i);
      gboolean is_array = desk_json_slice_get_kind (line->value) == DESK_JSON_KIND_ARRAY;

      if (line->key.length > 0 && !line->closes)
        {
          append_slice (text, line->key);
          g_string_append_c (text, ':');
        }
      if (line->opens)
        g_string_append_c (text, is_array ? '[' : '{');
      else if (line->closes)
        g_string_append_c (text, is_array ? ']' : '}');
      else
        append_slice (text, line->value);
      if (line->has_comma)
        g_string_append_c (text, ',');
    }

  return g_string_free (text, FALSE);
}

static void
test_only_blanks_differ (void)
{
  static const char *const texts[] = {
    "{\"a\":1.50,\"b\":[true,null,\"x\\u0041\"],\"c\":{\"d\":{}},\"e\":[],\"a\":-0E+1}",
    "[[[1],[2,3]],{\"k\\n\":\" spaced , text \"}]",
    "\"only text\"",
    "12.340",
    "{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(DeskJsonLines) lines = read_lines (texts[i]);
      g_autofree char *joined = join (lines);

      g_assert_cmpstr (joined, ==, texts[i]);
    }
}

static void
test_each_value_has_its_line (void)
{
  g_autoptr(DeskJsonLines) lines = read_lines (" { \"a\" : 1 ,\n \"b\" : [ 2 , { } ] } ");

  g_assert_cmpuint (desk_json_lines_get_n_lines (lines), ==, 7);
  g_assert_cmpuint (desk_json_lines_get_line (lines, 0)->depth, ==, 0);
  g_assert_cmpuint (desk_json_lines_get_line (lines, 3)->depth, ==, 2);
  g_assert_true (desk_json_lines_get_line (lines, 2)->opens);
  g_assert_true (desk_json_lines_get_line (lines, 5)->closes);
  g_assert_false (desk_json_lines_get_line (lines, 4)->opens);
}

static void
test_ends_span_what_folds (void)
{
  g_autoptr(DeskJsonLines) lines = read_lines ("{\"a\":1,\"b\":[2,3]}");
  const guint32 *ends = desk_json_lines_get_ends (lines);
  const guint32 expected[] = { 7, 2, 6, 4, 5, 6, 7 };

  g_assert_cmpmem (ends, 7 * sizeof (guint32), expected, sizeof expected);
}

static void
test_paths_lead_to_the_value (void)
{
  static const struct
  {
    guint line;
    const char *path;
  } cases[] = {
    { 0, "$" },
    { 1, "$.fees" },
    { 2, "$.fees[0]" },
    { 3, "$.fees[0].amount" },
    { 4, "$.fees[0]" },
    { 5, "$.fees[1]" },
    { 7, "$['it\\'s odd']" },
    { 8, "$['']" },
    { 9, "$['x-y\\u000a']" },
  };
  g_autoptr(DeskJsonLines) lines = read_lines (
    "{\"fees\":[{\"amount\":1},2],\"it's odd\":3,\"\":4,\"x-y\\n\":5}");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = desk_json_lines_dup_path (lines, cases[i].line);

      g_assert_cmpstr (path, ==, cases[i].path);
    }
}

static void
check_found (const char    *json,
             const char    *text,
             const guint32 *expected,
             guint          n_expected)
{
  g_autoptr(DeskJsonLines) lines = read_lines (json);
  g_autoptr(GArray) found = desk_json_lines_search (lines, text, NULL);

  g_assert_cmpmem (found->data, found->len * sizeof (guint32), expected, n_expected * sizeof (guint32));
}

static void
test_search_finds_names_and_values (void)
{
  const char *json = "{\"Amount\":\"12\",\"b\":{\"amount\":\"Caf\\u00e9\"},\"c\":[\"AMOUNT\",12]}";

  check_found (json, "amount", (const guint32[]) { 1, 3, 6 }, 3);
  check_found (json, "12", (const guint32[]) { 1, 7 }, 2);
  check_found (json, "CAF\xc3\x89", (const guint32[]) { 3 }, 1);
  check_found (json, "\\u00e9", (const guint32[]) { 3 }, 1);
  check_found (json, "nowhere", NULL, 0);
}

static void
test_cancelled_search_gives_nothing (void)
{
  g_autoptr(DeskJsonLines) lines = read_lines ("[1]");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (desk_json_lines_search (lines, "1", cancellable));
}

static void
test_what_is_no_json_is_refused (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("<html>", 6);
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_json_lines_new (bytes, NULL, &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SYNTAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-lines/only-blanks-differ", test_only_blanks_differ);
  g_test_add_func ("/json-lines/each-value-has-its-line", test_each_value_has_its_line);
  g_test_add_func ("/json-lines/ends-span-what-folds", test_ends_span_what_folds);
  g_test_add_func ("/json-lines/paths-lead-to-the-value", test_paths_lead_to_the_value);
  g_test_add_func ("/json-lines/search-finds-names-and-values", test_search_finds_names_and_values);
  g_test_add_func ("/json-lines/cancelled-search-gives-nothing", test_cancelled_search_gives_nothing);
  g_test_add_func ("/json-lines/what-is-no-json-is-refused", test_what_is_no_json_is_refused);

  return g_test_run ();
}
