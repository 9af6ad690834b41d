/* test-state.c: control calls, and what is kept between two runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sandbox-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "desk-sandbox-state-file.h"

/* Starts a sandbox whose state is in @path. */
static void
start_at (Sandbox    *sandbox,
          const char *path)
{
  gint64 now = sandbox_get_now ();
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_open (path, SANDBOX_SEED, &now, &error);
  g_autoptr(DeskSandboxDirectory) directory = sandbox_build_directory ();

  g_assert_no_error (error);
  sandbox_start (sandbox, state, directory);
}

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *path = g_dir_make_tmp ("desk-sandbox-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
remove_folder (const char *path)
{
  g_autofree char *file = g_build_filename (path, "state.json", NULL);

  g_remove (file);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
test_survives (void)
{
  g_autofree char *path = make_folder ();
  Sandbox sandbox;
  g_autofree char *end_user_id = NULL;
  g_autofree char *ended = NULL;
  g_autofree char *consent = NULL;
  g_autofree char *session_id = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *state_id = NULL;

  start_at (&sandbox, path);
  end_user_id = sandbox_add_end_user (&sandbox, "a@example.com");
  ended = sandbox_grant (&sandbox, end_user_id, "1", "ben", "");
  consent = sandbox_grant (&sandbox, end_user_id, "1", "ada", ",\"account_ids\":[\"a2\"]");
  sandbox_post (&sandbox, "/auth/session", "{\"end_user_id\":\"%s\",\"redirect_uri\":\"https://app.invalid/\"}", end_user_id);
  session_id = sandbox_dup (&sandbox, "session_id");
  uri = g_strdup_printf ("%s/consent/%s", sandbox.api, ended);
  sandbox_call (&sandbox, "DELETE", uri, NULL, NULL);
  sandbox_control (&sandbox, "/clock", "{\"advance\":\"P1D\"}");
  state_id = g_strdup (desk_sandbox_state_get_id (sandbox.state));
  sandbox_stop (&sandbox);

  start_at (&sandbox, path);
  g_assert_cmpstr (desk_sandbox_state_get_id (sandbox.state), ==, state_id);
  sandbox_get (&sandbox, "/end-users/%s", end_user_id);
  sandbox_assert (&sandbox, "email", "a@example.com");
  sandbox_get (&sandbox, "/consent?active=true");
  g_assert_cmpuint (sandbox_count (&sandbox, "consents"), ==, 1);
  sandbox_assert (&sandbox, "consents.0.arrangement_id", consent);
  sandbox_get (&sandbox, "/banking/accounts?end_user_id=%s", end_user_id);
  g_assert_cmpuint (sandbox_count (&sandbox, "accounts"), ==, 1);
  g_assert_nonnull (desk_sandbox_state_find_session (sandbox.state, session_id));
  g_assert_cmpstr (desk_sandbox_state_find_session (sandbox.state, session_id)->redirect_uri, ==, "https://app.invalid/");
  g_assert_cmpint (desk_sandbox_state_get_now (sandbox.state), ==, sandbox_get_now () + G_TIME_SPAN_DAY);
  g_assert_cmpint (desk_sandbox_state_get_started_at (sandbox.state), ==, sandbox_get_now ());
  sandbox_stop (&sandbox);
  remove_folder (path);
}

/* The state's own seed and credentials win over what the second run is started with. */
static void
test_keeps_seed (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr(DeskSandboxState) first = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_autoptr(DeskSandboxState) second = desk_sandbox_state_open (path, 8, NULL, NULL);

  g_assert_cmpuint (desk_sandbox_state_get_seed (second), ==, 7);
  g_assert_cmpstr (desk_sandbox_state_get_client_id (first), ==, desk_sandbox_state_get_client_id (second));
  g_assert_cmpstr (desk_sandbox_state_get_client_secret (first), ==, desk_sandbox_state_get_client_secret (second));
  g_assert_cmpstr (desk_sandbox_state_get_webhook_secret (first), ==, desk_sandbox_state_get_webhook_secret (second));
  g_assert_false (desk_clock_is_frozen (desk_sandbox_state_get_clock (second)));
  remove_folder (path);
}

static void
test_ids_go_on (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr(DeskSandboxState) first = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_autofree char *id = g_strdup (desk_sandbox_state_add_end_user (first)->id);
  g_autoptr(DeskSandboxState) second = NULL;

  desk_sandbox_state_save (first);
  second = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_assert_cmpstr (desk_sandbox_state_add_end_user (second)->id, !=, id);
  remove_folder (path);
}

static void
test_error_ids_go_on (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr(DeskSandboxState) first = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_autofree char *id = desk_sandbox_state_dup_error_id (first);
  g_autoptr(DeskSandboxState) second = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_autofree char *other = desk_sandbox_state_dup_error_id (second);

  g_assert_cmpstr (id, !=, other);
  remove_folder (path);
}

static void
test_running_clock_survives (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr(DeskSandboxState) first = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_autoptr(DeskSandboxState) second = NULL;
  gint64 ahead;

  desk_clock_set (desk_sandbox_state_get_clock (first), g_get_real_time () + 40 * G_TIME_SPAN_DAY);
  desk_sandbox_state_save (first);
  second = desk_sandbox_state_open (path, 7, NULL, NULL);
  ahead = desk_sandbox_state_get_now (second) - g_get_real_time ();
  g_assert_cmpint (ahead, >, 39 * G_TIME_SPAN_DAY);
  g_assert_cmpint (ahead, <, 41 * G_TIME_SPAN_DAY);
  remove_folder (path);
}

static void
test_modes (void)
{
  g_autofree char *parent = make_folder ();
  g_autofree char *path = g_build_filename (parent, "state", NULL);
  g_autofree char *file = g_build_filename (path, "state.json", NULL);
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_open (path, 7, NULL, NULL);
  GStatBuf status;

  g_assert_nonnull (state);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  remove_folder (path);
  remove_folder (parent);
}

static void
assert_refused (const char *text,
                GQuark      domain,
                int         code)
{
  g_autofree char *path = make_folder ();
  g_autoptr(GError) error = NULL;

  g_assert_true (desk_sandbox_state_file_save (path, text, NULL));
  g_assert_null (desk_sandbox_state_open (path, 7, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, path));
  remove_folder (path);
}

static void
test_foreign_state (void)
{
  assert_refused ("{\"version\":99,\"seed\":\"1\"}", G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_refused ("{\"version\":1}", G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_refused ("[]", DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
}

static void
test_damaged_members (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr(DeskSandboxState) state = NULL;

  g_assert_true (desk_sandbox_state_file_save (path,
                                               "{\"version\":1,\"seed\":\"1\",\"end_users\":[1,{},{\"id\":\"eu_1\"}],"
                                               "\"sessions\":7,\"consents\":[{\"arrangement_id\":\"x\"}]}", NULL));
  state = desk_sandbox_state_open (path, 7, NULL, NULL);
  g_assert_cmpuint (desk_sandbox_state_get_end_users (state)->len, ==, 1);
  g_assert_cmpuint (desk_sandbox_state_get_n_sessions (state), ==, 0);
  g_assert_cmpuint (desk_sandbox_state_get_consents (state)->len, ==, 0);
  remove_folder (path);
}

static void
test_file_round_trip (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr(JsonObject) object = NULL;

  g_assert_true (desk_sandbox_state_file_load (path, &object, NULL));
  g_assert_null (object);
  g_assert_true (desk_sandbox_state_file_save (path, "{\"a\":1}", NULL));
  g_assert_true (desk_sandbox_state_file_load (path, &object, NULL));
  g_assert_true (json_object_has_member (object, "a"));
  remove_folder (path);
}

/* What a run that was killed while it wrote left behind. */
static void
test_remains_are_swept (void)
{
  g_autofree char *path = make_folder ();
  g_autofree char *remains = g_build_filename (path, "state.json.ABC123", NULL);
  g_autoptr(JsonObject) object = NULL;

  g_assert_true (g_file_set_contents (remains, "{", -1, NULL));
  g_assert_true (desk_sandbox_state_file_load (path, &object, NULL));
  g_assert_false (g_file_test (remains, G_FILE_TEST_EXISTS));
  remove_folder (path);
}

/* All that a run says, but for the ports. */
static char *
record_run (void)
{
  GString *said = g_string_new (NULL);
  Sandbox sandbox;
  g_autofree char *id = NULL;
  g_autofree char *consent = NULL;

  sandbox_set_up (&sandbox, NULL);
  id = sandbox_add_end_user (&sandbox, "a@example.com");
  consent = sandbox_grant (&sandbox, id, "1", "ada", "");
  g_string_append_printf (said, "%s %s %s ", sandbox.token, id, consent);
  sandbox_get (&sandbox, "/banking/transactions?end_user_id=%s", id);
  g_string_append_len (said, g_bytes_get_data (sandbox.bytes, NULL), (gssize) g_bytes_get_size (sandbox.bytes));
  g_string_append (said, soup_message_headers_get_one (sandbox.headers, "Date"));
  sandbox_get (&sandbox, "/nothing");
  g_string_append_len (said, g_bytes_get_data (sandbox.bytes, NULL), (gssize) g_bytes_get_size (sandbox.bytes));
  sandbox_stop (&sandbox);
  return g_string_free (said, FALSE);
}

static void
test_same_seed_same_bytes (void)
{
  g_autofree char *first = record_run ();
  g_autofree char *second = record_run ();

  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "Sun, 01 Mar 2026 00:00:00 GMT"));
}

static void
test_other_seed (void)
{
  g_autoptr(DeskSandboxState) first = desk_sandbox_state_new (1, NULL);
  g_autoptr(DeskSandboxState) second = desk_sandbox_state_new (2, NULL);

  g_assert_cmpstr (desk_sandbox_state_get_id (first), !=, desk_sandbox_state_get_id (second));
  g_assert_cmpstr (desk_sandbox_state_get_client_secret (first), !=, desk_sandbox_state_get_client_secret (second));
}

static void
test_derived (void)
{
  g_autoptr(DeskSandboxState) state = desk_sandbox_state_new (1, NULL);
  g_autofree char *a = desk_sandbox_state_dup_derived (state, "csrf", "x");
  g_autofree char *again = desk_sandbox_state_dup_derived (state, "csrf", "x");
  g_autofree char *other = desk_sandbox_state_dup_derived (state, "csrf", "y");
  g_autofree char *code = desk_sandbox_state_dup_code (state, "x");
  g_autofree char *other_code = desk_sandbox_state_dup_code (state, "y");

  g_assert_cmpstr (a, ==, again);
  g_assert_cmpstr (a, !=, other);
  g_assert_cmpuint (strlen (code), ==, 6);
  g_assert_cmpstr (code, !=, other_code);
}

static void
test_reset (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  g_autofree char *state_id = g_strdup (desk_sandbox_state_get_id (sandbox->state));
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *again = NULL;

  sandbox_control (sandbox, "/clock", "{\"advance\":\"PT5M\"}");
  sandbox_control (sandbox, "/reset", "{}");
  sandbox_assert (sandbox, "end_users", "0");
  sandbox_assert (sandbox, "consents", "0");
  sandbox_assert (sandbox, "now", SANDBOX_NOW);
  g_assert_cmpstr (desk_sandbox_state_get_id (sandbox->state), !=, state_id);
  again = sandbox_add_end_user (sandbox, "a@example.com");
  g_assert_cmpstr (again, ==, id);
}

static void
test_state_call (Sandbox       *sandbox,
                 gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *other = sandbox_grant (sandbox, id, "1", "ben", "");
  g_autofree char *uri = g_strconcat (sandbox->control, "/state", NULL);
  g_autofree char *path = g_strdup_printf ("/consents/%s/end", other);

  sandbox_post (sandbox, "/auth/session", "{\"end_user_id\":\"%s\"}", id);
  sandbox_control (sandbox, path, "{\"how\":\"institution\"}");
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  sandbox_assert (sandbox, "now", SANDBOX_NOW);
  sandbox_assert (sandbox, "frozen", "true");
  sandbox_assert (sandbox, "state_id", desk_sandbox_state_get_id (sandbox->state));
  sandbox_assert (sandbox, "seed", "42");
  sandbox_assert (sandbox, "end_users", "1");
  sandbox_assert (sandbox, "sessions", "1");
  sandbox_assert (sandbox, "consents", "2");
  sandbox_assert (sandbox, "active_consents", "1");
  sandbox_assert (sandbox, "customers", "3");
}

static void
test_customers (Sandbox       *sandbox,
                gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->control, "/customers", NULL);

  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_cmpuint (sandbox_count (sandbox, "customers"), ==, 3);
  sandbox_assert (sandbox, "customers.0.customer_id", "ada");
  sandbox_assert (sandbox, "customers.0.name", "Ada");
  sandbox_assert (sandbox, "customers.0.login", "Ada@example.com");
  sandbox_assert (sandbox, "customers.0.institution_id", "1");
  sandbox_assert (sandbox, "customers.0.industry", "banking");
  sandbox_assert (sandbox, "customers.0.source", "persona");
  sandbox_assert (sandbox, "customers.1.source", "data");
}

static void
test_grant_refused (Sandbox       *sandbox,
                    gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");

  sandbox_control (sandbox, "/consents", "{\"end_user_id\":\"eu_nobody\",\"institution_id\":\"1\",\"customer_id\":\"ada\"}");
  sandbox_assert (sandbox, "name", "end_user_not_found");
  sandbox_control (sandbox, "/consents",
                   "{\"end_user_id\":\"%s\",\"institution_id\":\"1\",\"customer_id\":\"ada\",\"permissions\":\"accounts\"}", id);
  sandbox_assert (sandbox, "name", "bad_request");
  sandbox_control (sandbox, "/consents", "{\"end_user_id\":\"%s\",\"institution_id\":\"2\",\"customer_id\":\"ben\"}", id);
  sandbox_assert (sandbox, "name", "customer_not_found");
  sandbox_control (sandbox, "/consents",
                   "{\"end_user_id\":\"%s\",\"institution_id\":\"1\",\"customer_id\":\"ada\",\"account_ids\":[\"b1\"]}", id);
  sandbox_assert (sandbox, "name", "bad_request");
}

static void
assert_ends (Sandbox    *sandbox,
             const char *how)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *path = g_strdup_printf ("/consents/%s/end", consent);

  sandbox_control (sandbox, path, "{\"how\":\"%s\"}", how);
  g_assert_cmpuint (sandbox->status, ==, 204);
  sandbox_get (sandbox, "/consent?end_user_id=%s", id);
  sandbox_assert (sandbox, "consents.0.active", "false");
  sandbox_assert (sandbox, "consents.0.termination_reason", "Expired or Revoked");
}

static void
test_end_consent (Sandbox       *sandbox,
                  gconstpointer  user_data)
{
  assert_ends (sandbox, "institution");
  assert_ends (sandbox, "expiry");
  assert_ends (sandbox, "accounts_closed");
}

static void
test_end_consent_refused (Sandbox       *sandbox,
                          gconstpointer  user_data)
{
  g_autofree char *id = sandbox_add_end_user (sandbox, "a@example.com");
  g_autofree char *consent = sandbox_grant (sandbox, id, "1", "ada", "");
  g_autofree char *path = g_strdup_printf ("/consents/%s/end", consent);

  sandbox_control (sandbox, path, "{\"how\":\"magic\"}");
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_control (sandbox, "/consents/nothing/end", "{\"how\":\"expiry\"}");
  g_assert_cmpuint (sandbox->status, ==, 404);
}

static void
test_clock (Sandbox       *sandbox,
            gconstpointer  user_data)
{
  sandbox_control (sandbox, "/clock", "{\"advance\":\"PT10M\"}");
  sandbox_assert (sandbox, "now", "2026-03-01T00:10:00Z");
  sandbox_control (sandbox, "/clock", "{\"set\":\"2026-03-01T10:05:00+10:00\"}");
  sandbox_assert (sandbox, "now", "2026-03-01T00:05:00Z");
  sandbox_control (sandbox, "/clock", "{\"set\":\"0001-01-01T00:00:00Z\"}");
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_control (sandbox, "/clock", "{\"advance\":\"soon\"}");
  g_assert_cmpuint (sandbox->status, ==, 400);
  sandbox_control (sandbox, "/clock", "{}");
  g_assert_cmpuint (sandbox->status, ==, 400);
}

static void
test_requests (Sandbox       *sandbox,
               gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->control, "/requests", NULL);

  sandbox_get (sandbox, "/end-users?email=secret%%40example.com");
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_cmpuint (sandbox_count (sandbox, "requests"), ==, 2);
  sandbox_assert (sandbox, "requests.1.at", SANDBOX_NOW);
  sandbox_assert (sandbox, "requests.1.server", "api");
  sandbox_assert (sandbox, "requests.1.method", "GET");
  sandbox_assert (sandbox, "requests.1.path", "/v1/end-users");
  sandbox_assert (sandbox, "requests.1.status", "200");
}

