/* test-sync-resume.c: tests of a fetch that goes on where an earlier one stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-api-retry.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "sync-stage.h"

typedef struct
{
  DeskAppFixture      app;
  DeskScriptedServer *server;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->server = sync_stage_open (&fixture->app);
  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->app.end_user);
  g_clear_object (&fixture->app.context);
  g_clear_pointer (&fixture->server, desk_scripted_server_free);
}

/* ids: one letter a row; next: (nullable): the cursor of the page after it */
static void
add_page (Fixture    *fixture,
          const char *ids,
          const char *next)
{
  g_autoptr(GString) body = g_string_new ("{\"accounts\":[");

  for (const char *id = ids; *id != '\0'; id++)
    g_string_append_printf (body, "%s{\"fiskil_id\":\"%c\",\"account_id\":\"%c\"}", id > ids ? "," : "", *id, *id);
  g_string_append (body, "],\"links\":{");
  if (next != NULL)
    g_string_append_printf (body, "\"next\":\"%s/banking/accounts?end_user_id=eu_1&page[after]=%s\"",
                            desk_scripted_server_get_api_uri (fixture->server), next);
  g_string_append (body, "}}");
  desk_scripted_server_add (fixture->server, SYNC_STAGE_ACCOUNTS, 200, body->str);
}

static DeskSync *
new_sync (Fixture *fixture)
{
  const DeskResource *const only[] = { desk_catalogue_find ("banking.accounts"), NULL };
  DeskSync *sync = desk_sync_new (fixture->app.context, fixture->app.end_user);

  desk_sync_set_only (sync, only);

  return sync;
}

static guint
get_n_rows (DeskSync *sync)
{
  return desk_sync_item_get_n_rows (sync_stage_find (sync, "banking.accounts"));
}

static void
check_done (Fixture  *fixture,
            DeskSync *sync,
            guint     n_rows)
{
  g_autoptr(GError) error = NULL;

  sync_stage_run (sync, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.accounts")), ==, DESK_SYNC_DONE);
  g_assert_cmpuint (get_n_rows (sync), ==, n_rows);
  g_assert_cmpuint (desk_app_fixture_count_rows (&fixture->app, "eu_1", "banking.accounts"), ==, n_rows);
}

static gboolean
has_cursor (Fixture    *fixture,
            guint       position,
            const char *cursor)
{
  g_autofree char *text = g_strconcat ("after]=", cursor, NULL);
  g_autofree char *encoded = g_strconcat ("after%5D=", cursor, NULL);
  const char *query = desk_scripted_server_get_request (fixture->server, SYNC_STAGE_ACCOUNTS, position)->query;

  return strstr (query, text) != NULL || strstr (query, encoded) != NULL;
}

/* The first page comes; the second one does not, and is not waited for. */
static void
stop_after_first_page (Fixture    *fixture,
                       const char *ids)
{
  guint before = desk_scripted_server_count (fixture->server, SYNC_STAGE_ACCOUNTS);
  g_autoptr(DeskSync) sync = new_sync (fixture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  add_page (fixture, ids, "2");
  desk_scripted_server_add_silence (fixture->server, SYNC_STAGE_ACCOUNTS);
  desk_sync_run_async (sync, cancellable, desk_await_keep, &slot);
  desk_scripted_server_wait (fixture->server, SYNC_STAGE_ACCOUNTS, before + 2);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  g_assert_false (desk_sync_run_finish (sync, result, NULL));
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.accounts")), ==, DESK_SYNC_CANCELLED);
  g_assert_cmpuint (get_n_rows (sync), ==, strlen (ids));
}

static void
test_goes_on (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(DeskSync) sync = NULL;

  stop_after_first_page (fixture, "ab");
  add_page (fixture, "cd", "3");
  add_page (fixture, "e", NULL);
  sync = new_sync (fixture);
  check_done (fixture, sync, 5);
  g_assert_cmpuint (desk_scripted_server_count (fixture->server, SYNC_STAGE_ACCOUNTS), ==, 4);
  g_assert_true (has_cursor (fixture, 2, "2"));
  g_assert_true (has_cursor (fixture, 3, "3"));
}

/* It ends as a whole pass: what neither part has brought is gone, what the first part has brought stays. */
static void
test_rows_that_vanished (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(DeskSync) before = new_sync (fixture);
  g_autoptr(DeskSync) sync = NULL;

  add_page (fixture, "axyz", NULL);
  check_done (fixture, before, 4);
  stop_after_first_page (fixture, "ab");
  g_assert_cmpuint (desk_app_fixture_count_rows (&fixture->app, "eu_1", "banking.accounts"), ==, 5);
  add_page (fixture, "y", NULL);
  sync = new_sync (fixture);
  check_done (fixture, sync, 3);
  g_assert_cmpuint (desk_sync_item_get_change (sync_stage_find (sync, "banking.accounts"))->n_removed, ==, 2);
}

static void
test_stopped_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DeskSync) broken = new_sync (fixture);
  g_autoptr(DeskSync) sync = new_sync (fixture);

  stop_after_first_page (fixture, "ab");
  add_page (fixture, "cd", "3");
  for (guint i = 0; i < DESK_API_RETRY_MAX_TRIES; i++)
    desk_scripted_server_add_raw (fixture->server, SYNC_STAGE_ACCOUNTS, "");
  g_assert_false (sync_stage_run (broken, NULL, NULL));
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (broken, "banking.accounts")), ==, DESK_SYNC_FAILED);
  g_assert_cmpuint (get_n_rows (broken), ==, 4);
  add_page (fixture, "e", NULL);
  check_done (fixture, sync, 5);
}

