/* test-webhook-receiver.c: what is answered to webhooks, and what is believed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libsoup/soup.h>
#include <string.h>

#include "desk-webhook-receiver.h"

/* The documented secret (fiskil-api.md 4.4). */
#define SECRET "jf+cnWPind3y0kYqJM4cPAC/8kNcwVXE8/fKs/Kz/SxXIkhVfvV8yh8dtEX9+K2PsmItKu5Jqqwy7cw2JQ+ozsSo2M9qmwpPxRMCREO+"
#define OTHER_SECRET "c2VjcmV0IG9mIHNvbWVib2R5IGVsc2U="
#define BODY "{\"message_id\":\"m1\",\"data\":{\"event\":\"consent.revoked\",\"end_user_id\":\"eu\",\"consent_id\":\"c\"}}"
#define N_PARALLEL 200

typedef struct
{
  DeskWebhookReceiver *receiver;
  SoupSession         *session;
  GPtrArray           *received; /* (element-type DeskWebhookMessage) */
} Fixture;

static void
received_cb (DeskWebhookReceiver *receiver,
             DeskWebhookMessage  *message,
             Fixture             *fixture)
{
  g_ptr_array_add (fixture->received, g_object_ref (message));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->receiver = desk_webhook_receiver_new (SECRET);
  fixture->session = soup_session_new_with_options ("proxy-resolver", NULL, "max-conns", N_PARALLEL, "max-conns-per-host",
                                                    N_PARALLEL, NULL);
  fixture->received = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->receiver, "received", G_CALLBACK (received_cb), fixture);
  desk_webhook_receiver_start (fixture->receiver, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  soup_session_abort (fixture->session);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->receiver);
  g_ptr_array_unref (fixture->received);
  while (g_main_context_iteration (NULL, FALSE));
}

static char *
sign (const char *secret,
      const char *body)
{
  gsize key_length;
  g_autofree guchar *key = g_base64_decode (secret, &key_length);
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, key, key_length);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) body, -1);
  g_hmac_get_digest (hmac, digest, &length);

  return g_base64_encode (digest, length);
}

static SoupMessage *
make_request (Fixture    *fixture,
              const char *signature,
              const char *body)
{
  g_autofree char *uri = desk_webhook_receiver_dup_uri (fixture->receiver);
  SoupMessage *request = soup_message_new ("POST", uri);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

  soup_message_set_request_body_from_bytes (request, "application/json", bytes);
  if (signature != NULL)
    soup_message_headers_append (soup_message_get_request_headers (request), "X-Fiskil-Signature", signature);

  return request;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  guint *n_done = user_data;
  g_autoptr(GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);

  (*n_done)++;
}

static guint
send (Fixture     *fixture,
      SoupMessage *request)
{
  guint n_done = 0;

  soup_session_send_and_read_async (fixture->session, request, G_PRIORITY_DEFAULT, NULL, sent_cb, &n_done);
  while (n_done == 0)
    g_main_context_iteration (NULL, TRUE);

  return soup_message_get_status (request);
}

static guint
post (Fixture    *fixture,
      const char *signature,
      const char *body)
{
  g_autoptr(SoupMessage) request = make_request (fixture, signature, body);

  return send (fixture, request);
}

static guint
post_signed (Fixture    *fixture,
             const char *body)
{
  g_autofree char *signature = sign (SECRET, body);

  return post (fixture, signature, body);
}

static DeskWebhookMessage *
wait_for_message (Fixture *fixture,
                  guint    n)
{
  while (fixture->received->len <= n)
    g_main_context_iteration (NULL, TRUE);

  return g_ptr_array_index (fixture->received, n);
}

static void
check_verdict (Fixture            *fixture,
               guint               n,
               DeskWebhookVerdict  verdict)
{
  g_assert_cmpint (desk_webhook_message_get_verdict (wait_for_message (fixture, n)), ==, verdict);
}

static void
test_valid (Fixture       *fixture,
            gconstpointer  data)
{
  DeskWebhookMessage *message;

  g_assert_cmpuint (post_signed (fixture, BODY), ==, 204);
  check_verdict (fixture, 0, DESK_WEBHOOK_VALID);
  message = wait_for_message (fixture, 0);
  g_assert_cmpstr (desk_webhook_message_get_id (message), ==, "m1");
  g_assert_cmpstr (desk_webhook_message_get_event (message), ==, "consent.revoked");
  g_assert_cmpstr (desk_webhook_message_get_end_user_id (message), ==, "eu");
  g_assert_cmpstr (desk_webhook_message_get_consent_id (message), ==, "c");
  g_assert_cmpmem (g_bytes_get_data (desk_webhook_message_get_body (message), NULL),
                   g_bytes_get_size (desk_webhook_message_get_body (message)), BODY, strlen (BODY));
}

