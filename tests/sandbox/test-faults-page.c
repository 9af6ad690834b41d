/* test-faults-page.c: consent pages that do what they should not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-reading.h"
#include "sandbox-walk.h"

#include <string.h>

#define FORGED "00000000-0000-4000-8000-000000000000"

/* Whether the first page, with the fault on or off, has a text in it and in its policy. */
static void
assert_first_page (Sandbox    *sandbox,
                   const char *spec,
                   gboolean    on,
                   const char *in_page,
                   const char *in_policy)
{
  g_auto (SandboxWalk) walk = { 0 };

  sandbox_switch_fault (sandbox, spec, on);
  sandbox_walk_start (&walk, sandbox, TRUE);
  if (in_page != NULL)
    g_assert_cmpint (strstr (walk.html, in_page) != NULL, ==, on);
  if (in_policy != NULL)
    g_assert_cmpint (strstr (walk.policy, in_policy) != NULL, ==, on);
}

static void
get_page (Sandbox    *sandbox,
          const char *address)
{
  g_autoptr(GString) plain = g_string_new (address);

  g_string_replace (plain, "&amp;", "&", 0);
  sandbox_call (sandbox, "GET", plain->str, NULL, NULL);
}

static gboolean
has_text (Sandbox    *sandbox,
          const char *text)
{
  return g_strstr_len (g_bytes_get_data (sandbox->bytes, NULL), (gssize) g_bytes_get_size (sandbox->bytes), text) != NULL;
}

static void
test_hostile_message (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { 0 };
  g_autofree char *source = g_strconcat ("frame-src ", sandbox->bank, NULL);
  g_autofree char *address = NULL;

  sandbox_switch_fault (sandbox, "hostile-message", TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  address = sandbox_walk_dup_match (&walk, "<iframe id=\"foreign-frame\" hidden src=\"([^\"]*)\"");
  g_assert_true (g_str_has_prefix (address, sandbox->bank));
  g_assert_nonnull (strstr (walk.policy, source));

  get_page (sandbox, address);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_true (has_text (sandbox, "isCompleted:true,consentID:'" FORGED "'"));
  assert_first_page (sandbox, "hostile-message", FALSE, "<iframe", "frame-src");
  get_page (sandbox, address);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_SEE_OTHER);
}

