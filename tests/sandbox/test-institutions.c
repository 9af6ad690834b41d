/* test-institutions.c: icons, outages, and how an institution's pages open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-sandbox-demo-institutions.h"
#include "desk-sandbox-page-html.h"
#include "sandbox-walk.h"

static DeskSandboxInstitution *
get_bank (Sandbox *sandbox)
{
  return desk_sandbox_directory_find_institution (sandbox->directory, "1");
}

static char *
dup_page (Sandbox    *sandbox,
          const char *uri)
{
  g_autoptr(GString) address = g_string_new (uri);
  g_autoptr(SoupMessage) message = NULL;

  g_string_replace (address, "&amp;", "&", 0);
  message = soup_message_new ("GET", address->str);
  sandbox_send (sandbox, message);
  return g_strndup (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes));
}

/* The page that an address on the shown page leads to. */
static void
follow (SandboxWalk *walk,
        const char  *pattern)
{
  g_autofree char *uri = sandbox_walk_dup_match (walk, pattern);

  g_assert_nonnull (uri);
  g_free (walk->html);
  walk->html = dup_page (walk->sandbox, uri);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("The page does not have: %s", part);
}

static void
test_demo_institutions (void)
{
  g_autoptr(DeskSandboxDirectory) directory = desk_sandbox_directory_new ();
  guint n_banks = 0;
  guint n_opens[4] = { 0 };
  guint n_healths[3] = { 0 };
  GPtrArray *institutions;

  desk_sandbox_demo_add_institutions (directory);
  institutions = desk_sandbox_directory_get_institutions (directory);
  for (guint i = 0; i < institutions->len; i++)
    {
      const DeskSandboxInstitution *institution = g_ptr_array_index (institutions, i);

      n_banks += g_str_equal (institution->industry, "banking") ? 1 : 0;
      n_opens[institution->opens] += g_str_equal (institution->industry, "banking") ? 1 : 0;
      n_healths[institution->health]++;
      g_assert_nonnull (institution->drawing);
      g_assert_cmpint (institution->priority, ==, (int) i + 1);
      g_assert_cmpstr (desk_sandbox_demo_get_institution_name (institution->id), ==, institution->name);
    }

  g_assert_cmpuint (n_banks, >=, 4);
  g_assert_cmpuint (institutions->len - n_banks, >=, 3);
  for (guint i = 0; i < G_N_ELEMENTS (n_opens); i++)
    g_assert_cmpuint (n_opens[i], >=, 1);
  g_assert_cmpuint (n_healths[DESK_SANDBOX_HEALTH_OUTAGE], ==, 1);
  g_assert_cmpuint (n_healths[DESK_SANDBOX_HEALTH_DEGRADED], ==, 1);
  g_assert_cmpstr (desk_sandbox_demo_get_institution_name ("88888"), ==, "Wattle Bank");
  g_assert_cmpstr (desk_sandbox_demo_get_institution_name ("88801"), ==, "Gumtree Energy");
  g_assert_cmpstr (desk_sandbox_demo_get_institution_name ("0"), ==, "");
}

static void
test_icons (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_autofree char *icon = NULL;
  g_autofree char *logo = NULL;
  g_autofree char *icon_page = NULL;
  g_autofree char *logo_page = NULL;

  get_bank (sandbox)->drawing = "<path d=\"M0 0\"/>";
  get_bank (sandbox)->health = DESK_SANDBOX_HEALTH_DEGRADED;
  sandbox_get (sandbox, "/institutions/1");
  sandbox_assert (sandbox, "status.connections.status", "DEGRADED");
  icon = sandbox_dup (sandbox, "icon");
  logo = sandbox_dup (sandbox, "logo");
  icon_page = dup_page (sandbox, icon);
  g_assert_cmpstr (soup_message_headers_get_content_type (sandbox->headers, NULL), ==, "image/svg+xml");
  logo_page = dup_page (sandbox, logo);

  g_assert_cmpstr (icon_page, ==, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><path d=\"M0 0\"/></svg>");
  assert_has (logo_page, "<path d=\"M0 0\"/>");
  assert_has (logo_page, ">Test Bank</text>");
}

static void
test_icon_without_drawing (void)
{
  g_autoptr(DeskSandboxInstitution) institution = desk_sandbox_institution_new ("1", "<b", "energy", "#123456", 1);
  g_autofree char *icon = desk_sandbox_institution_dup_icon (institution);
  g_autoptr(GString) html = g_string_new (NULL);

  assert_has (icon, "&lt;</text>");
  desk_sandbox_html_append_icon (html, institution);
  assert_has (html->str, "fill=\"#123456\"");
  g_string_truncate (html, 0);
  institution->drawing = "<circle/>";
  desk_sandbox_html_append_icon (html, institution);
  assert_has (html->str, "<circle/></svg>");
  g_assert_cmpstr (desk_sandbox_institution_get_status (institution), ==, "HEALTHY");
}

static void
test_break_out (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };

  get_bank (sandbox)->opens = DESK_SANDBOX_OPENS_TOP;
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_step (&walk);
  assert_has (walk.html, "target=\"_top\"");
  g_assert_null (strstr (walk.html, "name=\"email\""));

  follow (&walk, "id=\"way\" target=\"_top\" href=\"([^\"]*)\"");
  assert_has (walk.html, "name=\"email\"");
  sandbox_walk_finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, WALK_REDIRECT_URI));
}

