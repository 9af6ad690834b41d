/* test-recorder.c: every attempt is told of, and nothing that must not be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fixture.h"

#define ROWS_CALL "GET /v1/rows"

typedef struct
{
  DeskApiFixture api;
  GPtrArray     *records; /* (element-type DeskApiRecord) */
} Fixture;

static void
recorded_cb (Fixture       *fixture,
             DeskApiRecord *record)
{
  g_ptr_array_add (fixture->records, desk_api_record_ref (record));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_api_fixture_set_up (&fixture->api, NULL);
  fixture->records = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_api_record_unref);
  g_signal_connect_swapped (desk_api_client_get_recorder (fixture->api.client), "recorded", G_CALLBACK (recorded_cb),
                            fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  desk_api_fixture_tear_down (&fixture->api, NULL);
  g_ptr_array_unref (fixture->records);
}

static const DeskApiRecord *
wait_for_record (Fixture *fixture,
                 guint    position)
{
  while (fixture->records->len <= position)
    g_main_context_iteration (NULL, TRUE);

  return g_ptr_array_index (fixture->records, position);
}

static char *
dup_body (GBytes *body)
{
  return g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

/* Everything that a record holds, as one text. */
static char *
dup_all (const DeskApiRecord *record)
{
  GString *text = g_string_new (record->uri);

  for (guint i = 0; record->request_headers[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", record->request_headers[i]);
  for (guint i = 0; record->response_headers != NULL && record->response_headers[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", record->response_headers[i]);
  g_string_append_printf (text, "\n%s\n%s\n%s", record->reason, record->error, record->error_id);
  for (guint i = 0; i < 2; i++)
    {
      GBytes *body = i == 0 ? record->request_body : record->response_body;

      if (body != NULL)
        g_string_append_len (text, g_bytes_get_data (body, NULL), g_bytes_get_size (body));
    }
  return g_string_free (text, FALSE);
}

static void
ask (Fixture    *fixture,
     const char *path)
{
  g_autoptr(GBytes) bytes = desk_api_fixture_get_json (&fixture->api, path);

  if (bytes != NULL)
    g_assert_no_error (fixture->api.error);
}

static void
test_a_call_and_its_token (Fixture       *fixture,
                           gconstpointer  data)
{
  const DeskApiRecord *token;
  const DeskApiRecord *rows;
  g_autofree char *sent = NULL;
  g_autofree char *got = NULL;

  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[1]");
  ask (fixture, "/rows?page%5Bsize%5D=1");
  token = wait_for_record (fixture, 0);
  rows = wait_for_record (fixture, 1);

  g_assert_cmpstr (token->method, ==, "POST");
  g_assert_true (g_str_has_suffix (token->uri, "/v1/token"));
  sent = dup_body (token->request_body);
  g_assert_cmpstr (sent, ==, "{\"client_id\":\"client-1\",\"client_secret\":\"[redacted]\"}");
  g_assert_cmpstr (rows->method, ==, "GET");
  g_assert_true (g_str_has_suffix (rows->uri, "/v1/rows?page%5Bsize%5D=1"));
  g_assert_cmpuint (rows->status, ==, 200);
  g_assert_cmpstr (rows->content_type, ==, "application/json");
  g_assert_cmpuint (rows->attempt, ==, 1);
  g_assert_cmpint (rows->duration, >, 0);
  g_assert_cmpint (rows->timings.wait, >=, 0);
  got = dup_body (rows->response_body);
  g_assert_cmpstr (got, ==, "[1]");
}

static void
test_no_secret_is_in_any_record (Fixture       *fixture,
                                 gconstpointer  data)
{
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 400,
                            "{\"id\":\"err_1\",\"message\":\"bad token-1 of secret-1\"}");
  desk_scripted_server_set_header (fixture->api.server, "Set-Cookie", "session=abc");
  desk_scripted_server_set_header (fixture->api.server, "X-Echo", "token-1");
  ask (fixture, "/rows?access_token=abc");
  wait_for_record (fixture, 1);

  for (guint i = 0; i < fixture->records->len; i++)
    {
      g_autofree char *all = dup_all (g_ptr_array_index (fixture->records, i));

      g_assert_null (strstr (all, "secret-1"));
      g_assert_null (strstr (all, "token-1"));
      g_assert_null (strstr (all, "abc"));
    }
  g_assert_cmpstr (desk_api_record_get_header (wait_for_record (fixture, 1)->request_headers, "authorization"), ==,
                   "Bearer [redacted]");
}

static void
test_an_answer_of_tokens_that_is_not_understood (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *got = NULL;

  desk_scripted_server_add (fixture->api.server, TOKEN_CALL, 200, "eyJhbGciOi.payload.signature");
  ask (fixture, "/rows");
  got = dup_body (wait_for_record (fixture, 0)->response_body);
  g_assert_cmpstr (got, ==, "[redacted]");
}

static void
test_each_try_counts (Fixture       *fixture,
                      gconstpointer  data)
{
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 503, "{\"id\":\"err_7\",\"name\":\"n\",\"message\":\"m\"}");
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[]");
  ask (fixture, "/rows");

  g_assert_cmpuint (wait_for_record (fixture, 1)->status, ==, 503);
  g_assert_cmpuint (wait_for_record (fixture, 1)->attempt, ==, 1);
  g_assert_cmpstr (wait_for_record (fixture, 1)->error_id, ==, "err_7");
  g_assert_cmpuint (wait_for_record (fixture, 2)->status, ==, 200);
  g_assert_cmpuint (wait_for_record (fixture, 2)->attempt, ==, 2);
  g_assert_null (wait_for_record (fixture, 2)->error_id);
}

static void
test_no_answer (Fixture       *fixture,
                gconstpointer  data)
{
  /* libsoup tries once more where a connection was kept. */
  desk_scripted_server_add_raw (fixture->api.server, ROWS_CALL, "");
  desk_scripted_server_add_raw (fixture->api.server, ROWS_CALL, "");
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[]");
  ask (fixture, "/rows");

  g_assert_cmpuint (wait_for_record (fixture, 1)->status, ==, 0);
  g_assert_nonnull (wait_for_record (fixture, 1)->error);
  g_assert_null (wait_for_record (fixture, 1)->response_headers);
}

static void
test_half_an_answer (Fixture       *fixture,
                     gconstpointer  data)
{
  desk_scripted_server_add_raw (fixture->api.server, ROWS_CALL,
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[1");
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[]");
  ask (fixture, "/rows");

  g_assert_cmpuint (wait_for_record (fixture, 1)->status, ==, 200);
  g_assert_nonnull (wait_for_record (fixture, 1)->error);
  g_assert_null (wait_for_record (fixture, 1)->response_body);
}

static void
test_account_numbers (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *hidden = NULL;
  g_autofree char *shown = NULL;

  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[{\"account_number\":\"123\"}]");
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[{\"account_number\":\"123\"}]");
  ask (fixture, "/rows");
  hidden = dup_body (wait_for_record (fixture, 1)->response_body);
  g_object_set (desk_api_client_get_recorder (fixture->api.client), "shows-numbers", TRUE, NULL);
  ask (fixture, "/rows");
  shown = dup_body (wait_for_record (fixture, 2)->response_body);

  g_assert_cmpstr (hidden, ==, "[{\"account_number\":\"xxx\"}]");
  g_assert_cmpstr (shown, ==, "[{\"account_number\":\"123\"}]");
}

static void
test_what_the_caller_gets_is_as_received (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *got = NULL;

  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, "[{\"account_number\":\"123\"}]");
  bytes = desk_api_fixture_get_json (&fixture->api, "/rows");
  wait_for_record (fixture, 1);
  got = dup_body (bytes);
  g_assert_cmpstr (got, ==, "[{\"account_number\":\"123\"}]");
}

static void
test_none_overtakes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GString) large = g_string_new ("[");

  for (guint i = 0; i < 200000; i++)
    g_string_append (large, "{\"bsb\":\"1\"},");
  g_string_append (large, "1]");
  desk_scripted_server_add (fixture->api.server, ROWS_CALL, 200, large->str);
  desk_scripted_server_add (fixture->api.server, "GET /v1/other", 200, "[]");
  ask (fixture, "/rows");
  ask (fixture, "/other");

  g_assert_true (g_str_has_suffix (wait_for_record (fixture, 1)->uri, "/rows"));
  g_assert_true (g_str_has_suffix (wait_for_record (fixture, 2)->uri, "/other"));
}

#define add(path, test) g_test_add ("/recorder/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("call-and-token", test_a_call_and_its_token);
  add ("no-secret", test_no_secret_is_in_any_record);
  add ("odd-token", test_an_answer_of_tokens_that_is_not_understood);
  add ("each-try", test_each_try_counts);
  add ("no-answer", test_no_answer);
  add ("half-an-answer", test_half_an_answer);
  add ("account-numbers", test_account_numbers);
  add ("as-received", test_what_the_caller_gets_is_as_received);
  add ("order", test_none_overtakes);
  return g_test_run ();
}
