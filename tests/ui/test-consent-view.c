/* test-consent-view.c: what pages can and cannot do in the consent view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consent-stage.h"

static void
test_redirect_completes (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.replace ('@REDIRECT@&consent_id=consent-1');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_redirect_is_not_followed (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>location.replace ('@REDIRECT@'); setTimeout (() => fetch ('/beacon/still-here'), 0);</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "still-here");
  stage_wait_text (stage->shown);

  g_assert_cmpuint (stage->reports->len, ==, 0);
  g_assert_cmpuint (stage->shown->len, ==, 1);
}

static void
test_embedded_message_completes (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>window.parent.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_embedded_redirect_completes (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.replace ('@REDIRECT@');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_message_to_itself_completes (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>window.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_message_of_foreign_origin_is_ignored (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.replace ('@OTHER@/evil');</script>");
  stage_serve (stage, "/evil", NULL, "<script>window.parent.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_message_of_inner_frame_is_ignored (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<iframe src='/inner'></iframe>");
  stage_serve (stage, "/inner", NULL, "<script>window.top.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_message_of_frame_at_top_level_is_ignored (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<iframe src='/inner'></iframe>");
  stage_serve (stage, "/inner", NULL, "<script>window.parent.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_page_cannot_reach_the_bridge (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>"
               "const handlers = window.webkit && window.webkit.messageHandlers;"
               "fetch (handlers && handlers.consent ? '/beacon/reached' : '/beacon/unreachable');"
               "</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_text (stage->beacons);

  g_assert_cmpstr (g_ptr_array_index (stage->beacons, 0), ==, "unreachable");
}

static void
test_page_cannot_hide_or_change_a_message (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>"
               "JSON.stringify = () => '{}';"
               "window.addEventListener ('message', (event) => event.stopImmediatePropagation (), true);"
               "window.postMessage (@MESSAGE@, '*');"
               "</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_oversized_message_is_dropped (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>"
               "window.postMessage ({isCompleted: true, consentID: 'x'.repeat (1024 * 1024)}, '*');"
               "window.postMessage ({isCompleted: true, consentID: 'x'.repeat (1024 * 1024)}, '*');"
               "window.postMessage (@MESSAGE@, '*');"
               "</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpstr (((DeskLinkVerdict *) g_ptr_array_index (stage->verdicts, 0))->consent_id, ==, "consent-1");
  g_assert_cmpuint (stage->dropped->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (stage->dropped, 0), ==, stage->auth_origin);
}

/* What is short for a script may be long for us. */
static void
assert_dropped (const char *data)
{
  g_autoptr(Stage) stage = stage_new ();
  g_autofree char *body = g_strdup_printf (
    "<script>window.postMessage (%s, '*'); window.postMessage (@MESSAGE@, '*');</script>", data);

  stage_serve (stage, "/", NULL, body);
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpuint (stage->dropped->len, ==, 1);
}

static void
test_message_of_many_bytes_is_dropped (void)
{
  assert_dropped ("{consentID: '\\u2603'.repeat (1024 * 512)}");
}

static void
test_message_without_text_is_dropped (void)
{
  assert_dropped ("{isCompleted: true, consentID: 1n}");
}

