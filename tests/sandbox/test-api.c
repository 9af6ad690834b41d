/* test-api.c: the calls about tokens, end users, institutions and sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <string.h>

static void
assert_core_error (Sandbox    *sandbox,
                   guint       status,
                   const char *name)
{
  g_autofree char *id = sandbox_dup (sandbox, "id");

  g_assert_cmpuint (sandbox->status, ==, status);
  g_assert_true (g_str_has_prefix (id, "err_"));
  sandbox_assert (sandbox, "name", name);
  sandbox_assert (sandbox, "temporary", "false");
  sandbox_assert (sandbox, "timeout", "false");
  sandbox_assert (sandbox, "fault", "false");
}

static void
test_token_wrong_secret (Sandbox       *sandbox,
                         gconstpointer  user_data)
{
  sandbox_post (sandbox, "/token", "{\"client_id\":\"%s\",\"client_secret\":\"no\"}",
                desk_sandbox_state_get_client_id (sandbox->state));
  assert_core_error (sandbox, 401, "unauthorized");
}

static void
test_token_no_json (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  sandbox_post (sandbox, "/token", "client_id=x");
  assert_core_error (sandbox, 400, "bad_request");
}

static void
test_token_shape (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  sandbox_post (sandbox, "/token", "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
                desk_sandbox_state_get_client_id (sandbox->state),
                desk_sandbox_state_get_client_secret (sandbox->state));
  sandbox_assert (sandbox, "token_type", "Bearer");
  sandbox_assert (sandbox, "expires_in", "900");
}

static void
test_token_missing (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  g_clear_pointer (&sandbox->token, g_free);
  sandbox_get (sandbox, "/end-users");
  assert_core_error (sandbox, 401, "unauthorized");
}

static void
test_token_missing_for_data (Sandbox       *sandbox,
                             gconstpointer  user_data)
{
  g_clear_pointer (&sandbox->token, g_free);
  sandbox_get (sandbox, "/banking/accounts?end_user_id=x");
  g_assert_cmpuint (sandbox->status, ==, 401);
  sandbox_assert (sandbox, "temporary", NULL);
}

static void
test_token_expires_by_the_clock (Sandbox       *sandbox,
                                 gconstpointer  user_data)
{
  sandbox_control (sandbox, "/clock", "{\"advance\":\"PT14M59S\"}");
  sandbox_get (sandbox, "/permissions");
  g_assert_cmpuint (sandbox->status, ==, 200);
  sandbox_control (sandbox, "/clock", "{\"advance\":\"PT1S\"}");
  sandbox_get (sandbox, "/permissions");
  g_assert_cmpuint (sandbox->status, ==, 401);
}

static void
test_token_forged (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  char *last = sandbox->token + strlen (sandbox->token) - 2;

  *last = *last == 'A' ? 'B' : 'A';
  sandbox_get (sandbox, "/permissions");
  g_assert_cmpuint (sandbox->status, ==, 401);
}

static void
test_version_echoed (Sandbox       *sandbox,
                     gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->api, "/permissions", NULL);

  sandbox_call (sandbox, "GET", uri, "v2", NULL);
  g_assert_cmpstr (soup_message_headers_get_one (sandbox->headers, "x-fiskil-version"), ==, "v2");
}

static void
test_version_default (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  sandbox_get (sandbox, "/permissions");
  g_assert_cmpstr (soup_message_headers_get_one (sandbox->headers, "x-fiskil-version"), ==, "v3");
}

static void
test_version_unknown (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->api, "/permissions", NULL);

  sandbox_call (sandbox, "GET", uri, "2.0.0", NULL);
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_assert (sandbox, "temporary", NULL);
}

static void
test_end_user_is_read_back (Sandbox       *sandbox,
                            gconstpointer  user_data)
{
  g_autofree char *id = NULL;

  sandbox_post (sandbox, "/end-users",
                "{\"email\":\"x@example.com\",\"name\":\"X\",\"phone\":\"+61400000000\",\"abn\":\"51 824 753 556\"}");
  id = sandbox_dup (sandbox, "end_user_id");
  g_assert_true (g_str_has_prefix (id, "eu_"));
  sandbox_get (sandbox, "/end-users/%s", id);
  sandbox_assert (sandbox, "id", id);
  sandbox_assert (sandbox, "email", "x@example.com");
  sandbox_assert (sandbox, "name", "X");
  sandbox_assert (sandbox, "phone", "+61400000000");
  sandbox_assert (sandbox, "abn", "51 824 753 556");
}

static void
test_end_user_needs_email (Sandbox       *sandbox,
                           gconstpointer  user_data)
{
  sandbox_post (sandbox, "/end-users", "{\"name\":\"X\"}");
  assert_core_error (sandbox, 400, "bad_request");
}

static void
test_end_users_filter (Sandbox       *sandbox,
                       gconstpointer  user_data)
{
  g_autofree char *a = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *b = sandbox_add_end_user (sandbox, "b@example.com");

  sandbox_get (sandbox, "/end-users?email=b%%40example.com");
  g_assert_cmpuint (sandbox_count (sandbox, "end_users"), ==, 1);
  sandbox_assert (sandbox, "end_users.0.id", b);
}

static void
test_end_users_bare_before_v3 (Sandbox       *sandbox,
                               gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *uri = g_strconcat (sandbox->api, "/end-users", NULL);

  sandbox_call (sandbox, "GET", uri, "v2", NULL);
  sandbox_assert (sandbox, "0.id", id);
}

static void
test_end_users_pages (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *a = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *b = sandbox_add_end_user (sandbox, "b@example.com");
  g_autofree char *next = NULL;

  sandbox_get (sandbox, "/end-users?page[size]=1");
  sandbox_assert (sandbox, "end_users.0.id", a);
  next = sandbox_dup (sandbox, "links.next");
  sandbox_call (sandbox, "GET", next, NULL, NULL);
  sandbox_assert (sandbox, "end_users.0.id", b);
  sandbox_assert (sandbox, "links.next", NULL);
}

static void
test_end_user_update (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *path = g_strconcat ("/end-users/", id, NULL);

  sandbox_post (sandbox, path, "{\"email\":\"new@example.com\",\"name\":\"Not this\"}");
  g_assert_cmpuint (sandbox->status, ==, 204);
  sandbox_get (sandbox, "%s", path);
  sandbox_assert (sandbox, "email", "new@example.com");
  sandbox_assert (sandbox, "name", "Somebody");
}

static void
test_end_user_delete (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *uri = g_strconcat (sandbox->api, "/end-users/", id, NULL);

  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, 204);
  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  assert_core_error (sandbox, 404, "end_user_not_found");
  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", id);
  g_assert_cmpuint (sandbox->status, ==, 200);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 0);
  sandbox_get (sandbox, "/consent?end_user_id=%s", id);
  sandbox_assert (sandbox, "consents.0.active", "false");
}

static void
test_end_user_unknown (Sandbox       *sandbox,
                       gconstpointer  user_data)
{
  sandbox_get (sandbox, "/end-users/eu_nobody");
  assert_core_error (sandbox, 404, "end_user_not_found");
  sandbox_post (sandbox, "/end-users/eu_nobody", "{}");
  assert_core_error (sandbox, 404, "end_user_not_found");
}

static void
test_institutions (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  sandbox_get (sandbox, "/institutions?client_id=%s", desk_sandbox_state_get_client_id (sandbox->state));
  g_assert_cmpuint (sandbox_count (sandbox, NULL), ==, 2);
  sandbox_assert (sandbox, "0.id", "1");
  sandbox_assert (sandbox, "0.name", "Test Bank");
  sandbox_assert (sandbox, "0.is_accessible", "true");
  sandbox_assert (sandbox, "0.status.connections.status", "HEALTHY");
}

static void
test_institutions_by_industry (Sandbox       *sandbox,
                               gconstpointer  user_data)
{
  sandbox_get (sandbox, "/institutions?industry=energy&client_id=%s", desk_sandbox_state_get_client_id (sandbox->state));
  g_assert_cmpuint (sandbox_count (sandbox, NULL), ==, 1);
  sandbox_assert (sandbox, "0.id", "2");
}

static void
test_institutions_need_client (Sandbox       *sandbox,
                               gconstpointer  user_data)
{
  sandbox_get (sandbox, "/institutions");
  assert_core_error (sandbox, 400, "bad_request");
  sandbox_get (sandbox, "/institutions?client_id=other");
  assert_core_error (sandbox, 400, "bad_request");
}

static void
test_institution (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  g_autofree char *icon = NULL;

  sandbox_get (sandbox, "/institutions/2");
  sandbox_assert (sandbox, "industry", "energy");
  icon = sandbox_dup (sandbox, "icon");
  sandbox_call (sandbox, "GET", icon, NULL, NULL);
  g_assert_cmpstr (soup_message_headers_get_content_type (sandbox->headers, NULL), ==, "image/svg+xml");
  sandbox_get (sandbox, "/institutions/3");
  assert_core_error (sandbox, 404, "institution_not_found");
}

static void
test_permissions (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  sandbox_get (sandbox, "/permissions?industry=energy");
  g_assert_cmpuint (sandbox_count (sandbox, NULL), ==, 10);
  sandbox_assert (sandbox, "0.name", "energy_accounts");
  sandbox_assert (sandbox, "0.standards.0", "CDR");
  sandbox_get (sandbox, "/permissions");
  g_assert_cmpuint (sandbox_count (sandbox, NULL), ==, 16);
}

static void
test_session (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *session_id = NULL;
  g_autofree char *expected = NULL;

  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\"}", id);
  session_id = sandbox_dup (sandbox, "session_id");
  expected = g_strdup_printf ("%s/?sess_id=%s", sandbox->auth, session_id);
  sandbox_assert (sandbox, "auth_url", expected);
  sandbox_assert (sandbox, "id", desk_sandbox_state_get_client_id (sandbox->state));
  /* Five days after SANDBOX_NOW. */
  sandbox_assert (sandbox, "expires_at", "1772755200");
}

