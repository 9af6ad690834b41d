/* test-inspector.c: what is taken in, how much of it is kept, and what goes with a consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "inspector-stage.h"

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-credentials.h"

#define ACCOUNTS "/banking/accounts?end_user_id=eu_1"

static gboolean
has_body (DeskInspectorEntry *entry)
{
  return desk_inspector_entry_get_record (entry)->response_body != NULL;
}

static void
assert_body (DeskInspectorEntry *entry,
             const char         *expected)
{
  GBytes *body = desk_inspector_entry_get_record (entry)->response_body;

  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), expected, strlen (expected));
}

static void
begin_consent (InspectorStage *stage)
{
  desk_test_life_list (&stage->life, desk_test_consent ("c-1", -10, 80, NULL), NULL);
}

static void
end_consent (InspectorStage *stage)
{
  desk_test_life_list (&stage->life, desk_test_consent ("c-1", -10, 80, "Expired or Revoked"), NULL);
}

static void
test_the_newest_is_the_first (InspectorStage *stage,
                              gconstpointer   data)
{
  inspector_stage_ask (stage, "/institutions", 200, "[]");
  inspector_stage_ask (stage, "/permissions", 404, "{\"id\":\"err_1\",\"name\":\"n\",\"message\":\"m\"}");

  g_assert_cmpuint (inspector_stage_count (stage), ==, 3);
  g_assert_cmpstr (desk_inspector_entry_get_title (inspector_stage_get (stage, 0)), ==, "/v1/permissions");
  g_assert_cmpstr (desk_inspector_entry_get_title (inspector_stage_get (stage, 1)), ==, "/v1/institutions");
  g_assert_cmpstr (desk_inspector_entry_get_title (inspector_stage_get (stage, 2)), ==, "/v1/token");
  g_assert_true (desk_inspector_entry_is_failed (inspector_stage_get (stage, 0)));
  g_assert_false (desk_inspector_entry_is_failed (inspector_stage_get (stage, 1)));
}

static void
test_search (InspectorStage *stage,
             gconstpointer   data)
{
  DeskInspectorEntry *entry = inspector_stage_ask (stage, ACCOUNTS, 404, "{\"id\":\"err_Ab\",\"name\":\"n\",\"message\":\"m\"}");

  g_assert_true (desk_inspector_entry_matches (entry, ""));
  g_assert_true (desk_inspector_entry_matches (entry, "get ACCOUNTS 404"));
  g_assert_true (desk_inspector_entry_matches (entry, "err_ab"));
  g_assert_true (desk_inspector_entry_matches (entry, "not found"));
  g_assert_false (desk_inspector_entry_matches (entry, "accounts 200"));
}

static void
test_the_last_are_kept (InspectorStage *stage,
                        gconstpointer   data)
{
  g_object_set (stage->inspector, "limit", 2, NULL);
  for (guint i = 0; i < 4; i++)
    inspector_stage_add_webhook (stage, i < 3 ? "old" : "new", "{}");

  g_assert_cmpuint (inspector_stage_count (stage), ==, 2);
  g_assert_cmpstr (desk_inspector_entry_get_title (inspector_stage_get (stage, 0)), ==, "new");
}

static void
test_a_lower_limit_counts_at_once (InspectorStage *stage,
                                   gconstpointer   data)
{
  for (guint i = 0; i < 4; i++)
    inspector_stage_add_webhook (stage, "a", "{}");
  g_object_set (stage->inspector, "limit", 1, NULL);
  g_assert_cmpuint (inspector_stage_count (stage), ==, 1);
}

static void
test_the_oldest_bodies_go_first (InspectorStage *stage,
                                 gconstpointer   data)
{
  g_object_set (stage->inspector, "body-cap", (guint64) 10, NULL);
  for (guint i = 0; i < 3; i++)
    inspector_stage_add_webhook (stage, "a", "12345");

  g_assert_cmpuint (inspector_stage_count (stage), ==, 3);
  g_assert_cmpuint (desk_inspector_entry_get_kept_size (inspector_stage_get (stage, 0)), ==, 5);
  g_assert_cmpuint (desk_inspector_entry_get_kept_size (inspector_stage_get (stage, 1)), ==, 5);
  g_assert_cmpuint (desk_inspector_entry_get_kept_size (inspector_stage_get (stage, 2)), ==, 0);
  g_assert_cmpint (desk_inspector_entry_get_bodies (inspector_stage_get (stage, 2)), ==, DESK_INSPECTOR_BODIES_TOO_MUCH);
  g_assert_cmpuint (desk_inspector_entry_get_record (inspector_stage_get (stage, 2))->request_size, ==, 5);
}

static void
test_room_that_became_free_is_used_again (InspectorStage *stage,
                                          gconstpointer   data)
{
  g_object_set (stage->inspector, "body-cap", (guint64) 10, "limit", 1, NULL);
  for (guint i = 0; i < 5; i++)
    inspector_stage_add_webhook (stage, "a", "1234567890");
  desk_inspector_clear (stage->inspector);
  inspector_stage_add_webhook (stage, "a", "1234567890");
  g_assert_cmpuint (desk_inspector_entry_get_kept_size (inspector_stage_get (stage, 0)), ==, 10);
}

static void
test_pause (InspectorStage *stage,
            gconstpointer   data)
{
  g_object_set (stage->inspector, "paused", TRUE, NULL);
  inspector_stage_add_webhook (stage, "a", "{}");
  g_assert_cmpuint (inspector_stage_count (stage), ==, 0);
  g_object_set (stage->inspector, "paused", FALSE, NULL);
  inspector_stage_add_webhook (stage, "a", "{}");
  g_assert_cmpuint (inspector_stage_count (stage), ==, 1);
}

static void
test_a_consent_takes_its_bodies_along (InspectorStage *stage,
                                       gconstpointer   data)
{
  g_autoptr(DeskInspectorEntry) all = g_object_ref (inspector_stage_ask (stage, ACCOUNTS, 200, "[1]"));
  g_autoptr(DeskInspectorEntry) this_one = g_object_ref (inspector_stage_ask (stage, ACCOUNTS "&institution_id=88888", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) nobody = g_object_ref (inspector_stage_ask (stage, "/energy/usage", 200, "[1]"));

  begin_consent (stage);
  g_assert_true (has_body (all));
  end_consent (stage);
  g_assert_false (has_body (all));
  g_assert_false (has_body (this_one));
  g_assert_false (has_body (nobody));
  g_assert_cmpint (desk_inspector_entry_get_bodies (all), ==, DESK_INSPECTOR_BODIES_PURGED);
  g_assert_cmpuint (desk_inspector_entry_get_record (all)->response_size, ==, 3);
}

static void
test_a_consent_leaves_other_bodies (InspectorStage *stage,
                                    gconstpointer   data)
{
  g_autoptr(DeskInspectorEntry) other_bank = g_object_ref (inspector_stage_ask (stage, ACCOUNTS "&institution_id=1", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) other_user = g_object_ref (inspector_stage_ask (stage, "/banking/accounts?end_user_id=eu_2", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) products = g_object_ref (inspector_stage_ask (stage, "/banking/products?institution_id=88888", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) end_users = g_object_ref (inspector_stage_ask (stage, "/end-users", 200, "[1]"));

  begin_consent (stage);
  end_consent (stage);
  g_assert_true (has_body (other_bank));
  g_assert_true (has_body (other_user));
  g_assert_true (has_body (products));
  g_assert_true (has_body (end_users));
}

static void
test_an_end_user_takes_everything_along (InspectorStage *stage,
                                         gconstpointer   data)
{
  g_autoptr(DeskInspectorEntry) accounts = g_object_ref (inspector_stage_ask (stage, ACCOUNTS "&institution_id=1", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) end_user = g_object_ref (inspector_stage_ask (stage, "/end-users/eu_1", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) end_users = g_object_ref (inspector_stage_ask (stage, "/end-users", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) other = g_object_ref (inspector_stage_ask (stage, "/end-users/eu_2", 200, "[1]"));
  g_autoptr(DeskInspectorEntry) institutions = g_object_ref (inspector_stage_ask (stage, "/institutions?end_user_id=eu_1", 200, "[1]"));

  inspector_stage_add_webhook (stage, "consent.received", "{\"data\":{\"end_user_id\":\"eu_1\"}}");
  g_signal_emit_by_name (stage->life.directory, "end-user-gone", "eu_1");
  g_assert_false (has_body (accounts));
  g_assert_false (has_body (end_user));
  g_assert_false (has_body (end_users));
  g_assert_true (has_body (other));
  g_assert_true (has_body (institutions));
  g_assert_cmpuint (desk_inspector_entry_get_kept_size (inspector_stage_get (stage, 0)), ==, 0);
}

static void
test_what_was_under_way_is_purged_when_it_comes (InspectorStage *stage,
                                                 gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  begin_consent (stage);
  inspector_stage_ask (stage, "/institutions", 200, "[]");
  desk_scripted_server_add (stage->server, "GET /v1/banking/accounts", 200, "[1]");
  desk_api_client_get_json_async (stage->client, ACCOUNTS, NULL, desk_await_keep, &slot);
  while (desk_scripted_server_count (stage->server, "GET /v1/banking/accounts") == 0)
    g_main_context_iteration (NULL, TRUE);
  end_consent (stage);
  result = desk_await_result (&slot);
  while (inspector_stage_count (stage) < 3)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (has_body (inspector_stage_get (stage, 0)));
  g_assert_true (has_body (inspector_stage_ask (stage, ACCOUNTS, 200, "[1]")));
}

static void
test_account_numbers_are_hidden_for_good (InspectorStage *stage,
                                          gconstpointer   data)
{
  inspector_stage_ask (stage, ACCOUNTS, 200, "{\"account_number\":\"123\"}");
  g_object_set (stage->inspector, "shows-numbers", TRUE, NULL);
  inspector_stage_ask (stage, ACCOUNTS, 200, "{\"account_number\":\"123\"}");

  assert_body (inspector_stage_get (stage, 1), "{\"account_number\":\"xxx\"}");
  assert_body (inspector_stage_get (stage, 0), "{\"account_number\":\"123\"}");
}

static void
test_another_client_shows_account_numbers_too (InspectorStage *stage,
                                               gconstpointer   data)
{
  gboolean shows_numbers = FALSE;

  desk_inspector_set_client (stage->inspector, NULL);
  g_object_set (stage->inspector, "shows-numbers", TRUE, NULL);
  desk_inspector_set_client (stage->inspector, stage->client);
  g_object_get (desk_api_client_get_recorder (stage->client), "shows-numbers", &shows_numbers, NULL);
  g_assert_true (shows_numbers);
}

static void
test_a_webhook (InspectorStage *stage,
                gconstpointer   data)
{
  DeskInspectorEntry *entry;
  const DeskApiRecord *record;

  inspector_stage_add_webhook (stage, "consent.received", "{\"data\":{\"end_user_id\":\"eu_1\"},\"bsb\":\"1\"}");
  entry = inspector_stage_get (stage, 0);
  record = desk_inspector_entry_get_record (entry);
  g_assert_cmpstr (desk_inspector_entry_get_title (entry), ==, "consent.received");
  g_assert_cmpstr (desk_inspector_entry_get_webhook (entry)->effect, ==, "Fetched accounts");
  g_assert_cmpstr (desk_inspector_entry_get_end_user_id (entry), ==, "eu_1");
  g_assert_cmpstr (desk_api_record_get_header (record->request_headers, "cookie"), ==, "[redacted]");
  g_assert_nonnull (strstr (g_bytes_get_data (record->request_body, NULL), "\"bsb\":\"x\""));
}

static void
test_only_what_is_to_be_believed_can_be_replayed (InspectorStage *stage,
                                                  gconstpointer   data)
{
  g_assert_true (desk_inspector_entry_can_be_replayed (inspector_stage_add_message (stage, DESK_WEBHOOK_VALID)));
  g_assert_false (desk_inspector_entry_can_be_replayed (inspector_stage_add_message (stage, DESK_WEBHOOK_FORGED)));
  g_assert_false (desk_inspector_entry_can_be_replayed (inspector_stage_add_message (stage, DESK_WEBHOOK_UNSIGNED)));
  g_assert_false (desk_inspector_entry_can_be_replayed (inspector_stage_add_message (stage, DESK_WEBHOOK_DUPLICATE)));
}

static void
test_what_is_purged_cannot_be_replayed (InspectorStage *stage,
                                        gconstpointer   data)
{
  DeskInspectorEntry *entry = inspector_stage_add_message (stage, DESK_WEBHOOK_VALID);

  g_signal_emit_by_name (stage->life.directory, "end-user-gone", "eu_1");
  g_assert_false (desk_inspector_entry_can_be_replayed (entry));
}

static void
test_a_replay_is_marked (InspectorStage *stage,
                         gconstpointer   data)
{
  DeskInspectorEntry *original = inspector_stage_add_message (stage, DESK_WEBHOOK_VALID);
  DeskInspectorEntry *replay = desk_inspector_add_replay (stage->inspector, original, "Nothing");

  g_assert_true (inspector_stage_get (stage, 0) == replay);
  g_assert_true (desk_inspector_entry_get_webhook (replay)->is_replay);
  g_assert_cmpstr (desk_inspector_entry_get_status_words (replay), ==, "Replayed");
  g_assert_false (desk_inspector_entry_is_failed (replay));
  g_assert_cmpstr (desk_inspector_entry_get_webhook (replay)->effect, ==, "Nothing");
  g_assert_cmpstr (desk_inspector_entry_get_webhook (original)->effect, ==, "Not known yet");
}

static void
test_an_effect_is_found (InspectorStage *stage,
                         gconstpointer   data)
{
  DeskInspectorEntry *entry = inspector_stage_add_message (stage, DESK_WEBHOOK_VALID);

  g_assert_false (desk_inspector_entry_matches (entry, "12 records"));
  desk_inspector_entry_set_effect (entry, "Accounts: 12 records fetched");
  g_assert_true (desk_inspector_entry_matches (entry, "12 records"));
}

static char *
make_smaller_consent (const char *is,
                      const char *becomes)
{
  g_autofree char *whole = desk_test_consent ("c-1", -10, 80, NULL);
  g_autoptr(GString) smaller = g_string_new (whole);

  g_assert_cmpuint (g_string_replace (smaller, is, becomes, 1), ==, 1);

  return g_strdup (smaller->str);
}

static void
test_a_consent_with_fewer_accounts_is_purged (InspectorStage *stage,
                                              gconstpointer   data)
{
  g_autoptr(DeskInspectorEntry) accounts = g_object_ref (inspector_stage_ask (stage, ACCOUNTS, 200, "[1]"));

  begin_consent (stage);
  begin_consent (stage);
  g_assert_true (has_body (accounts));
  desk_test_life_list (&stage->life, make_smaller_consent ("\"acc-1\",", ""), NULL);
  g_assert_false (has_body (accounts));
}

static void
test_a_consent_with_fewer_permissions_is_purged (InspectorStage *stage,
                                                 gconstpointer   data)
{
  g_autoptr(DeskInspectorEntry) accounts = g_object_ref (inspector_stage_ask (stage, ACCOUNTS, 200, "[1]"));

  begin_consent (stage);
  desk_test_life_list (&stage->life, make_smaller_consent ("[\"accounts\"]", "[]"), NULL);
  g_assert_false (has_body (accounts));
}

/* Everything of an entry in which something might be. */
static void
append_all (GString            *all,
            DeskInspectorEntry *entry)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (entry);
  g_autofree char *request = g_strjoinv ("\n", record->request_headers);
  g_autofree char *response = g_strjoinv ("\n", record->response_headers);

  g_string_append_printf (all, "%s\n%s\n%s\n", record->uri, request, response);
  for (guint i = 0; i < 2; i++)
    {
      GBytes *body = i == 0 ? record->request_body : record->response_body;

      if (body != NULL)
        g_string_append_len (all, g_bytes_get_data (body, NULL), g_bytes_get_size (body));
    }
}

