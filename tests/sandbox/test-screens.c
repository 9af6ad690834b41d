/* test-screens.c: the consent screens, walked by their forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <string.h>

/* What the walk does at each page. */
typedef struct
{
  const char *institution_id; /* (nullable): pinned */
  const char *redirect_uri;   /* (nullable) */
  const char *cancel_uri;     /* (nullable) */
  const char *cancel_at;      /* (nullable): the path of the page that is cancelled */
  gboolean    framed;
} Plan;

/* Where a walk is. */
typedef struct
{
  Sandbox    *sandbox;
  const Plan *plan;
  char       *end_user_id;
  char       *session_id;
  char       *auth_url;
  char       *html;     /* the page that is shown, or NULL */
  char       *location; /* the address outside the sandbox that it led to, or NULL */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_free (walk->end_user_id);
  g_free (walk->session_id);
  g_free (walk->auth_url);
  g_free (walk->html);
  g_free (walk->location);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* Follows redirects while they stay in the sandbox. */
static void
visit (Walk        *walk,
       const char  *uri,
       const char  *form)
{
  Sandbox *sandbox = walk->sandbox;
  g_autoptr(SoupMessage) message = soup_message_new (form != NULL ? "POST" : "GET", uri);
  const char *location;

  if (form != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (form, strlen (form));

      soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", bytes);
    }

  sandbox_send (sandbox, message);
  g_clear_pointer (&walk->html, g_free);
  location = soup_message_headers_get_one (sandbox->headers, "Location");
  if (location == NULL)
    {
      walk->html = g_strndup (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes));
    }
  else if (g_str_has_prefix (location, sandbox->auth) || g_str_has_prefix (location, sandbox->bank))
    {
      g_autofree char *next = g_strdup (location);

      g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_SEE_OTHER);
      visit (walk, next, NULL);
    }
  else
    {
      g_free (walk->location);
      walk->location = g_strdup (location);
    }
}

