/* test-text-lines.c: any bytes in lines that can be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-text-lines.h"

#include <string.h>

static DeskTextLines *
read_lines (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return desk_text_lines_new (bytes);
}

static void
assert_lines (const char        *text,
              const char *const *expected)
{
  g_autoptr(DeskTextLines) lines = read_lines (text);

  g_assert_cmpuint (desk_text_lines_get_n_lines (lines), ==, g_strv_length ((char **) expected));
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *line = desk_text_lines_dup_line (lines, i);

      g_assert_cmpstr (line, ==, expected[i]);
    }
}

static void
test_line_ends_part_lines (void)
{
  assert_lines ("", (const char *const[]) { NULL });
  assert_lines ("a", (const char *const[]) { "a", NULL });
  assert_lines ("a\r\nb\n\nc\n", (const char *const[]) { "a", "b", "", "c", NULL });
  assert_lines ("a\xff", (const char *const[]) { "a\xef\xbf\xbd", NULL });
}

static void
test_long_lines_are_cut_between_characters (void)
{
  g_autoptr(GString) text = g_string_new ("x");
  g_autoptr(GString) joined = g_string_new (NULL);
  g_autoptr(DeskTextLines) lines = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "\xf0\x9f\x98\x80");
  lines = read_lines (text->str);
  g_assert_cmpuint (desk_text_lines_get_n_lines (lines), >, 5);
  for (guint i = 0; i < desk_text_lines_get_n_lines (lines); i++)
    {
      g_autofree char *line = desk_text_lines_dup_line (lines, i);

      g_string_append (joined, line);
    }
  g_assert_cmpstr (joined->str, ==, text->str);
}

static void
test_search_goes_over_a_cut (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DeskTextLines) lines = NULL;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GArray) none = NULL;

  for (guint i = 0; i < 156; i++)
    g_string_append_c (text, '.');
  g_string_append (text, "Needle\nneed\nle");
  lines = read_lines (text->str);
  found = desk_text_lines_search (lines, "needle", NULL);
  none = desk_text_lines_search (lines, "nothing", NULL);
  g_assert_true (desk_text_lines_is_cut (lines, 0));
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint32, 0), ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-lines/line-ends-part-lines", test_line_ends_part_lines);
  g_test_add_func ("/text-lines/long-lines-are-cut-between-characters", test_long_lines_are_cut_between_characters);
  g_test_add_func ("/text-lines/search-goes-over-a-cut", test_search_goes_over_a_cut);

  return g_test_run ();
}
