/* test-connection.c: the send funnel: holding, trying again, reading, cancelling
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-client-private.h"
#include "desk-api-fixture.h"

#define ROWS_CALL "GET /v1/rows"
#define POST_CALL "POST /v1/end-users"
#define DELETE_CALL "DELETE /v1/consent/a"
#define CUT_OFF "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[1"

static void
assert_rows (DeskApiFixture *self)
{
  g_autoptr(GBytes) bytes = desk_api_fixture_get_json (self, "/rows");

  g_assert_no_error (self->error);
  g_assert_nonnull (bytes);
}

static void
assert_failure (DeskApiFixture *self,
                DeskApiError    code)
{
  g_assert_null (desk_api_fixture_get_json (self, "/rows"));
  g_assert_error (self->error, DESK_API_ERROR, (int) code);
}

static void
assert_post_failure (DeskApiFixture *self,
                     DeskApiError    code)
{
  desk_api_client_create_end_user_async (self->client, NULL, "a@example.com", NULL, self->cancellable,
                                         desk_await_keep, &self->result);
  g_assert_null (desk_api_client_create_end_user_finish (self->client, desk_api_fixture_await (self), &self->error));
  g_assert_error (self->error, DESK_API_ERROR, (int) code);
}

static void
assert_count (DeskApiFixture *self,
              const char     *call,
              guint           n_times)
{
  g_assert_cmpuint (desk_scripted_server_count (self->server, call), ==, n_times);
}

static void
add_rows (DeskApiFixture *self)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 200, "[]");
}

static void
test_tries_again_after_5xx (DeskApiFixture *self,
                            gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 503, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 500, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 429, NULL);
  add_rows (self);

  assert_rows (self);
  assert_count (self, ROWS_CALL, 4);
}

static void
test_gives_up_after_four_tries (DeskApiFixture *self,
                                gconstpointer   data)
{
  for (guint i = 0; i < 5; i++)
    desk_scripted_server_add (self->server, ROWS_CALL, 503, "{\"id\":\"err_1\",\"message\":\"down\"}");

  assert_failure (self, DESK_API_ERROR_UNAVAILABLE);
  g_assert_cmpstr (desk_api_error_get_error_id (self->error), ==, "err_1");
  assert_count (self, ROWS_CALL, 4);
}

static void
test_does_not_repeat_refused_request (DeskApiFixture *self,
                                      gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 400, NULL);

  assert_failure (self, DESK_API_ERROR_REJECTED);
  assert_count (self, ROWS_CALL, 1);
}

static void
test_does_not_repeat_post (DeskApiFixture *self,
                           gconstpointer   data)
{
  desk_scripted_server_add (self->server, POST_CALL, 503, NULL);

  assert_post_failure (self, DESK_API_ERROR_UNAVAILABLE);
  assert_count (self, POST_CALL, 1);
}

static void
test_repeats_delete (DeskApiFixture *self,
                     gconstpointer   data)
{
  gboolean is_done;

  desk_scripted_server_add (self->server, DELETE_CALL, 500, NULL);
  desk_scripted_server_add_raw (self->server, DELETE_CALL, "");
  desk_scripted_server_add (self->server, DELETE_CALL, 204, NULL);

  desk_api_client_revoke_consent_async (self->client, "a", NULL, desk_await_keep, &self->result);
  is_done = desk_api_client_revoke_consent_finish (self->client, desk_api_fixture_await (self), &self->error);
  g_assert_no_error (self->error);
  g_assert_true (is_done);
  assert_count (self, DELETE_CALL, 3);
}

static void
assert_revoked_after (DeskApiFixture *self,
                      const char     *first_answer)
{
  gboolean is_done;

  if (first_answer != NULL)
    desk_scripted_server_add_raw (self->server, DELETE_CALL, first_answer);
  else
    desk_scripted_server_add (self->server, DELETE_CALL, 504, NULL);
  desk_scripted_server_add (self->server, DELETE_CALL, 404, NULL);

  desk_api_client_revoke_consent_async (self->client, "a", NULL, desk_await_keep, &self->result);
  is_done = desk_api_client_revoke_consent_finish (self->client, desk_api_fixture_await (self), &self->error);
  g_assert_no_error (self->error);
  g_assert_true (is_done);
}

static void
test_delete_was_done_without_an_answer (DeskApiFixture *self,
                                        gconstpointer   data)
{
  assert_revoked_after (self, "");
  assert_revoked_after (self, NULL);
}

static void
test_delete_of_nothing_fails (DeskApiFixture *self,
                              gconstpointer   data)
{
  desk_scripted_server_add (self->server, DELETE_CALL, 404, NULL);

  desk_api_client_revoke_consent_async (self->client, "a", NULL, desk_await_keep, &self->result);
  g_assert_false (desk_api_client_revoke_consent_finish (self->client, desk_api_fixture_await (self), &self->error));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND);
}

static void
test_tries_again_after_cut_off_answer (DeskApiFixture *self,
                                       gconstpointer   data)
{
  desk_scripted_server_add_raw (self->server, ROWS_CALL, CUT_OFF);
  add_rows (self);

  assert_rows (self);
  assert_count (self, ROWS_CALL, 2);
}

static void
test_cut_off_post_is_uncertain (DeskApiFixture *self,
                                gconstpointer   data)
{
  desk_scripted_server_add_raw (self->server, POST_CALL, CUT_OFF);

  assert_post_failure (self, DESK_API_ERROR_UNCERTAIN);
  assert_count (self, POST_CALL, 1);
}

static void
test_silent_post_is_uncertain (DeskApiFixture *self,
                               gconstpointer   data)
{
  g_object_set (self->client, "timeout", 1, NULL);
  desk_scripted_server_add_silence (self->server, POST_CALL);

  assert_post_failure (self, DESK_API_ERROR_UNCERTAIN);
}

static void
test_post_that_a_gateway_gave_up_is_uncertain (DeskApiFixture *self,
                                               gconstpointer   data)
{
  desk_scripted_server_add (self->server, POST_CALL, 504, "{\"id\":\"err_1\",\"message\":\"slow\"}");

  assert_post_failure (self, DESK_API_ERROR_UNCERTAIN);
  g_assert_cmpstr (desk_api_error_get_error_id (self->error), ==, "err_1");
  assert_count (self, POST_CALL, 1);
}

static void
test_names_network (DeskApiFixture *self,
                    gconstpointer   data)
{
  g_clear_pointer (&self->server, desk_scripted_server_free);

  assert_failure (self, DESK_API_ERROR_NETWORK);
}

static void
test_post_that_never_left_is_certain (DeskApiFixture *self,
                                      gconstpointer   data)
{
  add_rows (self);
  assert_rows (self);
  g_clear_pointer (&self->server, desk_scripted_server_free);

  assert_post_failure (self, DESK_API_ERROR_NETWORK);
}

/* The leak checker of the address sanitizer crashes on threads that ran the TLS library. */
#ifdef __SANITIZE_ADDRESS__
static void
test_names_tls (DeskApiFixture *self,
                gconstpointer   data)
{
  g_test_skip ("TLS is not tested under the address sanitizer");
}
#else
static gboolean
answer_in_clear_cb (GSocketService    *service,
                    GSocketConnection *connection,
                    GObject           *source,
                    gpointer           user_data)
{
  static const char answer[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                             answer, strlen (answer), NULL, NULL, NULL);

  return TRUE;
}

