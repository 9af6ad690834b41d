/* test-token.c: the bearer token, renewed when it is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fixture.h"
#include "desk-api-token.h"

#define ROWS_CALL "GET /v1/rows"

static void
add_rows (DeskApiFixture *self,
          guint           n_times)
{
  for (guint i = 0; i < n_times; i++)
    desk_scripted_server_add (self->server, ROWS_CALL, 200, "[]");
}

static void
get_rows (DeskApiFixture *self)
{
  g_autoptr(GBytes) bytes = desk_api_fixture_get_json (self, "/rows");

  g_assert_no_error (self->error);
}

static void
assert_token (DeskApiFixture *self,
              guint           position,
              const char     *value)
{
  const DeskScriptedRequest *request = desk_scripted_server_get_request (self->server, ROWS_CALL, position);

  g_assert_cmpstr (soup_message_headers_get_one (request->headers, "Authorization"), ==, value);
}

static void
assert_failure (DeskApiFixture *self,
                DeskApiError    code)
{
  g_assert_null (desk_api_fixture_get_json (self, "/rows"));
  g_assert_error (self->error, DESK_API_ERROR, (int) code);
}

static void
test_is_kept (DeskApiFixture *self,
              gconstpointer   data)
{
  add_rows (self, 2);
  get_rows (self);
  get_rows (self);

  assert_token (self, 1, "Bearer token-1");
  g_assert_cmpuint (desk_scripted_server_count (self->server, TOKEN_CALL), ==, 1);
}

static void
test_is_renewed_before_its_end (DeskApiFixture *self,
                                gconstpointer   data)
{
  desk_scripted_server_add (self->server, TOKEN_CALL, 200, "{\"token\":\"short\",\"expires_in\":0}");
  add_rows (self, 2);
  get_rows (self);
  get_rows (self);

  assert_token (self, 0, "Bearer short");
  assert_token (self, 1, "Bearer token-1");
}

static void
test_lives_by_default (DeskApiFixture *self,
                       gconstpointer   data)
{
  desk_scripted_server_add (self->server, TOKEN_CALL, 200, "{\"token\":\"long\",\"expires_in\":\"x\"}");
  add_rows (self, 2);
  get_rows (self);
  get_rows (self);

  assert_token (self, 1, "Bearer long");
}

static void
test_is_renewed_once_after_401 (DeskApiFixture *self,
                                gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 401, NULL);
  add_rows (self, 1);
  get_rows (self);

  assert_token (self, 0, "Bearer token-1");
  assert_token (self, 1, "Bearer token-2");
}

static void
test_second_401_is_final (DeskApiFixture *self,
                          gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 401, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 401, "{\"name\":\"unauthorized\"}");

  assert_failure (self, DESK_API_ERROR_NOT_AUTHORISED);
  g_assert_cmpstr (desk_api_error_get_name (self->error), ==, "unauthorized");
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 2);
  g_assert_cmpuint (desk_scripted_server_count (self->server, TOKEN_CALL), ==, 2);
}

static void
test_post_is_sent_again_after_401 (DeskApiFixture *self,
                                   gconstpointer   data)
{
  g_autofree char *id = NULL;

  desk_scripted_server_add (self->server, "POST /v1/end-users", 401, NULL);
  desk_scripted_server_add (self->server, "POST /v1/end-users", 200, "{\"end_user_id\":\"eu_1\"}");
  desk_api_client_create_end_user_async (self->client, NULL, "a@example.com", NULL, NULL,
                                         desk_await_keep, &self->result);
  id = desk_api_client_create_end_user_finish (self->client, desk_api_fixture_await (self), &self->error);

  g_assert_no_error (self->error);
  g_assert_cmpstr (id, ==, "eu_1");
}

static void
test_bad_credentials_are_not_tried_again (DeskApiFixture *self,
                                          gconstpointer   data)
{
  desk_scripted_server_add (self->server, TOKEN_CALL, 401, "{\"message\":\"unknown secret-1\"}");

  assert_failure (self, DESK_API_ERROR_NOT_AUTHORISED);
  g_assert_null (strstr (self->error->message, "secret-1"));
  g_assert_cmpuint (desk_scripted_server_count (self->server, NULL), ==, 1);
}

static void
test_is_asked_for_again_after_503 (DeskApiFixture *self,
                                   gconstpointer   data)
{
  desk_scripted_server_add (self->server, TOKEN_CALL, 503, NULL);
  add_rows (self, 1);
  get_rows (self);

  g_assert_cmpuint (desk_scripted_server_count (self->server, TOKEN_CALL), ==, 2);
}

static void
test_must_fit_into_a_header (DeskApiFixture *self,
                             gconstpointer   data)
{
  static const char *const answers[] = {
    "{\"token\":\"a\\r\\nX-Other: 1\"}", "{\"token\":\"\"}", "{\"token\":\"a b\"}", "{\"token\":1}", "{}", "[]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      desk_scripted_server_add (self->server, TOKEN_CALL, 200, answers[i]);
      assert_failure (self, DESK_API_ERROR_BAD_DATA);
    }
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 0);
}

static void
test_nothing_is_sent_without_credentials (DeskApiFixture *self,
                                          gconstpointer   data)
{
  desk_api_client_set_credentials (self->client, NULL, NULL);

  assert_failure (self, DESK_API_ERROR_NOT_AUTHORISED);
  g_assert_cmpuint (desk_scripted_server_count (self->server, NULL), ==, 0);
}

static void
test_new_credentials_drop_it (DeskApiFixture *self,
                              gconstpointer   data)
{
  add_rows (self, 2);
  get_rows (self);
  desk_api_client_set_credentials (self->client, "client-2", "secret-2");
  get_rows (self);

  assert_token (self, 1, "Bearer token-2");
  g_assert_cmpstr (desk_scripted_server_get_request (self->server, TOKEN_CALL, 1)->body, ==,
                   "{\"client_id\":\"client-2\",\"client_secret\":\"secret-2\"}");
}

static void
test_new_credentials_restart_renewal (DeskApiFixture *self,
                                      gconstpointer   data)
{
  g_autoptr(GBytes) bytes = NULL;

  desk_scripted_server_add_silence (self->server, TOKEN_CALL);
  add_rows (self, 1);
  desk_api_client_get_json_async (self->client, "/rows", NULL, desk_await_keep, &self->result);
  desk_scripted_server_wait (self->server, TOKEN_CALL, 1);
  desk_api_client_set_credentials (self->client, "client-2", "secret-2");
  bytes = desk_api_client_get_json_finish (self->client, desk_api_fixture_await (self), &self->error);

  g_assert_no_error (self->error);
  g_assert_nonnull (strstr (desk_scripted_server_get_request (self->server, TOKEN_CALL, 1)->body, "client-2"));
}

static void
test_dropped_credentials_end_renewal (DeskApiFixture *self,
                                      gconstpointer   data)
{
  desk_scripted_server_add_silence (self->server, TOKEN_CALL);
  desk_api_client_get_json_async (self->client, "/rows", NULL, desk_await_keep, &self->result);
  desk_scripted_server_wait (self->server, TOKEN_CALL, 1);
  desk_api_client_set_credentials (self->client, NULL, NULL);

  g_assert_null (desk_api_client_get_json_finish (self->client, desk_api_fixture_await (self), &self->error));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_NOT_AUTHORISED);
  g_assert_cmpuint (desk_scripted_server_count (self->server, TOKEN_CALL), ==, 1);
}

static void
test_many_wait_for_one_renewal (DeskApiFixture *self,
                                gconstpointer   data)
{
  GAsyncResult *results[3] = { NULL, NULL, NULL };

  add_rows (self, G_N_ELEMENTS (results));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    desk_api_client_get_json_async (self->client, "/rows", NULL, desk_await_keep, &results[i]);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GAsyncResult) result = desk_await_result (&results[i]);
      g_autoptr(GBytes) bytes = desk_api_client_get_json_finish (self->client, result, &self->error);

      g_assert_no_error (self->error);
    }

  g_assert_cmpuint (desk_scripted_server_count (self->server, TOKEN_CALL), ==, 1);
}

static void
test_one_cancellation_leaves_the_others (DeskApiFixture *self,
                                         gconstpointer   data)
{
  g_autoptr(GAsyncResult) cancelled = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GAsyncResult *slot = NULL;

  desk_scripted_server_add (self->server, TOKEN_CALL, 503, NULL);
  add_rows (self, 1);
  desk_api_client_get_json_async (self->client, "/rows", self->cancellable, desk_await_keep, &slot);
  desk_api_client_get_json_async (self->client, "/rows", NULL, desk_await_keep, &self->result);
  g_cancellable_cancel (self->cancellable);

  cancelled = desk_await_result (&slot);
  g_assert_null (desk_api_client_get_json_finish (self->client, cancelled, &self->error));
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&self->error);

  bytes = desk_api_client_get_json_finish (self->client, desk_api_fixture_await (self), &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 1);
}

static void
test_last_cancellation_ends_renewal (DeskApiFixture *self,
                                     gconstpointer   data)
{
  desk_scripted_server_add_silence (self->server, TOKEN_CALL);
  desk_api_client_get_json_async (self->client, "/rows", self->cancellable, desk_await_keep, &self->result);
  desk_scripted_server_wait (self->server, TOKEN_CALL, 1);
  g_cancellable_cancel (self->cancellable);

  g_assert_null (desk_api_client_get_json_finish (self->client, desk_api_fixture_await (self), &self->error));
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  desk_await_idle ();
}

static void
test_redactor_learns_secrets (DeskApiFixture *self,
                              gconstpointer   data)
{
  g_autofree char *text = NULL;

  add_rows (self, 1);
  get_rows (self);

  text = desk_redactor_apply (self->redactor, "secret-1 token-1 client-1");
  g_assert_cmpstr (text, ==, DESK_REDACTED " " DESK_REDACTED " client-1");
}

static char *
get_token (DeskApiToken *token)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  char *value;

  desk_api_token_get_async (token, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  value = desk_api_token_get_finish (token, result, &error);
  g_assert_no_error (error);

  return value;
}

static void
test_only_current_one_is_dropped (DeskApiFixture *self,
                                  gconstpointer   data)
{
  g_autoptr(DeskApiConnection) connection = NULL;
  g_autoptr(DeskApiToken) token = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  connection = desk_api_connection_new (desk_scripted_server_get_api_uri (self->server), "v3", NULL, NULL);
  token = desk_api_token_new (connection, NULL);
  desk_api_token_set_credentials (token, "client-1", "secret-1");
  g_assert_cmpstr (desk_api_token_get_client_id (token), ==, "client-1");

  first = get_token (token);
  desk_api_token_refuse (token, "older");
  second = get_token (token);
  desk_api_token_refuse (token, "token-1");
  third = get_token (token);

  g_assert_cmpstr (first, ==, "token-1");
  g_assert_cmpstr (second, ==, "token-1");
  g_assert_cmpstr (third, ==, "token-2");
}

static void
add (const char *path,
     void      (*func) (DeskApiFixture *, gconstpointer))
{
  g_test_add (path, DeskApiFixture, NULL, desk_api_fixture_set_up, func, desk_api_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/token/is-kept", test_is_kept);
  add ("/token/is-renewed-before-its-end", test_is_renewed_before_its_end);
  add ("/token/lives-by-default", test_lives_by_default);
  add ("/token/is-renewed-once-after-401", test_is_renewed_once_after_401);
  add ("/token/second-401-is-final", test_second_401_is_final);
  add ("/token/post-is-sent-again-after-401", test_post_is_sent_again_after_401);
  add ("/token/bad-credentials-are-not-tried-again", test_bad_credentials_are_not_tried_again);
  add ("/token/is-asked-for-again-after-503", test_is_asked_for_again_after_503);
  add ("/token/must-fit-into-a-header", test_must_fit_into_a_header);
  add ("/token/nothing-is-sent-without-credentials", test_nothing_is_sent_without_credentials);
  add ("/token/new-credentials-drop-it", test_new_credentials_drop_it);
  add ("/token/new-credentials-restart-renewal", test_new_credentials_restart_renewal);
  add ("/token/dropped-credentials-end-renewal", test_dropped_credentials_end_renewal);
  add ("/token/many-wait-for-one-renewal", test_many_wait_for_one_renewal);
  add ("/token/one-cancellation-leaves-the-others", test_one_cancellation_leaves_the_others);
  add ("/token/last-cancellation-ends-renewal", test_last_cancellation_ends_renewal);
  add ("/token/redactor-learns-secrets", test_redactor_learns_secrets);
  add ("/token/only-current-one-is-dropped", test_only_current_one_is_dropped);

  return g_test_run ();
}
