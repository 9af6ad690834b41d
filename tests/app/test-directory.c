/* test-directory.c: tests of the end users and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-directory.h"

#include "desk-api-error.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-purge-queue.h"
#include "desk-scripted-server.h"
#include "desk-sync.h"
#include "desk-test-rows.h"

static DeskDirectory *
get_directory (DeskAppFixture *fixture)
{
  return desk_context_get_directory (fixture->context);
}

static const char *
get_id (DeskAppFixture *fixture)
{
  return desk_end_user_get_id (fixture->end_user);
}

static void
grant_and_sync (DeskAppFixture *fixture)
{
  g_autofree char *consent_id = desk_test_sandbox_grant (fixture->sandbox, get_id (fixture), DESK_TEST_BANK);

  desk_app_fixture_refresh (fixture);
  desk_app_fixture_sync (fixture);
  g_assert_cmpuint (desk_app_fixture_count_rows (fixture, get_id (fixture), "banking.transactions"), >, 0);
}

static void
assert_purged (DeskAppFixture *fixture)
{
  g_assert_cmpuint (desk_app_fixture_count_rows (fixture, get_id (fixture), "banking.accounts"), ==, 0);
  g_assert_cmpuint (desk_app_fixture_count_rows (fixture, get_id (fixture), "banking.transactions"), ==, 0);
}

static DeskConsent *
get_first_consent (DeskAppFixture *fixture)
{
  return g_list_model_get_item (desk_directory_get_consents (get_directory (fixture), get_id (fixture)), 0);
}

static void
test_created_end_user_is_listed (DeskAppFixture *fixture,
                                 gconstpointer   data)
{
  GListModel *end_users;
  g_autoptr(DeskEndUser) listed = NULL;

  if (fixture->sandbox == NULL)
    return;

  end_users = desk_directory_get_end_users (get_directory (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (end_users), ==, 1);
  listed = g_list_model_get_item (end_users, 0);
  g_assert_true (listed == fixture->end_user);
  g_assert_cmpstr (desk_end_user_get_email (listed), ==, "mia@example.com");
}

static void
test_objects_stay_over_refreshes (DeskAppFixture *fixture,
                                  gconstpointer   data)
{
  GListModel *end_users;
  g_autofree char *other_id = NULL;
  g_autoptr(DeskEndUser) listed = NULL;

  if (fixture->sandbox == NULL)
    return;

  other_id = desk_test_sandbox_create_end_user (fixture->sandbox, "Tom Reid", "tom@example.com");
  desk_app_fixture_refresh (fixture);
  end_users = desk_directory_get_end_users (get_directory (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (end_users), ==, 2);
  listed = g_list_model_get_item (end_users, 0);
  g_assert_true (listed == fixture->end_user);
}

static void
test_update_shows_at_once (DeskAppFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->sandbox == NULL)
    return;

  desk_directory_update_async (get_directory (fixture), fixture->end_user, "new@example.com", "+61400000000", NULL,
                               desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_update_finish (get_directory (fixture), result, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (desk_end_user_get_email (fixture->end_user), ==, "new@example.com");
  g_assert_cmpstr (desk_end_user_get_phone (fixture->end_user), ==, "+61400000000");
  g_assert_cmpstr (desk_end_user_get_name (fixture->end_user), ==, "Mia Chen");
}

static void
test_delete_purges (DeskAppFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant_and_sync (fixture);
  desk_directory_delete_async (get_directory (fixture), fixture->end_user, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_delete_finish (get_directory (fixture), result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (desk_directory_get_end_users (get_directory (fixture))), ==, 0);
  assert_purged (fixture);
}

static void
test_vanished_end_user_is_purged (DeskAppFixture *fixture,
                                  gconstpointer   data)
{
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant_and_sync (fixture);
  path = g_strconcat ("/v1/end-users/", get_id (fixture), NULL);
  answer = desk_test_sandbox_call (fixture->sandbox, "DELETE", path, NULL);
  desk_app_fixture_refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (desk_directory_get_end_users (get_directory (fixture))), ==, 0);
  assert_purged (fixture);
}

static void
count (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_revoke_purges (DeskAppFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskConsent) consent = NULL;
  guint n_told = 0;
  GAsyncResult *slot = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant_and_sync (fixture);
  consent = get_first_consent (fixture);
  g_assert_true (desk_consent_get_active (consent));
  g_signal_connect_swapped (get_directory (fixture), "consents-changed", G_CALLBACK (count), &n_told);

  desk_directory_revoke_async (get_directory (fixture), consent, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_revoke_finish (get_directory (fixture), result, &error));
  g_assert_no_error (error);

  g_signal_handlers_disconnect_by_data (get_directory (fixture), &n_told);
  g_assert_cmpuint (n_told, >, 0);
  g_assert_false (desk_consent_get_active (consent));
  assert_purged (fixture);
}

static void
end_consent (DeskAppFixture *fixture,
             DeskConsent    *consent)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_directory_revoke_async (get_directory (fixture), consent, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_directory_revoke_finish (get_directory (fixture), result, NULL));
}

static void
test_page_that_came_after_the_end_is_purged (DeskAppFixture *fixture,
                                             gconstpointer   data)
{
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(DeskConsent) consent = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *json = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant_and_sync (fixture);
  consent = get_first_consent (fixture);
  sync = desk_sync_new (fixture->context, fixture->end_user);
  end_consent (fixture, consent);
  assert_purged (fixture);

  /* In a data set that this fetch does not bring up to date itself. */
  json = g_strdup_printf ("[{\"fiskil_id\":\"late\",\"arrangement_id\":\"%s\"}]", desk_consent_get_id (consent));
  desk_test_rows_add (desk_context_get_store (fixture->context), "energy.accounts", get_id (fixture), 1, json);
  desk_sync_run_async (sync, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_sync_run_finish (sync, result, NULL);
  while (desk_app_fixture_count_rows (fixture, get_id (fixture), "energy.accounts") > 0)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_consent_that_ended_elsewhere_is_purged (DeskAppFixture *fixture,
                                             gconstpointer   data)
{
  g_autoptr(DeskConsent) consent = NULL;
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant_and_sync (fixture);
  consent = get_first_consent (fixture);
  path = g_strconcat ("/v1/consent/", desk_consent_get_id (consent), NULL);
  answer = desk_test_sandbox_call (fixture->sandbox, "DELETE", path, NULL);
  desk_app_fixture_refresh (fixture);
  assert_purged (fixture);
}

static void
test_expiry_by_our_clock_purges (DeskAppFixture *fixture,
                                 gconstpointer   data)
{
  DeskDirectorySummary summary;
  g_autoptr(DeskConsent) consent = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant_and_sync (fixture);
  consent = get_first_consent (fixture);
  desk_clock_freeze (desk_context_get_clock (fixture->context), desk_consent_get_expires_at (consent) + 1);

  desk_directory_summarise (get_directory (fixture), get_id (fixture), &summary);
  g_assert_cmpuint (summary.n_active, ==, 0);
  g_assert_cmpuint (summary.n_ended, ==, 1);
  g_assert_cmpint (summary.days_left, ==, -1);

  /* Nobody asked for it, so nobody is told; reads go before writes. */
  while (desk_app_fixture_count_rows (fixture, get_id (fixture), "banking.transactions") > 0)
    g_main_context_iteration (NULL, FALSE);

  assert_purged (fixture);
}

static void
test_summary_counts (DeskAppFixture *fixture,
                     gconstpointer   data)
{
  DeskDirectorySummary summary;
  g_autofree char *bank = NULL;
  g_autofree char *retailer = NULL;

  if (fixture->sandbox == NULL)
    return;

  desk_directory_summarise (get_directory (fixture), get_id (fixture), &summary);
  g_assert_cmpuint (summary.n_active, ==, 0);
  g_assert_cmpint (summary.days_left, ==, -1);

  bank = desk_test_sandbox_grant (fixture->sandbox, get_id (fixture), DESK_TEST_BANK);
  retailer = desk_test_sandbox_grant (fixture->sandbox, get_id (fixture), DESK_TEST_RETAILER);
  desk_app_fixture_refresh (fixture);
  desk_directory_summarise (get_directory (fixture), get_id (fixture), &summary);
  g_assert_cmpuint (summary.n_active, ==, 2);
  g_assert_cmpuint (summary.n_ended, ==, 0);
  g_assert_cmpint (summary.days_left, >, 0);
}

static void
test_uncertain_creation_offers_what_is_there (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskApiClient) client = NULL;
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskClock) clock = desk_clock_new ();
  g_autoptr(DeskDirectory) directory = NULL;
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  client = desk_api_client_new (desk_scripted_server_get_api_uri (server), "v3", NULL, NULL);
  desk_api_client_set_credentials (client, "id", "secret");
  directory = desk_directory_new (client, store, clock);
  desk_scripted_server_add_raw (server, "POST /v1/end-users", "");
  desk_scripted_server_add (server, "GET /v1/end-users", 200,
                            "{\"end_users\":[{\"id\":\"eu_1\",\"email\":\"mia@example.com\"}],\"links\":{}}");

  desk_directory_create_async (directory, NULL, "mia@example.com", NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  end_user = desk_directory_create_finish (directory, result, &found, &error);
  g_assert_null (end_user);
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN);
  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (desk_end_user_get_id (g_ptr_array_index (found, 0)), ==, "eu_1");
}