/* Bytes that are no UTF-8 are no JSON. */
static void
test_requests_are_text (Sandbox       *sandbox,
                        gconstpointer  user_data)
{
  g_autofree char *uri = g_strconcat (sandbox->control, "/requests", NULL);

  sandbox_get (sandbox, "/%%ff");
  sandbox_call (sandbox, "GET", uri, NULL, NULL);
  g_assert_true (g_utf8_validate_len (g_bytes_get_data (sandbox->bytes, NULL), g_bytes_get_size (sandbox->bytes), NULL));
}

static void
test_control_needs_token (Sandbox       *sandbox,
                          gconstpointer  user_data)
{
  g_clear_pointer (&sandbox->token, g_free);
  sandbox_control (sandbox, "/reset", "{}");
  g_assert_cmpuint (sandbox->status, ==, 401);
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
    { "/control/starts-again-from-the-seed", test_reset },
    { "/control/tells-counts-and-clock", test_state_call },
    { "/control/lists-customers", test_customers },
    { "/control/refuses-a-grant-with-a-reason", test_grant_refused },
    { "/control/ends-consents", test_end_consent },
    { "/control/refuses-an-end-with-a-reason", test_end_consent_refused },
    { "/control/moves-the-clock", test_clock },
    { "/control/lists-requests-without-their-query", test_requests },
    { "/control/lists-requests-as-text", test_requests_are_text },
    { "/control/needs-a-token", test_control_needs_token },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/survives-a-restart", test_survives);
  g_test_add_func ("/state/keeps-its-seed-and-credentials", test_keeps_seed);
  g_test_add_func ("/state/never-gives-an-id-twice", test_ids_go_on);
  g_test_add_func ("/state/never-gives-an-error-id-twice", test_error_ids_go_on);
  g_test_add_func ("/state/keeps-a-running-clock-ahead", test_running_clock_survives);
  g_test_add_func ("/state/is-private", test_modes);
  g_test_add_func ("/state/foreign-files-are-refused", test_foreign_state);
  g_test_add_func ("/state/damaged-members-are-skipped", test_damaged_members);
  g_test_add_func ("/state/file-is-read-back", test_file_round_trip);
  g_test_add_func ("/state/remains-are-swept", test_remains_are_swept);
  g_test_add_func ("/state/same-seed-same-bytes", test_same_seed_same_bytes);
  g_test_add_func ("/state/other-seed-other-ids", test_other_seed);
  g_test_add_func ("/state/derived-texts-are-repeatable", test_derived);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Sandbox, NULL, sandbox_set_up, tests[i].test, sandbox_tear_down);

  return g_test_run ();
}