static void
test_hidden_frame (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { 0 };
  g_autofree char *address = NULL;
  g_autofree char *expected = NULL;

  sandbox_switch_fault (sandbox, "hidden-frame", TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  address = sandbox_walk_dup_match (&walk, "<iframe id=\"hidden-frame\" hidden src=\"([^\"]*)\"");
  expected = g_strdup_printf ("https://app.invalid/linked?session_id=%s&amp;consent_id=" FORGED, walk.session_id);
  g_assert_cmpstr (address, ==, expected);
  assert_first_page (sandbox, "hidden-frame", TRUE, NULL, "; frame-src https://app.invalid");
  assert_first_page (sandbox, "hidden-frame", FALSE, "<iframe", "frame-src");
}

static void
test_popup (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { 0 };
  g_autofree char *address = NULL;

  sandbox_switch_fault (sandbox, "popup", TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  g_assert_nonnull (strstr (walk.html, "window.open("));
  address = sandbox_walk_dup_match (&walk, "data-address=\"([^\"]*)\"");
  get_page (sandbox, address);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_false (has_text (sandbox, "postMessage"));
  assert_first_page (sandbox, "popup", FALSE, "window.open(", NULL);
}

static void
test_origin_mismatch (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { 0 };
  g_auto (SandboxWalk) other = { 0 };

  sandbox_switch_fault (sandbox, "link-origin-mismatch", TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  g_assert_null (strstr (walk.html, FORGED));
  g_assert_true (sandbox_walk_step (&walk));
  g_assert_nonnull (strstr (walk.html, FORGED));

  sandbox_switch_fault (sandbox, "link-origin-mismatch", FALSE);
  sandbox_walk_start (&other, sandbox, TRUE);
  g_assert_true (sandbox_walk_step (&other));
  g_assert_null (strstr (other.html, FORGED));
}

static void
assert_lookalike (Sandbox    *sandbox,
                  const char *spec,
                  gboolean    on,
                  const char *prefix)
{
  g_auto (SandboxWalk) walk = { 0 };

  sandbox_switch_fault (sandbox, spec, on);
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, prefix));
  g_assert_cmpint (strstr (walk.location, "consent_id=" FORGED) != NULL, ==, on);
}

static void
test_lookalike (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  assert_lookalike (sandbox, "lookalike-redirect", TRUE, "https://app.invalid.lookalike.invalid/linked?state=abc&session_id=");
  assert_first_page (sandbox, "lookalike-redirect", TRUE, NULL, " https://app.invalid.lookalike.invalid");
  assert_lookalike (sandbox, "lookalike-redirect:path", TRUE, "https://app.invalid/linked.lookalike.invalid?state=abc&session_id=");
  assert_lookalike (sandbox, "lookalike-redirect", FALSE, "https://app.invalid/linked?state=abc&session_id=");
}

static void
test_frame_ancestors (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  assert_first_page (sandbox, "frame-ancestors", TRUE, NULL, "; frame-ancestors https: http:");
  g_assert_null (soup_message_headers_get_one (sandbox->headers, "X-Frame-Options"));
  assert_first_page (sandbox, "frame-ancestors", FALSE, NULL, "frame-ancestors");
}

static void
test_refuses_framing (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  assert_first_page (sandbox, "refuses-framing", TRUE, NULL, "; frame-ancestors 'none'");
  g_assert_cmpstr (soup_message_headers_get_one (sandbox->headers, "X-Frame-Options"), ==, "DENY");
  assert_first_page (sandbox, "refuses-framing", FALSE, NULL, "frame-ancestors");
  g_assert_null (soup_message_headers_get_one (sandbox->headers, "X-Frame-Options"));
}

/* The pages after the log-in are those of the customer who carries the fault. */
static void
test_persona (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");
  g_auto (SandboxWalk) walk = { 0 };

  desk_sandbox_customer_set_fault (ada, "popup");
  sandbox_walk_start (&walk, sandbox, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (strstr (walk.html, "window.open("));
      g_assert_true (sandbox_walk_step (&walk));
    }
  g_assert_nonnull (strstr (walk.html, "window.open("));
}

/* The pages fail from the moment at which it is known who came. */
static void
test_persona_network (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");
  g_auto (SandboxWalk) walk = { 0 };

  desk_sandbox_customer_set_fault (ada, "http-502@bank");
  sandbox_walk_start (&walk, sandbox, TRUE);
  g_assert_true (sandbox_walk_step (&walk));
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  g_assert_true (sandbox_walk_step (&walk));
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_BAD_GATEWAY);
}

/* Sees the certificate of the consent pages, and goes on if @trusts. */
typedef struct
{
  gboolean             trusts;
  GTlsCertificateFlags errors;
  GError              *error;
  gboolean             done;
  guint                status;
} Visit;

static gboolean
certificate_cb (SoupMessage          *message,
                GTlsCertificate      *certificate,
                GTlsCertificateFlags  errors,
                gpointer              user_data)
{
  Visit *visit = user_data;

  visit->errors = errors;
  return visit->trusts;
}

static void
visited_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Visit *visit = user_data;
  g_autoptr(GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (object), result, &visit->error);

  visit->done = TRUE;
}

static void
visit_auth (Sandbox  *sandbox,
            Visit    *visit)
{
  g_autofree char *line = desk_sandbox_server_dup_ready_line (sandbox->server);
  g_autofree char *auth = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(SoupMessage) message = NULL;
  DeskJsonSlice ready;

  g_assert_true (desk_json_parse (line, strlen (line), &ready, NULL));
  auth = desk_json_slice_dup_text (desk_json_slice_get_member (ready, "auth"));
  uri = g_strconcat (auth, "/cancel", NULL);
  message = soup_message_new ("GET", uri);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (certificate_cb), visit);
  soup_session_send_and_read_async (sandbox->session, message, G_PRIORITY_DEFAULT, NULL, visited_cb, visit);
  while (!visit->done)
    g_main_context_iteration (NULL, TRUE);
  visit->status = soup_message_get_status (message);
}

