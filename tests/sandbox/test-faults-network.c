/* test-faults-network.c: what goes wrong between an answer and who asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-reading.h"

/* A sandbox in which Ada shares her bank data. */
static char *
share (Sandbox *sandbox)
{
  char *end_user_id = sandbox_add_end_user (sandbox, "sharer@example.com");
  g_autofree char *consent_id = sandbox_grant (sandbox, end_user_id, "1", "ada", "");

  g_assert_nonnull (consent_id);
  return end_user_id;
}

static void
get_accounts (Sandbox    *sandbox,
              const char *end_user_id)
{
  sandbox_get (sandbox, "/banking/accounts?end_user_id=%s", end_user_id);
}

static void
assert_whole (Sandbox    *sandbox,
              const char *end_user_id)
{
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_cmpuint (sandbox_count (sandbox, "accounts"), ==, 2);
}

static const char *
get_header (Sandbox    *sandbox,
            const char *name)
{
  return soup_message_headers_get_one (sandbox->headers, name);
}

static void
test_data_error (Sandbox       *sandbox,
                 gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "data-error:404@banking/accounts", TRUE);
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_NOT_FOUND);
  sandbox_assert (sandbox, "name", "NotFound");
  g_assert_cmpuint (sandbox_count (sandbox, NULL), ==, 3);

  sandbox_get (sandbox, "/banking/transactions?end_user_id=%s", end_user_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  sandbox_switch_fault (sandbox, "data-error", FALSE);
  assert_whole (sandbox, end_user_id);
}

static void
test_data_error_is_temporary (Sandbox       *sandbox,
                              gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "data-error", TRUE);
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_SERVICE_UNAVAILABLE);
  sandbox_assert (sandbox, "temporary", "true");
  sandbox_get (sandbox, "/end-users");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
}

/* The fault of a customer acts on the data of this customer alone. */
static void
test_persona (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);
  g_autofree char *other_id = sandbox_add_end_user (sandbox, "other@example.com");
  g_autofree char *consent_id = sandbox_grant (sandbox, other_id, "1", "ben", "");
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");

  desk_sandbox_customer_set_fault (ada, "data-error:500@banking/accounts");
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_INTERNAL_SERVER_ERROR);
  get_accounts (sandbox, other_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);

  sandbox_get (sandbox, "/consent?end_user_id=%s", end_user_id);
  sandbox_assert (sandbox, "consents.0.institution_id", "1");
  {
    g_autofree char *id = sandbox_dup (sandbox, "consents.0.arrangement_id");
    g_autofree char *path = g_strdup_printf ("/consents/%s/end", id);

    sandbox_control (sandbox, path, "{\"how\":\"institution\"}");
  }
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, !=, SOUP_STATUS_INTERNAL_SERVER_ERROR);
}

static void
test_rate_limit (Sandbox       *sandbox,
                 gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "rate-limit:2", TRUE);
  assert_whole (sandbox, end_user_id);
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, ==, 429);
  g_assert_cmpstr (get_header (sandbox, "Retry-After"), ==, "1");
  sandbox_assert (sandbox, "name", "TooManyRequests");
  assert_whole (sandbox, end_user_id);
  sandbox_switch_fault (sandbox, "rate-limit", FALSE);
  assert_whole (sandbox, end_user_id);
}

static void
test_statuses (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  static const struct
  {
    const char *fault;
    guint       status;
    const char *type;
  } cases[] = {
    { "http-500", 500, "application/json; charset=utf-8" },
    { "http-502", 502, "text/html" },
    { "http-503", 503, "application/json; charset=utf-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sandbox_switch_fault (sandbox, cases[i].fault, TRUE);
      sandbox_get (sandbox, "/end-users");
      g_assert_cmpuint (sandbox->status, ==, cases[i].status);
      g_assert_cmpstr (get_header (sandbox, "Content-Type"), ==, cases[i].type);
      sandbox_switch_fault (sandbox, cases[i].fault, FALSE);
      sandbox_get (sandbox, "/end-users");
      g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
    }
}

static void
test_expired_token (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "expired-token:3", TRUE);
  for (guint i = 1; i <= 6; i++)
    {
      get_accounts (sandbox, end_user_id);
      g_assert_cmpuint (sandbox->status, ==, i % 3 == 0 ? SOUP_STATUS_UNAUTHORIZED : SOUP_STATUS_OK);
    }
  sandbox_switch_fault (sandbox, "expired-token", FALSE);
  for (guint i = 0; i < 3; i++)
    assert_whole (sandbox, end_user_id);
}

