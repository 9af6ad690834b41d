/* test-return-listener.c: waits for the system's browser to come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libsoup/soup.h>
#include <string.h>

#include "desk-return-listener.h"

#define STATE "c3RhdGU"

typedef struct
{
  DeskReturnListener *listener;
  SoupSession        *session;
  char               *returned;    /* (owned) (nullable) */
  guint               n_returned;
  guint16             port;
} Fixture;

typedef struct
{
  GBytes  *body;   /* (owned) (nullable) */
  GError  *error;  /* (owned) (nullable) */
  gboolean done;
} Answer;

static void
returned_cb (DeskReturnListener *listener,
             const char         *uri,
             Fixture            *fixture)
{
  g_free (fixture->returned);
  fixture->returned = g_strdup (uri);
  fixture->n_returned++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->listener = desk_return_listener_new (STATE);
  /* The proxies of this machine are none of the test. */
  fixture->session = soup_session_new_with_options ("proxy-resolver", NULL, NULL);
  g_signal_connect (fixture->listener, "returned", G_CALLBACK (returned_cb), fixture);
  desk_return_listener_start (fixture->listener, 0, &error);
  g_assert_no_error (error);
  fixture->port = desk_return_listener_get_port (fixture->listener);
  g_assert_cmpuint (fixture->port, >, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  soup_session_abort (fixture->session);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->listener);
  g_clear_pointer (&fixture->returned, g_free);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->body = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &answer->error);
  answer->done = TRUE;
}

/* Returns the status, or 0 if nobody answers. */
static guint
fetch (Fixture     *fixture,
       SoupMessage *message,
       char       **body)
{
  Answer answer = { NULL, NULL, FALSE };
  guint status = 0;

  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, read_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  if (answer.error == NULL)
    status = soup_message_get_status (message);
  if (body != NULL && answer.body != NULL)
    *body = g_strndup (g_bytes_get_data (answer.body, NULL), g_bytes_get_size (answer.body));
  g_clear_error (&answer.error);
  g_clear_pointer (&answer.body, g_bytes_unref);
  return status;
}

static SoupMessage *
message_new (Fixture    *fixture,
             const char *method,
             const char *host,
             const char *target)
{
  g_autofree char *uri = g_strdup_printf ("http://%s:%u%s", host, fixture->port, target);

  return soup_message_new (method, uri);
}

static guint
call (Fixture    *fixture,
      const char *method,
      const char *target)
{
  g_autoptr(SoupMessage) message = message_new (fixture, method, "127.0.0.1", target);

  return fetch (fixture, message, NULL);
}

static void
wait_until_returned (Fixture *fixture)
{
  while (fixture->n_returned == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_returned (Fixture    *fixture,
                 const char *target)
{
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u%s", fixture->port, target);

  wait_until_returned (fixture);
  g_assert_cmpstr (fixture->returned, ==, uri);
  g_assert_cmpuint (fixture->n_returned, ==, 1);
}

static void
assert_still_listens (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_returned, ==, 0);
  g_assert_cmpuint (call (fixture, "GET", "/linked?state=" STATE), ==, 200);
  wait_until_returned (fixture);
}

static void
test_takes_a_link (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *target = "/linked?state=" STATE "&consent_id=4a726862-6b39-4cd5-92c0-3d20fe96a202&x=%20a";

  g_assert_cmpuint (call (fixture, "GET", target), ==, 200);
  assert_returned (fixture, target);
}

static void
test_takes_a_cancellation (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *target = "/cancelled?error=LINK_USER_CANCELLED&state=" STATE;

  g_assert_cmpuint (call (fixture, "GET", target), ==, 200);
  assert_returned (fixture, target);
}

static void
test_answers_with_a_page (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(SoupMessage) message = message_new (fixture, "GET", "127.0.0.1", "/linked?state=" STATE);
  g_autofree char *body = NULL;
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  g_assert_cmpuint (fetch (fixture, message, &body), ==, 200);
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Content-Type"), ==, "text/html; charset=utf-8");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Cache-Control"), ==, "no-store");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "Referrer-Policy"), ==, "no-referrer");
  g_assert_nonnull (strstr (body, "<html lang=\"en\">"));
  g_assert_nonnull (strstr (body, "<title>Consent Desk</title>"));
  g_assert_nonnull (strstr (body, "<h1>You can close this page</h1>"));
  g_assert_null (strstr (body, STATE));
  wait_until_returned (fixture);
}

