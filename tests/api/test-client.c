/* test-client.c: the calls of the client
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fixture.h"

#define USERS_CALL "GET /v1/end-users"

static const char *
get_header (DeskApiFixture *self,
            const char     *call,
            const char     *name)
{
  return soup_message_headers_get_one (desk_scripted_server_get_request (self->server, call, 0)->headers, name);
}

static void
assert_query (DeskApiFixture *self,
              const char     *call,
              const char     *query)
{
  g_assert_cmpstr (desk_scripted_server_get_request (self->server, call, 0)->query, ==, query);
}

static void
assert_body (DeskApiFixture *self,
             const char     *call,
             const char     *body)
{
  g_assert_cmpstr (desk_scripted_server_get_request (self->server, call, 0)->body, ==, body);
}

static GPtrArray *
list_end_users (DeskApiFixture *self,
                const char     *email)
{
  desk_api_client_list_end_users_async (self->client, email, self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_list_end_users_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_lists_end_users_of_all_pages (DeskApiFixture *self,
                                   gconstpointer   version)
{
  g_autoptr(GPtrArray) end_users = NULL;
  g_autofree char *first = NULL;

  first = g_strdup_printf ("{\"end_users\":[{\"id\":\"eu_1\"}],\"links\":{\"next\":\"%s/end-users?page[after]=c\"}}",
                           desk_scripted_server_get_api_uri (self->server));
  desk_scripted_server_add (self->server, USERS_CALL, 200, first);
  desk_scripted_server_add (self->server, USERS_CALL, 200, "{\"end_users\":[{\"id\":\"eu_2\"}],\"links\":{}}");

  end_users = list_end_users (self, NULL);
  g_assert_no_error (self->error);
  g_assert_cmpuint (end_users->len, ==, 2);
  g_assert_cmpstr (desk_end_user_get_id (g_ptr_array_index (end_users, 1)), ==, "eu_2");
  assert_query (self, USERS_CALL, "page%5Bsize%5D=1000");
}

static void
test_lists_bare_array_of_older_versions (DeskApiFixture *self,
                                         gconstpointer   version)
{
  g_autoptr(GPtrArray) end_users = NULL;

  desk_scripted_server_add (self->server, USERS_CALL, 200, "[{\"id\":\"eu_1\"},{\"id\":\"eu_2\"}]");

  end_users = list_end_users (self, NULL);
  g_assert_no_error (self->error);
  g_assert_cmpuint (end_users->len, ==, 2);
  assert_query (self, USERS_CALL, NULL);
  g_assert_cmpstr (get_header (self, USERS_CALL, "X-Fiskil-Version"), ==, version);
}

static void
test_lists_end_users_with_email (DeskApiFixture *self,
                                 gconstpointer   version)
{
  g_autoptr(GPtrArray) end_users = NULL;

  desk_scripted_server_add (self->server, USERS_CALL, 200,
                            "[{\"id\":\"eu_1\",\"email\":\"a+b@x.com\"},"
                            "{\"id\":\"eu_2\",\"email\":\"a+b@x.com.au\"},{\"id\":\"eu_3\"}]");

  end_users = list_end_users (self, "a+b@x.com");
  g_assert_no_error (self->error);
  g_assert_cmpuint (end_users->len, ==, 1);
  assert_query (self, USERS_CALL, "email=a%2Bb%40x.com&page%5Bsize%5D=1000");
}

static void
test_leaves_out_records_without_id (DeskApiFixture *self,
                                    gconstpointer   version)
{
  g_autoptr(GPtrArray) end_users = NULL;

  desk_scripted_server_add (self->server, USERS_CALL, 200, "[{\"id\":\"eu_1\"},{\"name\":\"x\"}]");

  end_users = list_end_users (self, NULL);
  g_assert_no_error (self->error);
  g_assert_cmpuint (end_users->len, ==, 1);
}

static void
test_refuses_list_without_any_id (DeskApiFixture *self,
                                  gconstpointer   version)
{
  desk_scripted_server_add (self->server, USERS_CALL, 200, "[{\"name\":\"x\"}]");

  g_assert_null (list_end_users (self, NULL));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA);
}

static void
test_refuses_list_of_another_shape (DeskApiFixture *self,
                                    gconstpointer   version)
{
  desk_scripted_server_add (self->server, USERS_CALL, 200, "{\"people\":[]}");

  g_assert_null (list_end_users (self, NULL));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA);
}

static DeskEndUser *
get_end_user (DeskApiFixture *self,
              const char     *id)
{
  desk_api_client_get_end_user_async (self->client, id, self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_get_end_user_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_gets_end_user_with_encoded_id (DeskApiFixture *self,
                                    gconstpointer   version)
{
  g_autoptr(DeskEndUser) end_user = NULL;

  desk_scripted_server_add (self->server, "GET /v1/end-users/eu%2F1%3F", 200, "{\"id\":\"eu/1?\",\"name\":\"Mia\"}");

  end_user = get_end_user (self, "eu/1?");
  g_assert_no_error (self->error);
  g_assert_cmpstr (desk_end_user_get_name (end_user), ==, "Mia");
}

static void
test_sends_nothing_for_id_of_dots (DeskApiFixture *self,
                                   gconstpointer   version)
{
  g_assert_null (get_end_user (self, ".."));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpuint (desk_scripted_server_count (self->server, NULL), ==, 0);
}

static void
test_refuses_end_user_without_id (DeskApiFixture *self,
                                  gconstpointer   version)
{
  desk_scripted_server_add (self->server, "GET /v1/end-users/eu_1", 200, "{\"name\":\"Mia\"}");

  g_assert_null (get_end_user (self, "eu_1"));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA);
}

static char *
create_end_user (DeskApiFixture *self)
{
  desk_api_client_create_end_user_async (self->client, "Mia \"M\" Chen", "mia@example.com", NULL,
                                         self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_create_end_user_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_creates_end_user (DeskApiFixture *self,
                       gconstpointer   version)
{
  g_autofree char *id = NULL;

  desk_scripted_server_add (self->server, "POST /v1/end-users", 201, "{\"end_user_id\":\"eu_9\"}");

  id = create_end_user (self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (id, ==, "eu_9");
  assert_body (self, "POST /v1/end-users", "{\"email\":\"mia@example.com\",\"name\":\"Mia \\\"M\\\" Chen\"}");
  g_assert_cmpstr (get_header (self, "POST /v1/end-users", "Content-Type"), ==, "application/json");
}

static void
test_does_not_know_whether_dropped_create_was_done (DeskApiFixture *self,
                                                    gconstpointer   version)
{
  desk_scripted_server_add_raw (self->server, "POST /v1/end-users", "");

  g_assert_null (create_end_user (self));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN);
  g_assert_cmpuint (desk_scripted_server_count (self->server, "POST /v1/end-users"), ==, 1);
}

static gboolean
update_end_user (DeskApiFixture *self,
                 const char     *id)
{
  desk_api_client_update_end_user_async (self->client, id, NULL, "+61400000000",
                                         self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_update_end_user_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_updates_what_is_given (DeskApiFixture *self,
                            gconstpointer   version)
{
  desk_scripted_server_add (self->server, "POST /v1/end-users/eu_1", 204, NULL);

  g_assert_true (update_end_user (self, "eu_1"));
  g_assert_no_error (self->error);
  assert_body (self, "POST /v1/end-users/eu_1", "{\"phone\":\"+61400000000\"}");
}

static void
test_keeps_what_service_says_of_update (DeskApiFixture *self,
                                        gconstpointer   version)
{
  desk_scripted_server_add (self->server, "POST /v1/end-users/eu_1", 400,
                            "{\"id\":\"err_1\",\"name\":\"end_user_already_exists\",\"message\":\"taken\"}");

  g_assert_false (update_end_user (self, "eu_1"));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpstr (desk_api_error_get_name (self->error), ==, "end_user_already_exists");
}

static void
test_sends_no_update_without_id (DeskApiFixture *self,
                                 gconstpointer   version)
{
  g_assert_false (update_end_user (self, ""));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
}

static gboolean
delete_end_user (DeskApiFixture *self,
                 const char     *id)
{
  desk_api_client_delete_end_user_async (self->client, id, self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_delete_end_user_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_deletes_end_user (DeskApiFixture *self,
                       gconstpointer   version)
{
  desk_scripted_server_add (self->server, "DELETE /v1/end-users/eu_1", 204, NULL);

  g_assert_true (delete_end_user (self, "eu_1"));
  g_assert_no_error (self->error);
}

static void
test_does_not_find_deleted_end_user (DeskApiFixture *self,
                                     gconstpointer   version)
{
  desk_scripted_server_add (self->server, "DELETE /v1/end-users/eu_1", 404, "{\"name\":\"end_user_not_found\"}");

  g_assert_false (delete_end_user (self, "eu_1"));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND);
}

static void
test_sends_no_delete_without_id (DeskApiFixture *self,
                                 gconstpointer   version)
{
  g_assert_false (delete_end_user (self, ""));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpuint (desk_scripted_server_count (self->server, NULL), ==, 0);
}

static void
test_lists_institutions_in_order (DeskApiFixture *self,
                                  gconstpointer   version)
{
  g_autoptr(GPtrArray) institutions = NULL;
  g_autoptr(GString) ids = g_string_new (NULL);

  desk_scripted_server_add (self->server, "GET /v1/institutions", 200,
                            "{\"institutions\":[{\"id\":\"1\",\"name\":\"Beta\",\"priority\":2},"
                            "{\"id\":\"2\",\"name\":\"Alpha\",\"priority\":2},"
                            "{\"id\":\"3\",\"name\":\"Zeta\",\"priority\":1}]}");

  desk_api_client_list_institutions_async (self->client, "banking", self->cancellable,
                                           desk_await_keep, &self->result);
  institutions = desk_api_client_list_institutions_finish (self->client, desk_api_fixture_await (self), &self->error);
  g_assert_no_error (self->error);

  for (guint i = 0; i < institutions->len; i++)
    g_string_append (ids, desk_institution_get_id (g_ptr_array_index (institutions, i)));
  g_assert_cmpstr (ids->str, ==, "321");
  assert_query (self, "GET /v1/institutions", "client_id=client-1&industry=banking");
}

static void
test_lists_consents_ended_ones_too (DeskApiFixture *self,
                                    gconstpointer   version)
{
  g_autoptr(GPtrArray) consents = NULL;

  desk_scripted_server_add (self->server, "GET /v1/consent", 200,
                            "{\"consents\":[{\"arrangement_id\":\"a\",\"active\":true},"
                            "{\"arrangement_id\":\"b\",\"active\":false}],\"links\":{}}");

  desk_api_client_list_consents_async (self->client, "eu_1", self->cancellable, desk_await_keep, &self->result);
  consents = desk_api_client_list_consents_finish (self->client, desk_api_fixture_await (self), &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpuint (consents->len, ==, 2);
  g_assert_cmpstr (desk_consent_get_id (g_ptr_array_index (consents, 1)), ==, "b");
  assert_query (self, "GET /v1/consent", "end_user_id=eu_1&page%5Bsize%5D=1000");
}

static gboolean
revoke_consent (DeskApiFixture *self)
{
  desk_api_client_revoke_consent_async (self->client, "a b", self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_revoke_consent_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_revokes_consent (DeskApiFixture *self,
                      gconstpointer   version)
{
  desk_scripted_server_add (self->server, "DELETE /v1/consent/a%20b", 204, NULL);

  g_assert_true (revoke_consent (self));
  g_assert_no_error (self->error);
}

static void
test_says_that_consent_was_not_revoked (DeskApiFixture *self,
                                        gconstpointer   version)
{
  desk_scripted_server_add (self->server, "DELETE /v1/consent/a%20b", 403, NULL);

  g_assert_false (revoke_consent (self));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN);
}

static DeskAuthSession *
create_auth_session (DeskApiFixture *self,
                     const char     *institution_id,
                     const char     *arrangement_id)
{
  desk_api_client_create_auth_session_async (self->client, "eu_1", "https://a.invalid/linked?state=1", NULL,
                                             institution_id, arrangement_id, self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_create_auth_session_finish (self->client, desk_api_fixture_await (self), &self->error);
}

static void
test_creates_auth_session (DeskApiFixture *self,
                           gconstpointer   version)
{
  g_autoptr(DeskAuthSession) session = NULL;

  desk_scripted_server_add (self->server, "POST /v1/auth/session", 200,
                            "{\"id\":\"c\",\"session_id\":\"s1\",\"auth_url\":\"https://auth.invalid?sess_id=s1\","
                            "\"expires_at\":1621083785}");

  session = create_auth_session (self, "22", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (desk_auth_session_get_session_id (session), ==, "s1");
  assert_body (self, "POST /v1/auth/session",
               "{\"end_user_id\":\"eu_1\",\"redirect_uri\":\"https://a.invalid/linked?state=1\",\"institution_id\":\"22\"}");
}

static void
test_authorises_arrangement_again (DeskApiFixture *self,
                                   gconstpointer   version)
{
  g_autoptr(DeskAuthSession) session = NULL;

  desk_scripted_server_add (self->server, "POST /v1/auth/session", 200,
                            "{\"session_id\":\"s1\",\"auth_url\":\"https://auth.invalid?sess_id=s1\"}");

  session = create_auth_session (self, NULL, "a-1");
  g_assert_no_error (self->error);
  assert_body (self, "POST /v1/auth/session",
               "{\"end_user_id\":\"eu_1\",\"redirect_uri\":\"https://a.invalid/linked?state=1\",\"arrangement_id\":\"a-1\"}");
}

/* Whoever opens it judges it. */
static void
test_passes_auth_url_on (DeskApiFixture *self,
                         gconstpointer   version)
{
  g_autoptr(DeskAuthSession) session = NULL;

  desk_scripted_server_add (self->server, "POST /v1/auth/session", 200,
                            "{\"session_id\":\"s1\",\"auth_url\":\"http://auth.invalid?sess_id=s1\"}");

  session = create_auth_session (self, "22", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (desk_auth_session_get_auth_url (session), ==, "http://auth.invalid?sess_id=s1");
}

static void
test_gets_json_as_received (DeskApiFixture *self,
                            gconstpointer   version)
{
  static const char body[] = "[ {\"name\" : 0.10} ]";
  g_autoptr(GBytes) bytes = NULL;

  desk_scripted_server_add (self->server, "GET /v1/permissions", 200, body);

  bytes = desk_api_fixture_get_json (self, "/permissions?industry=banking");
  g_assert_no_error (self->error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), body, strlen (body));
  assert_query (self, "GET /v1/permissions", "industry=banking");
}

