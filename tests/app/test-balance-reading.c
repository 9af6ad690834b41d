/* test-balance-reading.c: the balance of one account, read from the bank in real time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-balance-reading.h"

#include "desk-api-error.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-test-rows.h"

typedef struct
{
  DeskAppFixture      app;
  char               *account_id;
  char               *fiskil_id;
  DeskBalanceReading *reading;
} Fixture;

/* Returns: (transfer full): the received bytes of the first balance in the store */
static GBytes *
read_balance (Fixture *fixture)
{
  DeskStore *store = desk_context_get_store (fixture->app.context);
  const DeskResource *resource = desk_catalogue_find ("banking.balances");
  g_autoptr(DeskQuery) query = desk_query_new (resource, desk_end_user_get_id (fixture->app.end_user));
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  GAsyncResult *slot = NULL;

  desk_store_list_async (store, query, 0, 1, NULL, desk_await_keep, &slot);
  listed = desk_await_result (&slot);
  ids = desk_store_list_finish (store, listed, NULL);
  slot = NULL;
  desk_store_read_async (store, resource, (const gint64 *) ids->data, ids->len, DESK_STORE_READING_RECEIVED, NULL,
                         desk_await_keep, &slot);
  read = desk_await_result (&slot);
  rows = desk_store_read_finish (store, read, NULL);
  g_assert_cmpuint (rows->len, ==, 1);

  return g_bytes_ref (g_ptr_array_index (rows, 0));
}

static char *
dup_member (GBytes     *bytes,
            const char *member)
{
  DeskJsonSlice record;

  g_assert_true (desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &record, NULL));

  return desk_json_slice_dup_text (desk_json_slice_get_member (record, member));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  g_autoptr(GBytes) balance = NULL;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                        DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  desk_app_fixture_sync (&fixture->app);
  balance = read_balance (fixture);
  fixture->account_id = dup_member (balance, "account_id");
  fixture->fiskil_id = dup_member (balance, "fiskil_id");
  fixture->reading = desk_balance_reading_new (fixture->app.context, desk_end_user_get_id (fixture->app.end_user),
                                               fixture->account_id);
  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->reading);
  g_clear_pointer (&fixture->account_id, g_free);
  g_clear_pointer (&fixture->fiskil_id, g_free);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
await_end (Fixture *fixture)
{
  while (desk_balance_reading_get_state (fixture->reading) == DESK_BALANCE_RUNNING)
    g_main_context_iteration (NULL, TRUE);
}

static void
make_old (Fixture *fixture)
{
  g_autofree char *json = g_strdup_printf ("[{\"fiskil_id\":\"%s\",\"account_id\":\"%s\",\"current_balance\":\"-1\"}]",
                                           fixture->fiskil_id, fixture->account_id);

  desk_test_rows_add (desk_context_get_store (fixture->app.context), "banking.balances",
                      desk_end_user_get_id (fixture->app.end_user), DESK_STORE_NO_LOAD, json);
}

static void
set_fault (Fixture    *fixture,
           const char *fault)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":true}", fault);

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults", body));
}

static void
test_takes_the_place_of_the_stored_balance (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  before = read_balance (fixture);
  make_old (fixture);
  desk_balance_reading_start (fixture->reading);
  await_end (fixture);
  after = read_balance (fixture);

  g_assert_cmpint (desk_balance_reading_get_state (fixture->reading), ==, DESK_BALANCE_DONE);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_says_when_it_was_read (Fixture       *fixture,
                            gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_cmpint (desk_balance_reading_get_read_at (fixture->reading), ==, 0);
  desk_balance_reading_start (fixture->reading);
  await_end (fixture);

  g_assert_cmpint (desk_balance_reading_get_read_at (fixture->reading), >, 0);
  g_assert_cmpint (desk_balance_reading_get_age (fixture->reading), >=, 0);
}

static void
test_silent_bank_leaves_the_stored_balance (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  before = read_balance (fixture);
  set_fault (fixture, "http-502@banking/balances");
  desk_balance_reading_start (fixture->reading);
  await_end (fixture);
  after = read_balance (fixture);

  g_assert_cmpint (desk_balance_reading_get_state (fixture->reading), ==, DESK_BALANCE_FAILED);
  g_assert_error (desk_balance_reading_get_error (fixture->reading), DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_can_be_tried_again (Fixture       *fixture,
                         gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  set_fault (fixture, "data-error:400@banking/balances");
  desk_balance_reading_start (fixture->reading);
  await_end (fixture);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults",
                                  "{\"fault\":\"data-error\",\"on\":false}"));
  desk_balance_reading_start (fixture->reading);
  await_end (fixture);

  g_assert_cmpint (desk_balance_reading_get_state (fixture->reading), ==, DESK_BALANCE_DONE);
  g_assert_null (desk_balance_reading_get_error (fixture->reading));
}

static void
test_can_be_stopped_and_started_at_once (Fixture       *fixture,
                                         gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_balance_reading_start (fixture->reading);
  desk_balance_reading_cancel (fixture->reading);
  g_assert_cmpint (desk_balance_reading_get_state (fixture->reading), ==, DESK_BALANCE_IDLE);

  desk_balance_reading_start (fixture->reading);
  await_end (fixture);
  g_assert_cmpint (desk_balance_reading_get_state (fixture->reading), ==, DESK_BALANCE_DONE);
}

static void
add (const char *path,
     void      (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/balance-reading/takes-the-place-of-the-stored-balance", test_takes_the_place_of_the_stored_balance);
  add ("/balance-reading/says-when-it-was-read", test_says_when_it_was_read);
  add ("/balance-reading/silent-bank-leaves-the-stored-balance", test_silent_bank_leaves_the_stored_balance);
  add ("/balance-reading/can-be-tried-again", test_can_be_tried_again);
  add ("/balance-reading/can-be-stopped-and-started-at-once", test_can_be_stopped_and_started_at_once);

  return g_test_run ();
}
