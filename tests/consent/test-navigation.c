/* test-navigation.c: where a page wants to go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-navigation.h"

#define LINKED "https://consent-desk.invalid/linked"
#define CANCELLED "https://consent-desk.invalid/cancelled"
#define AUTH "https://auth.fiskil.com"

typedef struct
{
  const char          *uri;
  DeskLinkVerdictKind  kind;
  const char          *detail; /* (nullable): the consent id or the code */
} Row;

static void
check_one (const DeskLinkSession *session,
           const Row             *row)
{
  g_autoptr(DeskLinkVerdict) verdict = desk_link_navigation_judge (session, row->uri);

  g_test_message ("%.200s", row->uri);
  g_assert_cmpint (verdict->kind, ==, row->kind);
  g_assert_cmpstr (verdict->kind == DESK_LINK_VERDICT_FAILED ? verdict->code : verdict->consent_id, ==, row->detail);
  g_assert_true ((verdict->reason != NULL)
                 == (row->kind == DESK_LINK_VERDICT_IGNORED || row->kind == DESK_LINK_VERDICT_DENY));
}

static void
check (DeskLinkSession *session,
       const Row       *rows,
       gsize            n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    check_one (session, &rows[i]);

  desk_link_session_free (session);
}

static DeskLinkSession *
session_new (void)
{
  return desk_link_session_new ("sess", "st", LINKED "?state=st", CANCELLED "?state=st", AUTH "?sess_id=sess");
}