static void
test_truncated (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);
  gsize whole;

  assert_whole (sandbox, end_user_id);
  whole = g_bytes_get_size (sandbox->bytes);
  sandbox_switch_fault (sandbox, "truncated@banking", TRUE);
  get_accounts (sandbox, end_user_id);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_cmpuint (g_bytes_get_size (sandbox->bytes), ==, whole / 2);
  g_assert_cmpint (soup_message_headers_get_content_length (sandbox->headers), ==, (goffset) (whole / 2));
  g_assert_cmpint (desk_json_slice_get_kind (sandbox->body), ==, DESK_JSON_KIND_NONE);
  sandbox_switch_fault (sandbox, "truncated", FALSE);
  assert_whole (sandbox, end_user_id);
}

static void
test_content_type (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "content-type", TRUE);
  assert_whole (sandbox, end_user_id);
  g_assert_cmpstr (get_header (sandbox, "Content-Type"), ==, "text/html");
  sandbox_switch_fault (sandbox, "content-type:text/csv", TRUE);
  assert_whole (sandbox, end_user_id);
  g_assert_cmpstr (get_header (sandbox, "Content-Type"), ==, "text/csv");
  sandbox_switch_fault (sandbox, "content-type", FALSE);
  assert_whole (sandbox, end_user_id);
  g_assert_cmpstr (get_header (sandbox, "Content-Type"), ==, "application/json; charset=utf-8");
}

static void
test_oversized (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "oversized:1M", TRUE);
  assert_whole (sandbox, end_user_id);
  g_assert_cmpuint (g_bytes_get_size (sandbox->bytes), ==, 1024 * 1024);
  g_assert_cmpint (soup_message_headers_get_encoding (sandbox->headers), ==, SOUP_ENCODING_CHUNKED);
  sandbox_switch_fault (sandbox, "oversized", FALSE);
  assert_whole (sandbox, end_user_id);
  g_assert_cmpuint (g_bytes_get_size (sandbox->bytes), <, 2048);
}

/* The addresses of the pages of accounts with one row each, until there are @limit or no more. */
static GPtrArray *
follow (Sandbox    *sandbox,
        const char *end_user_id,
        guint       limit)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *next = g_strdup_printf ("%s/banking/accounts?end_user_id=%s&page[size]=1", sandbox->api, end_user_id);

  while (next != NULL && pages->len < limit)
    {
      sandbox_call (sandbox, "GET", next, NULL, NULL);
      g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
      g_ptr_array_add (pages, sandbox_dup (sandbox, "accounts.0.account_id"));
      g_free (next);
      next = sandbox_dup (sandbox, "links.next");
    }

  return pages;
}

static void
assert_pages (Sandbox    *sandbox,
              const char *end_user_id,
              const char *expected)
{
  g_autoptr(GPtrArray) pages = follow (sandbox, end_user_id, 6);
  g_autofree char *text = NULL;

  g_ptr_array_add (pages, NULL);
  text = g_strjoinv (" ", (char **) pages->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_duplicate_page (Sandbox       *sandbox,
                     gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "duplicate-page", TRUE);
  assert_pages (sandbox, end_user_id, "a1 a1 a2");
  sandbox_switch_fault (sandbox, "duplicate-page", FALSE);
  assert_pages (sandbox, end_user_id, "a1 a2");
}

static void
test_cursor_loop (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "cursor-loop", TRUE);
  assert_pages (sandbox, end_user_id, "a1 a2 a1 a2 a1 a2");
  sandbox_switch_fault (sandbox, "cursor-loop", FALSE);
  assert_pages (sandbox, end_user_id, "a1 a2");
}

static char *
dup_accounts_uri (Sandbox    *sandbox,
                  const char *end_user_id)
{
  return g_strdup_printf ("%s/banking/accounts?end_user_id=%s", sandbox->api, end_user_id);
}

static void
test_cut (Sandbox       *sandbox,
          gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);
  g_autofree char *uri = dup_accounts_uri (sandbox, end_user_id);
  SandboxReading reading;
  gsize whole;

  assert_whole (sandbox, end_user_id);
  whole = g_bytes_get_size (sandbox->bytes);
  sandbox_switch_fault (sandbox, "cut", TRUE);
  sandbox_reading_start (&reading, sandbox, uri, G_MAXUINT, NULL);
  sandbox_reading_finish (&reading);
  g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  g_assert_cmpuint (reading.n_bytes, ==, whole / 2);
  g_clear_error (&reading.error);
  sandbox_switch_fault (sandbox, "cut", FALSE);
  assert_whole (sandbox, end_user_id);
}

