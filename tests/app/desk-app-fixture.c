/* desk-app-fixture.c: a context that works with a sandbox of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-app-fixture.h"

#include "desk-await.h"
#include "desk-sync.h"
#include "desk-test-context.h"

static void
open_context (DeskAppFixture *fixture)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(GError) error = NULL;

  environment = desk_environment_new_temporary (desk_test_sandbox_get_api_uri (fixture->sandbox),
                                                desk_test_sandbox_get_auth_uri (fixture->sandbox), &error);
  g_assert_no_error (error);

  fixture->context = desk_context_new (environment, NULL, NULL);
  desk_test_context_open (fixture->context);
}

void
desk_app_fixture_set_up (DeskAppFixture *fixture,
                         gconstpointer   data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  fixture->sandbox = desk_test_sandbox_new ();
  open_context (fixture);
  fixture->end_user = desk_app_fixture_create (fixture, "mia@example.com");
}

void
desk_app_fixture_tear_down (DeskAppFixture *fixture,
                            gconstpointer   data)
{
  g_clear_object (&fixture->end_user);
  g_clear_object (&fixture->context);
  g_clear_pointer (&fixture->sandbox, desk_test_sandbox_free);
}

DeskEndUser *
desk_app_fixture_create (DeskAppFixture *fixture,
                         const char     *email)
{
  return desk_test_context_create_end_user (fixture->context, email);
}

void
desk_app_fixture_refresh (DeskAppFixture *fixture)
{
  desk_test_context_refresh (fixture->context);
}

guint
desk_app_fixture_count_rows (DeskAppFixture *fixture,
                             const char     *end_user_id,
                             const char     *resource)
{
  DeskStore *store = desk_context_get_store (fixture->context);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) counts = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_store_count_async (store, end_user_id, NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  counts = desk_store_count_finish (store, result, &error);
  g_assert_no_error (error);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, resource));
}

void
desk_app_fixture_sync (DeskAppFixture *fixture)
{
  g_autoptr(DeskSync) sync = desk_sync_new (fixture->context, fixture->end_user);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_sync_run_async (sync, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_sync_run_finish (sync, result, &error);
  g_assert_no_error (error);
}

static gboolean
has_call (GListModel *entries,
          const char *path)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_has_suffix (desk_inspector_entry_get_record (entry)->uri, path))
        return TRUE;
    }

  return FALSE;
}

void
desk_app_fixture_await_call (DeskAppFixture *fixture,
                             const char     *path)
{
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->context));

  while (!has_call (entries, path))
    g_main_context_iteration (NULL, TRUE);
}