static void
test_completed (void)
{
  static const Row rows[] = {
    { LINKED "?state=st", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&session_id=sess", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&sess_id=sess&consent_id=c1", DESK_LINK_VERDICT_COMPLETED, "c1" },
    { LINKED "?consent_id=c%201+2&state=%73t&session_id=sess#f", DESK_LINK_VERDICT_COMPLETED, "c 1 2" },
    { "HTTPS://Consent-Desk.INVALID:443/linked?state=st", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&state=st&consent_id=c1&consent_id=c1", DESK_LINK_VERDICT_COMPLETED, "c1" },
    { LINKED "?state=st&consent_id=c1&consent_id=c2", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&consent_id=", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&consent_id=%zz", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&other=%zz&error=", DESK_LINK_VERDICT_COMPLETED, NULL },
  };

  check (session_new (), rows, G_N_ELEMENTS (rows));
}

static void
test_failed (void)
{
  static const Row rows[] = {
    { CANCELLED "?state=st", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
    { CANCELLED "?state=st&session_id=sess&consent_id=c1", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
    { CANCELLED "?state=st&error=access_denied&error_type=CONSENT_ENDUSER_DENIED",
      DESK_LINK_VERDICT_FAILED, "CONSENT_ENDUSER_DENIED" },
    { CANCELLED "?state=st&error=access_denied", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR" },
    { LINKED "?state=st&error=access_denied&consent_id=c1", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR" },
    { LINKED "?state=st&error_type=CONSENT_TIMEOUT&consent_id=c1", DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT" },
    { LINKED "?state=st&error=&error=x", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR" },
    { LINKED "?state=st&error=%zz", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR" },
    { LINKED "?state=st&error_description=x", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR" },
  };

  check (session_new (), rows, G_N_ELEMENTS (rows));
}

static void
test_foreign_session (void)
{
  static const Row rows[] = {
    { LINKED, DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?session_id=sess&consent_id=c1", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=ST", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st2", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=+st", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st%00", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?State=st", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&state=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=other&state=st", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&state=%zz", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&session_id=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&session_id=", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&sess_id=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&session_id=sess&sess_id=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?state=st&session_id=sess&session_id=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "#?state=st", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?x=1#&state=st", DESK_LINK_VERDICT_IGNORED, NULL },
    { LINKED "?x=1;state=st", DESK_LINK_VERDICT_IGNORED, NULL },
    { CANCELLED, DESK_LINK_VERDICT_IGNORED, NULL },
    { CANCELLED "?state=other&error_type=CONSENT_TIMEOUT", DESK_LINK_VERDICT_IGNORED, NULL },
  };

  check (session_new (), rows, G_N_ELEMENTS (rows));
}

static void
test_look_alikes (void)
{
  static const Row rows[] = {
    { "https://consent-desk.invalid/linked/?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid/linked2?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid/linked;x?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid//linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid/Linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid/%6cinked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid/linked%3Fstate=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid/a/../linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid?state=st&path=/linked", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid.evil.example/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid@evil.example/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid:x@evil.example/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://evil.example\\@consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://evil.example/?https://consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://evil.example#@consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid./linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://www.consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://c\xd0\xbensent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://xn--cnsent-desk-0nh.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid%2F.evil.example/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid:8443/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://consent-desk.invalid:80/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "http://consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "http://consent-desk.invalid:443/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://auth.fiskil.com/cancel?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://bank.example/login", DESK_LINK_VERDICT_ALLOW, NULL },
  };

  check (session_new (), rows, G_N_ELEMENTS (rows));
}

static void
test_schemes (void)
{
  static const Row rows[] = {
    { "about:blank", DESK_LINK_VERDICT_ALLOW, NULL },
    { "about:srcdoc", DESK_LINK_VERDICT_ALLOW, NULL },
    { "about:config", DESK_LINK_VERDICT_DENY, NULL },
    { "about:blankx", DESK_LINK_VERDICT_DENY, NULL },
    { "javascript:alert(1)", DESK_LINK_VERDICT_DENY, NULL },
    { "data:text/html,x", DESK_LINK_VERDICT_DENY, NULL },
    { "file:///etc/passwd", DESK_LINK_VERDICT_DENY, NULL },
    { "blob:https://consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_DENY, NULL },
    { "ftp://consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_DENY, NULL },
    { "consentdesk://linked?state=st", DESK_LINK_VERDICT_DENY, NULL },
    { "httpsx://consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_DENY, NULL },
    { " https://consent-desk.invalid/linked?state=st", DESK_LINK_VERDICT_DENY, NULL },
    { "/linked?state=st", DESK_LINK_VERDICT_DENY, NULL },
    { "", DESK_LINK_VERDICT_DENY, NULL },
    { NULL, DESK_LINK_VERDICT_DENY, NULL },
  };

  check (session_new (), rows, G_N_ELEMENTS (rows));
}

/* What GLib interns is never freed, and a page can make up any number of schemes. */
static void
test_forgets_schemes (void)
{
  g_autoptr(DeskLinkSession) session = session_new ();
  Row row = { "unheard-of-scheme:x", DESK_LINK_VERDICT_DENY, NULL };

  check_one (session, &row);
  g_assert_cmpuint (g_quark_try_string ("unheard-of-scheme"), ==, 0);
}

static void
test_without_state (void)
{
  static const Row rows[] = {
    { LINKED, DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=any&session_id=sess", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?session_id=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { CANCELLED, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
  };

  check (desk_link_session_new ("sess", NULL, LINKED, CANCELLED, AUTH), rows, G_N_ELEMENTS (rows));
}

static void
test_cancel_address_of_the_auth_pages (void)
{
  static const Row rows[] = {
    { AUTH "/cancel", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
    { AUTH "/cancel?error_type=CONSENT_OTP_FAILURE", DESK_LINK_VERDICT_FAILED, "CONSENT_OTP_FAILURE" },
    { AUTH "/cancel?state=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { AUTH "/cancel?sess_id=other", DESK_LINK_VERDICT_IGNORED, NULL },
    { AUTH "/cancelled", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://evil.example/cancel", DESK_LINK_VERDICT_ALLOW, NULL },
    { CANCELLED "?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
  };

  check (desk_link_session_new ("sess", "st", LINKED, NULL, AUTH), rows, G_N_ELEMENTS (rows));
}

static void
test_told_apart_by_query (void)
{
  static const Row rows[] = {
    { LINKED "?r=ok&state=st&session_id=sess", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?r=no&state=st&session_id=sess", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
    { LINKED "?r=ok&state=st&error=x", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR" },
  };

  check (desk_link_session_new ("sess", "st", LINKED "?r=ok", LINKED "?r=no", AUTH), rows, G_N_ELEMENTS (rows));
}

static void
test_told_apart_by_more_query (void)
{
  static const Row rows[] = {
    { LINKED "?state=st&session_id=sess", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?cancel=1&state=st&session_id=sess", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
  };
  static const Row reverse[] = {
    { LINKED "?state=st&session_id=sess", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
    { LINKED "?cancel=1&state=st&session_id=sess", DESK_LINK_VERDICT_COMPLETED, NULL },
  };

  check (desk_link_session_new ("sess", "st", LINKED, LINKED "?cancel=1", AUTH), rows, G_N_ELEMENTS (rows));
  check (desk_link_session_new ("sess", "st", LINKED "?cancel=1", LINKED, AUTH), reverse, G_N_ELEMENTS (reverse));
}

static void
test_one_address_for_both (void)
{
  static const Row rows[] = {
    { LINKED "?state=st&session_id=sess", DESK_LINK_VERDICT_COMPLETED, NULL },
    { LINKED "?state=st&session_id=sess&error_type=CONSENT_TIMEOUT", DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT" },
    { LINKED "?state=st", DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_CANCELLED" },
  };

  check (desk_link_session_new ("sess", "st", LINKED, LINKED, AUTH), rows, G_N_ELEMENTS (rows));
}

static void
test_loopback_port (void)
{
  static const Row rows[] = {
    { "http://127.0.0.1:8080/linked?state=st", DESK_LINK_VERDICT_COMPLETED, NULL },
    { "http://127.0.0.1:8081/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "http://127.0.0.1/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https://127.0.0.1:8080/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "http://localhost:8080/linked?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
  };

  check (desk_link_session_new ("sess", "st", "http://127.0.0.1:8080/linked", NULL, AUTH), rows, G_N_ELEMENTS (rows));
}

static void
test_no_addresses (void)
{
  static const Row rows[] = {
    { LINKED "?state=st", DESK_LINK_VERDICT_ALLOW, NULL },
    { "https:///cancel", DESK_LINK_VERDICT_ALLOW, NULL },
  };

  check (desk_link_session_new ("sess", "st", NULL, NULL, "no address"), rows, G_N_ELEMENTS (rows));
}

static void
test_foreign_reasons (void)
{
  static const char *const rows[][2] = {
    { LINKED "?consent_id=hush", "A return address without the state of this attempt was ignored" },
    { LINKED "?state=other&consent_id=hush", "A return address with another state was ignored" },
    { LINKED "?state=st&session_id=other", "A return address of another session was ignored" },
  };
  g_autoptr(DeskLinkSession) session = session_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = desk_link_navigation_judge (session, rows[i][0]);

      g_assert_cmpstr (verdict->reason, ==, rows[i][1]);
      g_assert_cmpstr (verdict->origin, ==, "https://consent-desk.invalid");
      g_assert_true (verdict->names_result);
    }
}

static void
test_megabyte (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, '&');
  g_autofree char *uri = g_strconcat (LINKED "?state=st&error_description=", text, "%", text, NULL);
  Row row = { uri, DESK_LINK_VERDICT_COMPLETED, NULL };
  g_autoptr(DeskLinkSession) session = session_new ();

  check_one (session, &row);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-navigation/redirect-completes", test_completed);
  g_test_add_func ("/link-navigation/cancel-and-errors-fail", test_failed);
  g_test_add_func ("/link-navigation/foreign-sessions-are-ignored", test_foreign_session);
  g_test_add_func ("/link-navigation/ignored-result-says-why-and-where", test_foreign_reasons);
  g_test_add_func ("/link-navigation/look-alikes-are-other-pages", test_look_alikes);
  g_test_add_func ("/link-navigation/only-web-pages-open", test_schemes);
  g_test_add_func ("/link-navigation/schemes-are-forgotten", test_forgets_schemes);
  g_test_add_func ("/link-navigation/state-is-not-required-if-none-was-sent", test_without_state);
  g_test_add_func ("/link-navigation/auth-pages-have-their-own-cancel", test_cancel_address_of_the_auth_pages);
  g_test_add_func ("/link-navigation/same-path-is-told-apart-by-query", test_told_apart_by_query);
  g_test_add_func ("/link-navigation/same-path-is-told-apart-by-more-query", test_told_apart_by_more_query);
  g_test_add_func ("/link-navigation/one-address-for-both-needs-the-session", test_one_address_for_both);
  g_test_add_func ("/link-navigation/ports-count", test_loopback_port);
  g_test_add_func ("/link-navigation/without-addresses-nothing-is-ours", test_no_addresses);
  g_test_add_func ("/link-navigation/takes-a-megabyte", test_megabyte);
  return g_test_run ();
}