static void
test_drip (Sandbox       *sandbox,
           gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);
  g_autofree char *uri = dup_accounts_uri (sandbox, end_user_id);
  SandboxReading reading;
  gsize whole;

  assert_whole (sandbox, end_user_id);
  whole = g_bytes_get_size (sandbox->bytes);
  sandbox_switch_fault (sandbox, "drip:2K", TRUE);
  sandbox_reading_start (&reading, sandbox, uri, G_MAXUINT, NULL);
  sandbox_reading_finish (&reading);
  g_assert_no_error (reading.error);
  g_assert_cmpuint (reading.n_bytes, ==, whole);
  g_assert_cmpuint (reading.n_chunks, >, 1);
  sandbox_switch_fault (sandbox, "drip", FALSE);
  sandbox_reading_start (&reading, sandbox, uri, G_MAXUINT, NULL);
  sandbox_reading_finish (&reading);
  g_assert_cmpuint (reading.n_chunks, ==, 1);
}

/* Sends a call, and three more that are not held back; cancels the first if it is held. */
static void
assert_held_back (Sandbox    *sandbox,
                  const char *spec,
                  gboolean    on)
{
  g_autofree char *uri = g_strconcat (sandbox->api, "/institutions", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  SandboxReading reading;

  sandbox_switch_fault (sandbox, spec, on);
  sandbox_reading_start (&reading, sandbox, uri, G_MAXUINT, cancellable);
  for (guint i = 0; i < 3; i++)
    sandbox_get (sandbox, "/end-users");

  if (on)
    {
      g_assert_false (reading.done);
      g_cancellable_cancel (cancellable);
    }
  sandbox_reading_finish (&reading);
  g_assert_cmpint (g_error_matches (reading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED), ==, on);
  g_clear_error (&reading.error);
}

static void
test_latency (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  assert_held_back (sandbox, "latency:600s@institutions", TRUE);
  assert_held_back (sandbox, "latency@institutions", FALSE);
}

static void
test_jitter (Sandbox       *sandbox,
             gconstpointer  user_data)
{
  assert_held_back (sandbox, "jitter:600s@institutions", TRUE);
  assert_held_back (sandbox, "jitter@institutions", FALSE);
}

/* An answer that is held back comes in the end. */
static void
test_latency_ends (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  g_autofree char *end_user_id = share (sandbox);

  sandbox_switch_fault (sandbox, "latency:1ms", TRUE);
  sandbox_switch_fault (sandbox, "jitter:1ms", TRUE);
  assert_whole (sandbox, end_user_id);
}

static void
test_pages_can_fail (Sandbox       *sandbox,
                     gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->auth, "/cancel", NULL);

  sandbox_switch_fault (sandbox, "http-502@auth", TRUE);
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_BAD_GATEWAY);
  sandbox_get (sandbox, "/end-users");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  sandbox_switch_fault (sandbox, "http-502", FALSE);
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
}

/* Whatever goes wrong, it can be switched off again. */
static void
test_control_is_spared (Sandbox       *sandbox,
                        gconstpointer  user_data)
{
  static const char *const specs[] = {
    "latency:600s@api", "cut@api", "rate-limit@api", "http-500@api", "expired-token:1@api", "truncated@api",
    "content-type@api", "oversized@api", "drip:1@api", "http-502@api", "http-503@api", "data-error", "cursor-loop",
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    sandbox_switch_fault (sandbox, specs[i], TRUE);
  sandbox_control (sandbox, "/reset", "{}");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_cmpstr (get_header (sandbox, "Content-Type"), ==, "application/json; charset=utf-8");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/sandbox/faults/network/" path, Sandbox, NULL, sandbox_set_up, function, sandbox_tear_down)

  ADD ("data-error-at-one-end-point", test_data_error);
  ADD ("data-error-spares-other-calls", test_data_error_is_temporary);
  ADD ("persona-data-alone-fails", test_persona);
  ADD ("rate-limit-says-when-to-retry", test_rate_limit);
  ADD ("statuses", test_statuses);
  ADD ("expired-token-at-every-nth-call", test_expired_token);
  ADD ("truncated-with-right-length", test_truncated);
  ADD ("content-type", test_content_type);
  ADD ("oversized", test_oversized);
  ADD ("duplicate-page", test_duplicate_page);
  ADD ("cursor-loop", test_cursor_loop);
  ADD ("cut-in-the-middle", test_cut);
  ADD ("drip", test_drip);
  ADD ("latency", test_latency);
  ADD ("jitter", test_jitter);
  ADD ("latency-ends", test_latency_ends);
  ADD ("pages-can-fail", test_pages_can_fail);
  ADD ("control-is-spared", test_control_is_spared);

#undef ADD

  return g_test_run ();
}