static void
test_names_tls (DeskApiFixture *self,
                gconstpointer   data)
{
  g_autoptr(GSocketService) service = g_socket_service_new ();
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, &self->error);
  g_autofree char *secure = g_strdup_printf ("https://127.0.0.1:%u/v1", port);

  g_assert_no_error (self->error);
  g_signal_connect (service, "incoming", G_CALLBACK (answer_in_clear_cb), NULL);
  g_clear_object (&self->client);
  self->client = desk_api_client_new (secure, "v3", NULL, NULL);
  desk_api_client_set_credentials (self->client, "client-1", "secret-1");

  assert_failure (self, DESK_API_ERROR_TLS);
}
#endif

static void
test_hold_makes_everybody_wait (DeskApiFixture *self,
                                gconstpointer   data)
{
  DeskApiConnection *connection = desk_api_client_get_connection (self->client);
  gint64 held_until;

  desk_scripted_server_add (self->server, POST_CALL, 429, NULL);
  desk_scripted_server_set_header (self->server, "Retry-After", "1");
  assert_post_failure (self, DESK_API_ERROR_UNAVAILABLE);
  g_clear_error (&self->error);

  held_until = desk_api_connection_get_held_until (connection);
  g_assert_cmpint (held_until, >, 0);
  add_rows (self);
  assert_rows (self);
  g_assert_cmpint (desk_scripted_server_get_request (self->server, ROWS_CALL, 0)->time, >=, held_until);
}

