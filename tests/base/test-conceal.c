/* test-conceal.c: what must not be shown is hidden, and nothing else changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-conceal.h"

#include <string.h>

#include "desk-json.h"

static void
assert_conceals_with (const char *text,
                   gsize       length,
                   gboolean    hides_numbers,
                   const char *expected)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  g_autoptr(GBytes) masked = desk_conceal_bytes (bytes, hides_numbers, NULL);
  g_autofree char *words = g_strndup (g_bytes_get_size (masked) > 0 ? g_bytes_get_data (masked, NULL) : "",
                                      g_bytes_get_size (masked));

  g_assert_cmpstr (words, ==, expected);
}

static void
assert_conceals (const char *text,
              const char *expected)
{
  assert_conceals_with (text, strlen (text), TRUE, expected);
}

static void
test_secrets (void)
{
  assert_conceals ("{\"client_id\":\"c\",\"client_secret\":\"s\\\"x\"}", "{\"client_id\":\"c\",\"client_secret\":\"[redacted]\"}");
  assert_conceals ("{ \"token\" : \"eyJ.a.b\", \"token_type\": \"Bearer\", \"expires_in\": 900 }",
                "{ \"token\" : \"[redacted]\", \"token_type\": \"Bearer\", \"expires_in\": 900 }");
  assert_conceals ("{\"accessToken\":\"a\",\"otp\":123456}", "{\"accessToken\":\"[redacted]\",\"otp\":\"[redacted]\"}");
  assert_conceals ("{\"token\":{\"token\":\"a\",\"ttl\":9}}", "{\"token\":{\"token\":\"[redacted]\",\"ttl\":\"[redacted]\"}}");
}

static void
test_account_numbers (void)
{
  assert_conceals ("{\"bsb\":\"062-000\",\"account_number\":\"12345678\",\"masked_number\":\"xxxx 5678\"}",
                "{\"bsb\":\"xxxxxxx\",\"account_number\":\"xxxxxxxx\",\"masked_number\":\"xxxx 5678\"}");
  assert_conceals ("{\"nationalMeteringId\":\"4103000001\",\"service_point_id\":\"sp_1\"}",
                "{\"nationalMeteringId\":\"xxxxxxxxxx\",\"service_point_id\":\"sp_1\"}");
}

static void
test_a_card_number_that_is_masked_stays (void)
{
  assert_conceals ("[{\"card_number\":\"xxxx xxxx xxxx 1234\"},{\"card_number\":\"4111 1111 1111 1234\"}]",
                "[{\"card_number\":\"xxxx xxxx xxxx 1234\"},{\"card_number\":\"xxxxxxxxxxxxxxxxxxx\"}]");
  assert_conceals ("{\"masked_number\":\"\\u0034111\"}", "{\"masked_number\":\"xxxxxxxxx\"}");
}

static void
test_values_that_are_no_text (void)
{
  assert_conceals ("{\"account_number\":12345678,\"bsb\":null,\"nmi\":false}",
                "{\"account_number\":\"xxxxxxxx\",\"bsb\":null,\"nmi\":false}");
  assert_conceals ("{\"account_number\":[\"1\",{\"from\":\"22\",\"to\":33}],\"a\":\"1\"}",
                "{\"account_number\":[\"x\",{\"from\":\"xx\",\"to\":\"xx\"}],\"a\":\"1\"}");
  assert_conceals ("{\"account_number\":\"\",\"bsb\":{}}", "{\"account_number\":\"\",\"bsb\":{}}");
}

static void
test_names_in_any_spelling (void)
{
  assert_conceals ("{\"account\\u005fnumber\":\"1\",\"ACCOUNT-NUMBER\":\"2\"}",
                "{\"account\\u005fnumber\":\"x\",\"ACCOUNT-NUMBER\":\"x\"}");
  assert_conceals ("{\"my_account_number\":\"1\",\"account_numbers\":\"2\",\"account_number\":\"3\"}",
                "{\"my_account_number\":\"1\",\"account_numbers\":\"2\",\"account_number\":\"x\"}");
}

static void
test_duplicates_and_depth (void)
{
  assert_conceals ("[[{\"a\":{\"bsb\":\"1\",\"bsb\":\"2\"}}],{\"bsb\":\"3\"}]", "[[{\"a\":{\"bsb\":\"x\",\"bsb\":\"x\"}}],{\"bsb\":\"x\"}]");
}

static void
test_escapes_and_other_scripts_in_values (void)
{
  assert_conceals ("{\"account_number\":\"1\\u0032\\\"3\",\"b\":\"é\\\\\"}", "{\"account_number\":\"xxxxxxxxxx\",\"b\":\"é\\\\\"}");
  assert_conceals ("{\"account_number\":\"é\",\"bsb\":\"\\\\\"}", "{\"account_number\":\"xx\",\"bsb\":\"xx\"}");
}

static void
test_a_value_with_such_a_name_in_it_is_no_member (void)
{
  assert_conceals ("{\"description\":\"account_number\",\"a\":\"bsb: 1\"}", "{\"description\":\"account_number\",\"a\":\"bsb: 1\"}");
}

static void
test_json_within_a_text (void)
{
  assert_conceals ("{\"message\":\"got {\\\"account_number\\\":\\\"123\\\",\\\"bsb\\\":45,\\\"a\\\":1}\"}",
                "{\"message\":\"got {\\\"account_number\\\":\\\"xxx\\\",\\\"bsb\\\":\\\"xx\\\",\\\"a\\\":1}\"}");
}

static void
test_what_is_cut_off_or_broken (void)
{
  assert_conceals ("{\"account_number\":\"1234", "{\"account_number\":\"xxxx");
  assert_conceals ("{\"account_number\":12", "{\"account_number\":\"xx\"");
  assert_conceals ("{\"account_number\":", "{\"account_number\":");
  assert_conceals ("{\"account_number\":[\"1\",", "{\"account_number\":[\"x\",");
  assert_conceals ("it\"s broken {\"token\":\"1\"}", "it\"s broken {\"token\":\"[redacted]\"}");
  assert_conceals ("{\"bsb\":\"12,\"client_secret\":\"s\"}", "{\"bsb\":\"xxx\"client_secret\":\"[redacted]\"}");
  assert_conceals ("", "");
}

static void
test_parameters (void)
{
  assert_conceals ("https://a/b?state=abc&session_id=s&code=1#x", "https://a/b?state=[redacted]&session_id=s&code=[redacted]#x");
  assert_conceals ("client_id=c&client_secret=s", "client_id=c&client_secret=[redacted]");
  assert_conceals ("{\"redirect_uri\":\"https://a/?x=1\\u0026state=abc\",\"state\":\"NSW\"}",
                "{\"redirect_uri\":\"https://a/?x=1\\u0026state=[redacted]\",\"state\":\"NSW\"}");
}

static void
test_headers (void)
{
  g_autofree char *token = desk_conceal_header ("authorization", "Bearer abc", FALSE);
  g_autofree char *cookie = desk_conceal_header ("Set-Cookie", "a=b", FALSE);
  g_autofree char *signature = desk_conceal_header ("x-fiskil-signature", "c2ln", FALSE);
  g_autofree char *link = desk_conceal_header ("Location", "https://a/?code=1", FALSE);

  g_assert_cmpstr (token, ==, "Bearer [redacted]");
  g_assert_cmpstr (cookie, ==, "[redacted]");
  g_assert_cmpstr (signature, ==, "[redacted]");
  g_assert_cmpstr (link, ==, "https://a/?code=[redacted]");
}

static void
test_account_numbers_are_shown_on_demand (void)
{
  const char *text = "{\"bsb\":{\"token\":\"t\"},\"account_number\":\"1\",\"token\":\"t\"}";

  assert_conceals_with ("?account_number=1", 17, FALSE, "?account_number=1");
  assert_conceals_with (text, strlen (text), FALSE, "{\"bsb\":{\"token\":\"[redacted]\"},\"account_number\":\"1\",\"token\":\"[redacted]\"}");
}

static void
test_the_same_bytes_if_there_is_nothing_to_hide (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"amount\":\"0.10\"}", 17);
  g_autoptr(GBytes) masked = desk_conceal_bytes (bytes, TRUE, NULL);

  g_assert_true (masked == bytes);
}

static void
test_says_what_was_hidden (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"token\":\"a\",\"bsb\":\"1\",\"nmi\":\"2\"}", 33);
  DeskConcealResult result;
  g_autoptr(GBytes) masked = desk_conceal_bytes (bytes, TRUE, &result);

  g_assert_nonnull (masked);
  g_assert_cmpuint (result.n_secrets, ==, 1);
  g_assert_cmpuint (result.n_numbers, ==, 2);
}

static void
test_masked_json_stays_json (void)
{
  static const char *const pieces[] = {
    "{", "}", "[", "]", "\"bsb\"", "\"token\"", "\"a\"", ":", ",", "\"1\\\\\"", "\"\\\"\"", "12", "null", " ", "\"?code=1\"",
  };
  guint n_valid = 0;

  for (guint n_tries = 0; n_tries < 200000; n_tries++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *masked = NULL;
      DeskJsonSlice root;
      gboolean was_valid;

      for (int i = g_test_rand_int_range (1, 10); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      was_valid = desk_json_parse (text->str, text->len, &root, NULL);
      masked = desk_conceal_text (text->str, TRUE);
      if (was_valid)
        g_assert_true (desk_json_parse (masked, strlen (masked), &root, NULL));
      n_valid += was_valid ? 1 : 0;
    }
  g_assert_cmpuint (n_valid, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conceal/secrets", test_secrets);
  g_test_add_func ("/conceal/account-numbers", test_account_numbers);
  g_test_add_func ("/conceal/masked-card-number", test_a_card_number_that_is_masked_stays);
  g_test_add_func ("/conceal/no-text", test_values_that_are_no_text);
  g_test_add_func ("/conceal/spelling", test_names_in_any_spelling);
  g_test_add_func ("/conceal/duplicates", test_duplicates_and_depth);
  g_test_add_func ("/conceal/escapes", test_escapes_and_other_scripts_in_values);
  g_test_add_func ("/conceal/no-member", test_a_value_with_such_a_name_in_it_is_no_member);
  g_test_add_func ("/conceal/json-in-text", test_json_within_a_text);
  g_test_add_func ("/conceal/broken", test_what_is_cut_off_or_broken);
  g_test_add_func ("/conceal/parameters", test_parameters);
  g_test_add_func ("/conceal/headers", test_headers);
  g_test_add_func ("/conceal/on-demand", test_account_numbers_are_shown_on_demand);
  g_test_add_func ("/conceal/same-bytes", test_the_same_bytes_if_there_is_nothing_to_hide);
  g_test_add_func ("/conceal/counts", test_says_what_was_hidden);
  g_test_add_func ("/conceal/stays-json", test_masked_json_stays_json);
  return g_test_run ();
}