static void
test_session_refused (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");

  sandbox_post (sandbox, "/auth/session", "{}");
  assert_core_error (sandbox, 400, "bad_request");
  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"eu_nobody\"}");
  assert_core_error (sandbox, 404, "end_user_not_found");
  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\",\"institution_id\":\"9\"}", id);
  assert_core_error (sandbox, 400, "invalid_institution_id");
  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\",\"permissions\":[\"x\"]}", id);
  assert_core_error (sandbox, 400, "bad_request");
  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\",\"redirect_uri\":\"javascript:alert(1)\"}", id);
  assert_core_error (sandbox, 400, "bad_request");
  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\",\"permissions\":\"accounts\"}", id);
  assert_core_error (sandbox, 400, "bad_request");
  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\",\"permissions\":[1]}", id);
  assert_core_error (sandbox, 400, "bad_request");
}

/* It goes into a header of the last answer. */
static void
test_session_without_line_breaks (Sandbox       *sandbox,
                                  gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");

  sandbox_post (sandbox, "/auth/session",
                "{\"end_user_id\":\"%s\",\"redirect_uri\":\"https://app.invalid/\\r\\nSet-Cookie: a=b\"}", id);
  assert_core_error (sandbox, 400, "bad_request");
}

static void
test_unknown_path (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  sandbox_get (sandbox, "/transactions");
  assert_core_error (sandbox, 404, "not_found");
}

