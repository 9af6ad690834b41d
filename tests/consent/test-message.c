/* test-message.c: what a page posted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-message.h"

#include <string.h>

#define AUTH "https://auth.fiskil.com"

typedef struct
{
  const char          *data;
  DeskLinkVerdictKind  kind;
  const char          *code;       /* (nullable) */
  const char          *consent_id; /* (nullable) */
  const char          *message;    /* (nullable) */
} Row;

static DeskLinkVerdict *
judge (const char            *expected_origin,
       const char            *origin,
       DeskLinkMessageSource  source,
       const char            *data)
{
  g_autoptr(GError) error = NULL;
  DeskJsonSlice slice;

  desk_json_parse (data, strlen (data), &slice, &error);
  g_assert_no_error (error);
  return desk_link_message_judge (expected_origin, origin, source, slice);
}

static void
check (const Row *rows,
       gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, rows[i].data);

      g_test_message ("%.200s", rows[i].data);
      g_assert_cmpint (verdict->kind, ==, rows[i].kind);
      g_assert_cmpstr (verdict->code, ==, rows[i].code);
      g_assert_cmpstr (verdict->consent_id, ==, rows[i].consent_id);
      g_assert_cmpstr (verdict->message, ==, rows[i].message);
      g_assert_true ((verdict->reason != NULL) == (rows[i].kind == DESK_LINK_VERDICT_IGNORED));
    }
}

