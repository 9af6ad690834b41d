/* test-faults-login.c: each outcome of the consent flow, made to happen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-walk.h"

/* A fault, the page after which it acts, and what is told then. */
typedef struct
{
  const char *fault;
  const char *page; /* (nullable): the first page, before any form */
  const char *error;
  const char *type; /* (nullable) */
} Outcome;

static const Outcome outcomes[] = {
  { "consent-upstream-processing-error", "confirm", "access_denied", "CONSENT_UPSTREAM_PROCESSING_ERROR" },
  { "consent-enduser-denied", "confirm", "access_denied", "CONSENT_ENDUSER_DENIED" },
  { "consent-otp-failure", "code", "access_denied", "CONSENT_OTP_FAILURE" },
  { "consent-enduser-ineligible", "code", "access_denied", "CONSENT_ENDUSER_INELIGIBLE" },
  { "consent-timeout", "accounts", "access_denied", "CONSENT_TIMEOUT" },
  { "auth-session-cancelled", "confirm", "access_denied", "AUTH_SESSION_CANCELLED" },
  { "consumerdata-processing-error", "confirm", "access_denied", "CONSUMERDATA_PROCESSING_ERROR" },
  { "link-internal-error", "confirm", "server_error", NULL },
};

static const Outcome invalidations[] = {
  { "auth-session-invalid", NULL, "auth_session_invalid", "AUTH_SESSION_INVALID" },
  { "link-invalid-session", NULL, "auth_session_invalid", "LINK_INVALID_SESSION" },
  { "auth-session-not-found", NULL, "auth_session_not_found", "AUTH_SESSION_NOT_FOUND" },
  { "auth-session-terminal", NULL, "auth_session_terminal", "AUTH_SESSION_TERMINAL" },
};

static void
assert_completes (Sandbox *sandbox)
{
  g_auto (SandboxWalk) walk = { 0 };

  sandbox_walk_start (&walk, sandbox, TRUE);
  sandbox_walk_finish (&walk);
  sandbox_walk_assert_message (&walk, "isCompleted", "true");
}

static void
assert_failure_message (SandboxWalk   *walk,
                        const Outcome *outcome)
{
  g_autofree char *uri = outcome->type != NULL ? g_strconcat ("https://docs.fiskil.com/errors#", outcome->type, NULL) : NULL;
  g_autofree char *id = sandbox_walk_dup_message (walk, "errorID");

  sandbox_walk_assert_message (walk, "isCompleted", "false");
  sandbox_walk_assert_message (walk, "error", outcome->error);
  sandbox_walk_assert_message (walk, "errorType", outcome->type);
  sandbox_walk_assert_message (walk, "errorURI", uri);
  g_assert_true (g_str_has_prefix (id, "err_"));
}

static void
test_message (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  const Outcome *outcome = user_data;
  g_auto (SandboxWalk) walk = { 0 };

  sandbox_switch_fault (sandbox, outcome->fault, TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  sandbox_walk_finish (&walk);
  g_assert_cmpstr (walk.last, ==, outcome->page);
  assert_failure_message (&walk, outcome);

  sandbox_switch_fault (sandbox, outcome->fault, FALSE);
  assert_completes (sandbox);
}

static void
test_redirect (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  const Outcome *outcome = user_data;
  g_auto (SandboxWalk) walk = { 0 };

  sandbox_switch_fault (sandbox, outcome->fault, TRUE);
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, WALK_CANCEL_URI "&error="));
  sandbox_walk_assert_parameter (&walk, "error", outcome->error);
  sandbox_walk_assert_parameter (&walk, "error_type", outcome->type);
}

/* The fault of a customer acts on this customer alone. */
static void
test_persona (Sandbox       *sandbox,
              gconstpointer  user_data)
{
  const Outcome *outcome = user_data;
  DeskSandboxCustomer *ada = desk_sandbox_directory_find_customer (sandbox->directory, "1", "ada");
  g_auto (SandboxWalk) walk = { 0 };

  desk_sandbox_customer_set_fault (ada, outcome->fault);
  sandbox_walk_start (&walk, sandbox, TRUE);
  sandbox_walk_finish (&walk);
  assert_failure_message (&walk, outcome);

  desk_sandbox_customer_set_fault (ada, NULL);
  assert_completes (sandbox);
}

