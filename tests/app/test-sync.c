/* test-sync.c: tests of the fetch of all that an end user shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sync.h"

#include "desk-api-error.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "sync-stage.h"

static void
grant (DeskAppFixture *fixture,
       const char     *institution_id)
{
  g_autofree char *consent_id = NULL;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), institution_id);
  desk_app_fixture_refresh (fixture);
}

static guint
count_rows (DeskAppFixture *fixture,
            const char     *resource)
{
  return desk_app_fixture_count_rows (fixture, desk_end_user_get_id (fixture->end_user), resource);
}

static void
test_context_is_closed_meanwhile (DeskAppFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  sync = desk_sync_new (fixture->context, fixture->end_user);
  desk_sync_run_async (sync, NULL, desk_await_keep, &slot);
  while (desk_sync_get_progress (sync) <= 0.0)
    g_main_context_iteration (NULL, TRUE);

  desk_context_close (fixture->context);
  result = desk_await_result (&slot);
  g_assert_false (desk_sync_run_finish (sync, result, &error));
  g_assert_error (error, DESK_STORE_ERROR, DESK_STORE_ERROR_CLOSED);
  g_assert_cmpfloat (desk_sync_get_progress (sync), ==, 1.0);
}

static void
test_only_what_is_permitted (DeskAppFixture *fixture,
                             gconstpointer   data)
{
  g_autoptr(DeskSync) nothing = NULL;
  g_autoptr(DeskSync) banking = NULL;

  if (fixture->sandbox == NULL)
    return;

  nothing = desk_sync_new (fixture->context, fixture->end_user);
  g_assert_cmpuint (g_list_model_get_n_items (desk_sync_get_items (nothing)), ==, 0);
  g_assert_true (sync_stage_run (nothing, NULL, NULL));
  g_assert_cmpfloat (desk_sync_get_progress (nothing), ==, 1.0);

  grant (fixture, DESK_TEST_BANK);
  banking = desk_sync_new (fixture->context, fixture->end_user);
  g_assert_nonnull (sync_stage_find (banking, "banking.accounts"));
  g_assert_nonnull (sync_stage_find (banking, "banking.transactions"));
  g_assert_null (sync_stage_find (banking, "energy.usage"));
}

static void
test_fetches_everything (DeskAppFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *items;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  grant (fixture, DESK_TEST_RETAILER);
  sync = desk_sync_new (fixture->context, fixture->end_user);
  g_assert_cmpfloat (desk_sync_get_progress (sync), ==, 0.0);
  g_assert_true (sync_stage_run (sync, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (desk_sync_get_progress (sync), ==, 1.0);

  items = desk_sync_get_items (sync);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      const char *name = desk_sync_item_get_resource (item)->name;

      g_assert_cmpint (desk_sync_item_get_state (item), ==, DESK_SYNC_DONE);
      g_assert_cmpuint (desk_sync_item_get_n_rows (item), >, 0);
      g_assert_cmpuint (count_rows (fixture, name), ==, desk_sync_item_get_n_rows (item));
    }
}

static void
kill_when_rows_come (DeskSyncItem   *item,
                     GParamSpec     *pspec,
                     DeskAppFixture *fixture)
{
  g_signal_handlers_disconnect_by_data (item, fixture);
  desk_test_sandbox_kill (fixture->sandbox);
}

static guint
count_expected (DeskAppFixture *fixture)
{
  guint n_rows;

  desk_app_fixture_sync (fixture);
  n_rows = count_rows (fixture, "banking.transactions");
  g_assert_cmpuint (n_rows, >, 0);

  return n_rows;
}

static void
test_retry_after_a_crash (DeskAppFixture *fixture,
                          gconstpointer   data)
{
  g_autoptr(DeskSync) broken = NULL;
  g_autoptr(DeskSync) retry = NULL;
  g_autoptr(GError) error = NULL;
  guint n_expected;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  n_expected = count_expected (fixture);

  broken = desk_sync_new (fixture->context, fixture->end_user);
  g_signal_connect (sync_stage_find (broken, "banking.accounts"), "notify::n-rows", G_CALLBACK (kill_when_rows_come), fixture);
  g_assert_false (sync_stage_run (broken, NULL, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_NETWORK);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (broken, "banking.transactions")), ==, DESK_SYNC_FAILED);
  g_assert_cmpuint (count_rows (fixture, "banking.transactions"), ==, n_expected);

  desk_test_sandbox_restart (fixture->sandbox);
  retry = desk_sync_new (fixture->context, fixture->end_user);
  g_clear_error (&error);
  g_assert_true (sync_stage_run (retry, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture, "banking.transactions"), ==, n_expected);
}

static void
test_cancelled_at_once (DeskAppFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  if (fixture->sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  sync = desk_sync_new (fixture->context, fixture->end_user);
  g_cancellable_cancel (cancellable);
  g_assert_false (sync_stage_run (sync, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.accounts")), ==, DESK_SYNC_CANCELLED);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.transactions")), ==, DESK_SYNC_CANCELLED);
}

static void
test_failed_data_set_does_not_stop_the_next (void)
{
  DeskAppFixture fixture = { 0 };
  g_autoptr(DeskScriptedServer) server = sync_stage_open (&fixture);
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(GError) error = NULL;

  desk_scripted_server_add (server, SYNC_STAGE_ACCOUNTS, 400,
                            "{\"id\":\"err_1\",\"name\":\"InvalidRequest\",\"message\":\"no\"}");
  sync = desk_sync_new (fixture.context, fixture.end_user);
  g_assert_false (sync_stage_run (sync, NULL, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.accounts")), ==, DESK_SYNC_FAILED);
  g_assert_nonnull (desk_sync_item_get_error (sync_stage_find (sync, "banking.accounts")));
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.balances")), ==, DESK_SYNC_DONE);
  g_assert_cmpuint (desk_app_fixture_count_rows (&fixture, "eu_1", "banking.balances"), ==, 1);

  g_clear_object (&fixture.end_user);
  g_clear_object (&fixture.context);
}

static void
test_what_is_not_offered_is_no_failure (void)
{
  DeskAppFixture fixture = { 0 };
  g_autoptr(DeskScriptedServer) server = sync_stage_open (&fixture);
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(GError) error = NULL;

  desk_scripted_server_add (server, SYNC_STAGE_ACCOUNTS, 403, NULL);
  sync = desk_sync_new (fixture.context, fixture.end_user);
  g_assert_true (sync_stage_run (sync, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.accounts")), ==, DESK_SYNC_NOT_OFFERED);
  g_assert_error (desk_sync_item_get_error (sync_stage_find (sync, "banking.accounts")),
                  DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN);
  g_assert_cmpstr (desk_sync_item_get_words (sync_stage_find (sync, "banking.accounts")), ==, "not offered");
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "common.data-freshness")), ==, DESK_SYNC_NOT_OFFERED);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.balances")), ==, DESK_SYNC_DONE);
  g_assert_cmpfloat (desk_sync_get_progress (sync), ==, 1.0);

  g_clear_object (&fixture.end_user);
  g_clear_object (&fixture.context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/sync/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("context-is-closed-meanwhile", test_context_is_closed_meanwhile);
  ADD ("only-what-is-permitted", test_only_what_is_permitted);
  ADD ("fetches-everything", test_fetches_everything);
  ADD ("retry-after-a-crash", test_retry_after_a_crash);
  ADD ("cancelled-at-once", test_cancelled_at_once);
#undef ADD
  g_test_add_func ("/sync/failed-data-set-does-not-stop-the-next", test_failed_data_set_does_not_stop_the_next);
  g_test_add_func ("/sync/what-is-not-offered-is-no-failure", test_what_is_not_offered_is_no_failure);

  return g_test_run ();
}
