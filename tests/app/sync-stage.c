/* sync-stage.c: what the tests of a fetch share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sync-stage.h"

#include "desk-await.h"
#include "desk-credentials.h"
#include "desk-test-context.h"

gboolean
sync_stage_run (DeskSync      *sync,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_sync_run_async (sync, cancellable, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_sync_run_finish (sync, result, error);
}

DeskSyncItem *
sync_stage_find (DeskSync   *sync,
                 const char *name)
{
  GListModel *items = desk_sync_get_items (sync);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (desk_sync_item_get_resource (item)->name, name))
        return item;
    }

  return NULL;
}

DeskScriptedServer *
sync_stage_open (DeskAppFixture *fixture)
{
  DeskScriptedServer *server = desk_scripted_server_new ();
  g_autoptr(DeskEnvironment) environment = NULL;

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "id", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "secret-text", TRUE);
  desk_scripted_server_add (server, "GET /v1/end-users", 200, "{\"end_users\":[{\"id\":\"eu_1\"}],\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/consent", 200,
                            "{\"consents\":[{\"arrangement_id\":\"c1\",\"end_user_id\":\"eu_1\",\"institution_id\":\"1\","
                            "\"active\":true,\"permissions\":[\"accounts\",\"balances\"]}],\"links\":{}}");
  desk_scripted_server_add (server, SYNC_STAGE_BALANCES, 200,
                            "{\"balances\":[{\"fiskil_id\":\"b1\",\"account_id\":\"a\"}],\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/banking/products", 200, "{\"products\":[],\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/data-freshness", 404, NULL);
  desk_scripted_server_add (server, "GET /v1/common/data-freshness", 404, NULL);

  environment = desk_environment_new_temporary (desk_scripted_server_get_api_uri (server),
                                                desk_scripted_server_get_origin (server), NULL);
  fixture->context = desk_context_new (environment, NULL, NULL);
  desk_test_context_open (fixture->context);
  desk_app_fixture_refresh (fixture);
  fixture->end_user = g_list_model_get_item (desk_directory_get_end_users (desk_context_get_directory (fixture->context)), 0);

  return server;
}
