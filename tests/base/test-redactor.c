/* test-redactor.c: secrets never appear
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-redactor.h"

static void
assert_redacts (DeskRedactor *redactor,
                const char   *text,
                const char   *expected)
{
  g_autofree char *redacted = desk_redactor_apply (redactor, text);

  g_assert_cmpstr (redacted, ==, expected);
}

static void
assert_redacts_uri (const char *uri,
                    const char *expected)
{
  g_autofree char *redacted = desk_redact_uri (uri);

  g_assert_cmpstr (redacted, ==, expected);
}

static void
test_replaces_a_secret (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  desk_redactor_add (redactor, "hunter22");
  assert_redacts (redactor, "hunter22", "[redacted]");
  assert_redacts (redactor, "a hunter22, hunter22hunter22.", "a [redacted], [redacted][redacted].");
  assert_redacts (redactor, "hunter2", "hunter2");
  assert_redacts (redactor, "", "");
}

static void
test_leaves_other_text_alone (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  assert_redacts (redactor, "Grüße, 100 %", "Grüße, 100 %");
}

static void
test_takes_a_secret_out_of_any_bytes (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a\0hunter22\xff", 11);
  g_autoptr(GBytes) plain = g_bytes_new_static ("a\0hunter2\xff", 10);
  g_autoptr(GBytes) redacted = NULL;
  g_autoptr(GBytes) same = NULL;

  desk_redactor_add (redactor, "hunter22");
  redacted = desk_redactor_apply_to_bytes (redactor, bytes);
  same = desk_redactor_apply_to_bytes (redactor, plain);
  g_assert_cmpmem (g_bytes_get_data (redacted, NULL), g_bytes_get_size (redacted), "a\0[redacted]\xff", 13);
  g_assert_true (same == plain);
}

static void
test_reads_nothing_behind_the_bytes (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("hunter22", 7);
  g_autoptr(GBytes) redacted = NULL;

  desk_redactor_add (redactor, "hunter22");
  redacted = desk_redactor_apply_to_bytes (redactor, bytes);
  g_assert_true (redacted == bytes);
}

static void
test_replaces_the_percent_encoded_form (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  desk_redactor_add (redactor, "a/b+c=d");
  assert_redacts (redactor, "key=a%2Fb%2Bc%3Dd&x", "key=[redacted]&x");
  assert_redacts (redactor, "key=a%2fb%2bc%3dd&x", "key=[redacted]&x");
}

static void
test_replaces_the_json_escaped_form (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  desk_redactor_add (redactor, "say \"hi\"\\\n\x01/");
  assert_redacts (redactor, "{\"s\":\"say \\\"hi\\\"\\\\\\n\\u0001/\"}", "{\"s\":\"[redacted]\"}");
  assert_redacts (redactor, "{\"s\":\"say \\\"hi\\\"\\\\\\n\\u0001\\/\"}", "{\"s\":\"[redacted]\"}");
}

static void
test_takes_the_longest_first (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  desk_redactor_add (redactor, "token");
  desk_redactor_add (redactor, "token-and-more");
  assert_redacts (redactor, "token-and-more token", "[redacted] [redacted]");
}

static void
test_masks_overlapping_secrets_whole (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  desk_redactor_add (redactor, "abcdef");
  desk_redactor_add (redactor, "defghi");
  assert_redacts (redactor, "<abcdefghi>", "<[redacted]>");
}

static void
test_does_not_mask_everything (void)
{
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();

  desk_redactor_add (redactor, NULL);
  desk_redactor_add (redactor, "");
  desk_redactor_add (redactor, "abc");
  assert_redacts (redactor, "abc", "abc");
  desk_redactor_add (redactor, "abcd");
  assert_redacts (redactor, "abcd", "[redacted]");
}

static void
test_uri_keeps_names_only (void)
{
  assert_redacts_uri ("https://host/path?state=abc&session_id=def#frag", "https://host/path?state=…&session_id=…");
  assert_redacts_uri ("https://user:word@host:8443/a%20b", "https://host:8443/a%20b");
  assert_redacts_uri ("http://[::1]:80/?a=1=2&bare&&c=", "http://[::1]:80/?a=…&…&…&c=…");
  assert_redacts_uri ("https://host", "https://host");
}

static void
test_uri_without_host_keeps_its_scheme (void)
{
  assert_redacts_uri ("mailto:jane@example.com", "mailto:…");
  assert_redacts_uri ("data:text/plain,secret", "data:…");
}

static void
test_what_is_no_uri_is_masked (void)
{
  assert_redacts_uri ("hunter22", "[redacted]");
  assert_redacts_uri ("", "[redacted]");
  assert_redacts_uri ("https://host:port/", "[redacted]");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redactor/any-bytes", test_takes_a_secret_out_of_any_bytes);
  g_test_add_func ("/redactor/nothing-behind", test_reads_nothing_behind_the_bytes);
  g_test_add_func ("/redactor/replaces-a-secret", test_replaces_a_secret);
  g_test_add_func ("/redactor/leaves-other-text-alone", test_leaves_other_text_alone);
  g_test_add_func ("/redactor/replaces-the-percent-encoded-form", test_replaces_the_percent_encoded_form);
  g_test_add_func ("/redactor/replaces-the-json-escaped-form", test_replaces_the_json_escaped_form);
  g_test_add_func ("/redactor/takes-the-longest-first", test_takes_the_longest_first);
  g_test_add_func ("/redactor/masks-overlapping-secrets-whole", test_masks_overlapping_secrets_whole);
  g_test_add_func ("/redactor/does-not-mask-everything", test_does_not_mask_everything);
  g_test_add_func ("/redactor/uri-keeps-names-only", test_uri_keeps_names_only);
  g_test_add_func ("/redactor/uri-without-host-keeps-its-scheme", test_uri_without_host_keeps_its_scheme);
  g_test_add_func ("/redactor/what-is-no-uri-is-masked", test_what_is_no_uri_is_masked);

  return g_test_run ();
}