static gboolean
ignore_cb (DeskReturnListener *listener,
           const char         *uri,
           gpointer            user_data)
{
  return strstr (uri, "session_id=other") != NULL;
}

static void
test_goes_on_after_what_is_ignored (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(SoupMessage) message = message_new (fixture, "GET", "127.0.0.1", "/linked?session_id=other&state=" STATE);
  g_autofree char *body = NULL;

  g_signal_connect (fixture->listener, "ignore", G_CALLBACK (ignore_cb), NULL);
  g_assert_cmpuint (fetch (fixture, message, &body), ==, 404);
  g_assert_nonnull (strstr (body, "<h1>This is not the answer that is awaited</h1>"));
  g_assert_null (strstr (body, STATE));
  assert_still_listens (fixture);
}

static void
test_ends_after_the_first_hit (Fixture       *fixture,
                               gconstpointer  data)
{
  g_assert_cmpuint (call (fixture, "GET", "/linked?state=" STATE), ==, 200);
  wait_until_returned (fixture);
  g_assert_cmpuint (desk_return_listener_get_port (fixture->listener), ==, 0);
  g_assert_cmpuint (call (fixture, "GET", "/linked?state=" STATE), ==, 0);
  g_assert_cmpuint (fixture->n_returned, ==, 1);
}

static void
test_takes_one_of_two_at_once (Fixture       *fixture,
                               gconstpointer  data)
{
  SoupMessage *messages[2];
  Answer answers[2] = { { NULL, NULL, FALSE }, { NULL, NULL, FALSE } };
  guint n_taken = 0;

  for (guint i = 0; i < 2; i++)
    {
      messages[i] = message_new (fixture, "GET", "127.0.0.1", "/linked?state=" STATE);
      soup_session_send_and_read_async (fixture->session, messages[i], G_PRIORITY_DEFAULT, NULL, read_cb, &answers[i]);
    }
  while (!answers[0].done || !answers[1].done)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < 2; i++)
    {
      n_taken += answers[i].error == NULL && soup_message_get_status (messages[i]) == SOUP_STATUS_OK;
      g_clear_error (&answers[i].error);
      g_clear_pointer (&answers[i].body, g_bytes_unref);
      g_clear_object (&messages[i]);
    }
  g_assert_cmpuint (n_taken, ==, 1);
  wait_until_returned (fixture);
}

static void
test_refuses_another_state (Fixture       *fixture,
                            gconstpointer  data)
{
  const char *const targets[] = {
    "/linked", "/linked?", "/linked?state=", "/linked?state=x" STATE, "/linked?state=" STATE "x",
    "/linked?State=" STATE,
    "/linked?state=" STATE "&state=" STATE, "/linked?state=other&state=" STATE, "/linked?x=state=" STATE,
    "/cancelled?state=other",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    g_assert_cmpuint (call (fixture, "GET", targets[i]), ==, 404);
  assert_still_listens (fixture);
}

static void
test_refuses_another_path (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *const targets[] = {
    "/?state=" STATE, "/linked/?state=" STATE, "/linkedx?state=" STATE, "/x/linked?state=" STATE,
    "/Linked?state=" STATE, "/favicon.ico",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    g_assert_cmpuint (call (fixture, "GET", targets[i]), ==, 404);
  assert_still_listens (fixture);
}

static void
test_refuses_another_method (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_cmpuint (call (fixture, "POST", "/linked?state=" STATE), ==, 404);
  g_assert_cmpuint (call (fixture, "HEAD", "/linked?state=" STATE), ==, 404);
  assert_still_listens (fixture);
}

static void
test_refuses_another_host (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *const hosts[] = { "evil.example", "localhost", "127.0.0.1:1" };

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autoptr(SoupMessage) message = message_new (fixture, "GET", "127.0.0.1", "/linked?state=" STATE);

      soup_message_headers_replace (soup_message_get_request_headers (message), "Host", hosts[i]);
      g_assert_cmpuint (fetch (fixture, message, NULL), ==, 404);
    }
  assert_still_listens (fixture);
}

static void
test_listens_on_one_address_only (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(SoupMessage) other = message_new (fixture, "GET", "127.0.0.2", "/linked?state=" STATE);

  g_assert_cmpuint (fetch (fixture, other, NULL), ==, 0);
  assert_still_listens (fixture);
}

static void
test_takes_a_browser_that_hangs_up (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GSocketConnection) connection = NULL;
  g_autofree char *request = NULL;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", fixture->port, NULL, &error);
  g_assert_no_error (error);
  request = g_strdup_printf ("GET /linked?state=" STATE " HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n\r\n", fixture->port);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request),
                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  assert_returned (fixture, "/linked?state=" STATE);
}