static void
test_completed (void)
{
  static const Row rows[] = {
    { "{\"isCompleted\":true,\"consentID\":\"c1\"}", DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/cb?session_id=1\"}",
      DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/cb?error=&x=100%\"}",
      DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":7,\"error\":\"x\",\"errorType\":\"CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
    { "{\"isCompleted\":false,\"isCompleted\":true,\"consentID\":\"c0\",\"consentID\":\"c1\"}",
      DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_true_without_consent (void)
{
  static const Row rows[] = {
    { "{\"isCompleted\":true}", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":null}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":12}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":[\"c1\"]}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentid\":\"c1\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"errorType\":\"CONSENT_TIMEOUT\"}", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL,
      "internal error" },
    { "{\"isCompleted\":true,\"error\":\"x\",\"errorType\":\"CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "x" },
    { "{\"isCompleted\":true,\"redirectURL\":\"https://app/c?error=access_denied&error_type=CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "access_denied" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_unnamed_success (void)
{
  static const struct
  {
    const char *data;
    gboolean    is_unnamed_success;
  } rows[] = {
    { "{\"isCompleted\":true}", TRUE },
    { "{\"isCompleted\":true,\"consentID\":12,\"error\":\"x\"}", TRUE },
    { "{\"isCompleted\":true,\"redirectURL\":\"https://app/c?error_type=CONSENT_TIMEOUT\"}", FALSE },
    { "{\"isCompleted\":false,\"error\":\"x\"}", FALSE },
    { "{\"isCompleted\":true,\"consentID\":\"c1\"}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, rows[i].data);

      g_test_message ("%s", rows[i].data);
      g_assert_true (verdict->is_unnamed_success == rows[i].is_unnamed_success);
    }
}

static void
test_unnamed_success_has_the_pages_words (void)
{
  g_autoptr(DeskLinkVerdict) some = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, "{\"isCompleted\":true,\"error\":\"x\"}");
  g_autoptr(DeskLinkVerdict) none = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, "{\"isCompleted\":true}");

  g_assert_cmpstr (some->description, ==, "x");
  g_assert_null (none->description);
}

static void
test_address_names_an_error (void)
{
  static const Row rows[] = {
    { "{\"isCompleted\":true,\"consentID\":\"c1\","
      "\"redirectURL\":\"https://app/c?error=access_denied&error_type=CONSENT_ENDUSER_DENIED\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_ENDUSER_DENIED", NULL, "access_denied" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\","
      "\"redirectURL\":\"https%3A%2F%2Fapp%2Fc%3Ferror%3Daccess_denied%26error_type%3DCONSENT_OTP_FAILURE\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_OTP_FAILURE", NULL, "access_denied" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\","
      "\"redirectURL\":\"https%253A%252F%252Fapp%253Ferror_type%253DCONSENT%25255FTIMEOUT\"}",
      DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
    { "{\"isCompleted\":true,\"consentID\":\"c1\","
      "\"redirectURL\":\"https%253A%252F%252Fapp%253Ferror_type%253DCONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/c?next=CONSENT%5FTIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https%3A%2F%2Fapp%3Ferror%3Dx%26b=%zz\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "x" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https%3A%2F%2Fapp%3CONSENT%5FTIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https%3A%2F%2Fapp%4CONSEN%54%5FTIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https%3A%2F%2Fapp%3Fa/c?error=x\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/c?a=CONSENT%5FTIMEOUT&b=%00%\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https%3A%2CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/errors#LINK_INVALID_SESSION\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INVALID_SESSION", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/c?error=server_error\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "server_error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/c?error_type=CONSENT_NEW_KIND\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_NEW_KIND", NULL, "internal error" },
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/c?error_id=%zz\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":false,\"redirectURL\":\"https://app/c?error_type=CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":\"true\",\"error\":\"x\",\"redirectURL\":\"https://app/c?error_type=CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_failed (void)
{
  static const Row rows[] = {
    { "{\"isCompleted\":false,\"error\":\"auth_session_invalid\",\"errorType\":\"AUTH_SESSION_INVALID\"}",
      DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID", NULL, "auth_session_invalid" },
    { "{\"isCompleted\":false,\"consentID\":\"c1\",\"errorType\":\"CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT", NULL, "internal error" },
    { "{\"isCompleted\":false,\"errorID\":\"err_1\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":false,\"errorDescription\":\"d\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":false,\"errorURI\":\"u\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"isCompleted\":false,\"error\":5}", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "internal error" },
    { "{\"error\":\"gone wrong\"}", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "gone wrong" },
    { "{\"error\":\"x\",\"consentID\":\"c1\"}", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "x" },
    { "{\"error\":\"x\",\"redirectURL\":\"https://app/c?error_type=CONSENT_TIMEOUT\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "x" },
    { "{\"isCompleted\":null,\"error\":\"x\"}", DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "x" },
    { "{\"isCompleted\":\"true\",\"consentID\":\"c1\",\"error\":\"x\"}",
      DESK_LINK_VERDICT_FAILED, "LINK_INTERNAL_ERROR", NULL, "x" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_details (void)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  verdict = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_SELF,
                   "{\"isCompleted\":false,\"error\":\"e\",\"errorID\":\"err_1\","
                   "\"errorDescription\":\"d\",\"errorURI\":\"u\"}");
  g_assert_cmpstr (verdict->error_id, ==, "err_1");
  g_assert_cmpstr (verdict->description, ==, "d");
  g_assert_cmpstr (verdict->error_uri, ==, "u");
}

static void
test_redirect_url_is_kept (void)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  verdict = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_SELF,
                   "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"https://app/cb\"}");
  g_assert_cmpstr (verdict->redirect_url, ==, "https://app/cb");
}

/* What GLib interns is never freed, and a page can make up any number of schemes. */
static void
test_forgets_schemes (void)
{
  static const Row rows[] = {
    { "{\"isCompleted\":true,\"consentID\":\"c1\",\"redirectURL\":\"unheard-of-scheme:x\"}",
      DESK_LINK_VERDICT_COMPLETED, NULL, "c1", NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
  g_assert_cmpuint (g_quark_try_string ("unheard-of-scheme"), ==, 0);
}

static void
test_ignored (void)
{
  static const Row rows[] = {
    { "null", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "true", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "12", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "\"{\\\"isCompleted\\\":true,\\\"consentID\\\":\\\"c1\\\"}\"", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "[{\"isCompleted\":true,\"consentID\":\"c1\"}]", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":\"true\",\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":1,\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":null,\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"iscompleted\":true,\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":true,\"isCompleted\":0,\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"type\":\"consent_complete\",\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":false}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":false,\"consentID\":\"c1\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":false,\"error\":null}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":false,\"redirectURL\":\"https://app/c?error=server_error\"}",
      DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"isCompleted\":false,\"redirectURL\":\"https://app/c?error_type=CONSENT%5FTIMEOUT\"}",
      DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"error\":{\"message\":\"x\"}}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"errorType\":\"CONSENT_TIMEOUT\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
    { "{\"redirectURL\":\"https://app/c?error_type=CONSENT_TIMEOUT\"}", DESK_LINK_VERDICT_IGNORED, NULL, NULL, NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_foreign_origins (void)
{
  static const char *const rows[][2] = {
    { AUTH, "https://auth.fiskil.com.evil.example" },
    { AUTH, "https://evil-auth.fiskil.com" },
    { AUTH, "https://auth-fiskil.com" },
    { AUTH, "https://auth.fiskil.com@evil.example" },
    { AUTH, "https://auth.fiskil.com." },
    { AUTH, "https://auth.fiskil.com:8443" },
    { AUTH, "https://auth.fiskil.com:443" },
    { AUTH, "https://auth.fiskil.com/" },
    { AUTH, "https://AUTH.fiskil.com" },
    { AUTH, "http://auth.fiskil.com" },
    { AUTH, "https://xn--auth-fiskil-5ya.com" },
    { AUTH, "https://fiskil.com" },
    { AUTH, "null" },
    { AUTH, "" },
    { AUTH, "*" },
    { AUTH, NULL },
    { "null", "null" },
    { "", "" },
    { "*", AUTH },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = NULL;

      g_test_message ("%s %s", rows[i][0], rows[i][1]);
      verdict = judge (rows[i][0], rows[i][1], DESK_LINK_MESSAGE_SOURCE_FRAME,
                       "{\"isCompleted\":true,\"consentID\":\"c1\"}");
      g_assert_cmpint (verdict->kind, ==, DESK_LINK_VERDICT_IGNORED);
      g_assert_nonnull (verdict->reason);
    }
}

static void
test_ignored_results (void)
{
  static const struct
  {
    const char *data;
    gboolean    names_result;
  } rows[] = {
    { "{\"isCompleted\":true,\"consentID\":\"c1\"}", TRUE },
    { "{\"isCompleted\":\"true\"}", TRUE },
    { "{\"type\":\"consent_complete\",\"consentID\":\"c1\"}", TRUE },
    { "{\"errorType\":\"CONSENT_TIMEOUT\"}", TRUE },
    { "{\"error\":\"x\"}", FALSE },
    { "{}", FALSE },
    { "[{\"isCompleted\":true}]", FALSE },
    { "\"isCompleted\"", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = judge (AUTH, "https://evil.example", DESK_LINK_MESSAGE_SOURCE_FRAME, rows[i].data);

      g_test_message ("%s", rows[i].data);
      g_assert_true (verdict->names_result == rows[i].names_result);
    }
}

static void
test_ignored_origins (void)
{
  static const char *const rows[][2] = {
    { "https://evil.example", "https://evil.example" },
    { "https://evil.example/path?code=hush", "https://evil.example" },
    { "null", NULL },
    { NULL, NULL },
  };
  g_autoptr(DeskLinkVerdict) own = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, "{}");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = judge (AUTH, rows[i][0], DESK_LINK_MESSAGE_SOURCE_FRAME, "{}");

      g_assert_cmpstr (verdict->origin, ==, rows[i][1]);
    }
  g_assert_null (own->origin);
}

static void
test_sources (void)
{
  const char *data = "{\"isCompleted\":true,\"consentID\":\"c1\"}";
  g_autoptr(DeskLinkVerdict) self = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_SELF, data);
  g_autoptr(DeskLinkVerdict) other = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_OTHER, data);
  g_autoptr(DeskLinkVerdict) unknown = judge (AUTH, AUTH, (DeskLinkMessageSource) 9, data);

  g_assert_cmpint (self->kind, ==, DESK_LINK_VERDICT_COMPLETED);
  g_assert_cmpint (other->kind, ==, DESK_LINK_VERDICT_IGNORED);
  g_assert_cmpint (unknown->kind, ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_no_data (void)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  verdict = desk_link_message_judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, DESK_JSON_SLICE_NONE);
  g_assert_cmpint (verdict->kind, ==, DESK_LINK_VERDICT_IGNORED);
}

static void
test_megabyte (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, '%');
  g_autofree char *data = NULL;
  g_autoptr(DeskLinkVerdict) verdict = NULL;

  data = g_strdup_printf ("{\"isCompleted\":true,\"consentID\":\"%s\",\"redirectURL\":\"%s\"}", text, text);
  verdict = judge (AUTH, AUTH, DESK_LINK_MESSAGE_SOURCE_FRAME, data);
  g_assert_cmpint (verdict->kind, ==, DESK_LINK_VERDICT_COMPLETED);
  g_assert_cmpstr (verdict->consent_id, ==, text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-message/completes-with-a-consent-id", test_completed);
  g_test_add_func ("/link-message/success-without-a-consent-id-fails", test_true_without_consent);
  g_test_add_func ("/link-message/success-without-a-consent-id-is-told-apart", test_unnamed_success);
  g_test_add_func ("/link-message/success-without-a-consent-id-has-the-pages-words",
                   test_unnamed_success_has_the_pages_words);
  g_test_add_func ("/link-message/address-that-names-an-error-fails", test_address_names_an_error);
  g_test_add_func ("/link-message/fails-in-the-order-of-the-sdk", test_failed);
  g_test_add_func ("/link-message/keeps-the-details-of-an-error", test_details);
  g_test_add_func ("/link-message/keeps-the-redirect-url", test_redirect_url_is_kept);
  g_test_add_func ("/link-message/forgets-schemes", test_forgets_schemes);
  g_test_add_func ("/link-message/ignores-what-is-no-result", test_ignored);
  g_test_add_func ("/link-message/ignores-foreign-origins", test_foreign_origins);
  g_test_add_func ("/link-message/ignored-message-may-name-a-result", test_ignored_results);
  g_test_add_func ("/link-message/ignored-message-keeps-its-origin", test_ignored_origins);
  g_test_add_func ("/link-message/ignores-other-windows", test_sources);
  g_test_add_func ("/link-message/ignores-no-data", test_no_data);
  g_test_add_func ("/link-message/takes-a-megabyte", test_megabyte);
  return g_test_run ();
}