static void
assert_auth_url (Sandbox    *sandbox,
                 const char *end_user_id,
                 const char *origin)
{
  g_autofree char *auth_url = NULL;

  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\"}", end_user_id);
  auth_url = sandbox_dup (sandbox, "auth_url");
  g_assert_true (g_str_has_prefix (auth_url, origin));
}

static void
test_tls_address (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  g_autofree char *end_user_id = sandbox_add_end_user (sandbox, "tls@example.com");
  g_autofree char *secure = g_strconcat ("https", sandbox->auth + strlen ("http"), NULL);

  sandbox_switch_fault (sandbox, "tls-untrusted", TRUE);
  assert_auth_url (sandbox, end_user_id, secure);
  sandbox_switch_fault (sandbox, "tls-untrusted", FALSE);
  assert_auth_url (sandbox, end_user_id, sandbox->auth);
}

static void
test_tls_untrusted (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  Visit careful = { .trusts = FALSE };
  Visit careless = { .trusts = TRUE };
  Visit plain = { .trusts = FALSE };

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("The leak checker does not survive the threads of a TLS handshake");
  return;
#endif

  sandbox_switch_fault (sandbox, "tls-untrusted", TRUE);
  visit_auth (sandbox, &careful);
  g_assert_error (careful.error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
  g_assert_true (careful.errors & G_TLS_CERTIFICATE_UNKNOWN_CA);
  g_clear_error (&careful.error);

  visit_auth (sandbox, &careless);
  g_assert_no_error (careless.error);
  g_assert_cmpuint (careless.status, ==, SOUP_STATUS_OK);
  g_assert_cmpint (careless.errors, ==, G_TLS_CERTIFICATE_UNKNOWN_CA);

  sandbox_switch_fault (sandbox, "tls-untrusted", FALSE);
  visit_auth (sandbox, &plain);
  g_assert_no_error (plain.error);
  g_assert_cmpuint (plain.status, ==, SOUP_STATUS_OK);
  g_assert_cmpint (plain.errors, ==, 0);
}

/* What comes after the page is a few bytes now and then. */
static gboolean
ends (Sandbox *sandbox)
{
  g_autofree char *uri = g_strconcat (sandbox->auth, "/cancel", NULL);
  SandboxReading reading;

  sandbox_reading_start (&reading, sandbox, uri, 6, NULL);
  sandbox_reading_finish (&reading);
  g_assert_no_error (reading.error);
  g_assert_cmpuint (reading.n_bytes, >, 1000);
  return reading.ended;
}

static void
test_endless_page (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  sandbox_switch_fault (sandbox, "endless-page", TRUE);
  g_assert_false (ends (sandbox));
  sandbox_switch_fault (sandbox, "endless-page", FALSE);
  g_assert_true (ends (sandbox));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/sandbox/faults/page/" path, Sandbox, NULL, sandbox_set_up, function, sandbox_tear_down)

  ADD ("hostile-message-comes-from-a-foreign-frame", test_hostile_message);
  ADD ("hidden-frame-knows-no-state", test_hidden_frame);
  ADD ("popup", test_popup);
  ADD ("link-origin-mismatch-at-the-institution", test_origin_mismatch);
  ADD ("lookalike-redirect", test_lookalike);
  ADD ("frame-ancestors", test_frame_ancestors);
  ADD ("refuses-framing", test_refuses_framing);
  ADD ("persona-pages-alone", test_persona);
  ADD ("persona-pages-alone-fail", test_persona_network);
  ADD ("endless-page", test_endless_page);
  ADD ("tls-is-in-the-address", test_tls_address);
  ADD ("tls-untrusted", test_tls_untrusted);

#undef ADD

  return g_test_run ();
}