static void
test_other_client_is_used (DeskAppFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(DeskApiClient) client = NULL;

  if (fixture->sandbox == NULL)
    return;

  client = desk_api_client_new (desk_scripted_server_get_api_uri (server), "v3", NULL, NULL);
  desk_api_client_set_credentials (client, "id", "secret");
  desk_scripted_server_add (server, "GET /v1/end-users", 200, "{\"end_users\":[],\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/consent", 200, "{\"consents\":[],\"links\":{}}");
  desk_directory_set_client (get_directory (fixture), client);
  desk_app_fixture_refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (desk_directory_get_end_users (get_directory (fixture))), ==, 0);
}

static DeskConsent *
make_consent (const char *permissions)
{
  g_autofree char *json = NULL;
  DeskJsonSlice slice;

  json = g_strdup_printf ("{\"arrangement_id\":\"c1\",\"end_user_id\":\"eu_1\",\"institution_id\":\"1\",\"active\":true,"
                          "\"expires_at\":\"2100-01-01T00:00:00Z\",\"permissions\":[%s]}", permissions);
  g_assert_true (desk_json_parse (json, strlen (json), &slice, NULL));

  return desk_consent_new_from_json (slice, NULL);
}

static void
test_consent_that_shares_less_is_announced (void)
{
  g_autoptr(DeskConsentBook) book = desk_consent_book_new ();
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_over = 0;

  g_signal_connect_swapped (book, "over", G_CALLBACK (count), &n_over);
  g_ptr_array_add (before, make_consent ("\"accounts\",\"transactions\""));
  g_ptr_array_add (after, make_consent ("\"accounts\""));

  desk_consent_book_update (book, before, NULL, 1);
  desk_consent_book_update (book, before, NULL, 1);
  g_assert_cmpuint (n_over, ==, 0);
  desk_consent_book_update (book, after, NULL, 1);
  g_assert_cmpuint (n_over, ==, 1);
}

