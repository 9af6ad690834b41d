/* test-session.c: what one link attempt expects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-session.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr(DeskLinkSession) session = NULL;

  session = desk_link_session_new ("s1", "st", "https://a/linked", NULL, "https://Auth.Example:443?sess_id=s1");
  g_assert_cmpstr (session->session_id, ==, "s1");
  g_assert_cmpstr (session->state, ==, "st");
  g_assert_cmpstr (session->redirect_uri, ==, "https://a/linked");
  g_assert_null (session->cancel_uri);
  g_assert_cmpstr (session->auth_url, ==, "https://Auth.Example:443?sess_id=s1");
  g_assert_cmpstr (session->auth_origin, ==, "https://auth.example");
}

static void
test_copy (void)
{
  DeskLinkSession *session = desk_link_session_new ("s1", "st", "r", "c", "https://auth.example");
  g_autoptr(DeskLinkSession) copy = desk_link_session_copy (session);

  desk_link_session_free (session);
  g_assert_cmpstr (copy->session_id, ==, "s1");
  g_assert_cmpstr (copy->state, ==, "st");
  g_assert_cmpstr (copy->redirect_uri, ==, "r");
  g_assert_cmpstr (copy->cancel_uri, ==, "c");
  g_assert_cmpstr (copy->auth_url, ==, "https://auth.example");
  g_assert_cmpstr (copy->auth_origin, ==, "https://auth.example");
}

static void
test_state (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *state = desk_link_state_new ();

      g_assert_cmpuint (strlen (state), ==, 32);
      g_assert_cmpuint (strspn (state, "0123456789abcdef"), ==, 32);
      g_assert_true (g_hash_table_add (seen, state));
    }
}

static void
test_uri_with_state (void)
{
  static const char *const rows[][2] = {
    { "https://a/linked", "https://a/linked?state=s%26%3D" },
    { "https://a/linked?", "https://a/linked?state=s%26%3D" },
    { "https://a/linked?x=1&y", "https://a/linked?x=1&y&state=s%26%3D" },
    { "https://a/linked?state=old&x=1&state", "https://a/linked?x=1&state=s%26%3D" },
    { "https://a/linked?%73tate=old&states=1", "https://a/linked?states=1&state=s%26%3D" },
    { "https://a/linked#f?x=1", "https://a/linked?state=s%26%3D#f?x=1" },
    { "https://a/linked?x=a?b#f", "https://a/linked?x=a?b&state=s%26%3D#f" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *uri = desk_link_uri_with_state (rows[i][0], "s&=");

      g_assert_cmpstr (uri, ==, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-session/derives-the-auth-origin", test_new);
  g_test_add_func ("/link-session/copies-everything", test_copy);
  g_test_add_func ("/link-session/states-never-repeat", test_state);
  g_test_add_func ("/link-session/adds-the-state-to-a-query", test_uri_with_state);
  return g_test_run ();
}
