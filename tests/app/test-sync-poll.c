/* test-sync-poll.c: tests of the questions that are asked where no webhook comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time passes only by the context's clock, which stands still until a test moves it. Whether something is asked for is known
 * at once: a fetch begins in the turn in which the clock is moved.
 */
#include "desk-sync-poll.h"

#include <string.h>

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-sync.h"
#include "desk-test-context.h"

/* A pause differs from its length by a fifth at most. */
#define TOO_SHORT 0.79
#define LONG_ENOUGH 1.21

#define NO_FRESHNESS "data-error:404@data-freshness"
#define NO_TRANSACTIONS "data-error:503@banking/transactions"

typedef struct
{
  DeskAppFixture app;
  DeskLive      *live;
  DeskSyncPoll  *poll;
  char          *consent_id;
  gint64         now;
} Fixture;

static void
move_to (Fixture *fixture,
         gint64   now)
{
  fixture->now = now;
  desk_clock_freeze (desk_context_get_clock (fixture->app.context), now);
}

static void
switch_fault (Fixture    *fixture,
              const char *fault,
              gboolean    on)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":%s}", fault, on ? "true" : "false");

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults", body));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  fault)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
  fixture->consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                                 DESK_TEST_BANK);
  if (fault != NULL)
    switch_fault (fixture, fault, TRUE);

  fixture->live = desk_live_new (fixture->app.context);
  fixture->poll = desk_sync_poll_new (fixture->app.context, fixture->live);
  move_to (fixture, g_get_real_time ());
  desk_app_fixture_refresh (&fixture->app);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->poll != NULL)
    {
      desk_sync_poll_stop (fixture->poll);
      desk_live_stop (fixture->live);
    }
  g_clear_object (&fixture->poll);
  g_clear_object (&fixture->live);
  g_free (fixture->consent_id);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static gboolean
is_asking (Fixture *fixture)
{
  return desk_sync_log_is_busy (desk_context_get_sync_log (fixture->app.context),
                                desk_end_user_get_id (fixture->app.end_user));
}

static void
await_rest (Fixture *fixture)
{
  while (is_asking (fixture))
    g_main_context_iteration (NULL, TRUE);
  desk_await_idle ();
}

/* Nothing is asked for just before the pause is over, and something just after it. */
static void
pass (Fixture *fixture,
      gint64   pause)
{
  gint64 before = fixture->now;

  move_to (fixture, before + (gint64) (TOO_SHORT * (double) pause));
  g_assert_false (is_asking (fixture));
  move_to (fixture, before + (gint64) (LONG_ENOUGH * (double) pause));
  g_assert_true (is_asking (fixture));
  await_rest (fixture);
}

static gint64
get_began_at (Fixture    *fixture,
              const char *resource)
{
  const DeskSyncEntry *entry = desk_sync_log_find (desk_context_get_sync_log (fixture->app.context),
                                                   desk_end_user_get_id (fixture->app.end_user),
                                                   desk_catalogue_find (resource));

  return entry != NULL ? entry->began_at : 0;
}

static guint
count_calls (Fixture    *fixture,
             const char *path)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  guint n_calls = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      n_calls += strstr (desk_inspector_entry_get_title (entry), path) != NULL;
    }

  return n_calls;
}

static void
await_calls (Fixture    *fixture,
             const char *path,
             guint       n_calls)
{
  while (count_calls (fixture, path) < n_calls)
    g_main_context_iteration (NULL, TRUE);
}

