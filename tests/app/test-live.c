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

static guint
count_webhooks (Fixture *fixture)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  guint n_webhooks = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      n_webhooks += desk_inspector_entry_get_webhook (entry) != NULL;
    }

  return n_webhooks;
}

/* The sandbox knows of the listener as soon as it has answered, which the inspector sees. */
static void
join (Fixture *fixture)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  guint before = g_list_model_get_n_items (entries);

  desk_live_join_sandbox (fixture->live);
  while (g_list_model_get_n_items (entries) == before)
    g_main_context_iteration (NULL, TRUE);
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
  GListModel *entries;
  g_autoptr(DeskInspectorEntry) entry = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  fire (fixture, "energy.usage.sync.completed");
  entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  await_webhooks (fixture, 1);
  entry = g_list_model_get_item (entries, 0);
  g_assert_cmpstr (desk_inspector_entry_get_webhook (entry)->event, ==, "energy.usage.sync.completed");
  g_assert_nonnull (desk_inspector_entry_get_webhook (entry)->verdict);
  g_assert_cmpuint (count_rows (fixture, "energy.usage"), ==, 0);
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

  return g_test_run ();
}
