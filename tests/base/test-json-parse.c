/* test-json-parse.c: what is JSON and what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-json.h"
#include "json-fixture.h"

static void
assert_accepted (const char *text,
                 const char *expected_root)
{
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;

  g_assert_true (desk_json_parse (text, strlen (text), &root, &error));
  g_assert_no_error (error);
  assert_raw (root, expected_root);
}

static void
assert_refused_at (const char    *text,
                   gssize         length,
                   DeskJsonError  code,
                   gsize          offset)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *where = g_strdup_printf ("at byte %" G_GSIZE_FORMAT ":", offset);
  DeskJsonSlice root = { "x", 1 };

  g_assert_false (desk_json_parse (text, length < 0 ? strlen (text) : (gsize) length, &root, &error));
  g_assert_error (error, DESK_JSON_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, where));
  g_assert_cmpstr (root.text, ==, "x");
}

static char *
nested (guint       depth,
        const char *opening,
        const char *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append (text, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

static void
test_accepts_every_kind (void)
{
  const char *const texts[] = {
    "null", "true", "false", "0", "-0", "12", "-1.50", "1e3", "1E-3", "0.1e+10", "\"\"", "\"a b\"", "[]", "{}",
    "[1,2]", "[[],{}]",
    "{\"a\":1}", "{\"a\":{\"b\":[1,{\"c\":null}]},\"d\":\"e\"}", "{\"a\":1,\"a\":2}", "{\"\":1}",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"", "\"\\ud800\"", "\"\\uDC00x\"",
    "\"h\xc3\xa9 \xf0\x9f\x98\x80\x7f\"",
    "123456789012345678901234567890.00000000000000000001e-999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_accepted (texts[i], texts[i]);
}

static void
test_root_is_without_blanks (void)
{
  assert_accepted (" \r\n\t[ 1 , 2 ]\n ", "[ 1 , 2 ]");
  assert_accepted (" { \"a\" : 1 } ", "{ \"a\" : 1 }");
  assert_accepted (" 7 ", "7");
}

static void
test_reads_no_further_than_the_length (void)
{
  DeskJsonSlice root;

  g_assert_true (desk_json_parse ("12345", 2, &root, NULL));
  assert_raw (root, "12");
  g_assert_true (desk_json_parse ("[1]]", 3, &root, NULL));
  assert_raw (root, "[1]");
}

static void
test_refuses_bad_syntax (void)
{
  static const struct
    {
      const char *text;
      gsize       offset;
    }
  rows[] = {
    { "[1,]", 3 }, { "[,1]", 1 }, { "[1 2]", 3 }, { "[1", 2 }, { "[", 1 }, { "]", 0 }, { "[1}", 2 }, { "{]", 1 },
    { "{\"a\":1]", 6 },
    { "{", 1 }, { "{\"a\"}", 4 }, { "{\"a\":}", 5 }, { "{\"a\":1,}", 7 }, { "{a:1}", 1 }, { "{1:1}", 1 },
    { "{\"a\" 1}", 5 },
    { "{,}", 1 }, { "{\"a\":1 \"b\":2}", 7 }, { "{\"a\":", 5 }, { "{\"a\"", 4 }, { "[1,,2]", 3 },
    { "1 2", 2 }, { "{} x", 3 }, { "[]]", 2 }, { "null,", 4 },
    { "nul", 0 }, { "True", 0 }, { "truex", 4 }, { "nan", 0 }, { "undefined", 0 }, { "'a'", 0 },
    { "\"a", 0 }, { "[\"a]", 1 }, { "\"a\\\"", 0 }, { "\"\\x\"", 1 }, { "\"\\u12g4\"", 1 }, { "\"\\u12", 1 },
    { "\"\\", 1 },
    { "\"a\nb\"", 2 }, { "\"\x1f\"", 1 },
    { "01", 1 }, { "-", 1 }, { "+1", 0 }, { ".5", 0 }, { "1.", 2 }, { "1.e1", 2 }, { "1e", 2 }, { "1e+", 3 },
    { "-a", 1 }, { "0x1", 1 },
    { "// a\n1", 0 }, { "\xef\xbb\xbf" "1", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_refused_at (rows[i].text, -1, DESK_JSON_ERROR_SYNTAX, rows[i].offset);
}

static void
test_refuses_an_empty_body (void)
{
  const char *const texts[] = { "", " ", "\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      DeskJsonSlice root;

      g_assert_false (desk_json_parse (texts[i], strlen (texts[i]), &root, &error));
      g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, "The text is empty where JSON was expected.");
    }
}

static void
test_refuses_null_bytes (void)
{
  assert_refused_at ("[1,\0]", 5, DESK_JSON_ERROR_SYNTAX, 3);
  assert_refused_at ("\"a\0b\"", 5, DESK_JSON_ERROR_SYNTAX, 2);
  assert_refused_at ("1\0", 2, DESK_JSON_ERROR_SYNTAX, 1);
}

static void
test_refuses_other_encodings (void)
{
  assert_refused_at ("\"a\xff\"", -1, DESK_JSON_ERROR_NOT_UTF8, 2);
  assert_refused_at ("\"\xc3\"", -1, DESK_JSON_ERROR_NOT_UTF8, 1);
  assert_refused_at ("\"\xc0\x80\"", -1, DESK_JSON_ERROR_NOT_UTF8, 1);
  assert_refused_at ("\"\xed\xa0\x80\"", -1, DESK_JSON_ERROR_NOT_UTF8, 1);
  assert_refused_at ("[1,\"\xe9t\xe9\"]", -1, DESK_JSON_ERROR_NOT_UTF8, 4);
}

static void
test_depth_is_limited (void)
{
  g_autofree char *arrays = nested (DESK_JSON_MAX_DEPTH, "[", "]");
  g_autofree char *objects = nested (DESK_JSON_MAX_DEPTH, "{\"a\":", "}");
  g_autofree char *deep_arrays = nested (DESK_JSON_MAX_DEPTH + 1, "[", "]");
  g_autofree char *deep_objects = nested (DESK_JSON_MAX_DEPTH + 1, "{\"a\":", "}");

  assert_accepted (arrays, arrays);
  assert_accepted (objects, objects);
  assert_refused_at (deep_arrays, -1, DESK_JSON_ERROR_TOO_DEEP, DESK_JSON_MAX_DEPTH);
  assert_refused_at (deep_objects, -1, DESK_JSON_ERROR_TOO_DEEP, DESK_JSON_MAX_DEPTH * 5);
}

static void
test_brackets_must_match_at_every_depth (void)
{
  g_autofree char *mixed = nested (DESK_JSON_MAX_DEPTH / 2, "[{\"a\":", "}]");
  g_autofree char *swapped = nested (DESK_JSON_MAX_DEPTH / 2, "[{\"a\":", "]}");

  assert_accepted (mixed, mixed);
  assert_refused_at (swapped, -1, DESK_JSON_ERROR_SYNTAX, strlen ("[{\"a\":") * DESK_JSON_MAX_DEPTH / 2 + 1);
}

static void
test_survives_a_million_brackets (void)
{
  g_autofree char *text = g_strnfill (1000000, '[');

  assert_refused_at (text, -1, DESK_JSON_ERROR_TOO_DEEP, DESK_JSON_MAX_DEPTH);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-parse/accepts-every-kind", test_accepts_every_kind);
  g_test_add_func ("/json-parse/root-is-without-blanks", test_root_is_without_blanks);
  g_test_add_func ("/json-parse/reads-no-further-than-the-length", test_reads_no_further_than_the_length);
  g_test_add_func ("/json-parse/refuses-bad-syntax", test_refuses_bad_syntax);
  g_test_add_func ("/json-parse/refuses-an-empty-body", test_refuses_an_empty_body);
  g_test_add_func ("/json-parse/refuses-null-bytes", test_refuses_null_bytes);
  g_test_add_func ("/json-parse/refuses-other-encodings", test_refuses_other_encodings);
  g_test_add_func ("/json-parse/depth-is-limited", test_depth_is_limited);
  g_test_add_func ("/json-parse/brackets-must-match-at-every-depth", test_brackets_must_match_at_every_depth);
  g_test_add_func ("/json-parse/survives-a-million-brackets", test_survives_a_million_brackets);

  return g_test_run ();
}
