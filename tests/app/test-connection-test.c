/* test-connection-test.c: what the test of a connection tells apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-connection-test.h"

#include "desk-await.h"
#include "desk-environment-draft.h"
#include "desk-scripted-server.h"

#define SECRET           "the-client-secret"
#define TEST_OFFER       "[{\"id\":\"88888\",\"name\":\"Wattle Bank\",\"is_accessible\":true}," \
                         "{\"id\":\"1\",\"name\":\"Real Bank\",\"is_accessible\":false}]"
#define PRODUCTION_OFFER "[{\"id\":\"88888\",\"name\":\"Wattle Bank\",\"is_accessible\":true}," \
                         "{\"id\":\"1\",\"name\":\"Real Bank\",\"is_accessible\":true}]"
#define END_USERS        "{\"end_users\":[{\"end_user_id\":\"eu_1\",\"email\":\"mia@example.com\"}],\"links\":{}}"
#define SESSION          "{\"session_id\":\"s_1\",\"auth_url\":\"https://auth.example/?sess_id=s_1\",\"expires_at\":\"2099-01-01T00:00:00Z\"}"
#define REFUSAL          "{\"name\":\"bad_request\",\"id\":\"e1\",\"message\":\"%s\"}"

static DeskConnectionTest *
run (const char *api_uri,
     const char *auth_uri)
{
  g_autoptr(DeskEnvironmentDraft) draft = desk_environment_draft_new (NULL);
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  DeskConnectionTest *test;

  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_NAME, "Work");
  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID, "2Xb");
  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_API, api_uri);
  desk_environment_draft_set (draft, DESK_ENVIRONMENT_FIELD_AUTH, auth_uri);
  environment = desk_environment_draft_make (draft, &error);
  g_assert_no_error (error);

  test = desk_connection_test_new (environment, "2Xb", SECRET);
  desk_connection_test_run_async (test, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_connection_test_run_finish (test, result, &error);
  g_assert_no_error (error);

  return test;
}

/* Each step that does not pass says why, and never the secret. */
static void
assert_words (DeskConnectionTest *test)
{
  for (guint i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    {
      g_assert_nonnull (desk_connection_test_get_words (test, i));
      g_assert_null (strstr (desk_connection_test_get_words (test, i), SECRET));
    }
}

static void
assert_failure (DeskConnectionTest  *test,
                DeskConnectionStep   step,
                DeskConnectionCause  cause)
{
  for (DeskConnectionStep i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    g_assert_cmpint (desk_connection_test_get_state (test, i) == DESK_CONNECTION_STATE_FAILED, ==, i == step);

  g_assert_cmpint (desk_connection_test_get_cause (test, step), ==, cause);
  assert_words (test);
}

static DeskConnectionTest *
run_on (DeskScriptedServer *server)
{
  return run (desk_scripted_server_get_api_uri (server), desk_scripted_server_get_origin (server));
}

static void
add_good (DeskScriptedServer *server,
          const char         *offer)
{
  desk_scripted_server_add (server, "GET /v1/institutions", 200, offer);
  desk_scripted_server_add (server, "GET /v1/end-users", 200, END_USERS);
}

static void
test_all_is_well (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskConnectionTest) test = NULL;

  add_good (server, TEST_OFFER);
  desk_scripted_server_add (server, "POST /v1/auth/session", 200, SESSION);
  test = run_on (server);
  for (DeskConnectionStep i = 0; i < DESK_CONNECTION_N_STEPS; i++)
    g_assert_cmpint (desk_connection_test_get_state (test, i), ==,
                     i == DESK_CONNECTION_STEP_TLS ? DESK_CONNECTION_STATE_NOT_TESTED : DESK_CONNECTION_STATE_PASSED);
  assert_words (test);
}

static void
test_tells_failures_apart (void)
{
  static const struct
  {
    const char          *call;
    guint                status;
    const char          *body;
    DeskConnectionStep   step;
    DeskConnectionCause  cause;
  } rows[] = {
    { "POST /v1/token", 401, "{\"name\":\"unauthorized\",\"id\":\"e1\",\"message\":\"no\"}",
      DESK_CONNECTION_STEP_CREDENTIALS, DESK_CONNECTION_CAUSE_CREDENTIALS },
    { "POST /v1/token", 404, "<html>not here</html>", DESK_CONNECTION_STEP_CREDENTIALS, DESK_CONNECTION_CAUSE_HOST },
    { "POST /v1/token", 200, "<html>welcome</html>", DESK_CONNECTION_STEP_CREDENTIALS, DESK_CONNECTION_CAUSE_HOST },
    { "POST /v1/token", 405, "", DESK_CONNECTION_STEP_CREDENTIALS, DESK_CONNECTION_CAUSE_HOST },
    { "GET /v1/institutions", 403, "{\"name\":\"insufficient_scopes\",\"id\":\"e1\",\"message\":\"lacks api:banking\"}",
      DESK_CONNECTION_STEP_INSTITUTIONS, DESK_CONNECTION_CAUSE_SCOPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
      g_autoptr(DeskConnectionTest) test = NULL;

      desk_scripted_server_add (server, rows[i].call, rows[i].status, rows[i].body);
      test = run_on (server);
      assert_failure (test, rows[i].step, rows[i].cause);
    }
}

static void
test_missing_scope_says_which (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskConnectionTest) test = NULL;

  desk_scripted_server_add (server, "GET /v1/institutions", 200, TEST_OFFER);
  desk_scripted_server_add (server, "GET /v1/end-users", 403,
                            "{\"name\":\"insufficient_scopes\",\"id\":\"e1\",\"message\":\"lacks api:user.read\"}");
  test = run_on (server);
  assert_failure (test, DESK_CONNECTION_STEP_SCOPE, DESK_CONNECTION_CAUSE_SCOPE);
  g_assert_nonnull (strstr (desk_connection_test_get_words (test, DESK_CONNECTION_STEP_SCOPE), "api:user.read"));
}

static void
test_refused_redirect_uri_says_what_to_enter (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskConnectionTest) test = NULL;
  g_autofree char *body = g_strdup_printf (REFUSAL, "redirect_uri is not allowed");

  add_good (server, TEST_OFFER);
  desk_scripted_server_add (server, "POST /v1/auth/session", 400, body);
  test = run_on (server);
  assert_failure (test, DESK_CONNECTION_STEP_REDIRECT, DESK_CONNECTION_CAUSE_REDIRECT);
  g_assert_nonnull (strstr (desk_connection_test_get_words (test, DESK_CONNECTION_STEP_REDIRECT),
                            "https://consent-desk.invalid/linked"));
}

