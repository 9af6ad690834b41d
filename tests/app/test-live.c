/* test-live.c: tests of what webhooks of a real sandbox do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-live.h"

#include <string.h>

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-sync.h"
#include "desk-webhook-receiver.h"

typedef struct
{
  DeskAppFixture app;
  DeskLive      *live;
  char          *consent_id;
  guint          n_ended;
} Fixture;

static void
consent_ended_cb (Fixture *fixture)
{
  fixture->n_ended++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  fixture->consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                                 DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  fixture->live = desk_live_new (fixture->app.context);
  g_signal_connect_swapped (desk_context_get_directory (fixture->app.context), "consent-ended",
                            G_CALLBACK (consent_ended_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->live != NULL)
    desk_live_stop (fixture->live);
  g_clear_object (&fixture->live);
  g_free (fixture->consent_id);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

/* Returns: (transfer full) (element-type DeskInspectorEntry): the newest first */
static GPtrArray *
dup_webhooks (Fixture *fixture)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  GPtrArray *webhooks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      if (desk_inspector_entry_get_webhook (entry) != NULL)
        g_ptr_array_add (webhooks, g_steal_pointer (&entry));
    }

  return webhooks;
}

static guint
count_webhooks (Fixture *fixture)
{
  g_autoptr(GPtrArray) webhooks = dup_webhooks (fixture);

  return webhooks->len;
}

/* Returns: (transfer full): the first webhook that came */
static DeskInspectorEntry *
wait_for_webhook (Fixture *fixture)
{
  g_autoptr(GPtrArray) webhooks = NULL;

  while (count_webhooks (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  webhooks = dup_webhooks (fixture);

  return g_object_ref (g_ptr_array_index (webhooks, webhooks->len - 1));
}

/* The sandbox knows of the listener as soon as it has answered, which the inspector sees. */
static void
join (Fixture *fixture)
{
  desk_live_join_sandbox (fixture->live);
  desk_app_fixture_await_call (&fixture->app, "/sandbox/webhooks/target");
}

static void
fire (Fixture    *fixture,
      const char *event)
{
  g_autofree char *body = g_strdup_printf ("{\"event\":\"%s\",\"consent_id\":\"%s\"}", event, fixture->consent_id);

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/webhooks", body));
}

static guint
count_rows (Fixture    *fixture,
            const char *resource)
{
  return desk_app_fixture_count_rows (&fixture->app, desk_end_user_get_id (fixture->app.end_user), resource);
}

/* Ended at the institution: nobody asks, and yet it is known, and its data are gone. */
static void
test_revocation (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  desk_app_fixture_sync (&fixture->app);
  g_assert_cmpuint (count_rows (fixture, "banking.transactions"), >, 0);
  join (fixture);
  path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}"));
  while (fixture->n_ended == 0)
    g_main_context_iteration (NULL, TRUE);

  while (count_rows (fixture, "banking.transactions") > 0);
  g_assert_cmpuint (count_webhooks (fixture), ==, 1);
}

static gboolean
has_failed_call (Fixture *fixture)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  g_autoptr(DeskInspectorEntry) last = g_list_model_get_item (entries, 0);

  return last != NULL && desk_inspector_entry_is_failed (last);
}

static void
switch_fault (Fixture    *fixture,
              const char *on)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"http-500\",\"on\":%s}", on);

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults", body));
}

/* The data must not outlive their consent because the service could not be asked at once. */
static void
test_revocation_while_the_service_is_down (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *path = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  desk_app_fixture_sync (&fixture->app);
  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
  join (fixture);
  switch_fault (fixture, "true");
  path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}"));
  while (!has_failed_call (fixture))
    g_main_context_iteration (NULL, TRUE);

  switch_fault (fixture, "false");
  while (fixture->n_ended == 0)
    g_main_context_iteration (NULL, TRUE);
  while (count_rows (fixture, "banking.transactions") > 0);
}