static void
test_headers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *signature = sign (SECRET, BODY);
  const char *const *headers;
  gboolean is_found = FALSE;

  post (fixture, signature, BODY);
  headers = desk_webhook_message_get_headers (wait_for_message (fixture, 0));
  for (guint i = 0; headers[i] != NULL; i += 2)
    is_found = is_found || (g_str_equal (headers[i], "X-Fiskil-Signature") && g_str_equal (headers[i + 1], signature));
  g_assert_true (is_found);
}

static void
test_wrong_secret (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *signature = sign (OTHER_SECRET, BODY);

  g_assert_cmpuint (post (fixture, signature, BODY), ==, 401);
  check_verdict (fixture, 0, DESK_WEBHOOK_FORGED);
}

static void
test_changed_byte (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *signature = sign (SECRET, BODY);
  g_autofree char *body = g_strdup (BODY);

  body[strlen (body) - 4] = 'd';
  g_assert_cmpuint (post (fixture, signature, body), ==, 401);
  check_verdict (fixture, 0, DESK_WEBHOOK_FORGED);
}

static void
test_missing_header (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_cmpuint (post (fixture, NULL, BODY), ==, 401);
  check_verdict (fixture, 0, DESK_WEBHOOK_UNSIGNED);
}

static void
test_bad_base64 (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *signature = sign (SECRET, BODY);
  g_autofree char *broken = g_strconcat ("!", signature, NULL);

  g_assert_cmpuint (post (fixture, broken, BODY), ==, 401);
  check_verdict (fixture, 0, DESK_WEBHOOK_FORGED);
}

static void
test_replayed (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpuint (post_signed (fixture, BODY), ==, 204);
  g_assert_cmpuint (post_signed (fixture, BODY), ==, 204);
  check_verdict (fixture, 0, DESK_WEBHOOK_VALID);
  check_verdict (fixture, 1, DESK_WEBHOOK_DUPLICATE);
}

/* A forged message does not keep the genuine one from being believed. */
static void
test_forged_id_is_not_taken (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_cmpuint (post (fixture, NULL, BODY), ==, 401);
  g_assert_cmpuint (post_signed (fixture, BODY), ==, 204);
  check_verdict (fixture, 1, DESK_WEBHOOK_VALID);
}

static void
test_large_body (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *body = g_strnfill (10 * 1024 * 1024, ' ');

  g_assert_cmpuint (post_signed (fixture, body), ==, 413);
  check_verdict (fixture, 0, DESK_WEBHOOK_TOO_LARGE);
  g_assert_cmpuint (g_bytes_get_size (desk_webhook_message_get_body (wait_for_message (fixture, 0))), ==, 0);
}

static void
test_no_webhook (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_cmpuint (post_signed (fixture, "{\"message_id\":7}"), ==, 400);
  check_verdict (fixture, 0, DESK_WEBHOOK_UNREADABLE);
}

static void
test_other_method (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *uri = desk_webhook_receiver_dup_uri (fixture->receiver);
  g_autoptr(SoupMessage) request = soup_message_new ("GET", uri);

  g_assert_cmpuint (send (fixture, request), ==, 405);
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

static void
test_other_path (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u/", desk_webhook_receiver_get_port (fixture->receiver));
  g_autoptr(SoupMessage) request = soup_message_new ("POST", uri);

  g_assert_cmpuint (send (fixture, request), ==, 404);
}

/* Returns: (transfer full): to the receiver, with @text already sent */
static GSocketConnection *
open_connection (Fixture    *fixture,
                 const char *text)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GError) error = NULL;
  GSocketConnection *connection;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1",
                                                desk_webhook_receiver_get_port (fixture->receiver), NULL, &error);
  g_assert_no_error (error);
  g_socket_send (g_socket_connection_get_socket (connection), text, strlen (text), NULL, NULL);

  return connection;
}

/* Returns: (transfer full): the first line of what comes; "" if the connection is closed without a word */
static char *
read_answer (GSocketConnection *connection)
{
  GSocket *socket = g_socket_connection_get_socket (connection);
  char answer[13] = "";
  gssize n_read;

  while (!(g_socket_condition_check (socket, G_IO_IN | G_IO_HUP) & (G_IO_IN | G_IO_HUP)))
    g_main_context_iteration (NULL, TRUE);
  n_read = g_socket_receive (socket, answer, 12, NULL, NULL);
  g_assert_cmpint (n_read, >=, 0);

  return g_strdup (answer);
}

static void
check_answer (Fixture    *fixture,
              const char *text,
              const char *answer)
{
  g_autoptr(GSocketConnection) connection = open_connection (fixture, text);
  g_autofree char *came = read_answer (connection);

  g_assert_cmpstr (came, ==, answer);
}

#define HEAD "POST " DESK_WEBHOOK_PATH " HTTP/1.1\r\nHost: 127.0.0.1\r\n"