/* Data calls have an envelope of their own, also where there is none (fiskil-api.md 1.6). */
static void
test_unknown_data_path (Sandbox       *sandbox,
                        gconstpointer  user_data)
{
  static const char *const paths[] = { "/banking/nothing", "/energy/nothing", "/common/nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      sandbox_get (sandbox, "%s", paths[i]);
      g_assert_cmpuint (sandbox->status, ==, 404);
      sandbox_assert (sandbox, "name", "NotFound");
      sandbox_assert (sandbox, "temporary", NULL);
    }
}

static void
test_wrong_method (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->api, "/permissions", NULL);

  sandbox_call (sandbox, "DELETE", uri, NULL, NULL);
  assert_core_error (sandbox, 405, "method_not_allowed");
}

static void
test_foreign_host (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  const char *const addresses[] = { sandbox->api, sandbox->auth, sandbox->bank };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(SoupMessage) message = soup_message_new ("GET", addresses[i]);

      soup_message_headers_replace (soup_message_get_request_headers (message), "Host", "evil.example");
      sandbox_send (sandbox, message);
      g_assert_cmpuint (sandbox->status, ==, 421);
    }
}

static void
test_deep_body (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_autofree char *body = g_strnfill (100000, '[');

  sandbox_post (sandbox, "/end-users", "%s", body);
  assert_core_error (sandbox, 400, "bad_request");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Sandbox *sandbox, gconstpointer user_data);
  } tests[] = {
    { "/api/token/refuses-a-wrong-secret", test_token_wrong_secret },
    { "/api/token/refuses-what-is-not-json", test_token_no_json },
    { "/api/token/has-the-documented-shape", test_token_shape },
    { "/api/token/is-needed", test_token_missing },
    { "/api/token/is-needed-for-data", test_token_missing_for_data },
    { "/api/token/expires-by-the-clock", test_token_expires_by_the_clock },
    { "/api/token/must-be-genuine", test_token_forged },
    { "/api/version/is-echoed", test_version_echoed },
    { "/api/version/is-the-newest-if-not-given", test_version_default },
    { "/api/version/is-refused-if-unknown", test_version_unknown },
    { "/api/end-users/are-read-back", test_end_user_is_read_back },
    { "/api/end-users/need-an-email", test_end_user_needs_email },
    { "/api/end-users/are-filtered-by-email", test_end_users_filter },
    { "/api/end-users/are-a-bare-array-before-v3", test_end_users_bare_before_v3 },
    { "/api/end-users/are-paged-in-v3", test_end_users_pages },
    { "/api/end-users/are-updated-but-for-the-name", test_end_user_update },
    { "/api/end-users/are-deleted-with-their-consents", test_end_user_delete },
    { "/api/end-users/unknown-ones-are-not-found", test_end_user_unknown },
    { "/api/institutions/are-listed", test_institutions },
    { "/api/institutions/are-filtered-by-industry", test_institutions_by_industry },
    { "/api/institutions/need-the-client", test_institutions_need_client },
    { "/api/institutions/are-read-one-by-one", test_institution },
    { "/api/permissions/are-listed", test_permissions },
    { "/api/sessions/have-the-documented-shape", test_session },
    { "/api/sessions/are-refused-with-a-reason", test_session_refused },
    { "/api/sessions/lead-to-no-line-break", test_session_without_line_breaks },
    { "/api/unknown-paths-are-not-found", test_unknown_path },
    { "/api/unknown-data-paths-have-the-data-envelope", test_unknown_data_path },
    { "/api/wrong-methods-are-not-allowed", test_wrong_method },
    { "/api/foreign-hosts-are-refused", test_foreign_host },
    { "/api/deep-bodies-are-refused", test_deep_body },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);

  return g_test_run ();
}