static char *
dup_match (const char *html,
           const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  if (!g_regex_match (regex, html, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 1);
}

static void
start (Walk       *walk,
       Sandbox    *sandbox,
       const Plan *plan)
{
  g_autoptr(GString) body = g_string_new (NULL);

  *walk = (Walk) { .sandbox = sandbox, .plan = plan };
  walk->end_user_id = sandbox_add_end_user (sandbox, "a@example.com");
  g_string_append_printf (body, "{\"end_user_id\":\"%s\"", walk->end_user_id);
  if (plan->institution_id != NULL)
    g_string_append_printf (body, ",\"institution_id\":\"%s\"", plan->institution_id);
  if (plan->redirect_uri != NULL)
    g_string_append_printf (body, ",\"redirect_uri\":\"%s\"", plan->redirect_uri);
  if (plan->cancel_uri != NULL)
    g_string_append_printf (body, ",\"cancel_uri\":\"%s\"", plan->cancel_uri);
  g_string_append_c (body, '}');
  sandbox_post (sandbox, "/auth/session", "%s", body->str);
  walk->session_id = sandbox_dup (sandbox, "session_id");
  walk->auth_url = sandbox_dup (sandbox, "auth_url");
  visit (walk, walk->auth_url, NULL);
}

/* Posts the form of the page that is shown, with @fields. */
static void
submit (Walk       *walk,
        const char *path,
        const char *fields)
{
  g_autofree char *action = dup_match (walk->html, "action=\"([^\"]*)\"");
  g_autofree char *csrf = dup_match (walk->html, "name=\"csrf\" value=\"([^\"]*)\"");
  gboolean cancel = g_strcmp0 (walk->plan->cancel_at, path) == 0;
  g_autofree char *form = NULL;

  g_assert_nonnull (action);
  g_assert_nonnull (csrf);
  g_assert_nonnull (strstr (action, path));
  form = g_strdup_printf ("csrf=%s&framed=%d&%s", csrf, walk->plan->framed, cancel ? "action=cancel" : fields);
  visit (walk, action, form);
}

static gboolean
goes_on (Walk *walk)
{
  return walk->html != NULL && strstr (walk->html, "data-message") == NULL;
}

/* Typed with a blank, as it is shown: in two groups. */
static void
submit_code (Walk *walk)
{
  g_autofree char *first = dup_match (walk->html, "id=\"sandbox-code\">([0-9]{3})<span>[0-9]{3}<");
  g_autofree char *rest = dup_match (walk->html, "id=\"sandbox-code\">[0-9]{3}<span>([0-9]{3})<");
  g_autofree char *fields = NULL;

  g_assert_nonnull (first);
  g_assert_nonnull (rest);
  fields = g_strdup_printf ("action=continue&code=%s+%s", first, rest);
  submit (walk, "/code", fields);
}

/* From the page that is shown to the end, as Ada who shares one account. */
static void
finish (Walk *walk)
{
  gboolean is_energy = g_strcmp0 (walk->plan->institution_id, "2") == 0;

  submit (walk, "/allow", "action=continue");
  if (goes_on (walk) && walk->plan->institution_id == NULL)
    submit (walk, "/institutions", "institution=1");
  if (goes_on (walk))
    submit (walk, "/login", "action=continue&email=+ADA%40example.com");
  if (goes_on (walk))
    submit_code (walk);
  if (goes_on (walk))
    submit (walk, "/accounts", is_energy ? "action=continue&account=e1" : "action=continue&account=a2");
  if (goes_on (walk))
    submit (walk, "/confirm", "action=continue");
}

static char *
dup_consent_id (Walk *walk)
{
  sandbox_get (walk->sandbox, "/consent?end_user_id=%s", walk->end_user_id);
  return sandbox_dup (walk->sandbox, "consents.0.arrangement_id");
}

static void
assert_message (Walk       *walk,
                const char *name,
                const char *expected)
{
  g_autofree char *escaped = dup_match (walk->html, "data-message=\"([^\"]*)\"");
  g_autoptr(GString) json = NULL;
  g_autofree char *text = NULL;
  DeskJsonSlice root;

  g_assert_nonnull (escaped);
  json = g_string_new (escaped);
  g_string_replace (json, "&quot;", "\"", 0);
  g_string_replace (json, "&amp;", "&", 0);
  g_assert_true (desk_json_parse (json->str, json->len, &root, NULL));
  text = desk_json_slice_dup_text (desk_json_slice_get_member (root, name));
  g_assert_cmpstr (text, ==, expected);
}

static char *
dup_parameter (const char *uri,
               const char *name)
{
  g_autoptr(GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED_QUERY, NULL);
  g_autoptr(GHashTable) query = g_uri_parse_params (g_uri_get_query (parsed), -1, "&", G_URI_PARAMS_WWW_FORM, NULL);

  return g_strdup (g_hash_table_lookup (query, name));
}

static void
assert_parameter (Walk       *walk,
                  const char *name,
                  const char *expected)
{
  g_autofree char *value = dup_parameter (walk->location, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_redirect (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  const Plan plan = { .redirect_uri = "https://app.invalid/linked?state=abc#end" };
  g_auto (Walk) walk = { 0 };
  g_autofree char *consent_id = NULL;
  g_autofree char *expected = NULL;

  start (&walk, sandbox, &plan);
  finish (&walk);
  consent_id = dup_consent_id (&walk);
  expected = g_strdup_printf ("https://app.invalid/linked?state=abc&session_id=%s&consent_id=%s#end",
                              walk.session_id, consent_id);
  g_assert_cmpstr (walk.location, ==, expected);
}

static void
test_consent_is_what_was_chosen (Sandbox       *sandbox,
                                 gconstpointer  user_data)
{
  const Plan plan = { .redirect_uri = "https://app.invalid/linked" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  sandbox_get (sandbox, "/consent?end_user_id=%s", walk.end_user_id);
  sandbox_assert (sandbox, "consents.0.institution_id", "1");
  g_assert_cmpuint (sandbox_count (sandbox, "consents.0.account_ids"), ==, 1);
  sandbox_assert (sandbox, "consents.0.account_ids.0", "a2");
  g_assert_cmpuint (sandbox_count (sandbox, "consents.0.permissions"), ==, 7);
}

static void
test_pinned_institution (Sandbox       *sandbox,
                         gconstpointer  user_data)
{
  const Plan plan = { .institution_id = "2", .redirect_uri = "https://app.invalid/linked" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  sandbox_get (sandbox, "/consent?end_user_id=%s", walk.end_user_id);
  sandbox_assert (sandbox, "consents.0.institution_id", "2");
}

static void
test_framed (Sandbox       *sandbox,
             gconstpointer  user_data)
{
  const Plan plan = { .redirect_uri = "https://app.invalid/linked", .framed = TRUE };
  g_auto (Walk) walk = { 0 };
  g_autofree char *consent_id = NULL;
  g_autofree char *redirect_url = NULL;

  start (&walk, sandbox, &plan);
  finish (&walk);
  consent_id = dup_consent_id (&walk);
  redirect_url = g_strdup_printf ("https://app.invalid/linked?session_id=%s&consent_id=%s", walk.session_id, consent_id);
  g_assert_null (walk.location);
  assert_message (&walk, "isCompleted", "true");
  assert_message (&walk, "consentID", consent_id);
  assert_message (&walk, "redirectURL", redirect_url);
}

static void
test_no_redirect_uri (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  const Plan plan = { .institution_id = "1" };
  g_auto (Walk) walk = { 0 };
  g_autofree char *consent_id = NULL;

  start (&walk, sandbox, &plan);
  finish (&walk);
  consent_id = dup_consent_id (&walk);
  assert_message (&walk, "consentID", consent_id);
  assert_message (&walk, "redirectURL", NULL);
}

static void
test_used_session (Sandbox       *sandbox,
                   gconstpointer  user_data)
{
  const Plan plan = { .institution_id = "1" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  visit (&walk, walk.auth_url, NULL);
  assert_message (&walk, "isCompleted", "false");
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
  assert_message (&walk, "error", "auth_session_invalid");
  assert_message (&walk, "errorURI", "https://docs.fiskil.com/errors#AUTH_SESSION_INVALID");
}

static void
test_expired_session (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  const Plan plan = { NULL };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  desk_clock_freeze (desk_sandbox_state_get_clock (sandbox->state), sandbox_get_now () + 5 * G_TIME_SPAN_DAY);
  visit (&walk, walk.auth_url, NULL);
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
}

static void
test_unknown_session (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_auto (Walk) walk = { .sandbox = sandbox };
  g_autofree char *uri = g_strconcat (sandbox->auth, "/?sess_id=nothing", NULL);
  g_autofree char *bank = g_strconcat (sandbox->bank, "/login?request=nothing", NULL);

  visit (&walk, uri, NULL);
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
  visit (&walk, bank, NULL);
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
}

static void
assert_cancelled (Sandbox    *sandbox,
                  const char *path,
                  const char *type)
{
  const Plan plan = { .cancel_uri = "https://app.invalid/c?state=1", .cancel_at = path };
  g_autofree char *error_uri = g_strconcat ("https://docs.fiskil.com/errors#", type, NULL);
  g_auto (Walk) walk = { 0 };
  g_autofree char *error_id = NULL;

  start (&walk, sandbox, &plan);
  finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, "https://app.invalid/c?state=1&error=access_denied&"));
  g_assert_null (strstr (walk.location, "%20"));
  assert_parameter (&walk, "error_type", type);
  assert_parameter (&walk, "error_uri", error_uri);
  error_id = dup_parameter (walk.location, "error_id");
  g_assert_true (g_str_has_prefix (error_id, "err_"));
  sandbox_get (sandbox, "/consent?end_user_id=%s", walk.end_user_id);
  g_assert_cmpuint (sandbox_count (sandbox, "consents"), ==, 0);
}

static void
test_cancel_at_fiskil (Sandbox       *sandbox,
                       gconstpointer  user_data)
{
  assert_cancelled (sandbox, "/allow", "AUTH_SESSION_CANCELLED");
  assert_cancelled (sandbox, "/institutions", "AUTH_SESSION_CANCELLED");
}

static void
test_cancel_at_institution (Sandbox       *sandbox,
                            gconstpointer  user_data)
{
  assert_cancelled (sandbox, "/login", "CONSENT_ENDUSER_DENIED");
  assert_cancelled (sandbox, "/code", "CONSENT_ENDUSER_DENIED");
  assert_cancelled (sandbox, "/accounts", "CONSENT_ENDUSER_DENIED");
  assert_cancelled (sandbox, "/confirm", "CONSENT_ENDUSER_DENIED");
}

static void
test_cancel_without_uri (Sandbox       *sandbox,
                         gconstpointer  user_data)
{
  const Plan plan = { .cancel_at = "/confirm" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
  assert_message (&walk, "errorType", "CONSENT_ENDUSER_DENIED");
}

static void
test_cancel_framed (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  const Plan plan = { .cancel_at = "/allow", .cancel_uri = "https://app.invalid/c", .framed = TRUE };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  g_assert_null (walk.location);
  assert_message (&walk, "errorType", "AUTH_SESSION_CANCELLED");
  assert_message (&walk, "error", "access_denied");
}

static void
test_retry_after_denial (Sandbox       *sandbox,
                         gconstpointer  user_data)
{
  Plan plan = { .redirect_uri = "https://app.invalid/linked", .cancel_uri = "https://app.invalid/c", .cancel_at = "/login" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  plan.cancel_at = NULL;
  visit (&walk, walk.auth_url, NULL);
  finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, "https://app.invalid/linked?"));
}

static void
test_no_retry_after_cancellation (Sandbox       *sandbox,
                                  gconstpointer  user_data)
{
  const Plan plan = { .cancel_at = "/allow" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  finish (&walk);
  visit (&walk, walk.auth_url, NULL);
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
}

static void
test_wrong_answers (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  const Plan plan = { .redirect_uri = "https://app.invalid/linked" };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  submit (&walk, "/allow", "action=continue");
  submit (&walk, "/institutions", "institution=9");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_UNPROCESSABLE_ENTITY);
  submit (&walk, "/institutions", "institution=1");
  submit (&walk, "/login", "email=nobody%40example.com");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_UNPROCESSABLE_ENTITY);
  submit (&walk, "/login", "email=ada%40example.com");
  submit (&walk, "/code", "code=12345");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_UNPROCESSABLE_ENTITY);
  submit_code (&walk);
  submit (&walk, "/accounts", "account=b1");
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_UNPROCESSABLE_ENTITY);
  submit (&walk, "/accounts", "account=a1&account=a2");
  submit (&walk, "/confirm", "action=continue");
  sandbox_get (sandbox, "/consent?end_user_id=%s", walk.end_user_id);
  g_assert_cmpuint (sandbox_count (sandbox, "consents.0.account_ids"), ==, 2);
}

static void
test_pinned_institution_stays (Sandbox       *sandbox,
                               gconstpointer  user_data)
{
  const Plan plan = { .institution_id = "1" };
  g_auto (Walk) walk = { 0 };
  g_autofree char *csrf = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *form = NULL;

  start (&walk, sandbox, &plan);
  csrf = dup_match (walk.html, "name=\"csrf\" value=\"([^\"]*)\"");
  uri = g_strdup_printf ("%s/institutions?sess_id=%s", sandbox->auth, walk.session_id);
  form = g_strdup_printf ("csrf=%s&institution=2", csrf);
  submit (&walk, "/allow", "action=continue");
  visit (&walk, uri, form);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_NOT_FOUND);
  g_assert_cmpstr (desk_sandbox_state_find_session (sandbox->state, walk.session_id)->institution_id, ==, "1");
}

