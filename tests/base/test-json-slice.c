/* test-json-slice.c: fields of checked JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json.h"
#include "json-fixture.h"

static void
assert_string (const char *json,
               const char *expected)
{
  g_autofree char *text = desk_json_slice_dup_string (json_fixture (json));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_text (DeskJsonSlice  slice,
             const char    *expected)
{
  g_autofree char *text = desk_json_slice_dup_text (slice);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_int64 (const char *json,
              gint64      expected)
{
  gint64 value = 42;

  g_assert_true (desk_json_slice_get_int64 (json_fixture (json), &value));
  g_assert_cmpint (value, ==, expected);
}

static void
assert_no_int64 (const char *json)
{
  gint64 value = 42;

  g_assert_false (desk_json_slice_get_int64 (json_fixture (json), &value));
  g_assert_cmpint (value, ==, 42);
}

static void
test_knows_the_kinds (void)
{
  g_assert_cmpint (desk_json_slice_get_kind (DESK_JSON_SLICE_NONE), ==, DESK_JSON_KIND_NONE);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("null")), ==, DESK_JSON_KIND_NULL);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("true")), ==, DESK_JSON_KIND_BOOLEAN);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("false")), ==, DESK_JSON_KIND_BOOLEAN);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("-1")), ==, DESK_JSON_KIND_NUMBER);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("9.5")), ==, DESK_JSON_KIND_NUMBER);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("\"1\"")), ==, DESK_JSON_KIND_STRING);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("[1]")), ==, DESK_JSON_KIND_ARRAY);
  g_assert_cmpint (desk_json_slice_get_kind (json_fixture ("{}")), ==, DESK_JSON_KIND_OBJECT);
}

static void
test_finds_members (void)
{
  DeskJsonSlice slice = json_fixture ("{ \"a\" : 1 , \"ab\" : [2, 3] , \"b\":{\"a\":4} , \"\":5}");

  assert_raw (desk_json_slice_get_member (slice, "a"), "1");
  assert_raw (desk_json_slice_get_member (slice, "ab"), "[2, 3]");
  assert_raw (desk_json_slice_get_member (slice, "b"), "{\"a\":4}");
  assert_raw (desk_json_slice_get_member (slice, ""), "5");
  g_assert_cmpuint (desk_json_slice_get_member (slice, "c").length, ==, 0);
  g_assert_cmpuint (desk_json_slice_get_member (slice, "abc").length, ==, 0);
  g_assert_cmpuint (desk_json_slice_get_member (json_fixture ("[1]"), "a").length, ==, 0);
  g_assert_cmpuint (desk_json_slice_get_member (DESK_JSON_SLICE_NONE, "a").length, ==, 0);
}

static void
test_last_of_duplicates_counts (void)
{
  assert_raw (desk_json_slice_get_member (json_fixture ("{\"a\":1,\"b\":2,\"a\":3}"), "a"), "3");
  assert_raw (desk_json_slice_get_member (json_fixture ("{\"a\":1,\"\\u0061\":null}"), "a"), "null");
}

static void
test_names_may_be_escaped (void)
{
  DeskJsonSlice slice = json_fixture ("{\"a\\u0062\":1,\"\\\"\":2,\"caf\\u00e9\":3,\"a\\\\b\":4}");

  assert_raw (desk_json_slice_get_member (slice, "ab"), "1");
  assert_raw (desk_json_slice_get_member (slice, "\""), "2");
  assert_raw (desk_json_slice_get_member (slice, "café"), "3");
  assert_raw (desk_json_slice_get_member (slice, "a\\b"), "4");
  /* The spelling in the text is no name. */
  g_assert_cmpuint (desk_json_slice_get_member (slice, "a\\u0062").length, ==, 0);
  g_assert_cmpuint (desk_json_slice_get_member (slice, "a\\\\b").length, ==, 0);
}

static void
test_values_with_brackets_in_texts (void)
{
  DeskJsonSlice slice = json_fixture ("{\"a\":{\"x\":\"}]\\\"}\",\"y\":[\"[{\"]},\"b\":\"\\\\\",\"c\":1}");

  assert_raw (desk_json_slice_get_member (slice, "a"), "{\"x\":\"}]\\\"}\",\"y\":[\"[{\"]}");
  assert_raw (desk_json_slice_get_member (slice, "b"), "\"\\\\\"");
  assert_raw (desk_json_slice_get_member (slice, "c"), "1");
}