static void
test_stops (Fixture       *fixture,
            gconstpointer  data)
{
  desk_return_listener_stop (fixture->listener);
  g_assert_cmpuint (desk_return_listener_get_port (fixture->listener), ==, 0);
  g_assert_cmpuint (call (fixture, "GET", "/linked?state=" STATE), ==, 0);
  desk_return_listener_stop (fixture->listener);
  g_assert_cmpuint (fixture->n_returned, ==, 0);
}

static void
test_stops_when_it_is_dropped (Fixture       *fixture,
                               gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->listener));
  g_assert_cmpuint (call (fixture, "GET", "/linked?state=" STATE), ==, 0);
}

static void
test_starts_again_on_the_same_port (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  desk_return_listener_stop (fixture->listener);
  g_assert_true (desk_return_listener_start (fixture->listener, fixture->port, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (desk_return_listener_get_port (fixture->listener), ==, fixture->port);
  assert_still_listens (fixture);
}

static void
test_reports_a_port_in_use (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DeskReturnListener) second = desk_return_listener_new ("second");
  g_autoptr(GError) error = NULL;

  g_assert_false (desk_return_listener_start (second, fixture->port, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_cmpuint (desk_return_listener_get_port (second), ==, 0);
}

static void
drop_cb (DeskReturnListener *listener,
         const char         *uri,
         Fixture            *fixture)
{
  g_clear_object (&fixture->listener);
}

static void
test_may_be_dropped_when_it_returns (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_signal_connect (fixture->listener, "returned", G_CALLBACK (drop_cb), fixture);
  g_assert_cmpuint (call (fixture, "GET", "/linked?state=" STATE), ==, 200);
  wait_until_returned (fixture);
  g_assert_null (fixture->listener);
}

#define ADD(name, func) g_test_add ("/return-listener/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("takes-a-link", test_takes_a_link);
  ADD ("takes-a-cancellation", test_takes_a_cancellation);
  ADD ("answers-with-a-page", test_answers_with_a_page);
  ADD ("goes-on-after-what-is-ignored", test_goes_on_after_what_is_ignored);
  ADD ("ends-after-the-first-hit", test_ends_after_the_first_hit);
  ADD ("takes-one-of-two-at-once", test_takes_one_of_two_at_once);
  ADD ("refuses-another-state", test_refuses_another_state);
  ADD ("refuses-another-path", test_refuses_another_path);
  ADD ("refuses-another-method", test_refuses_another_method);
  ADD ("refuses-another-host", test_refuses_another_host);
  ADD ("listens-on-one-address-only", test_listens_on_one_address_only);
  ADD ("takes-a-browser-that-hangs-up", test_takes_a_browser_that_hangs_up);
  ADD ("stops", test_stops);
  ADD ("stops-when-it-is-dropped", test_stops_when_it_is_dropped);
  ADD ("starts-again-on-the-same-port", test_starts_again_on_the_same_port);
  ADD ("reports-a-port-in-use", test_reports_a_port_in_use);
  ADD ("may-be-dropped-when-it-returns", test_may_be_dropped_when_it_returns);

  return g_test_run ();
}