/* The data file that brought it may not be there in this run. */
static void
test_pinned_institution_gone (Sandbox       *sandbox,
                              gconstpointer  user_data)
{
  const Plan plan = { .institution_id = "1" };
  g_auto (Walk) walk = { 0 };
  DeskSandboxSession *session;

  start (&walk, sandbox, &plan);
  session = desk_sandbox_state_find_session (sandbox->state, walk.session_id);
  g_free (session->institution_id);
  session->institution_id = g_strdup ("9");
  visit (&walk, walk.auth_url, NULL);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_BAD_REQUEST);
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
}

/* No page can be had before its turn. */
static void
test_no_short_cuts (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  const Plan plan = { .institution_id = "1" };
  static const char *const paths[] = { "/code", "/accounts", "/confirm" };
  g_auto (Walk) walk = { 0 };
  g_autofree char *login = NULL;
  g_autofree char *complete = g_strconcat (sandbox->auth, "/complete?sess_id=", NULL);
  g_autofree char *uri = NULL;

  start (&walk, sandbox, &plan);
  submit (&walk, "/allow", "action=continue");
  login = dup_match (walk.html, "action=\"([^\"]*)\"");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *address = g_strconcat (sandbox->bank, paths[i], strchr (login, '?'), NULL);

      visit (&walk, address, NULL);
      g_assert_nonnull (strstr (walk.html, "name=\"email\""));
    }

  uri = g_strconcat (complete, walk.session_id, NULL);
  visit (&walk, uri, NULL);
  assert_message (&walk, "isCompleted", "false");
}