static void
test_does_not_wait_for_an_hour (DeskApiFixture *self,
                                gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 429, NULL);
  desk_scripted_server_set_header (self->server, "Retry-After", "3600");

  assert_failure (self, DESK_API_ERROR_UNAVAILABLE);
  g_assert_nonnull (strstr (self->error->message, "asks to wait"));
  assert_count (self, ROWS_CALL, 1);

  /* Nor does anybody else meanwhile. */
  g_clear_error (&self->error);
  assert_failure (self, DESK_API_ERROR_UNAVAILABLE);
  g_assert_nonnull (strstr (self->error->message, "asks to wait"));
  assert_count (self, ROWS_CALL, 1);
}

static void
test_accepts_body_of_the_cap (DeskApiFixture *self,
                              gconstpointer   data)
{
  g_object_set (self->client, "body-cap", 40, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, "[\"                                    \"]");

  assert_rows (self);
}

static void
test_refuses_body_over_the_cap (DeskApiFixture *self,
                                gconstpointer   data)
{
  g_object_set (self->client, "body-cap", 40, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, "[\"                                     \"]");

  assert_failure (self, DESK_API_ERROR_BAD_DATA);
  assert_count (self, ROWS_CALL, 1);
}

static GBytes *
compress (const char *text)
{
  g_autoptr(GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr(GInputStream) source = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (source, gzip);
  char buffer[1000];
  gsize size = 0;

  g_assert_true (g_input_stream_read_all (stream, buffer, sizeof buffer, &size, NULL, NULL));

  return g_bytes_new (buffer, size);
}

static void
test_cap_counts_decoded_bytes (DeskApiFixture *self,
                               gconstpointer   data)
{
  g_autofree char *blanks = g_strnfill (50000, ' ');
  g_autofree char *text = g_strconcat ("[", blanks, "]", NULL);
  g_autoptr(GBytes) body = compress (text);

  g_object_set (self->client, "body-cap", 1000, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, "");
  desk_scripted_server_set_header (self->server, "Content-Encoding", "gzip");
  desk_scripted_server_set_bytes (self->server, body);
  assert_failure (self, DESK_API_ERROR_BAD_DATA);

  g_object_set (self->client, "body-cap", 60000, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, "");
  desk_scripted_server_set_header (self->server, "Content-Encoding", "gzip");
  desk_scripted_server_set_bytes (self->server, body);
  assert_rows (self);
}

static void
test_refuses_what_is_not_json (DeskApiFixture *self,
                               gconstpointer   data)
{
  g_autofree char *deep = g_strnfill (100, '[');
  const char *bodies[] = { "[{\"a\":1}", "", "hello", "[] []", deep, "{\"a\":\"\xff\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      desk_scripted_server_add (self->server, ROWS_CALL, 200, bodies[i]);
      assert_failure (self, DESK_API_ERROR_BAD_DATA);
    }
  assert_count (self, ROWS_CALL, G_N_ELEMENTS (bodies));
}

static void
test_refuses_web_page (DeskApiFixture *self,
                       gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 200, "[]");
  desk_scripted_server_set_header (self->server, "Content-Type", "text/html; charset=utf-8");

  assert_failure (self, DESK_API_ERROR_BAD_DATA);
}

static void
test_refuses_answer_without_content (DeskApiFixture *self,
                                     gconstpointer   data)
{
  desk_scripted_server_add (self->server, ROWS_CALL, 204, NULL);

  assert_failure (self, DESK_API_ERROR_BAD_DATA);
}

static void
test_does_not_follow_redirect (DeskApiFixture *self,
                               gconstpointer   data)
{
  g_autoptr(DeskScriptedServer) other = desk_scripted_server_new ();

  desk_scripted_server_add (self->server, ROWS_CALL, 302, NULL);
  desk_scripted_server_set_header (self->server, "Location", desk_scripted_server_get_api_uri (other));

  assert_failure (self, DESK_API_ERROR_BAD_DATA);
  g_assert_cmpuint (desk_scripted_server_count (other, NULL), ==, 0);
}

static void
test_keeps_no_cookies (DeskApiFixture *self,
                       gconstpointer   data)
{
  const DeskScriptedRequest *request;

  add_rows (self);
  desk_scripted_server_set_header (self->server, "Set-Cookie", "a=b; Path=/");
  add_rows (self);
  assert_rows (self);
  assert_rows (self);

  request = desk_scripted_server_get_request (self->server, ROWS_CALL, 1);
  g_assert_null (soup_message_headers_get_one (request->headers, "Cookie"));
}

