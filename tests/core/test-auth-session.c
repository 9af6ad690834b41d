/* test-auth-session.c: auth sessions are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-auth-session.h"

#include "desk-store-fixture.h"

static void
test_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskAuthSession) session = NULL;

  session = desk_auth_session_new_from_json (fixture_slice ("{\"id\":\"client\",\"session_id\":\"s1\","
                                                            "\"auth_url\":\"https://auth.example?sess_id=s1\","
                                                            "\"expires_at\":1621083785}"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_auth_session_get_session_id (session), ==, "s1");
  g_assert_cmpstr (desk_auth_session_get_auth_url (session), ==, "https://auth.example?sess_id=s1");
  g_assert_cmpint (desk_auth_session_get_expires_at (session), ==, G_GINT64_CONSTANT (1621083785000000));
}

static void
test_expiry_forms (void)
{
  const struct { const char *json; gint64 expected; } cases[] =
  {
    { "\"2021-05-15T13:03:05Z\"", G_GINT64_CONSTANT (1621083785000000) },
    { "null", 0 },
    { "\"soon\"", 0 },
    { "-5", 0 },
    { "9223372036854775807", 0 },
    { "{}", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"session_id\":\"s\",\"auth_url\":\"u\",\"expires_at\":%s}",
                                               cases[i].json);
      g_autoptr(DeskAuthSession) session = desk_auth_session_new_from_json (fixture_slice (json), NULL);

      g_assert_cmpint (desk_auth_session_get_expires_at (session), ==, cases[i].expected);
    }
}

static void
test_incomplete (void)
{
  const char *bodies[] = { "{\"auth_url\":\"u\"}", "{\"session_id\":\"s\"}", "[]" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_auth_session_new_from_json (fixture_slice (bodies[i]), &error));
      g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/auth-session/reads-all-members", test_read);
  g_test_add_func ("/auth-session/reads-every-form-of-expiry", test_expiry_forms);
  g_test_add_func ("/auth-session/refuses-an-incomplete-one", test_incomplete);

  return g_test_run ();
}