static void
test_forged_form (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  const Plan plan = { NULL };
  g_auto (Walk) walk = { 0 };
  g_autofree char *action = NULL;

  start (&walk, sandbox, &plan);
  action = dup_match (walk.html, "action=\"([^\"]*)\"");
  visit (&walk, action, "csrf=guess&action=continue");
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
}

static void
test_cookie_is_needed (Sandbox       *sandbox,
                       gconstpointer  user_data)
{
  const Plan plan = { NULL };
  g_auto (Walk) walk = { 0 };

  start (&walk, sandbox, &plan);
  soup_session_remove_feature_by_type (sandbox->session, SOUP_TYPE_COOKIE_JAR);
  submit (&walk, "/allow", "action=continue");
  assert_message (&walk, "errorType", "AUTH_SESSION_INVALID");
}

static void
test_cookie_in_frame (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  const Plan plan = { NULL };
  g_auto (Walk) walk = { 0 };
  const char *cookies;

  start (&walk, sandbox, &plan);
  cookies = soup_message_headers_get_list (sandbox->headers, "Set-Cookie");
  g_assert_true (g_regex_match_simple ("^session_[^;,]+; Path=/; HttpOnly, embedded_[^;,]+; Path=/; HttpOnly; "
                                       "SameSite=None; Secure; Partitioned$", cookies, 0, 0));
}

