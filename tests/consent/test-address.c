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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-address/takes-apart", test_parts);
  g_test_add_func ("/link-address/reads-the-query", test_query);
  g_test_add_func ("/link-address/compares-origin-and-path", test_same_target);
  return g_test_run ();
}