static void
test_no_session_is_made_in_production (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskConnectionTest) test = NULL;

  add_good (server, PRODUCTION_OFFER);
  test = run_on (server);
  g_assert_cmpint (desk_connection_test_get_state (test, DESK_CONNECTION_STEP_REDIRECT), ==,
                   DESK_CONNECTION_STATE_NOT_TESTED);
  g_assert_cmpuint (desk_scripted_server_count (server, "POST /v1/auth/session"), ==, 0);
}

static void
test_nobody_to_make_a_session_for (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskConnectionTest) test = NULL;

  desk_scripted_server_add (server, "GET /v1/institutions", 200, TEST_OFFER);
  desk_scripted_server_add (server, "GET /v1/end-users", 200, "{\"end_users\":[],\"links\":{}}");
  test = run_on (server);
  g_assert_cmpint (desk_connection_test_get_state (test, DESK_CONNECTION_STEP_REDIRECT), ==,
                   DESK_CONNECTION_STATE_NOT_TESTED);
}

static void
test_nothing_answers (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autofree char *api_uri = g_strdup (desk_scripted_server_get_api_uri (server));
  g_autoptr(DeskScriptedServer) other = desk_scripted_server_new ();
  g_autoptr(DeskConnectionTest) test = NULL;

  g_clear_pointer (&server, desk_scripted_server_free);
  test = run (api_uri, desk_scripted_server_get_origin (other));
  assert_failure (test, DESK_CONNECTION_STEP_ADDRESS, DESK_CONNECTION_CAUSE_NETWORK);
  g_assert_cmpint (desk_connection_test_get_state (test, DESK_CONNECTION_STEP_CREDENTIALS), ==,
                   DESK_CONNECTION_STATE_NOT_TESTED);
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           certificate)
{
  GIOStream *secure = g_tls_server_connection_new (G_IO_STREAM (connection), certificate, NULL);

  g_tls_connection_handshake_async (G_TLS_CONNECTION (secure), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_object_set_data_full (G_OBJECT (service), "secure", secure, g_object_unref);

  return TRUE;
}

static void
test_certificate_is_not_trusted (void)
{
  g_autoptr(DeskScriptedServer) other = desk_scripted_server_new ();
  g_autoptr(GSocketService) service = g_socket_service_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "untrusted.pem", NULL);
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, NULL);
  g_autoptr(DeskConnectionTest) test = NULL;
  g_autofree char *api_uri = NULL;
  guint port;

  g_assert_nonnull (certificate);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_signal_connect (service, "incoming", G_CALLBACK (incoming_cb), certificate);
  api_uri = g_strdup_printf ("https://127.0.0.1:%u/v1", port);
  test = run (api_uri, desk_scripted_server_get_origin (other));
  assert_failure (test, DESK_CONNECTION_STEP_TLS, DESK_CONNECTION_CAUSE_TLS);
  g_socket_service_stop (service);
}

static void
test_can_be_cancelled (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(DeskConnectionTest) test = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  environment = desk_environment_new_temporary (desk_scripted_server_get_api_uri (server),
                                                desk_scripted_server_get_origin (server), NULL);
  desk_scripted_server_add_silence (server, "POST /v1/token");
  test = desk_connection_test_new (environment, "2Xb", SECRET);
  desk_connection_test_run_async (test, cancellable, desk_await_keep, &slot);
  desk_scripted_server_wait (server, "POST /v1/token", 1);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  g_assert_false (desk_connection_test_run_finish (test, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-test/all-is-well", test_all_is_well);
  g_test_add_func ("/connection-test/tells-failures-apart", test_tells_failures_apart);
  g_test_add_func ("/connection-test/missing-scope-says-which", test_missing_scope_says_which);
  g_test_add_func ("/connection-test/refused-redirect-uri", test_refused_redirect_uri_says_what_to_enter);
  g_test_add_func ("/connection-test/no-session-is-made-in-production", test_no_session_is_made_in_production);
  g_test_add_func ("/connection-test/nobody-to-make-a-session-for", test_nobody_to_make_a_session_for);
  g_test_add_func ("/connection-test/nothing-answers", test_nothing_answers);
  g_test_add_func ("/connection-test/certificate-is-not-trusted", test_certificate_is_not_trusted);
  g_test_add_func ("/connection-test/can-be-cancelled", test_can_be_cancelled);

  return g_test_run ();
}