/* Fetches as the window does; some of it fails where a fault says so. Both ask for the freshness, at two addresses. */
static void
sync_once (Fixture *fixture)
{
  g_autoptr(DeskSync) sync = desk_sync_new (fixture->app.context, fixture->app.end_user);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_sync_run_async (sync, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  await_calls (fixture, "/data-freshness", 4);
  desk_await_idle ();
}

static void
sync_without_transactions (Fixture *fixture)
{
  switch_fault (fixture, NO_TRANSACTIONS, TRUE);
  sync_once (fixture);
}

static void
test_pauses_grow (Fixture       *fixture,
                  gconstpointer  data)
{
  static const gint64 seconds[] = { 5, 10, 20, 40, 80, 160, 300, 300 };

  if (fixture->app.sandbox == NULL)
    return;

  sync_without_transactions (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    pass (fixture, seconds[i] * G_TIME_SPAN_SECOND);
}

static void
test_only_what_is_missing_is_asked_for (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 accounts;
  gint64 transactions;

  if (fixture->app.sandbox == NULL)
    return;

  sync_without_transactions (fixture);
  accounts = get_began_at (fixture, "banking.accounts");
  transactions = get_began_at (fixture, "banking.transactions");
  pass (fixture, 5 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (get_began_at (fixture, "banking.accounts"), ==, accounts);
  g_assert_cmpint (get_began_at (fixture, "banking.transactions"), >, transactions);
}

/* Once everything is there, all of it is asked for again, with the consents first. */
static void
test_regular_refresh (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 accounts;
  guint n_consents;

  if (fixture->app.sandbox == NULL)
    return;

  sync_without_transactions (fixture);
  switch_fault (fixture, NO_TRANSACTIONS, FALSE);
  accounts = get_began_at (fixture, "banking.accounts");
  n_consents = count_calls (fixture, "/consent");
  do
    {
      await_rest (fixture);
      g_assert_cmpint (get_began_at (fixture, "banking.accounts"), ==, accounts);
      move_to (fixture, fixture->now + 20 * G_TIME_SPAN_MINUTE);
    }
  while (is_asking (fixture));

  while (get_began_at (fixture, "banking.accounts") == accounts)
    g_main_context_iteration (NULL, TRUE);
  await_rest (fixture);
  g_assert_cmpuint (count_calls (fixture, "/consent"), >, n_consents);
}

/* Fetches everything; that and the first question ask for the freshness. Returns: when the accounts were fetched */
static gint64
sync_all (Fixture *fixture)
{
  desk_app_fixture_sync (&fixture->app);
  await_calls (fixture, "/data-freshness", 2);

  return get_began_at (fixture, "banking.accounts");
}

static void
test_what_did_not_change_is_not_fetched (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 accounts;

  if (fixture->app.sandbox == NULL)
    return;

  accounts = sync_all (fixture);
  move_to (fixture, fixture->now + G_TIME_SPAN_HOUR);
  await_calls (fixture, "/data-freshness", 3);
  /* What the answer leads to comes before those of later calls. */
  desk_app_fixture_refresh (&fixture->app);
  await_rest (fixture);
  g_assert_cmpint (get_began_at (fixture, "banking.accounts"), ==, accounts);
}

static void
test_what_changed_is_fetched (Fixture       *fixture,
                              gconstpointer  data)
{
  gint64 accounts;

  if (fixture->app.sandbox == NULL)
    return;

  accounts = sync_all (fixture);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/clock", "{\"advance\":\"P1DT1H\"}"));
  move_to (fixture, fixture->now + G_TIME_SPAN_HOUR);
  while (get_began_at (fixture, "banking.accounts") == accounts)
    g_main_context_iteration (NULL, TRUE);
  await_rest (fixture);
}

static void
test_switched_off (Fixture       *fixture,
                   gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  sync_without_transactions (fixture);
  desk_context_set_refreshes_in_background (fixture->app.context, FALSE);
  move_to (fixture, fixture->now + G_TIME_SPAN_HOUR);
  g_assert_false (is_asking (fixture));
  desk_context_set_refreshes_in_background (fixture->app.context, TRUE);
  g_assert_true (is_asking (fixture));
  await_rest (fixture);
}

static gboolean
join (Fixture *fixture)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  guint before = g_list_model_get_n_items (entries);

  desk_live_join_sandbox (fixture->live);
  while (g_list_model_get_n_items (entries) == before)
    g_main_context_iteration (NULL, TRUE);

  return desk_live_get_heard_at (fixture->live) == 0;
}

/* That somebody listens is not enough: one must have come. */
static void
test_webhooks_reach_us (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *body = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  sync_without_transactions (fixture);
  g_assert_true (join (fixture));
  pass (fixture, 5 * G_TIME_SPAN_SECOND);

  body = g_strdup_printf ("{\"event\":\"consent.received\",\"consent_id\":\"%s\"}", fixture->consent_id);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/webhooks", body));
  while (desk_live_get_heard_at (fixture->live) == 0)
    g_main_context_iteration (NULL, TRUE);
  move_to (fixture, fixture->now + 23 * G_TIME_SPAN_HOUR);
  g_assert_false (is_asking (fixture));
  move_to (fixture, fixture->now + 2 * G_TIME_SPAN_HOUR);
  g_assert_true (is_asking (fixture));
  await_rest (fixture);
}

/* Nobody looks at him. */
static void
test_consent_that_is_new (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(DeskEndUser) other = NULL;
  g_autofree char *consent_id = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  other = desk_app_fixture_create (&fixture->app, "noah@example.com");
  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (other), DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  g_set_object (&fixture->app.end_user, other);
  move_to (fixture, fixture->now + 7 * G_TIME_SPAN_SECOND);
  while (get_began_at (fixture, "banking.transactions") == 0)
    g_main_context_iteration (NULL, TRUE);
  await_rest (fixture);
  g_assert_cmpuint (desk_app_fixture_count_rows (&fixture->app, desk_end_user_get_id (other), "banking.transactions"), >, 0);
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  const DeskSyncEntry *entry;

  if (fixture->app.sandbox == NULL)
    return;

  sync_without_transactions (fixture);
  move_to (fixture, fixture->now + 7 * G_TIME_SPAN_SECOND);
  g_assert_true (is_asking (fixture));
  desk_sync_poll_stop (fixture->poll);
  await_rest (fixture);
  entry = desk_sync_log_find (desk_context_get_sync_log (fixture->app.context),
                              desk_end_user_get_id (fixture->app.end_user), desk_catalogue_find ("banking.transactions"));
  g_assert_cmpint (entry->state, ==, DESK_SYNC_CANCELLED);
  move_to (fixture, fixture->now + G_TIME_SPAN_HOUR);
  g_assert_false (is_asking (fixture));
}

static void
open_live (Fixture *fixture)
{
  DeskContext *context = fixture->app.context;

  desk_sync_poll_stop (fixture->poll);
  desk_live_stop (fixture->live);
  desk_context_close (context);
  desk_context_set_live (context, TRUE);
  desk_test_context_open (context);
  g_object_set (desk_context_get_client (context), "retry-delay", 0, NULL);
  desk_app_fixture_refresh (&fixture->app);
}

static void
test_context_that_is_live (Fixture       *fixture,
                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_live (fixture);
  sync_without_transactions (fixture);
  pass (fixture, 5 * G_TIME_SPAN_SECOND);
}

#define ADD(path, fault, func) g_test_add ("/sync-poll/" path, Fixture, fault, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pauses-grow", NO_FRESHNESS, test_pauses_grow);
  ADD ("only-what-is-missing-is-asked-for", NO_FRESHNESS, test_only_what_is_missing_is_asked_for);
  ADD ("regular-refresh", NO_FRESHNESS, test_regular_refresh);
  ADD ("what-did-not-change-is-not-fetched", NULL, test_what_did_not_change_is_not_fetched);
  ADD ("what-changed-is-fetched", NULL, test_what_changed_is_fetched);
  ADD ("switched-off", NO_FRESHNESS, test_switched_off);
  ADD ("webhooks-reach-us", NO_FRESHNESS, test_webhooks_reach_us);
  ADD ("consent-that-is-new", NULL, test_consent_that_is_new);
  ADD ("context-that-is-live", NO_FRESHNESS, test_context_that_is_live);
  ADD ("stopped", NO_FRESHNESS, test_stopped);

  return g_test_run ();
}