static void
test_finds_paths (void)
{
  DeskJsonSlice slice = json_fixture ("{\"category\":{\"primary\":\"x\"},"
                                      "\"emails\":[{\"address\":\"a\"},{\"address\":\"b\"}],\"0\":7}");

  assert_raw (desk_json_slice_get_path (slice, "category.primary"), "\"x\"");
  assert_raw (desk_json_slice_get_path (slice, "emails.0.address"), "\"a\"");
  assert_raw (desk_json_slice_get_path (slice, "emails.1.address"), "\"b\"");
  assert_raw (desk_json_slice_get_path (slice, "0"), "7");
  assert_raw (desk_json_slice_get_path (slice, "emails"), "[{\"address\":\"a\"},{\"address\":\"b\"}]");
}

static void
test_paths_may_lead_nowhere (void)
{
  DeskJsonSlice slice = json_fixture ("{\"a\":[1],\"b\":{\"c\":null}}");
  const char *const paths[] = {
    "", "c", "a.1", "a.-1", "a.x", "a.", "a.0.b", "b.c.d", "b..c", ".a", "a.99999999999999999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpuint (desk_json_slice_get_path (slice, paths[i]).length, ==, 0);
}

static void
test_counts (void)
{
  g_assert_cmpuint (desk_json_slice_count (json_fixture ("[]")), ==, 0);
  g_assert_cmpuint (desk_json_slice_count (json_fixture ("[ ]")), ==, 0);
  g_assert_cmpuint (desk_json_slice_count (json_fixture ("[1,[2,3],{\"a\":4}]")), ==, 3);
  g_assert_cmpuint (desk_json_slice_count (json_fixture ("{\"a\":1,\"a\":2}")), ==, 2);
  g_assert_cmpuint (desk_json_slice_count (json_fixture ("\"[1,2]\"")), ==, 0);
  g_assert_cmpuint (desk_json_slice_count (DESK_JSON_SLICE_NONE), ==, 0);
}

static void
test_decodes_strings (void)
{
  assert_string ("\"\"", "");
  assert_string ("\"plain\"", "plain");
  assert_string ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
  assert_string ("\"caf\\u00E9 \\u20ac \\u0041\"", "café € A");
  assert_string ("\"\\ud83d\\ude00!\"", "😀!");
  assert_string ("\"😀\"", "😀");
}

static void
test_lone_surrogates_become_replacements (void)
{
  assert_string ("\"\\ud83d\"", "\357\277\275");
  assert_string ("\"\\ude00x\"", "\357\277\275x");
  assert_string ("\"\\ud83d\\u0041\"", "\357\277\275A");
  assert_string ("\"\\ud83d\\ud83d\\ude00\"", "\357\277\275😀");
  assert_string ("\"\\ud83d\\n\"", "\357\277\275\n");
}

static void
test_null_characters_become_replacements (void)
{
  assert_string ("\"a\\u0000b\"", "a\357\277\275b");
}

static void
test_other_kinds_are_no_strings (void)
{
  assert_string ("1", NULL);
  assert_string ("null", NULL);
  assert_string ("[\"a\"]", NULL);
  g_assert_null (desk_json_slice_dup_string (DESK_JSON_SLICE_NONE));
}

static void
test_text_is_what_people_read (void)
{
  assert_text (json_fixture ("\"a\\u0062\""), "ab");
  assert_text (json_fixture ("0.10"), "0.10");
  assert_text (json_fixture ("12345678901234567890123456789"), "12345678901234567890123456789");
  assert_text (json_fixture ("true"), "true");
  assert_text (json_fixture ("false"), "false");
  assert_text (json_fixture ("null"), NULL);
  assert_text (json_fixture ("[1]"), NULL);
  assert_text (json_fixture ("{}"), NULL);
  assert_text (DESK_JSON_SLICE_NONE, NULL);
}

static void
test_raw_is_what_was_received (void)
{
  assert_raw (json_fixture (" [ 1.0 , \"\\u0061\" ] "), "[ 1.0 , \"\\u0061\" ]");
  assert_raw (DESK_JSON_SLICE_NONE, "");
}

static void
test_reads_booleans (void)
{
  gboolean value = FALSE;

  g_assert_true (desk_json_slice_get_boolean (json_fixture ("true"), &value));
  g_assert_true (value);
  g_assert_false (desk_json_slice_get_boolean (json_fixture ("\"false\""), &value));
  g_assert_false (desk_json_slice_get_boolean (DESK_JSON_SLICE_NONE, &value));
  g_assert_true (value);
  g_assert_true (desk_json_slice_get_boolean (json_fixture ("false"), &value));
  g_assert_false (value);
}

static void
test_reads_whole_numbers (void)
{
  assert_int64 ("0", 0);
  assert_int64 ("-0", 0);
  assert_int64 ("1726045200", 1726045200);
  assert_int64 ("9223372036854775807", G_MAXINT64);
  assert_int64 ("-9223372036854775808", G_MININT64);
  assert_int64 ("1e3", 1000);
  assert_int64 ("5.0", 5);
  assert_int64 ("1.5e1", 15);
}

static void
test_other_values_are_no_whole_numbers (void)
{
  const char *const texts[] = { "9223372036854775808", "1.5", "1e-1", "1e99999", "\"1\"", "true", "null", "[1]" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_no_int64 (texts[i]);
}

static void
test_reads_doubles (void)
{
  double value = 42;

  g_assert_true (desk_json_slice_get_double (json_fixture ("-1.25e2"), &value));
  g_assert_cmpfloat (value, ==, -125);
  g_assert_false (desk_json_slice_get_double (json_fixture ("1e999"), &value));
  g_assert_false (desk_json_slice_get_double (json_fixture ("\"1\""), &value));
  g_assert_false (desk_json_slice_get_double (DESK_JSON_SLICE_NONE, &value));
  g_assert_cmpfloat (value, ==, -125);
}

static void
test_compares_strings (void)
{
  g_assert_true (desk_json_slice_equals_string (json_fixture ("\"POSTED\""), "POSTED"));
  g_assert_true (desk_json_slice_equals_string (json_fixture ("\"P\\u004fSTED\""), "POSTED"));
  g_assert_true (desk_json_slice_equals_string (json_fixture ("\"\""), ""));
  g_assert_false (desk_json_slice_equals_string (json_fixture ("\"POSTED\""), "POSTE"));
  g_assert_false (desk_json_slice_equals_string (json_fixture ("\"POSTED\""), "POSTED "));
  g_assert_false (desk_json_slice_equals_string (json_fixture ("\"P\\u004fSTED\""), "POSTED!"));
  g_assert_false (desk_json_slice_equals_string (json_fixture ("\"\\n\""), "\\n"));
  g_assert_false (desk_json_slice_equals_string (json_fixture ("true"), "true"));
  g_assert_false (desk_json_slice_equals_string (DESK_JSON_SLICE_NONE, ""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-slice/knows-the-kinds", test_knows_the_kinds);
  g_test_add_func ("/json-slice/finds-members", test_finds_members);
  g_test_add_func ("/json-slice/last-of-duplicates-counts", test_last_of_duplicates_counts);
  g_test_add_func ("/json-slice/names-may-be-escaped", test_names_may_be_escaped);
  g_test_add_func ("/json-slice/values-with-brackets-in-texts", test_values_with_brackets_in_texts);
  g_test_add_func ("/json-slice/finds-paths", test_finds_paths);
  g_test_add_func ("/json-slice/paths-may-lead-nowhere", test_paths_may_lead_nowhere);
  g_test_add_func ("/json-slice/counts", test_counts);
  g_test_add_func ("/json-slice/decodes-strings", test_decodes_strings);
  g_test_add_func ("/json-slice/lone-surrogates-become-replacements", test_lone_surrogates_become_replacements);
  g_test_add_func ("/json-slice/null-characters-become-replacements", test_null_characters_become_replacements);
  g_test_add_func ("/json-slice/other-kinds-are-no-strings", test_other_kinds_are_no_strings);
  g_test_add_func ("/json-slice/text-is-what-people-read", test_text_is_what_people_read);
  g_test_add_func ("/json-slice/raw-is-what-was-received", test_raw_is_what_was_received);
  g_test_add_func ("/json-slice/reads-booleans", test_reads_booleans);
  g_test_add_func ("/json-slice/reads-whole-numbers", test_reads_whole_numbers);
  g_test_add_func ("/json-slice/other-values-are-no-whole-numbers", test_other_values_are_no_whole_numbers);
  g_test_add_func ("/json-slice/reads-doubles", test_reads_doubles);
  g_test_add_func ("/json-slice/compares-strings", test_compares_strings);

  return g_test_run ();
}
