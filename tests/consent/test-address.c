/* test-address.c: web addresses, taken apart for comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-address.h"

typedef struct
{
  const char *uri;
  const char *origin; /* (nullable): NULL if it is no address */
  const char *path;
} Row;

static const Row rows[] = {
  { "https://consent-desk.invalid/linked?a=1#b", "https://consent-desk.invalid", "/linked" },
  { "HTTPS://Consent-Desk.INVALID/Linked", "https://consent-desk.invalid", "/Linked" },
  { "https://host:443/a", "https://host", "/a" },
  { "https://host:80/a", "https://host:80", "/a" },
  { "http://127.0.0.1:8080", "http://127.0.0.1:8080", "/" },
  { "https://auth.fiskil.com?sess_id=1", "https://auth.fiskil.com", "/" },
  { "https://host#/a", "https://host", "/" },
  { "https://host/%6cinked", "https://host", "/%6cinked" },
  { "https://host/a/../linked", "https://host", "/a/../linked" },
  { "https://good@evil/linked", "https://evil", "/linked" },
  { "https://host/a?b=\\c", "https://host", "/a" },
  { "https://host/%zz?%", "https://host", "/%zz" },
  { "https://h%6fst/linked", NULL, NULL },
  { "https://a%40b@host/linked", NULL, NULL },
  { "https://evil\\@host/linked", NULL, NULL },
  { "https://host\\linked", NULL, NULL },
  { "https://host/link\ted", NULL, NULL },
  { "https://host/linked?a=\n", NULL, NULL },
  { "ht\ntps://host/linked", NULL, NULL },
  { "https://host:99999/", NULL, NULL },
  { "https:///linked", NULL, NULL },
  { "https:/host/linked", NULL, NULL },
  { "https:host/linked", NULL, NULL },
  { "ftp://host/linked", NULL, NULL },
  { "/linked", NULL, NULL },
  { "", NULL, NULL },
  { NULL, NULL, NULL },
};

static void
test_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkAddress) address = desk_link_address_parse (rows[i].uri);

      g_test_message ("%.200s", rows[i].uri);
      g_assert_cmpstr (address != NULL ? address->origin : NULL, ==, rows[i].origin);
      g_assert_cmpstr (address != NULL ? address->path : NULL, ==, rows[i].path);
    }
}

static void
test_query (void)
{
  g_autoptr(DeskLinkAddress) address = desk_link_address_parse ("https://host/a?b=c#d");

  g_assert_cmpstr (desk_link_query_get_first (address->query, "b"), ==, "c");
}

static void
test_same_target (void)
{
  g_autoptr(DeskLinkAddress) one = desk_link_address_parse ("https://host/a?b=1");
  g_autoptr(DeskLinkAddress) same = desk_link_address_parse ("https://HOST:443/a?b=2#c");
  g_autoptr(DeskLinkAddress) path = desk_link_address_parse ("https://host/a/");
  g_autoptr(DeskLinkAddress) origin = desk_link_address_parse ("http://host/a");

  g_assert_true (desk_link_address_has_same_target (one, same));
  g_assert_false (desk_link_address_has_same_target (one, path));
  g_assert_false (desk_link_address_has_same_target (one, origin));
}

static void
test_letters_of_a_host (void)
{
  g_autoptr(DeskLinkAddress) chosen = desk_link_address_parse ("https://b\xc3\xa4nk.example/a");
  g_autoptr(DeskLinkAddress) alike = desk_link_address_parse ("https://b\xc3\xa4nk.example/a?b");
  g_autoptr(DeskLinkAddress) punycode = desk_link_address_parse ("https://xn--bnk-qla.example/a");
  g_autoptr(DeskLinkAddress) decomposed = desk_link_address_parse ("https://ba\xcc\x88nk.example/a");

  g_assert_true (desk_link_address_has_same_target (alike, chosen));
  g_assert_true (desk_link_address_has_same_target (punycode, chosen));
  g_assert_false (desk_link_address_has_same_target (decomposed, chosen));
  g_assert_false (desk_link_address_has_same_target (alike, punycode));
}

/* GLib reads the sharp s as a double one, browsers do not. */
static void
test_letters_that_are_mapped_in_two_ways (void)
{
  g_autoptr(DeskLinkAddress) chosen = desk_link_address_parse ("https://fass.example/a");
  g_autoptr(DeskLinkAddress) mapped = desk_link_address_parse ("https://fa\xc3\x9f.example/a");

  g_assert_false (desk_link_address_has_same_target (mapped, chosen));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-address/takes-apart", test_parts);
  g_test_add_func ("/link-address/reads-the-query", test_query);
  g_test_add_func ("/link-address/compares-origin-and-path", test_same_target);
  g_test_add_func ("/link-address/host-outside-ascii-is-equal-only-if-written-alike", test_letters_of_a_host);
  g_test_add_func ("/link-address/host-that-is-mapped-in-two-ways-is-another", test_letters_that_are_mapped_in_two_ways);
  return g_test_run ();
}