static void
test_cursor_is_refused (Fixture       *fixture,
                        gconstpointer  status)
{
  g_autoptr(DeskSync) sync = NULL;
  guint n_tries = GPOINTER_TO_UINT (status) >= 500 ? DESK_API_RETRY_MAX_TRIES : 1;

  stop_after_first_page (fixture, "ab");
  for (guint i = 0; i < n_tries; i++)
    desk_scripted_server_add (fixture->server, SYNC_STAGE_ACCOUNTS, GPOINTER_TO_UINT (status), "{}");
  add_page (fixture, "abc", "2");
  add_page (fixture, "d", NULL);
  sync = new_sync (fixture);
  check_done (fixture, sync, 4);
  g_assert_false (has_cursor (fixture, 2 + n_tries, "2"));
  g_assert_cmpuint (desk_sync_item_get_change (sync_stage_find (sync, "banking.accounts"))->n_duplicates, ==, 0);
}

/* Once: it fails if the first page is refused too. */
static void
test_everything_is_refused (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(DeskSync) sync = NULL;

  stop_after_first_page (fixture, "ab");
  desk_scripted_server_add (fixture->server, SYNC_STAGE_ACCOUNTS, 400, "{}");
  desk_scripted_server_add (fixture->server, SYNC_STAGE_ACCOUNTS, 400, "{}");
  sync = new_sync (fixture);
  g_assert_false (sync_stage_run (sync, NULL, NULL));
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (sync, "banking.accounts")), ==, DESK_SYNC_FAILED);
  g_assert_cmpuint (desk_scripted_server_count (fixture->server, SYNC_STAGE_ACCOUNTS), ==, 4);
}

/* The service said that there is something new. */
static void
test_fresh (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DeskSync) sync = NULL;
  g_autoptr(DeskSync) after = NULL;

  stop_after_first_page (fixture, "ab");
  add_page (fixture, "abc", NULL);
  sync = new_sync (fixture);
  desk_sync_set_fresh (sync);
  check_done (fixture, sync, 3);
  g_assert_false (has_cursor (fixture, 2, "2"));

  add_page (fixture, "abcd", NULL);
  after = new_sync (fixture);
  check_done (fixture, after, 4);
  g_assert_false (has_cursor (fixture, 3, "2"));
}