static void
test_policy (Sandbox       *sandbox,
             gconstpointer  user_data)
{
  const Plan plan = { .redirect_uri = "https://app.invalid/linked", .cancel_uri = "myapp:cancelled" };
  g_auto (Walk) walk = { 0 };
  const char *policy;
  g_autofree char *nonce = NULL;
  g_autofree char *style = NULL;
  g_autofree char *form = NULL;

  start (&walk, sandbox, &plan);
  policy = soup_message_headers_get_one (sandbox->headers, "Content-Security-Policy");
  nonce = dup_match (walk.html, "<style nonce=\"([^\"]*)\"");
  style = g_strdup_printf ("style-src 'nonce-%s';", nonce);
  form = g_strdup_printf ("form-action %s %s https://app.invalid myapp:", sandbox->auth, sandbox->bank);
  g_assert_true (g_str_has_prefix (policy, "default-src 'none';"));
  g_assert_nonnull (strstr (policy, style));
  g_assert_nonnull (strstr (policy, form));
  g_assert_null (strstr (policy, "unsafe"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Sandbox *sandbox, gconstpointer user_data);
  } tests[] = {
    { "/screens/lead-to-the-redirect-uri", test_redirect },
    { "/screens/make-the-consent-that-was-chosen", test_consent_is_what_was_chosen },
    { "/screens/skip-the-picker-for-a-pinned-institution", test_pinned_institution },
    { "/screens/keep-a-pinned-institution", test_pinned_institution_stays },
    { "/screens/refuse-a-session-whose-institution-is-gone", test_pinned_institution_gone },
    { "/screens/post-a-message-when-framed", test_framed },
    { "/screens/post-a-message-without-a-redirect-uri", test_no_redirect_uri },
    { "/screens/refuse-a-used-session", test_used_session },
    { "/screens/refuse-an-expired-session", test_expired_session },
    { "/screens/refuse-an-unknown-session", test_unknown_session },
    { "/screens/cancel-at-fiskil", test_cancel_at_fiskil },
    { "/screens/cancel-at-the-institution", test_cancel_at_institution },
    { "/screens/cancel-without-a-cancel-uri", test_cancel_without_uri },
    { "/screens/cancel-in-a-frame", test_cancel_framed },
    { "/screens/may-be-tried-again-after-a-denial", test_retry_after_denial },
    { "/screens/may-not-be-tried-again-after-a-cancellation", test_no_retry_after_cancellation },
    { "/screens/say-what-was-wrong", test_wrong_answers },
    { "/screens/have-no-short-cuts", test_no_short_cuts },
    { "/screens/refuse-a-forged-form", test_forged_form },
    { "/screens/need-their-cookie", test_cookie_is_needed },
    { "/screens/set-a-cookie-that-works-in-a-frame", test_cookie_in_frame },
    { "/screens/let-nothing-in-from-elsewhere", test_policy },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);

  return g_test_run ();
}