static void
test_look_alike_redirect_is_no_result (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.replace ('@AUTH@/linked?state=" STAGE_STATE "');</script>");
  stage_serve (stage, "/linked", NULL, "<script>fetch ('/beacon/went-on');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "went-on");

  g_assert_cmpuint (stage->verdicts->len, ==, 0);
}

static void
test_redirect_with_wrong_state_is_ignored (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.replace ('" STAGE_REDIRECT "?state=guess');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_hidden_frame_without_state_is_ignored (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<iframe hidden src='" STAGE_REDIRECT "?consent_id=forged'></iframe>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_other_schemes_are_denied (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.href = 'mailto:someone@example.com';</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_DENY);
}

static void
test_popup_is_under_the_same_policy (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<button id='go' onclick=\"window.open ('@OTHER@/popup')\">Go</button>"
               "<script>addEventListener ('load', () => fetch ('/beacon/ready'));</script>");
  stage_serve (stage, "/popup", NULL, "<script>location.replace ('@REDIRECT@');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "ready");
  stage_click (stage, "go");
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_pages_of_popup_are_told (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<button id='go' onclick=\"window.open ('@OTHER@/popup')\">Go</button>"
               "<script>addEventListener ('load', () => fetch ('/beacon/ready'));</script>");
  stage_serve (stage, "/popup", NULL, "<p>Pop-up</p>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "ready");
  stage_click (stage, "go");
  stage_wait_text (stage->popups);

  g_assert_cmpuint (stage->popups->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (stage->popups, 0), stage->other_origin));
  g_assert_cmpuint (stage->shown->len, ==, 1);
}

static void
test_popup_without_a_click_is_refused (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>fetch (window.open ('/popup') ? '/beacon/opened' : '/beacon/refused');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_text (stage->beacons);

  g_assert_cmpstr (g_ptr_array_index (stage->beacons, 0), ==, "refused");
}

static void
test_message_of_popup_is_ignored (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<button id='go' onclick=\"window.open ('/popup')\">Go</button>"
               "<script>addEventListener ('load', () => fetch ('/beacon/ready'));</script>");
  stage_serve (stage, "/popup", NULL, "<script>window.opener.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "ready");
  stage_click (stage, "go");
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_crash_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>fetch ('/beacon/ready');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "ready");
  webkit_web_view_terminate_web_process (stage_get_web_view (stage));
  stage_wait_report (stage, "web-process-ended");

  g_assert_null (desk_consent_view_get_origin (stage->view));
}

static void
test_load_failure_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  soup_server_disconnect (stage->auth);
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_report (stage, "load-failed");

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

/* Made for this test alone: signed by nobody, good for nothing. */
static SoupServer *
start_untrusted_server (char **uri)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "untrusted.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  SoupServer *server;
  GSList *uris;

  g_assert_no_error (error);
  server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  *uri = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return server;
}

static void
test_untrusted_certificate_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();
  g_autofree char *uri = NULL;
  g_autoptr(SoupServer) server = start_untrusted_server (&uri);

  desk_consent_view_open (stage->view, uri, DESK_LINK_WAY_REDIRECT);
  stage_wait_report (stage, "tls-failed");

  g_assert_cmpuint (stage->reports->len, ==, 1);
  g_assert_cmpuint (stage->shown->len, ==, 0);
}