static void
test_other_consents (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DeskSync) sync = NULL;

  stop_after_first_page (fixture, "ab");
  desk_scripted_server_add (fixture->server, "GET /v1/end-users", 200, "{\"end_users\":[{\"id\":\"eu_1\"}],\"links\":{}}");
  desk_scripted_server_add (fixture->server, "GET /v1/consent", 200,
                            "{\"consents\":[{\"arrangement_id\":\"c2\",\"end_user_id\":\"eu_1\",\"institution_id\":\"2\","
                            "\"active\":true,\"permissions\":[\"accounts\"]}],\"links\":{}}");
  desk_app_fixture_refresh (&fixture->app);
  add_page (fixture, "c", NULL);
  sync = new_sync (fixture);
  check_done (fixture, sync, 1);
  g_assert_false (has_cursor (fixture, 2, "2"));
}

static const DeskSyncEntry *
find_entry (Fixture *fixture)
{
  return desk_sync_log_find (desk_context_get_sync_log (fixture->app.context), "eu_1",
                             desk_catalogue_find ("banking.accounts"));
}

/* What came to be after the first page was read may be missing. */
static void
test_is_as_old_as_its_first_page (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(DeskSync) sync = new_sync (fixture);
  gint64 began_at;

  stop_after_first_page (fixture, "ab");
  began_at = find_entry (fixture)->began_at;
  add_page (fixture, "c", NULL);
  check_done (fixture, sync, 3);
  g_assert_cmpint (find_entry (fixture)->began_at, ==, began_at);
}

static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DeskSync) first = new_sync (fixture);
  g_autoptr(DeskSync) second = new_sync (fixture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_scripted_server_add_silence (fixture->server, SYNC_STAGE_ACCOUNTS);
  add_page (fixture, "ab", NULL);
  desk_sync_run_async (first, cancellable, desk_await_keep, &slot);
  desk_scripted_server_wait (fixture->server, SYNC_STAGE_ACCOUNTS, 1);
  desk_sync_run_async (second, NULL, NULL, NULL);
  g_assert_cmpint (desk_sync_item_get_state (sync_stage_find (second, "banking.accounts")), ==, DESK_SYNC_WAITING);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  while (desk_sync_item_get_state (sync_stage_find (second, "banking.accounts")) != DESK_SYNC_DONE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_n_rows (second), ==, 2);
}

static void
test_cancelled_while_it_waits (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(DeskSync) first = new_sync (fixture);
  g_autoptr(DeskSync) second = new_sync (fixture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GCancellable) other = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_scripted_server_add_silence (fixture->server, SYNC_STAGE_ACCOUNTS);
  desk_sync_run_async (first, other, NULL, NULL);
  desk_scripted_server_wait (fixture->server, SYNC_STAGE_ACCOUNTS, 1);
  desk_sync_run_async (second, cancellable, desk_await_keep, &slot);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  g_assert_false (desk_sync_run_finish (second, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (find_entry (fixture)->state, ==, DESK_SYNC_RUNNING);

  g_cancellable_cancel (other);
  while (find_entry (fixture)->state == DESK_SYNC_RUNNING)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, data, func) g_test_add ("/sync-resume/" path, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("goes-on", NULL, test_goes_on);
  ADD ("rows-that-vanished", NULL, test_rows_that_vanished);
  ADD ("stopped-twice", NULL, test_stopped_twice);
  ADD ("cursor-is-refused/400", GUINT_TO_POINTER (400), test_cursor_is_refused);
  ADD ("cursor-is-refused/404", GUINT_TO_POINTER (404), test_cursor_is_refused);
  ADD ("cursor-is-refused/503", GUINT_TO_POINTER (503), test_cursor_is_refused);
  ADD ("everything-is-refused", NULL, test_everything_is_refused);
  ADD ("fresh", NULL, test_fresh);
  ADD ("other-consents", NULL, test_other_consents);
  ADD ("is-as-old-as-its-first-page", NULL, test_is_as_old_as_its_first_page);
  ADD ("one-at-a-time", NULL, test_one_at_a_time);
  ADD ("cancelled-while-it-waits", NULL, test_cancelled_while_it_waits);

  return g_test_run ();
}