static void
test_next_expiry_is_known (void)
{
  const gint64 expires_at = G_GINT64_CONSTANT (4102444800) * G_USEC_PER_SEC;
  g_autoptr(DeskConsentBook) book = desk_consent_book_new ();
  g_autoptr(GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpint (desk_consent_book_get_next_expiry (book, 1), ==, 0);
  g_ptr_array_add (consents, make_consent ("\"accounts\""));
  desk_consent_book_update (book, consents, NULL, 1);
  g_assert_cmpint (desk_consent_book_get_next_expiry (book, 1), ==, expires_at);
  g_assert_cmpint (desk_consent_book_get_next_expiry (book, expires_at + 1), ==, 0);
  desk_consent_book_remove_end_user (book, "eu_1");
  g_assert_cmpint (desk_consent_book_get_next_expiry (book, 1), ==, 0);
}

static void
test_consent_that_is_not_listed_any_more_is_announced (void)
{
  g_autoptr(DeskConsentBook) book = desk_consent_book_new ();
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  GListModel *list;
  guint n_over = 0;

  g_signal_connect_swapped (book, "over", G_CALLBACK (count), &n_over);
  g_ptr_array_add (before, make_consent ("\"accounts\""));
  desk_consent_book_update (book, before, NULL, 1);
  list = desk_consent_book_get_list (book, "eu_1");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);

  desk_consent_book_update (book, nothing, "eu_1", 1);
  g_assert_cmpuint (n_over, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

static DeskConsent *
make_ended_consent (void)
{
  const char *json = "{\"arrangement_id\":\"c1\",\"end_user_id\":\"eu_1\",\"active\":false}";
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (json, strlen (json), &slice, NULL));

  return desk_consent_new_from_json (slice, NULL);
}

static void
test_consent_that_went_with_its_end_user_is_no_news (void)
{
  g_autoptr(DeskConsentBook) book = desk_consent_book_new ();
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_ended = 0;

  g_signal_connect_swapped (book, "ended", G_CALLBACK (count), &n_ended);
  g_ptr_array_add (before, make_consent ("\"accounts\""));
  g_ptr_array_add (after, make_ended_consent ());
  desk_consent_book_update (book, before, NULL, 1);
  desk_consent_book_remove_end_user (book, "eu_1");
  desk_consent_book_update (book, after, NULL, 1);
  g_assert_cmpuint (n_ended, ==, 0);
}

static void
test_consent_of_nobody_is_not_purged (void)
{
  const char *json = "{\"arrangement_id\":\"c1\",\"institution_id\":\"1\",\"active\":true}";
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskPurgeQueue) queue = desk_purge_queue_new (store);
  g_autoptr(DeskConsent) consent = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  guint n_purged = 0;
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (json, strlen (json), &slice, NULL));
  consent = desk_consent_new_from_json (slice, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (store, "purged", G_CALLBACK (count), &n_purged);

  desk_purge_queue_add_consent (queue, consent);
  desk_purge_queue_run_async (queue, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_purge_queue_run_finish (queue, result, &error));
  g_assert_cmpuint (n_purged, ==, 0);
  desk_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/directory/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("created-end-user-is-listed", test_created_end_user_is_listed);
  ADD ("objects-stay-over-refreshes", test_objects_stay_over_refreshes);
  ADD ("update-shows-at-once", test_update_shows_at_once);
  ADD ("delete-purges", test_delete_purges);
  ADD ("vanished-end-user-is-purged", test_vanished_end_user_is_purged);
  ADD ("revoke-purges", test_revoke_purges);
  ADD ("page-that-came-after-the-end-is-purged", test_page_that_came_after_the_end_is_purged);
  ADD ("consent-that-ended-elsewhere-is-purged", test_consent_that_ended_elsewhere_is_purged);
  ADD ("expiry-by-our-clock-purges", test_expiry_by_our_clock_purges);
  ADD ("summary-counts", test_summary_counts);
  ADD ("other-client-is-used", test_other_client_is_used);
#undef ADD
  g_test_add_func ("/purge-queue/consent-of-nobody-is-not-purged", test_consent_of_nobody_is_not_purged);
  g_test_add_func ("/directory/uncertain-creation-offers-what-is-there", test_uncertain_creation_offers_what_is_there);
  g_test_add_func ("/directory/consent-that-shares-less-is-announced", test_consent_that_shares_less_is_announced);
  g_test_add_func ("/directory/consent-that-went-with-its-end-user-is-no-news",
                   test_consent_that_went_with_its_end_user_is_no_news);
  g_test_add_func ("/directory/next-expiry-is-known", test_next_expiry_is_known);
  g_test_add_func ("/directory/consent-that-is-not-listed-any-more-is-announced",
                   test_consent_that_is_not_listed_any_more_is_announced);

  return g_test_run ();
}