/* What failed at the institution may be tried again in the same session. */
static void
test_session_goes_on (Sandbox       *sandbox,
                      gconstpointer  user_data)
{
  g_autofree char *uri = NULL;
  g_auto (SandboxWalk) walk = { 0 };

  sandbox_switch_fault (sandbox, "consent-otp-failure", TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  sandbox_walk_finish (&walk);
  uri = g_strdup_printf ("%s/?sess_id=%s", sandbox->auth, walk.session_id);
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_cmpuint (sandbox->status, ==, SOUP_STATUS_OK);
}

static void
test_unknown_session_has_the_other_name (Sandbox       *sandbox,
                                         gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->auth, "/?sess_id=unknown", NULL);
  g_autofree char *page = NULL;

  sandbox_switch_fault (sandbox, "link-invalid-session", TRUE);
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  page = g_strndup (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes));
  g_assert_nonnull (g_strstr_len (page, -1, "LINK_INVALID_SESSION"));
}

static void
test_redirect_without_consent_id (Sandbox       *sandbox,
                                  gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { 0 };
  g_auto (SandboxWalk) other = { 0 };

  sandbox_switch_fault (sandbox, "redirect-without-consent-id", TRUE);
  sandbox_walk_start (&walk, sandbox, FALSE);
  sandbox_walk_finish (&walk);
  g_assert_true (g_str_has_prefix (walk.location, WALK_REDIRECT_URI "&session_id="));
  sandbox_walk_assert_parameter (&walk, "consent_id", NULL);

  sandbox_switch_fault (sandbox, "redirect-without-consent-id", FALSE);
  sandbox_walk_start (&other, sandbox, FALSE);
  sandbox_walk_finish (&other);
  g_assert_nonnull (g_strstr_len (other.location, -1, "consent_id="));
}

static void
test_message_without_consent_id (Sandbox       *sandbox,
                                 gconstpointer  user_data)
{
  g_auto (SandboxWalk) walk = { 0 };
  g_auto (SandboxWalk) other = { 0 };
  g_autofree char *id = NULL;

  sandbox_switch_fault (sandbox, "message-without-consent-id", TRUE);
  sandbox_walk_start (&walk, sandbox, TRUE);
  sandbox_walk_finish (&walk);
  sandbox_walk_assert_message (&walk, "isCompleted", "true");
  sandbox_walk_assert_message (&walk, "consentID", NULL);

  sandbox_switch_fault (sandbox, "message-without-consent-id", FALSE);
  sandbox_walk_start (&other, sandbox, TRUE);
  sandbox_walk_finish (&other);
  id = sandbox_walk_dup_message (&other, "consentID");
  g_assert_nonnull (id);
}

static void
add (const char    *kind,
     const Outcome *outcome,
     void         (*function) (Sandbox *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/sandbox/faults/login/%s/%s", kind, outcome->fault);

  g_test_add (path, Sandbox, outcome, sandbox_set_up, function, sandbox_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      add ("message", &outcomes[i], test_message);
      add ("redirect", &outcomes[i], test_redirect);
      add ("persona", &outcomes[i], test_persona);
    }

  for (guint i = 0; i < G_N_ELEMENTS (invalidations); i++)
    {
      add ("message", &invalidations[i], test_message);
      add ("persona", &invalidations[i], test_persona);
    }

#define ADD(path, function) \
  g_test_add ("/sandbox/faults/login/" path, Sandbox, NULL, sandbox_set_up, function, sandbox_tear_down)

  ADD ("session-goes-on-after-the-institution-failed", test_session_goes_on);
  ADD ("unknown-session-has-the-other-name", test_unknown_session_has_the_other_name);
  ADD ("redirect-without-consent-id", test_redirect_without_consent_id);
  ADD ("message-without-consent-id", test_message_without_consent_id);

#undef ADD

  return g_test_run ();
}