/* Shows a framed page with another frame in it, and goes on to @uri from there. */
static void
go_on_in_frame (Stage      *stage,
                const char *uri)
{
  g_autofree char *body = g_strdup_printf (
    "<iframe src='/inner'></iframe>"
    "<script>addEventListener ('load', () => setTimeout (() => { location.href = '%s'; }, 0));</script>", uri);

  stage_serve (stage, "/", NULL, body);
  stage_serve (stage, "/inner", NULL, "<p>Inner</p>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_origin (stage, stage->auth_origin);
}

static void
test_later_load_failure_in_frame_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();
  g_autofree char *uri = g_strconcat (stage->other_origin, "/bank", NULL);

  soup_server_disconnect (stage->other);
  go_on_in_frame (stage, uri);
  stage_wait_report (stage, "load-failed");

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_load_failure_behind_redirection_in_frame_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  soup_server_disconnect (stage->other);
  stage_serve_status (stage, "/away", SOUP_STATUS_FOUND, "Location: @OTHER@/bank", "");
  go_on_in_frame (stage, "/away");
  stage_wait_report (stage, "load-failed");

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_load_failure_behind_page_without_body_in_frame_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  soup_server_disconnect (stage->other);
  stage_serve (stage, "/", NULL, "<script>location.href = '@OTHER@/bank';</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "load-failed");

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_later_untrusted_certificate_in_frame_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();
  g_autofree char *uri = NULL;
  g_autoptr(SoupServer) server = start_untrusted_server (&uri);

  go_on_in_frame (stage, uri);
  stage_wait_report (stage, "tls-failed");

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_failure_of_inner_frame_is_no_failure (void)
{
  g_autoptr(Stage) stage = stage_new ();

  soup_server_disconnect (stage->other);
  stage_serve (stage, "/", NULL,
               "<iframe src='@OTHER@/lost'></iframe>"
               "<script>setTimeout (() => { location.href = '/next'; }, 100);</script>");
  stage_serve (stage, "/next", NULL, "<script>fetch ('/beacon/next');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_beacon (stage, "next");

  g_assert_cmpuint (stage->reports->len, ==, 0);
}

static void
test_load_given_up_in_frame_is_no_failure (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_hold (stage, "/slow");
  stage_serve (stage, "/", NULL,
               "<script>addEventListener ('load', () => {"
               "setTimeout (() => { location.href = '/slow'; }, 0);"
               "setTimeout (() => { location.href = '/next'; }, 100); });</script>");
  stage_serve (stage, "/next", NULL, "<script>fetch ('/beacon/next');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_beacon (stage, "next");

  g_assert_cmpuint (stage->reports->len, ==, 0);
}

static void
test_origin_is_that_of_the_page (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<a id='go' href='@OTHER@/bank'>Go</a>");
  stage_serve (stage, "/bank", NULL, "");
  g_assert_null (desk_consent_view_get_origin (stage->view));
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_origin (stage, stage->auth_origin);
  stage_click (stage, "go");
  stage_wait_origin (stage, stage->other_origin);
}

static void
test_origin_is_that_of_the_frame (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>fetch ('/beacon/here').then (() => { location.href = '@OTHER@/bank'; });</script>");
  stage_serve (stage, "/bank", NULL, "");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_origin (stage, stage->auth_origin);
  stage_wait_origin (stage, stage->other_origin);
}

static void
origin_cb (DeskConsentView *view,
           GParamSpec      *pspec,
           guint           *n_unknown)
{
  if (desk_consent_view_get_origin (view) == NULL)
    *n_unknown += 1;
}

static void
test_origin_is_unknown_between_pages (void)
{
  g_autoptr(Stage) stage = stage_new ();
  guint n_unknown = 0;

  stage_serve (stage, "/", NULL, "<script>location.href = '@OTHER@/bank';</script>");
  stage_serve (stage, "/bank", NULL, "");
  g_signal_connect (stage->view, "notify::origin", G_CALLBACK (origin_cb), &n_unknown);
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_origin (stage, stage->other_origin);
  g_signal_handlers_disconnect_by_data (stage->view, &n_unknown);

  g_assert_cmpuint (n_unknown, ==, 1);
}

static void
test_refused_frame_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", "X-Frame-Options: DENY", "<p>Not in a frame</p>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");

  g_assert_cmpuint (stage->shown->len, ==, 0);
}

static void
test_frame_refused_later_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, "<script>location.href = '@OTHER@/bank';</script>");
  stage_serve (stage, "/bank", "Content-Security-Policy: frame-ancestors 'none'", "<p>Not in a frame</p>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");

  g_assert_null (desk_consent_view_get_origin (stage->view));
  g_assert_nonnull (stage->refused_uri);
  g_assert_true (g_str_has_prefix (stage->refused_uri, stage->other_origin));
  g_assert_true (g_str_has_suffix (stage->refused_uri, "/bank"));
}

static void
test_frame_refused_behind_redirection_is_opened_there (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<form method='post' action='/step'></form>"
               "<script>addEventListener ('load', () => setTimeout (() => document.forms[0].submit (), 0));</script>");
  stage_serve_status (stage, "/step", SOUP_STATUS_SEE_OTHER, "Location: @OTHER@/bank", "");
  stage_serve (stage, "/bank", "X-Frame-Options: DENY", "<p>Not in a frame</p>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");

  g_assert_nonnull (stage->refused_uri);
  g_assert_true (g_str_has_suffix (stage->refused_uri, "/bank"));
}

static void
test_frame_refused_after_a_form_is_not_opened_again (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<form method='post' action='/step'></form>"
               "<script>addEventListener ('load', () => setTimeout (() => document.forms[0].submit (), 0));</script>");
  stage_serve (stage, "/step", "X-Frame-Options: DENY", "<p>Not in a frame</p>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");

  g_assert_null (stage->refused_uri);
}