/* A browser that says that it shows the page at top level is asked no further. */
static void
test_top_stays (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };
  g_autofree char *request = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(SoupMessage) message = NULL;
  g_autofree char *html = NULL;

  get_bank (sandbox)->opens = DESK_SANDBOX_OPENS_TOP;
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_step (&walk);
  request = sandbox_walk_dup_match (&walk, "/login\\?request=([^&\"]*)");
  uri = g_strdup_printf ("%s/login?request=%s", sandbox->bank, request);
  message = soup_message_new ("GET", uri);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Sec-Fetch-Dest", "document");
  sandbox_send (sandbox, message);
  html = g_strndup (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes));
  assert_has (html, "name=\"email\"");
}

/* Logs in in the pop-up; the page that opened it is returned. */
static char *
log_in_at_popup (SandboxWalk *walk,
                 Sandbox     *sandbox)
{
  g_autofree char *opener = NULL;

  get_bank (sandbox)->opens = DESK_SANDBOX_OPENS_POPUP;
  sandbox_walk_start (walk, sandbox, TRUE);
  sandbox_walk_step (walk);
  opener = g_strdup (walk->html);
  walk->framed = FALSE;
  follow (walk, "data-address=\"([^\"]*)\"");
  sandbox_walk_step (walk);
  assert_has (walk->html, "at=popup");
  sandbox_walk_step (walk);
  assert_has (walk->html, "window.opener.postMessage");
  walk->framed = TRUE;
  return g_steal_pointer (&opener);
}

static void
test_popup (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };
  char *opener = log_in_at_popup (&walk, sandbox);

  g_free (walk.html);
  walk.html = opener;
  sandbox_walk_step (&walk);
  g_assert_cmpstr (walk.last, ==, "resume");
  assert_has (walk.html, "name=\"account\"");
  sandbox_walk_finish (&walk);
  sandbox_walk_assert_message (&walk, "isCompleted", "true");
}

/* What ends in the pop-up is told by the page that opened it. */
static void
test_popup_fails (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };
  char *opener;

  desk_sandbox_customer_set_fault (desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada"),
                                   "consent-enduser-ineligible");
  opener = log_in_at_popup (&walk, sandbox);
  g_free (walk.html);
  walk.html = opener;
  sandbox_walk_step (&walk);
  sandbox_walk_assert_message (&walk, "errorType", "CONSENT_ENDUSER_INELIGIBLE");
}

static void
test_popup_without_a_window (Sandbox       *sandbox,
                             gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };

  get_bank (sandbox)->opens = DESK_SANDBOX_OPENS_POPUP;
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_step (&walk);
  follow (&walk, "id=\"here\" href=\"([^\"]*)\"");
  sandbox_walk_finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, WALK_REDIRECT_URI));
}

static void
test_refuses_frames (Sandbox       *sandbox,
                     gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };

  get_bank (sandbox)->opens = DESK_SANDBOX_OPENS_REFUSES_FRAMING;
  sandbox_walk_start (&walk, sandbox, FALSE);
  g_assert_null (strstr (walk.policy, "frame-ancestors"));
  sandbox_walk_step (&walk);
  assert_has (walk.policy, "frame-ancestors 'none'");
  g_assert_cmpstr (soup_message_headers_get_one (sandbox->headers, "X-Frame-Options"), ==, "DENY");
  sandbox_walk_finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, WALK_REDIRECT_URI));
}

static void
test_outage_of_a_pinned_institution (Sandbox       *sandbox,
                                     gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };

  get_bank (sandbox)->health = DESK_SANDBOX_HEALTH_OUTAGE;
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_step (&walk);
  sandbox_walk_assert_parameter (&walk, "error_type", "CONSENT_UPSTREAM_PROCESSING_ERROR");
}

/* The button cannot be pressed, and who sends its value nevertheless is told. */
static void
test_outage_in_the_picker (Sandbox       *sandbox,
                           gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { NULL };
  DeskSandboxSession *session;

  get_bank (sandbox)->health = DESK_SANDBOX_HEALTH_OUTAGE;
  desk_sandbox_directory_find_institution (sandbox->directory, "2")->health = DESK_SANDBOX_HEALTH_DEGRADED;
  sandbox_walk_start (&walk, sandbox, FALSE);
  session = desk_sandbox_state_find_session (sandbox->state, walk.session_id);
  session->pinned = FALSE;
  g_clear_pointer (&session->institution_id, g_free);
  sandbox_walk_step (&walk);
  assert_has (walk.html, "value=\"1\" disabled>");
  assert_has (walk.html, "Slower than usual");
  g_assert_null (strstr (walk.html, "value=\"2\" disabled>"));

  sandbox_walk_choose (&walk, "1");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_UNPROCESSABLE_ENTITY);
  assert_has (walk.html, "not available right now");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*test) (Sandbox *, gconstpointer); } tests[] = {
    { "/institutions/have-icons", test_icons },
    { "/institutions/break-out-of-frames", test_break_out },
    { "/institutions/stay-at-top-level", test_top_stays },
    { "/institutions/log-in-in-a-pop-up", test_popup },
    { "/institutions/fail-in-a-pop-up", test_popup_fails },
    { "/institutions/log-in-without-a-pop-up", test_popup_without_a_window },
    { "/institutions/refuse-frames", test_refuses_frames },
    { "/institutions/fail-in-an-outage", test_outage_of_a_pinned_institution },
    { "/institutions/cannot-be-picked-in-an-outage", test_outage_in_the_picker },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/institutions/are-of-each-kind", test_demo_institutions);
  g_test_add_func ("/institutions/have-a-letter-without-a-drawing", test_icon_without_drawing);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);

  return g_test_run ();
}
