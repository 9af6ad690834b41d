/* test-connection-link.c: which addresses the connection goes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-connection-private.h"
#include "desk-api-error.h"

static DeskApiConnection *
build_connection (void)
{
  g_autoptr(GError) error = NULL;
  DeskApiConnection *connection = desk_api_connection_new ("https://API.example.com/v1/", "v2", NULL, &error);

  g_assert_no_error (error);

  return connection;
}

static char *
resolve (const char  *link,
         GError     **error)
{
  g_autoptr(DeskApiConnection) connection = build_connection ();
  g_autoptr(GUri) base = g_uri_parse ("https://api.example.com/v1/rows?a=1", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GUri) uri = desk_api_connection_resolve_link (connection, base, link, error);

  return uri != NULL ? g_uri_to_string (uri) : NULL;
}

static void
test_follows_links_of_own_origin (void)
{
  static const struct
  {
    const char *link;
    const char *uri;
  } cases[] = {
    { "https://api.example.com/v1/rows?page[after]=x", "https://api.example.com/v1/rows?page[after]=x" },
    { "https://api.example.com/v1/rows?page%5Bafter%5D=x%2B", "https://api.example.com/v1/rows?page%5Bafter%5D=x%2B" },
    { "https://api.example.com:443/v1/rows", "https://api.example.com/v1/rows" },
    { "HTTPS://API.EXAMPLE.COM/v1/rows", "https://API.EXAMPLE.COM/v1/rows" },
    { "/v1/other?page[after]=x", "https://api.example.com/v1/other?page[after]=x" },
    { "?page[after]=x", "https://api.example.com/v1/rows?page[after]=x" },
    { "more", "https://api.example.com/v1/more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *uri = resolve (cases[i].link, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_refuses_links_of_other_origins (void)
{
  static const char *const links[] = {
    "http://api.example.com/v1/rows", "https://api.example.com:8443/v1/rows", "https://example.com/v1/rows",
    "https://api.example.com.evil.test/v1", "https://evil.test/api.example.com", "//evil.test/v1/rows",
    "https://api.example.com@evil.test/", "https://evil.test@api.example.com/", "https://u:p@api.example.com/v1",
    "https://api.example.com\\@evil.test/", "\\\\evil.test/", "javascript:alert(1)", "file:///etc/passwd",
    "https://", "https://[", "http://127.0.0.1/v1", "data:,x", "https://api.example.com./v1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *uri = resolve (links[i], &error);

      if (uri != NULL)
        g_test_message ("followed: %s", uri);
      g_assert_null (uri);
      g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_UNSAFE_LINK);
    }
}

static void
test_builds_addresses (void)
{
  g_autoptr(DeskApiConnection) connection = build_connection ();
  g_autoptr(GUri) below_api = desk_api_connection_build_uri (connection, "/rows?a=%20", NULL);
  g_autoptr(GUri) below_origin = desk_api_connection_build_uri (connection, "//sandbox/state", NULL);
  g_autofree char *first = g_uri_to_string (below_api);
  g_autofree char *second = g_uri_to_string (below_origin);

  g_assert_cmpstr (first, ==, "https://API.example.com/v1/rows?a=%20");
  g_assert_cmpstr (second, ==, "https://api.example.com/sandbox/state");
}

static void
test_remembers_what_it_was_given (void)
{
  g_autoptr(DeskApiConnection) connection = build_connection ();

  desk_api_connection_set_credentials (connection, "client-1", "secret-1");

  g_assert_cmpstr (desk_api_connection_get_api_uri (connection), ==, "https://API.example.com/v1");
  g_assert_cmpstr (desk_api_connection_get_version (connection), ==, "v2");
  g_assert_cmpstr (desk_api_connection_get_client_id (connection), ==, "client-1");
  g_assert_cmpint (desk_api_connection_get_held_until (connection), ==, 0);
}

static gboolean
has_proxy (DeskApiConnection *connection)
{
  g_autoptr(GProxyResolver) resolver = NULL;

  g_object_get (connection->session, "proxy-resolver", &resolver, NULL);

  return resolver != NULL;
}

static void
test_needs_no_proxy_for_this_computer (void)
{
  g_autoptr(DeskApiConnection) far = build_connection ();
  g_autoptr(DeskApiConnection) near = desk_api_connection_new ("http://127.0.0.1:1/v1", "v2", NULL, NULL);

  g_assert_true (has_proxy (far));
  g_assert_false (has_proxy (near));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection/link/follows-own-origin", test_follows_links_of_own_origin);
  g_test_add_func ("/connection/link/refuses-other-origins", test_refuses_links_of_other_origins);
  g_test_add_func ("/connection/link/builds-addresses", test_builds_addresses);
  g_test_add_func ("/connection/link/remembers-what-it-was-given", test_remembers_what_it_was_given);
  g_test_add_func ("/connection/link/needs-no-proxy-for-this-computer", test_needs_no_proxy_for_this_computer);

  return g_test_run ();
}
