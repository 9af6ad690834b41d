/* test-http.c: rules about addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-http.h"

static void
assert_origin (const char *uri,
               const char *expected)
{
  g_autofree char *origin = desk_http_dup_origin (uri);

  g_assert_cmpstr (origin, ==, expected);
}

static void
test_origin_of_a_page (void)
{
  assert_origin ("https://auth.example/a/b?c=d#e", "https://auth.example");
  assert_origin ("https://auth.example", "https://auth.example");
  assert_origin ("HTTPS://Auth.Example/", "https://auth.example");
  assert_origin ("https://user:word@auth.example/", "https://auth.example");
}

static void
test_origin_keeps_a_port_of_its_own (void)
{
  assert_origin ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080");
  assert_origin ("https://auth.example:443/x", "https://auth.example");
  assert_origin ("http://auth.example:80/x", "http://auth.example");
  assert_origin ("http://auth.example:443/x", "http://auth.example:443");
  assert_origin ("http://[::1]:8080/x", "http://[::1]:8080");
  assert_origin ("http://[::1]/x", "http://[::1]");
}

static void
test_web_address (void)
{
  g_assert_true (desk_http_is_web_address ("https://bank.example/terms?id=7#fees"));
  g_assert_true (desk_http_is_web_address ("http://bank.example/"));
  g_assert_false (desk_http_is_web_address ("https://bank.example@evil.example/"));
  g_assert_false (desk_http_is_web_address ("https://b\xd0\xb0nk.example/"));
  g_assert_false (desk_http_is_web_address ("javascript:alert (1)"));
  g_assert_false (desk_http_is_web_address ("file:///etc/passwd"));
  g_assert_false (desk_http_is_web_address ("www.bank.example"));
}

static void
test_no_origin_of_other_things (void)
{
  const char *const uris[] = {
    "", "auth.example", "/path", "//auth.example/", "ftp://auth.example/", "file:///etc/passwd", "about:blank",
    "https://", "https:///x",
    "https:auth.example", "data:text/html,x", "javascript:alert(1)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    assert_origin (uris[i], NULL);
}

static void
test_no_origin_where_parsers_disagree (void)
{
  assert_origin ("https://evil.example\\@auth.example/", NULL);
  assert_origin ("https://auth.example\t.evil.example/", NULL);
  assert_origin ("https://auth.example/ x", NULL);
  assert_origin ("https://auth.example/\x7f", NULL);
}

static void
test_https_is_allowed_anywhere (void)
{
  g_assert_true (desk_http_is_allowed_address ("https://api.example/v1"));
  g_assert_true (desk_http_is_allowed_address ("https://10.0.0.1:8443/"));
}

static void
test_http_is_allowed_to_loopback_literals (void)
{
  g_assert_true (desk_http_is_allowed_address ("http://127.0.0.1:8080/v1"));
  g_assert_true (desk_http_is_allowed_address ("http://127.9.8.7/"));
  g_assert_true (desk_http_is_allowed_address ("http://[::1]:8080/"));

  g_assert_false (desk_http_is_allowed_address ("http://localhost:8080/"));
  g_assert_false (desk_http_is_allowed_address ("http://api.example/"));
  g_assert_false (desk_http_is_allowed_address ("http://127.0.0.1.evil.example/"));
  g_assert_false (desk_http_is_allowed_address ("http://128.0.0.1/"));
}

static void
test_other_addresses_are_not_allowed (void)
{
  g_assert_false (desk_http_is_allowed_address (""));
  g_assert_false (desk_http_is_allowed_address ("ftp://127.0.0.1/"));
  g_assert_false (desk_http_is_allowed_address ("https://user@api.example/"));
  g_assert_false (desk_http_is_allowed_address ("https://user:word@api.example/"));
  g_assert_false (desk_http_is_allowed_address ("https://@api.example/"));
}

static void
test_knows_loopback (void)
{
  g_assert_true (desk_http_is_loopback ("http://127.0.0.1/"));
  g_assert_true (desk_http_is_loopback ("https://[::1]:1/"));
  g_assert_false (desk_http_is_loopback ("http://localhost/"));
  g_assert_false (desk_http_is_loopback ("https://api.example/127.0.0.1"));
  g_assert_false (desk_http_is_loopback ("https://127.0.0.1@api.example/"));
  g_assert_false (desk_http_is_loopback ("127.0.0.1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/origin-of-a-page", test_origin_of_a_page);
  g_test_add_func ("/http/origin-keeps-a-port-of-its-own", test_origin_keeps_a_port_of_its_own);
  g_test_add_func ("/http/no-origin-of-other-things", test_no_origin_of_other_things);
  g_test_add_func ("/http/no-origin-where-parsers-disagree", test_no_origin_where_parsers_disagree);
  g_test_add_func ("/http/https-is-allowed-anywhere", test_https_is_allowed_anywhere);
  g_test_add_func ("/http/http-is-allowed-to-loopback-literals", test_http_is_allowed_to_loopback_literals);
  g_test_add_func ("/http/other-addresses-are-not-allowed", test_other_addresses_are_not_allowed);
  g_test_add_func ("/http/knows-loopback", test_knows_loopback);
  g_test_add_func ("/http/web-address", test_web_address);

  return g_test_run ();
}
