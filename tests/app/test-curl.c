/* test-curl.c: each line runs, does what the request did, and holds no secret
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-curl.h"

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-credentials.h"
#include "desk-inspector.h"
#include "desk-json.h"

static DeskApiRecord *
new_record (const char        *uri,
            const char *const *headers,
            const char        *body)
{
  DeskApiRecord *record = desk_api_record_new ();

  record->method = g_strdup (body != NULL ? "POST" : "GET");
  record->uri = g_strdup (uri);
  record->request_headers = g_strdupv ((char **) headers);
  if (body != NULL)
    {
      record->request_body = g_bytes_new (body, strlen (body));
      record->request_size = strlen (body);
    }
  return record;
}

static void
assert_command (const char        *uri,
                const char *const *headers,
                const char        *body,
                const char        *expected)
{
  g_autoptr(DeskApiRecord) record = new_record (uri, headers, body);
  g_autofree char *command = desk_curl_new_command (record);

  g_assert_cmpstr (command, ==, expected);
}

static void
test_a_request (void)
{
  static const char *const headers[] = {
    "Accept", "application/json", "Host", "a", "Authorization", "Bearer [redacted]", "X-Empty", "", NULL,
  };

  assert_command ("https://api.fiskil.com/v1/consent?page[size]=1", headers, NULL,
                  "curl --globoff --path-as-is --compressed --request 'GET' "
                  "--url 'https://api.fiskil.com/v1/consent?page[size]=1' --header 'Accept: application/json' "
                  "--header \"Authorization: Bearer $CONSENT_DESK_TOKEN\" --header 'X-Empty;'");
}

static void
test_a_secret_is_a_variable (void)
{
  static const char *const headers[] = { NULL };

  assert_command ("http://127.0.0.1:1/v1/token", headers, "{\"client_id\":\"c\",\"client_secret\":\"[redacted]\"}",
                  "curl --globoff --path-as-is --compressed --noproxy '*' --request 'POST' --url 'http://127.0.0.1:1/v1/token' "
                  "--data-raw '{\"client_id\":\"c\",''\"client_secret\":\"'\"$CONSENT_DESK_CLIENT_SECRET\"'\"''}'");
}

static void
test_what_was_redacted_is_a_word (void)
{
  static const char *const headers[] = { NULL };

  assert_command ("https://a/?code=[redacted]", headers, "{\"redirect_uri\":\"https://b/?state=[redacted]\"}",
                  "curl --globoff --path-as-is --compressed --request 'POST' --url 'https://a/?code=redacted' "
                  "--data-raw '{\"redirect_uri\":\"https://b/?state=redacted\"}'");
}

static void
test_no_command_without_its_body (void)
{
  static const char *const headers[] = { NULL };
  g_autoptr(DeskApiRecord) record = new_record ("https://a/", headers, "{}");
  g_autoptr(DeskApiRecord) dropped = desk_api_record_new_without_bodies (record);

  g_assert_null (desk_curl_new_command (dropped));
}

/* Lets a shell read the line, with something in the place of curl that prints its arguments. */
static char **
run_with_printf (const DeskApiRecord *record)
{
  g_autofree char *command = desk_curl_new_command (record);
  g_autofree char *script = g_strdup_printf ("curl () { printf '%%s\\001' \"$@\"; }; %s", command);
  char *argv[] = { (char *) "/bin/sh", (char *) "-c", script, NULL };
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync ("/", argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_strsplit (output, "\001", -1);
}

static void
test_a_shell_reads_what_is_hostile_as_text (void)
{
  static const char *const hostile[] = {
    "'; touch /tmp/owned; '", "$(id)", "`id`", "a\nb", "\\", "\"", "!!", "*", "~", "-o /etc/passwd", "@/etc/passwd", "é'é", "a&b|c>d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *uri = g_strconcat ("https://a/", hostile[i], NULL);
      g_autofree char *header = g_strconcat ("X-Name: ", hostile[i], NULL);
      const char *const headers[] = { "X-Name", hostile[i], NULL };
      g_autoptr(DeskApiRecord) record = new_record (uri, headers, hostile[i]);
      g_auto(GStrv) arguments = run_with_printf (record);

      g_assert_true (g_strv_contains ((const char *const *) arguments, uri));
      g_assert_true (g_strv_contains ((const char *const *) arguments, header));
      g_assert_true (g_strv_contains ((const char *const *) arguments, hostile[i]));
      g_assert_cmpuint (g_strv_length (arguments), ==, 12);
    }
}

static char *
run (const char *command,
     const char *option)
{
  g_autofree char *script = g_strdup_printf ("%s --silent %s", command, option);
  char *argv[] = { (char *) "/bin/sh", (char *) "-c", script, NULL };
  char *output = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync ("/", argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
ask (DeskAppFixture *fixture,
     const char     *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GAsyncResult *slot = NULL;

  desk_api_client_get_json_async (desk_context_get_client (fixture->context), path, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  bytes = desk_api_client_get_json_finish (desk_context_get_client (fixture->context), result, NULL);
}

static void
create_session (DeskAppFixture *fixture,
                const char     *end_user_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskAuthSession) session = NULL;
  GAsyncResult *slot = NULL;

  desk_api_client_create_auth_session_async (desk_context_get_client (fixture->context), end_user_id,
                                             "https://consent-desk.invalid/linked?a='b'&state=s3cr3t", NULL, NULL, NULL,
                                             NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  session = desk_api_client_create_auth_session_finish (desk_context_get_client (fixture->context), result, NULL);
}

/* The token call gives the token that the other lines need. */
static void
set_token (GListModel *entries)
{
  guint n_entries = g_list_model_get_n_items (entries);
  g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, n_entries - 1);
  g_autofree char *command = desk_curl_new_command (desk_inspector_entry_get_record (entry));
  g_autofree char *answer = run (command, "");
  g_autofree char *token = NULL;
  DeskJsonSlice root;

  g_assert_cmpstr (desk_inspector_entry_get_title (entry), ==, "/v1/token");
  g_assert_true (desk_json_parse (answer, strlen (answer), &root, NULL));
  token = desk_json_slice_dup_string (desk_json_slice_get_member (root, "token"));
  g_assert_nonnull (token);
  g_setenv (DESK_CURL_TOKEN, token, TRUE);
}

static void
assert_same_status (DeskInspectorEntry *entry)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (entry);
  g_autofree char *command = desk_curl_new_command (record);
  g_autofree char *status = run (command, "--output /dev/null --write-out '%{http_code}'");
  g_autofree char *expected = g_strdup_printf ("%u", record->status);

  g_test_message ("%s: %s", desk_inspector_entry_get_title (entry), status);
  g_assert_null (strstr (command, g_getenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE)));
  g_assert_cmpstr (status, ==, expected);
}

static void
wait_for (GListModel *entries,
          guint       n_entries)
{
  while (g_list_model_get_n_items (entries) < n_entries)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_each_line_gets_the_same_status (DeskAppFixture *fixture,
                                     gconstpointer   data)
{
  static const char *const paths[] = {
    "/end-users", "/consent?page%5Bsize%5D=2", "/institutions?x='$(id)'", "/permissions?industry=banking",
    "/end-users/eu_%27%3B%20id%3B", "/banking/accounts", "/nowhere/%60id%60", "//sandbox/state",
    "/banking/products?institution_id=" DESK_TEST_BANK,
  };
  GListModel *entries;
  guint n_before;

  if (fixture->sandbox == NULL)
    return;

  entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->context));
  n_before = g_list_model_get_n_items (entries);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    ask (fixture, paths[i]);
  create_session (fixture, desk_end_user_get_id (fixture->end_user));
  create_session (fixture, "eu_nobody");
  wait_for (entries, n_before + G_N_ELEMENTS (paths) + 2);

  set_token (entries);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      assert_same_status (entry);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curl/request", test_a_request);
  g_test_add_func ("/curl/secret", test_a_secret_is_a_variable);
  g_test_add_func ("/curl/redacted", test_what_was_redacted_is_a_word);
  g_test_add_func ("/curl/dropped-body", test_no_command_without_its_body);
  g_test_add_func ("/curl/hostile", test_a_shell_reads_what_is_hostile_as_text);
  g_test_add ("/curl/same-status", DeskAppFixture, NULL, desk_app_fixture_set_up, test_each_line_gets_the_same_status,
              desk_app_fixture_tear_down);
  return g_test_run ();
}