static void
test_a_whole_fetch_holds_no_secret (DeskAppFixture *app,
                                    gconstpointer   data)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autofree char *consent_id = NULL;
  GListModel *entries;

  if (app->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (app->sandbox, desk_end_user_get_id (app->end_user), DESK_TEST_BANK);
  entries = desk_inspector_get_entries (desk_context_get_inspector (app->context));
  desk_app_fixture_refresh (app);
  desk_app_fixture_sync (app);
  while (g_list_model_get_n_items (entries) < 8)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      append_all (all, entry);
    }

  g_assert_null (strstr (all->str, g_getenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE)));
  g_assert_false (g_regex_match_simple ("\"(token|client_secret)\": ?\"[^\\[]", all->str, 0, 0));
  g_assert_false (g_regex_match_simple ("Bearer [^\\[]", all->str, 0, 0));
  g_assert_true (g_regex_match_simple ("\"account_number\": ?\"x+\"", all->str, 0, 0));
  g_assert_false (g_regex_match_simple ("\"(account_number|bsb|national_metering_id)\": ?\"[^x\"]", all->str, 0, 0));
}

#define add(path, test) \
  g_test_add ("/inspector/" path, InspectorStage, NULL, inspector_stage_set_up, test, inspector_stage_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("newest-first", test_the_newest_is_the_first);
  add ("search", test_search);
  add ("limit", test_the_last_are_kept);
  add ("lower-limit", test_a_lower_limit_counts_at_once);
  add ("body-cap", test_the_oldest_bodies_go_first);
  add ("free-room", test_room_that_became_free_is_used_again);
  add ("pause", test_pause);
  add ("consent-ends", test_a_consent_takes_its_bodies_along);
  add ("others-stay", test_a_consent_leaves_other_bodies);
  add ("end-user-gone", test_an_end_user_takes_everything_along);
  add ("under-way", test_what_was_under_way_is_purged_when_it_comes);
  add ("hidden-for-good", test_account_numbers_are_hidden_for_good);
  add ("another-client", test_another_client_shows_account_numbers_too);
  add ("webhook", test_a_webhook);
  add ("who-can-be-replayed", test_only_what_is_to_be_believed_can_be_replayed);
  add ("purged-is-not-replayed", test_what_is_purged_cannot_be_replayed);
  add ("replay-is-marked", test_a_replay_is_marked);
  add ("effect-is-found", test_an_effect_is_found);
  add ("fewer-accounts", test_a_consent_with_fewer_accounts_is_purged);
  add ("fewer-permissions", test_a_consent_with_fewer_permissions_is_purged);
  g_test_add ("/inspector/whole-fetch", DeskAppFixture, NULL, desk_app_fixture_set_up, test_a_whole_fetch_holds_no_secret,
              desk_app_fixture_tear_down);
  return g_test_run ();
}
