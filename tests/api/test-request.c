/* test-request.c: one request, as often as it has to be sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-request.h"

static DeskApiRequest *
build_request (const char *method)
{
  g_autoptr(GUri) uri = g_uri_parse ("https://api.example.com/v1/x", SOUP_HTTP_URI_FLAGS, NULL);

  return desk_api_request_new (method, uri);
}

static void
test_only_other_posts_are_sent_once (void)
{
  g_autoptr(DeskApiRequest) get = build_request (SOUP_METHOD_GET);
  g_autoptr(DeskApiRequest) delete = build_request (SOUP_METHOD_DELETE);
  g_autoptr(DeskApiRequest) post = build_request (SOUP_METHOD_POST);

  g_assert_true (desk_api_request_is_repeatable (get));
  g_assert_true (desk_api_request_is_repeatable (delete));
  g_assert_false (desk_api_request_is_repeatable (post));

  post->is_signed = FALSE;
  g_assert_true (desk_api_request_is_repeatable (post));
}

static void
test_body_leaves_out_what_is_absent (void)
{
  g_autoptr(DeskApiRequest) request = build_request (SOUP_METHOD_POST);

  desk_api_request_set_body (request, "old", "x", NULL);
  desk_api_request_set_body (request, "a", "1\n\"", "b", NULL, "c", "", NULL);

  g_assert_cmpmem (g_bytes_get_data (request->body, NULL), g_bytes_get_size (request->body),
                   "{\"a\":\"1\\n\\\"\",\"c\":\"\"}", 20);
}

static void
test_message_carries_token_and_version (void)
{
  g_autoptr(DeskApiRequest) request = build_request (SOUP_METHOD_GET);
  g_autoptr(SoupMessage) message = desk_api_request_build_message (request, "v2", "t1");
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  g_assert_cmpstr (soup_message_headers_get_one (headers, "Authorization"), ==, "Bearer t1");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "X-Fiskil-Version"), ==, "v2");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Accept"), ==, "application/json");
}

static void
test_message_follows_no_redirect (void)
{
  g_autoptr(DeskApiRequest) request = build_request (SOUP_METHOD_GET);
  g_autoptr(SoupMessage) message = desk_api_request_build_message (request, "v2", NULL);

  g_assert_true (soup_message_query_flags (message, SOUP_MESSAGE_NO_REDIRECT));
  g_assert_null (soup_message_headers_get_one (soup_message_get_request_headers (message), "Authorization"));
}

static void
note_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_frees_its_body (void)
{
  DeskApiRequest *request = build_request (SOUP_METHOD_POST);
  gboolean is_freed = FALSE;

  request->body = g_bytes_new_with_free_func ("{}", 2, note_cb, &is_freed);
  desk_api_request_free (request);

  g_assert_true (is_freed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request/only-other-posts-are-sent-once", test_only_other_posts_are_sent_once);
  g_test_add_func ("/request/body-leaves-out-what-is-absent", test_body_leaves_out_what_is_absent);
  g_test_add_func ("/request/message-carries-token-and-version", test_message_carries_token_and_version);
  g_test_add_func ("/request/message-follows-no-redirect", test_message_follows_no_redirect);
  g_test_add_func ("/request/frees-its-body", test_frees_its_body);

  return g_test_run ();
}