static void
assert_cancelled (DeskApiFixture *self)
{
  desk_await_idle ();
  g_assert_null (self->result);
  g_cancellable_cancel (self->cancellable);

  g_assert_null (desk_api_client_get_json_finish (self->client, desk_api_fixture_await (self), &self->error));
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
begin (DeskApiFixture *self)
{
  desk_api_client_get_json_async (self->client, "/rows", self->cancellable, desk_await_keep, &self->result);
}

static void
test_cancelled_before_sends_nothing (DeskApiFixture *self,
                                     gconstpointer   data)
{
  g_cancellable_cancel (self->cancellable);

  g_assert_null (desk_api_fixture_get_json (self, "/rows"));
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_count (self, NULL, 0);
}

static void
test_cancelled_without_answer (DeskApiFixture *self,
                               gconstpointer   data)
{
  desk_scripted_server_add_silence (self->server, ROWS_CALL);
  begin (self);
  desk_scripted_server_wait (self->server, ROWS_CALL, 1);

  assert_cancelled (self);
}

static void
test_cancelled_in_body (DeskApiFixture *self,
                        gconstpointer   data)
{
  desk_scripted_server_add_stall (self->server, ROWS_CALL, CUT_OFF);
  begin (self);
  desk_scripted_server_wait (self->server, ROWS_CALL, 1);

  assert_cancelled (self);
}

static void
test_cancelled_between_tries (DeskApiFixture *self,
                              gconstpointer   data)
{
  g_object_set (self->client, "retry-delay", 60000, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 500, NULL);
  begin (self);
  desk_scripted_server_wait (self->server, ROWS_CALL, 1);

  assert_cancelled (self);
  assert_count (self, ROWS_CALL, 1);
}

static void
test_cancelled_while_held (DeskApiFixture *self,
                           gconstpointer   data)
{
  desk_scripted_server_add (self->server, POST_CALL, 429, NULL);
  desk_scripted_server_set_header (self->server, "Retry-After", "60");
  assert_post_failure (self, DESK_API_ERROR_UNAVAILABLE);
  g_clear_error (&self->error);
  begin (self);

  assert_cancelled (self);
  assert_count (self, ROWS_CALL, 0);
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

  add ("/connection/retry/after-5xx", test_tries_again_after_5xx);
  add ("/connection/retry/gives-up-after-four-tries", test_gives_up_after_four_tries);
  add ("/connection/retry/not-for-refused-request", test_does_not_repeat_refused_request);
  add ("/connection/retry/not-for-post", test_does_not_repeat_post);
  add ("/connection/retry/for-delete", test_repeats_delete);
  add ("/connection/delete/done-without-an-answer-is-done", test_delete_was_done_without_an_answer);
  add ("/connection/delete/of-nothing-fails", test_delete_of_nothing_fails);
  add ("/connection/retry/after-cut-off-answer", test_tries_again_after_cut_off_answer);
  add ("/connection/post/cut-off-is-uncertain", test_cut_off_post_is_uncertain);
  add ("/connection/post/silence-is-uncertain", test_silent_post_is_uncertain);
  add ("/connection/post/a-gateways-timeout-is-uncertain", test_post_that_a_gateway_gave_up_is_uncertain);
  add ("/connection/post/that-never-left-is-certain", test_post_that_never_left_is_certain);
  add ("/connection/names-network", test_names_network);
  add ("/connection/names-tls", test_names_tls);
  add ("/connection/hold/makes-everybody-wait", test_hold_makes_everybody_wait);
  add ("/connection/hold/not-for-an-hour", test_does_not_wait_for_an_hour);
  add ("/connection/body/of-the-cap", test_accepts_body_of_the_cap);
  add ("/connection/body/over-the-cap", test_refuses_body_over_the_cap);
  add ("/connection/body/cap-counts-decoded-bytes", test_cap_counts_decoded_bytes);
  add ("/connection/body/must-be-json", test_refuses_what_is_not_json);
  add ("/connection/body/must-not-be-web-page", test_refuses_web_page);
  add ("/connection/body/must-be-there", test_refuses_answer_without_content);
  add ("/connection/does-not-follow-redirect", test_does_not_follow_redirect);
  add ("/connection/keeps-no-cookies", test_keeps_no_cookies);
  add ("/connection/cancel/before-sends-nothing", test_cancelled_before_sends_nothing);
  add ("/connection/cancel/without-answer", test_cancelled_without_answer);
  add ("/connection/cancel/in-body", test_cancelled_in_body);
  add ("/connection/cancel/between-tries", test_cancelled_between_tries);
  add ("/connection/cancel/while-held", test_cancelled_while_held);

  return g_test_run ();
}