static void
test_frame_that_breaks_out_goes_on (void)
{
  g_autoptr(Stage) stage = stage_new ();
  g_autofree char *script = NULL;

  stage_serve (stage, "/", NULL, "<p>Framed</p>");
  stage_serve (stage, "/top", NULL,
               "<script>fetch ('/beacon/top').then (() => window.postMessage (@MESSAGE@, '*'));</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_origin (stage, stage->auth_origin);
  script = g_strdup_printf ("location.href = '%s/top';", stage->auth_origin);
  webkit_web_view_evaluate_javascript (stage_get_web_view (stage), script, -1, NULL, NULL, NULL, NULL, NULL);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
  g_assert_true (stage_has (stage->reports, "frame-broke-out"));
  g_assert_cmpuint (stage->reports->len, ==, 1);
  g_assert_cmpuint (stage->beacons->len, ==, 1);
  g_assert_cmpstr (desk_consent_view_get_origin (stage->view), ==, stage->auth_origin);
}

static void
test_refused_page_goes_on_with_its_cookies (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", "X-Frame-Options: DENY\nSet-Cookie: session=kept; Path=/",
               "<script>fetch ('/cookie').then (() => fetch ('/beacon/done'));</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");
  stage_serve (stage, "/", NULL, "<script>fetch ('/cookie').then (() => fetch ('/beacon/done'));</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "done");

  g_assert_cmpstr (stage->cookie, ==, "session=kept");
  g_assert_cmpstr (desk_consent_view_get_origin (stage->view), ==, stage->auth_origin);
}

static void
test_framed_page_allows_any_ancestor (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", "Content-Security-Policy: frame-ancestors *",
               "<script>window.parent.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_verdict (stage, 1);

  g_assert_cmpint (stage_get_kind (stage, 0), ==, DESK_LINK_VERDICT_COMPLETED);
}

static void
test_framed_page_has_its_cookies (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", "Set-Cookie: session=kept; Path=/; HttpOnly",
               "<script>fetch ('/cookie').then (() => fetch ('/beacon/done'));</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_beacon (stage, "done");

  g_assert_cmpstr (stage->cookie, ==, "session=kept");
}

static void
test_permissions_are_denied (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>navigator.geolocation.getCurrentPosition ("
               "() => fetch ('/beacon/granted'), (error) => fetch ('/beacon/denied-' + error.code));</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_text (stage->beacons);

  g_assert_cmpstr (g_ptr_array_index (stage->beacons, 0), ==, "denied-1");
}

static void
download_failed_cb (WebKitDownload *download,
                    GError         *error,
                    gboolean       *cancelled)
{
  *cancelled = g_error_matches (error, WEBKIT_DOWNLOAD_ERROR, WEBKIT_DOWNLOAD_ERROR_CANCELLED_BY_USER);
}

static void
download_started_cb (WebKitNetworkSession *session,
                     WebKitDownload       *download,
                     gboolean             *cancelled)
{
  g_signal_connect (download, "failed", G_CALLBACK (download_failed_cb), cancelled);
}

static void
test_downloads_are_cancelled (void)
{
  g_autoptr(Stage) stage = stage_new ();
  gboolean cancelled = FALSE;

  stage_serve (stage, "/", NULL, "<a id='go' href='/file' download='file'>Save</a><script>fetch ('/beacon/ready');</script>");
  stage_serve (stage, "/file", "Content-Disposition: attachment", "bytes");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  g_signal_connect (webkit_web_view_get_network_session (stage_get_web_view (stage)), "download-started",
                    G_CALLBACK (download_started_cb), &cancelled);
  stage_wait_beacon (stage, "ready");
  stage_click (stage, "go");
  while (!cancelled)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_closed_view_is_silent (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<script>window.postMessage (@MESSAGE@, '*');"
               "addEventListener ('pagehide', () => navigator.sendBeacon ('/beacon/left'));</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_origin (stage, stage->auth_origin);
  stage_wait_verdict (stage, 1);
  desk_consent_view_close (stage->view);
  while (g_main_context_iteration (NULL, FALSE));

  g_assert_null (adw_bin_get_child (ADW_BIN (stage->view)));
  g_assert_cmpuint (stage->reports->len, ==, 0);
}

#define ADD(name, function) g_test_add_func ("/consent-view/" name, function)

/* WebKit opens no page at a port that is another service's. */
static void
test_forbidden_port_is_a_failure (void)
{
  g_autoptr(Stage) stage = stage_new ();

  desk_consent_view_open (stage->view, "http://127.0.0.1:6000/", DESK_LINK_WAY_REDIRECT);
  stage_wait_report (stage, "load-failed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("redirect-completes", test_redirect_completes);
  ADD ("redirect-is-not-followed", test_redirect_is_not_followed);
  ADD ("embedded-message-completes", test_embedded_message_completes);
  ADD ("embedded-redirect-completes", test_embedded_redirect_completes);
  ADD ("message-to-itself-completes", test_message_to_itself_completes);
  ADD ("message-of-foreign-origin-is-ignored", test_message_of_foreign_origin_is_ignored);
  ADD ("message-of-inner-frame-is-ignored", test_message_of_inner_frame_is_ignored);
  ADD ("message-of-frame-at-top-level-is-ignored", test_message_of_frame_at_top_level_is_ignored);
  ADD ("page-cannot-reach-the-bridge", test_page_cannot_reach_the_bridge);
  ADD ("page-cannot-hide-or-change-a-message", test_page_cannot_hide_or_change_a_message);
  ADD ("oversized-message-is-dropped", test_oversized_message_is_dropped);
  ADD ("message-of-many-bytes-is-dropped", test_message_of_many_bytes_is_dropped);
  ADD ("message-without-text-is-dropped", test_message_without_text_is_dropped);
  ADD ("look-alike-redirect-is-no-result", test_look_alike_redirect_is_no_result);
  ADD ("redirect-with-wrong-state-is-ignored", test_redirect_with_wrong_state_is_ignored);
  ADD ("hidden-frame-without-state-is-ignored", test_hidden_frame_without_state_is_ignored);
  ADD ("other-schemes-are-denied", test_other_schemes_are_denied);
  ADD ("popup-is-under-the-same-policy", test_popup_is_under_the_same_policy);
  ADD ("pages-of-popup-are-told", test_pages_of_popup_are_told);
  ADD ("popup-without-a-click-is-refused", test_popup_without_a_click_is_refused);
  ADD ("message-of-popup-is-ignored", test_message_of_popup_is_ignored);
  ADD ("crash-is-reported", test_crash_is_reported);
  ADD ("load-failure-is-reported", test_load_failure_is_reported);
  ADD ("forbidden-port-is-a-failure", test_forbidden_port_is_a_failure);
  ADD ("untrusted-certificate-is-reported", test_untrusted_certificate_is_reported);
  ADD ("later-load-failure-in-frame-is-reported", test_later_load_failure_in_frame_is_reported);
  ADD ("load-failure-behind-redirection-in-frame-is-reported", test_load_failure_behind_redirection_in_frame_is_reported);
  ADD ("load-failure-behind-page-without-body-in-frame-is-reported",
       test_load_failure_behind_page_without_body_in_frame_is_reported);
  ADD ("later-untrusted-certificate-in-frame-is-reported", test_later_untrusted_certificate_in_frame_is_reported);
  ADD ("failure-of-inner-frame-is-no-failure", test_failure_of_inner_frame_is_no_failure);
  ADD ("load-given-up-in-frame-is-no-failure", test_load_given_up_in_frame_is_no_failure);
  ADD ("origin-is-that-of-the-page", test_origin_is_that_of_the_page);
  ADD ("origin-is-that-of-the-frame", test_origin_is_that_of_the_frame);
  ADD ("origin-is-unknown-between-pages", test_origin_is_unknown_between_pages);
  ADD ("refused-frame-is-reported", test_refused_frame_is_reported);
  ADD ("frame-refused-later-is-reported", test_frame_refused_later_is_reported);
  ADD ("frame-refused-behind-redirection-is-opened-there", test_frame_refused_behind_redirection_is_opened_there);
  ADD ("frame-refused-after-a-form-is-not-opened-again", test_frame_refused_after_a_form_is_not_opened_again);
  ADD ("frame-that-breaks-out-goes-on", test_frame_that_breaks_out_goes_on);
  ADD ("refused-page-goes-on-with-its-cookies", test_refused_page_goes_on_with_its_cookies);
  ADD ("framed-page-allows-any-ancestor", test_framed_page_allows_any_ancestor);
  ADD ("framed-page-has-its-cookies", test_framed_page_has_its_cookies);
  ADD ("permissions-are-denied", test_permissions_are_denied);
  ADD ("downloads-are-cancelled", test_downloads_are_cancelled);
  ADD ("closed-view-is-silent", test_closed_view_is_silent);

  return g_test_run ();
}