static void
test_gets_json_below_origin (DeskApiFixture *self,
                             gconstpointer   version)
{
  g_autoptr(GBytes) bytes = NULL;

  desk_scripted_server_add (self->server, "GET /sandbox/state", 200, "{}");

  bytes = desk_api_fixture_get_json (self, "//sandbox/state");
  g_assert_no_error (self->error);
  g_assert_nonnull (bytes);
}

static void
test_refuses_path_that_is_no_path (DeskApiFixture *self,
                                   gconstpointer   version)
{
  g_assert_null (desk_api_fixture_get_json (self, "/%zz"));
  g_assert_error (self->error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
}

static void
test_signs_and_names_itself (DeskApiFixture *self,
                             gconstpointer   version)
{
  g_autoptr(GBytes) bytes = NULL;

  desk_scripted_server_add (self->server, "GET /v1/permissions", 200, "[]");

  bytes = desk_api_fixture_get_json (self, "/permissions");
  g_assert_cmpstr (get_header (self, "GET /v1/permissions", "Authorization"), ==, "Bearer token-1");
  g_assert_cmpstr (get_header (self, "GET /v1/permissions", "X-Fiskil-Version"), ==, "v3");
  g_assert_cmpstr (get_header (self, "GET /v1/permissions", "User-Agent"), ==, "ConsentDesk/" PACKAGE_VERSION);
  g_assert_null (get_header (self, TOKEN_CALL, "Authorization"));
  assert_body (self, TOKEN_CALL, "{\"client_id\":\"client-1\",\"client_secret\":\"secret-1\"}");
}

static void
test_refuses_unsafe_api_address (void)
{
  static const char *const addresses[] = {
    "http://api.example.com/v1", "ftp://127.0.0.1/v1", "https://u:p@api.example.com/v1",
    "https://api.example.com/v1?x=1", "https://api.example.com/v1#x", "nonsense", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (desk_api_client_new (addresses[i], "v3", NULL, &error));
      g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
    }
}

static void
test_keeps_api_address_without_slash (void)
{
  g_autoptr(DeskApiClient) client = desk_api_client_new ("https://api.example.com/v1/", "v3", NULL, NULL);

  g_assert_cmpstr (desk_api_client_get_api_uri (client), ==, "https://api.example.com/v1");
}

static void
test_properties_reach_connection (void)
{
  g_autoptr(DeskApiClient) client = desk_api_client_new ("https://api.example.com/v1", "v3", NULL, NULL);
  guint retry_delay, body_cap, timeout;

  g_object_get (client, "retry-delay", &retry_delay, "body-cap", &body_cap, "timeout", &timeout, NULL);
  g_assert_cmpuint (retry_delay, ==, 500);
  g_assert_cmpuint (body_cap, ==, 64 * 1024 * 1024);
  g_assert_cmpuint (timeout, ==, 30);

  g_object_set (client, "retry-delay", 1, "body-cap", 2, "timeout", 3, NULL);
  g_object_get (client, "retry-delay", &retry_delay, "body-cap", &body_cap, "timeout", &timeout, NULL);
  g_assert_cmpuint (retry_delay + body_cap + timeout, ==, 6);
}

static void
add (const char *path,
     const char *version,
     void      (*func) (DeskApiFixture *, gconstpointer))
{
  g_test_add (path, DeskApiFixture, version, desk_api_fixture_set_up, func, desk_api_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/client/end-users/lists-all-pages", "v3", test_lists_end_users_of_all_pages);
  add ("/client/end-users/lists-bare-array-of-v1", "v1", test_lists_bare_array_of_older_versions);
  add ("/client/end-users/lists-bare-array-of-v2", "v2", test_lists_bare_array_of_older_versions);
  add ("/client/end-users/lists-those-with-email", "v3", test_lists_end_users_with_email);
  add ("/client/end-users/leaves-out-records-without-id", "v3", test_leaves_out_records_without_id);
  add ("/client/end-users/refuses-list-without-any-id", "v3", test_refuses_list_without_any_id);
  add ("/client/end-users/refuses-list-of-another-shape", "v3", test_refuses_list_of_another_shape);
  add ("/client/end-users/gets-with-encoded-id", "v3", test_gets_end_user_with_encoded_id);
  add ("/client/end-users/sends-nothing-for-id-of-dots", "v3", test_sends_nothing_for_id_of_dots);
  add ("/client/end-users/refuses-answer-without-id", "v3", test_refuses_end_user_without_id);
  add ("/client/end-users/creates", "v3", test_creates_end_user);
  add ("/client/end-users/does-not-know-whether-dropped-create-was-done", "v3",
       test_does_not_know_whether_dropped_create_was_done);
  add ("/client/end-users/updates-what-is-given", "v3", test_updates_what_is_given);
  add ("/client/end-users/keeps-what-service-says", "v3", test_keeps_what_service_says_of_update);
  add ("/client/end-users/sends-no-update-without-id", "v3", test_sends_no_update_without_id);
  add ("/client/end-users/deletes", "v3", test_deletes_end_user);
  add ("/client/end-users/does-not-find-deleted", "v3", test_does_not_find_deleted_end_user);
  add ("/client/end-users/sends-no-delete-without-id", "v3", test_sends_no_delete_without_id);
  add ("/client/institutions/lists-in-order", "v3", test_lists_institutions_in_order);
  add ("/client/consents/lists-ended-ones-too", "v3", test_lists_consents_ended_ones_too);
  add ("/client/consents/revokes", "v3", test_revokes_consent);
  add ("/client/consents/says-that-it-was-not-revoked", "v3", test_says_that_consent_was_not_revoked);
  add ("/client/auth-session/creates", "v3", test_creates_auth_session);
  add ("/client/auth-session/authorises-arrangement-again", "v3", test_authorises_arrangement_again);
  add ("/client/auth-session/passes-address-on", "v3", test_passes_auth_url_on);
  add ("/client/json/gets-as-received", "v3", test_gets_json_as_received);
  add ("/client/json/gets-below-origin", "v3", test_gets_json_below_origin);
  add ("/client/json/refuses-path-that-is-no-path", "v3", test_refuses_path_that_is_no_path);
  add ("/client/signs-and-names-itself", "v3", test_signs_and_names_itself);
  g_test_add_func ("/client/refuses-unsafe-api-address", test_refuses_unsafe_api_address);
  g_test_add_func ("/client/keeps-api-address-without-slash", test_keeps_api_address_without_slash);
  g_test_add_func ("/client/properties-reach-connection", test_properties_reach_connection);

  return g_test_run ();
}