static void
test_basic_transactions_are_transactions (Fixture       *fixture,
                                          gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  fire (fixture, "banking.transactions.basic.sync.completed");
  while (count_rows (fixture, "banking.transactions") == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Leaves the fetch of the transactions behind after its first page. */
static void
stop_half_way (Fixture *fixture)
{
  const DeskResource *const only[] = { desk_catalogue_find ("banking.transactions"), NULL };
  g_autoptr(DeskSync) sync = desk_sync_new (fixture->app.context, fixture->app.end_user);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(DeskSyncItem) item = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_sync_set_only (sync, only);
  item = g_list_model_get_item (desk_sync_get_items (sync), 0);
  g_signal_connect_swapped (item, "notify::n-rows", G_CALLBACK (cancel_cb), cancellable);
  desk_sync_run_async (sync, cancellable, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_false (desk_sync_run_finish (sync, result, NULL));
}

/* What is announced may be on a page that was read before. */
static void
test_starts_again_what_stopped (Fixture       *fixture,
                                gconstpointer  data)
{
  const DeskSyncEntry *entry;
  gint64 began_at;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  stop_half_way (fixture);
  entry = desk_sync_log_find (desk_context_get_sync_log (fixture->app.context),
                              desk_end_user_get_id (fixture->app.end_user), desk_catalogue_find ("banking.transactions"));
  began_at = entry->began_at;
  fire (fixture, "banking.transactions.sync.completed");
  while (entry->state != DESK_SYNC_DONE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (entry->began_at, >, began_at);
}

static void
test_data_set_is_fetched (Fixture       *fixture,
                          gconstpointer  data)
{
  DeskSyncLog *log;
  const DeskResource *balances = desk_catalogue_find ("banking.balances");
  const char *end_user_id;
  const DeskSyncEntry *entry;

  if (fixture->app.sandbox == NULL)
    return;

  log = desk_context_get_sync_log (fixture->app.context);
  end_user_id = desk_end_user_get_id (fixture->app.end_user);
  join (fixture);
  fire (fixture, "banking.balances.sync.completed");
  while ((entry = desk_sync_log_find (log, end_user_id, balances)) == NULL || entry->state != DESK_SYNC_DONE)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (count_rows (fixture, "banking.balances"), >, 0);
  g_assert_cmpuint (count_rows (fixture, "banking.transactions"), ==, 0);
}

static void
await_webhooks (Fixture *fixture,
                guint    n_webhooks)
{
  while (count_webhooks (fixture) < n_webhooks)
    g_main_context_iteration (NULL, TRUE);
}

/* An event that comes after it would have brought along what was missed. */
static void
test_switched_off (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  desk_context_set_refreshes_in_background (fixture->app.context, FALSE);
  fire (fixture, "banking.transactions.sync.completed");
  await_webhooks (fixture, 1);
  desk_context_set_refreshes_in_background (fixture->app.context, TRUE);
  fire (fixture, "banking.balances.sync.completed");
  while (count_rows (fixture, "banking.balances") == 0 ||
         desk_sync_log_is_busy (desk_context_get_sync_log (fixture->app.context),
                                desk_end_user_get_id (fixture->app.end_user)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_rows (fixture, "banking.transactions"), ==, 0);

  desk_context_set_refreshes_in_background (fixture->app.context, FALSE);
  path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}"));
  while (fixture->n_ended == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_unknown_event_is_only_noted (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  fire (fixture, "energy.usage.sync.completed");
  entry = wait_for_webhook (fixture);
  g_assert_cmpstr (desk_inspector_entry_get_webhook (entry)->event, ==, "energy.usage.sync.completed");
  g_assert_nonnull (desk_inspector_entry_get_webhook (entry)->verdict);
  g_assert_cmpuint (count_rows (fixture, "energy.usage"), ==, 0);
}

static void
test_headers_are_recorded_without_the_signature (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;
  char **headers;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  fire (fixture, "consent.received");
  entry = wait_for_webhook (fixture);
  headers = desk_inspector_entry_get_record (entry)->request_headers;
  g_assert_cmpstr (desk_api_record_get_header (headers, "X-Fiskil-Signature"), ==, "[redacted]");
  g_assert_cmpstr (desk_api_record_get_header (headers, "Content-Type"), ==, "application/json");
}

static void
wait_for_effect (DeskInspectorEntry *entry,
                 const char         *part)
{
  while (strstr (desk_inspector_entry_get_webhook (entry)->effect, part) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
check_effect (Fixture    *fixture,
              const char *event,
              const char *part)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  fire (fixture, event);
  entry = wait_for_webhook (fixture);
  wait_for_effect (entry, part);
}

static void
test_effect_of_a_fetch (Fixture       *fixture,
                        gconstpointer  data)
{
  check_effect (fixture, "banking.directdebits.sync.completed", "records fetched");
}

static void
test_effect_on_what_is_not_shared (Fixture       *fixture,
                                   gconstpointer  data)
{
  check_effect (fixture, "energy.usage.sync.completed", "no active consent shares them");
}

/* Whatever is being fetched anyway is waited for. */
static void
test_effect_on_what_was_fetched_since (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  fire (fixture, "banking.directdebits.sync.completed");
  entry = wait_for_webhook (fixture);
  desk_app_fixture_sync (&fixture->app);
  wait_for_effect (entry, "nothing was fetched, as they have been since");
}

static void
test_effect_on_an_active_consent (Fixture       *fixture,
                                  gconstpointer  data)
{
  check_effect (fixture, "consent.updated", "this one is active, and nothing had to be removed");
}

static void
end_consent (Fixture *fixture)
{
  g_autofree char *path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}"));
}

static void
test_effect_of_a_revocation (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  end_consent (fixture);
  entry = wait_for_webhook (fixture);
  wait_for_effect (entry, "The consent has ended");
}

static void
test_effect_on_what_was_over (Fixture       *fixture,
                              gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  end_consent (fixture);
  desk_app_fixture_refresh (&fixture->app);
  check_effect (fixture, "consent.revoked", "was known to be over");
}

static void
test_effect_while_the_service_is_down (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
  join (fixture);
  switch_fault (fixture, "true");
  end_consent (fixture);
  entry = wait_for_webhook (fixture);
  wait_for_effect (entry, "The service could not be asked");
  switch_fault (fixture, "false");
  wait_for_effect (entry, "The consent has ended");
}

/* Returns: (transfer full): a webhook that the inspector has, and nobody has acted on */
static DeskInspectorEntry *
add_webhook (Fixture    *fixture,
             const char *event,
             const char *end_user_id)
{
  static const char *const headers[] = { NULL };
  g_autofree char *text = g_strdup_printf ("{\"message_id\":\"m\",\"data\":{\"event\":\"%s\",\"end_user_id\":\"%s\","
                                           "\"consent_id\":\"c-none\"}}", event, end_user_id);
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr(DeskWebhookMessage) message = desk_webhook_message_new (body, headers, DESK_WEBHOOK_VALID);
  const DeskInspectorWebhook webhook = { .event = (char *) event, .message = message };

  return g_object_ref (desk_inspector_add_webhook (desk_context_get_inspector (fixture->app.context), &webhook,
                                                   "http://127.0.0.1/webhooks", headers, body, 204));
}

static void
check_replay (Fixture    *fixture,
              const char *event,
              const char *end_user_id,
              const char *part)
{
  DeskInspector *inspector = desk_context_get_inspector (fixture->app.context);
  g_autoptr(DeskInspectorEntry) entry = add_webhook (fixture, event, end_user_id);
  g_autoptr(DeskInspectorEntry) replay = NULL;

  desk_inspector_replay (inspector, entry);
  replay = g_list_model_get_item (desk_inspector_get_entries (inspector), 0);
  g_assert_true (desk_inspector_entry_get_webhook (replay)->is_replay);
  wait_for_effect (replay, part);
}

static void
test_effect_on_an_unknown_end_user (Fixture       *fixture,
                                    gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  check_replay (fixture, "banking.balances.sync.completed", "eu-none", "lists no such end user");
  check_replay (fixture, "consent.received", "eu-none", "lists no such end user");
}

static void
test_effect_on_an_unknown_consent (Fixture       *fixture,
                                   gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  check_replay (fixture, "consent.received", desk_end_user_get_id (fixture->app.end_user), "lists no such consent");
}

/* Its id is known, and yet it is acted on. */
static void
test_replay (Fixture       *fixture,
             gconstpointer  data)
{
  DeskInspector *inspector;
  g_autoptr(DeskInspectorEntry) entry = NULL;
  g_autoptr(DeskInspectorEntry) replay = NULL;
  const DeskSyncEntry *fetched;
  gint64 began_at;

  if (fixture->app.sandbox == NULL)
    return;

  inspector = desk_context_get_inspector (fixture->app.context);
  join (fixture);
  fire (fixture, "banking.directdebits.sync.completed");
  entry = wait_for_webhook (fixture);
  wait_for_effect (entry, "records fetched");
  fetched = desk_sync_log_find (desk_context_get_sync_log (fixture->app.context),
                                desk_end_user_get_id (fixture->app.end_user), desk_catalogue_find ("banking.direct-debits"));
  began_at = fetched->began_at;
  desk_inspector_replay (inspector, entry);
  replay = g_list_model_get_item (desk_inspector_get_entries (inspector), 0);
  g_assert_cmpuint (count_webhooks (fixture), ==, 2);
  wait_for_effect (replay, "records fetched");
  g_assert_cmpint (fetched->began_at, >, began_at);
}

/* As if the consent had shared one account more than it does. */
static void
pretend_larger_consent (Fixture *fixture)
{
  DeskDirectory *directory = desk_context_get_directory (fixture->app.context);
  const char *end_user_id = desk_end_user_get_id (fixture->app.end_user);
  g_autoptr(GPtrArray) known = desk_directory_dup_active_consents (directory, end_user_id);
  g_autoptr(GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *account_ids = g_strjoinv ("\",\"", (char **) desk_consent_get_account_ids (known->pdata[0]));
  g_autofree char *permissions = g_strjoinv ("\",\"", (char **) desk_consent_get_permissions (known->pdata[0]));
  g_autofree char *text = g_strdup_printf ("{\"arrangement_id\":\"%s\",\"end_user_id\":\"%s\",\"institution_id\":\"%s\","
                                           "\"active\":true,\"account_ids\":[\"%s\",\"one more\"],"
                                           "\"permissions\":[\"%s\"]}",
                                           fixture->consent_id, end_user_id, DESK_TEST_BANK, account_ids, permissions);
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (text, strlen (text), &slice, NULL));
  g_ptr_array_add (consents, desk_consent_new_from_json (slice, NULL));
  desk_directory_take_consents (directory, end_user_id, consents);
}

static void
test_smaller_consent (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  pretend_larger_consent (fixture);
  join (fixture);
  fire (fixture, "consent.updated");
  entry = wait_for_webhook (fixture);
  wait_for_effect (entry, "The consent shares less");
  g_assert_cmpuint (count_rows (fixture, "banking.direct-debits"), ==, 0);
  while (count_rows (fixture, "banking.direct-debits") == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
check_state (Fixture    *fixture,
             const char *address,
             const char *problem_part)
{
  g_autofree char *said = NULL;
  g_autofree char *problem = NULL;

  g_object_get (desk_context_get_inspector (fixture->app.context), "webhook-address", &said, "webhook-problem", &problem,
                NULL);
  g_assert_cmpstr (said, ==, address);
  if (problem_part != NULL)
    g_assert_nonnull (strstr (problem, problem_part));
  else
    g_assert_null (problem);
}

static void
test_address_is_told (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *address = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (desk_live_listen (fixture->live, "c2VjcmV0", 0, NULL));
  address = desk_live_dup_uri (fixture->live);
  check_state (fixture, address, NULL);
  desk_live_stop (fixture->live);
  check_state (fixture, NULL, NULL);
}

static void
test_taken_port_is_told (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(DeskWebhookReceiver) other = desk_webhook_receiver_new ("c2VjcmV0");
  g_autoptr(GError) error = NULL;
  g_autofree char *part = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (desk_webhook_receiver_start (other, 0, NULL));
  g_assert_false (desk_live_listen (fixture->live, "c2VjcmV0", desk_webhook_receiver_get_port (other), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  part = g_strdup_printf ("another program listens on port %u", desk_webhook_receiver_get_port (other));
  check_state (fixture, NULL, part);
}

static void
test_missing_port_is_told (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DeskKeyring) keyring = desk_keyring_new ();

  if (fixture->app.sandbox == NULL)
    return;

  desk_live_join_environment (fixture->live, keyring);
  check_state (fixture, NULL, "has no webhook port");
}

#define ADD(path, func) g_test_add ("/live/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("revocation", test_revocation);
  ADD ("revocation-while-the-service-is-down", test_revocation_while_the_service_is_down);
  ADD ("data-set-is-fetched", test_data_set_is_fetched);
  ADD ("basic-transactions-are-transactions", test_basic_transactions_are_transactions);
  ADD ("starts-again-what-stopped", test_starts_again_what_stopped);
  ADD ("switched-off-but-for-consents", test_switched_off);
  ADD ("what-is-not-shared-is-only-noted", test_unknown_event_is_only_noted);

  ADD ("effect-of-a-fetch", test_effect_of_a_fetch);
  ADD ("effect-on-what-is-not-shared", test_effect_on_what_is_not_shared);
  ADD ("effect-on-what-was-fetched-since", test_effect_on_what_was_fetched_since);
  ADD ("effect-on-an-active-consent", test_effect_on_an_active_consent);
  ADD ("effect-of-a-revocation", test_effect_of_a_revocation);
  ADD ("effect-on-what-was-over", test_effect_on_what_was_over);
  ADD ("effect-while-the-service-is-down", test_effect_while_the_service_is_down);
  ADD ("effect-on-an-unknown-end-user", test_effect_on_an_unknown_end_user);
  ADD ("effect-on-an-unknown-consent", test_effect_on_an_unknown_consent);
  ADD ("replay", test_replay);
  ADD ("smaller-consent", test_smaller_consent);
  ADD ("address-is-told", test_address_is_told);
  ADD ("taken-port-is-told", test_taken_port_is_told);
  ADD ("missing-port-is-told", test_missing_port_is_told);
  ADD ("headers-are-recorded-without-the-signature", test_headers_are_recorded_without_the_signature);

  return g_test_run ();
}