/* The answer to a body that never comes. */
static void
test_slow_body (Fixture       *fixture,
                gconstpointer  data)
{
  g_object_set (fixture->receiver, "patience", 50, NULL);
  check_answer (fixture, HEAD "Content-Length: 100\r\n\r\n{", "HTTP/1.1 408");
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

static void
test_slow_headers (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_set (fixture->receiver, "patience", 50, NULL);
  check_answer (fixture, HEAD "Content-Le", "");
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

static void
test_silent_client (Fixture       *fixture,
                    gconstpointer  data)
{
  g_object_set (fixture->receiver, "patience", 50, NULL);
  check_answer (fixture, "", "");
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  guint *n_done = user_data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  (*n_done)++;
}

/* Only the headers were sent. */
static void
test_large_body_is_refused_by_its_length (Fixture       *fixture,
                                          gconstpointer  data)
{
  check_answer (fixture, HEAD "Content-Length: 1048577\r\n\r\n", "HTTP/1.1 413");
  check_verdict (fixture, 0, DESK_WEBHOOK_TOO_LARGE);
}

/* The length is not told, and the last chunk never comes. */
static void
test_large_body_is_refused_while_it_comes (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *blanks = g_strnfill (DESK_WEBHOOK_MAX_BYTES + 1, ' ');
  g_autoptr(GSocketConnection) connection = open_connection (fixture, HEAD "Transfer-Encoding: chunked\r\n\r\n400000\r\n");
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  guint n_done = 0;
  g_autofree char *answer = NULL;

  g_output_stream_write_all_async (output, blanks, DESK_WEBHOOK_MAX_BYTES + 1, G_PRIORITY_DEFAULT, NULL, written_cb, &n_done);
  answer = read_answer (connection);
  g_assert_cmpstr (answer, ==, "HTTP/1.1 413");
  check_verdict (fixture, 0, DESK_WEBHOOK_TOO_LARGE);
  while (n_done == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_body_at_the_limit (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *blanks = g_strnfill (DESK_WEBHOOK_MAX_BYTES - strlen (BODY), ' ');
  g_autofree char *body = g_strconcat (BODY, blanks, NULL);

  g_assert_cmpuint (post_signed (fixture, body), ==, 204);
}

static void
test_large_body_elsewhere_is_no_webhook (Fixture       *fixture,
                                         gconstpointer  data)
{
  check_answer (fixture, "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1048577\r\n\r\n", "HTTP/1.1 413");
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

/* Half of them come twice: each is valid once. */
static void
test_parallel (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) requests = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_done = 0;
  guint n_valid = 0;

  for (guint i = 0; i < N_PARALLEL; i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"message_id\":\"m%u\",\"data\":{\"event\":\"consent.updated\"}}", i / 2);
      g_autofree char *signature = sign (SECRET, body);
      SoupMessage *request = make_request (fixture, signature, body);

      g_ptr_array_add (requests, request);
      soup_session_send_and_read_async (fixture->session, request, G_PRIORITY_DEFAULT, NULL, sent_cb, &n_done);
    }
  while (n_done < N_PARALLEL || fixture->received->len < N_PARALLEL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < N_PARALLEL; i++)
    {
      g_assert_cmpuint (soup_message_get_status (g_ptr_array_index (requests, i)), ==, 204);
      n_valid += desk_webhook_message_get_verdict (g_ptr_array_index (fixture->received, i)) == DESK_WEBHOOK_VALID;
    }
  g_assert_cmpuint (n_valid, ==, N_PARALLEL / 2);
}

static void
test_taken_port (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DeskWebhookReceiver) second = desk_webhook_receiver_new (SECRET);
  g_autoptr(GError) error = NULL;

  g_assert_false (desk_webhook_receiver_start (second, desk_webhook_receiver_get_port (fixture->receiver), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

#define ADD(path, func) g_test_add ("/webhook-receiver/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("valid", test_valid);
  ADD ("headers", test_headers);
  ADD ("wrong-secret", test_wrong_secret);
  ADD ("changed-byte", test_changed_byte);
  ADD ("missing-header", test_missing_header);
  ADD ("bad-base64", test_bad_base64);
  ADD ("replayed", test_replayed);
  ADD ("forged-id-is-not-taken", test_forged_id_is_not_taken);
  ADD ("large-body", test_large_body);
  ADD ("no-webhook", test_no_webhook);
  ADD ("other-method", test_other_method);
  ADD ("other-path", test_other_path);
  ADD ("slow-body", test_slow_body);
  ADD ("slow-headers", test_slow_headers);
  ADD ("silent-client", test_silent_client);
  ADD ("large-body-by-its-length", test_large_body_is_refused_by_its_length);
  ADD ("large-body-while-it-comes", test_large_body_is_refused_while_it_comes);
  ADD ("large-body-elsewhere", test_large_body_elsewhere_is_no_webhook);
  ADD ("body-at-the-limit", test_body_at_the_limit);
  ADD ("parallel", test_parallel);
  ADD ("taken-port", test_taken_port);

  return g_test_run ();
}
