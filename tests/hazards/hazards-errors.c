/* hazards-errors.c: hazards 37 to 39: size, paging and errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include "desk-api-error.h"
#include "desk-api-failure.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-credentials.h"
#include "desk-scripted-server.h"
#include "desk-sync.h"
#include "desk-test-context.h"

static void
test_large_pages (DeskJsonPage *page)
{
  g_autoptr(DeskJsonPage) products = hazard_page_of (hazard_extra (page, "products"));
  g_autoptr(DeskStore) plan_store = hazard_store ("energy.plans", page, 1);
  g_autoptr(DeskStore) product_store = hazard_store ("banking.products", products, 0);
  g_autofree char *next = desk_json_page_dup_next (page);
  g_autofree char *leaf = NULL;
  DeskJsonSlice slice = hazard_extra (page, "nested");

  g_assert_cmpuint (fixture_count (plan_store, FIXTURE_USER, NULL, "energy.plans"), ==, 101);
  g_assert_cmpuint (fixture_count (product_store, FIXTURE_USER, NULL, "banking.products"), ==, 129);
  g_assert_null (next);
  for (guint i = 0; i < 20; i++)
    slice = desk_json_slice_get_member (slice, "level");
  leaf = desk_json_slice_dup_text (desk_json_slice_get_member (slice, "leaf"));
  g_assert_cmpstr (leaf, ==, "down here");
}

static GError *
make_error (DeskJsonSlice record)
{
  DeskJsonSlice body = desk_json_slice_get_member (record, "body");
  g_autoptr(DeskApiAnswer) answer = NULL;
  gint64 status = 0;

  g_assert_true (desk_json_slice_get_int64 (desk_json_slice_get_member (record, "status"), &status));
  answer = desk_api_answer_new (status, g_bytes_new (body.text, body.length));
  return desk_api_failure_new_from_answer (answer, NULL, TRUE);
}

static void
test_error_bodies (DeskJsonPage *page)
{
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    {
      g_autoptr(GError) error = make_error (hazard_value (page, i, ""));
      g_autofree char *code = desk_json_slice_dup_string (hazard_value (page, i, "code"));
      g_autofree char *detail = desk_json_slice_dup_string (hazard_value (page, i, "detail"));

      if (detail != NULL)
        g_strdelimit (detail, "\n", ' ');
      g_assert_cmpstr (desk_api_error_get_name (error), ==, code);
      g_assert_cmpstr (desk_api_error_get_message (error), ==, detail);
      g_assert_true (detail == NULL || strstr (error->message, detail) != NULL);
      g_assert_null (strpbrk (error->message, "{}\n"));
      g_assert_true (g_ascii_isupper (*error->message));
    }
}

static DeskContext *
open_context (DeskScriptedServer *server)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  DeskContext *context = NULL;

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "id", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "secret-text", TRUE);
  environment = desk_environment_new_temporary (desk_scripted_server_get_api_uri (server),
                                                desk_scripted_server_get_origin (server), NULL);
  context = desk_context_new (environment, NULL, NULL);
  desk_test_context_open (context);
  return context;
}

/* One end user with one consent; the first data set answers, each of the failures fails. */
static void
write_script (DeskScriptedServer *server,
              DeskJsonPage       *page)
{
  DeskJsonSlice records = hazard_extra (page, "records");
  g_autofree char *accounts = desk_json_slice_dup_raw (records);
  g_autofree char *body = g_strdup_printf ("{\"accounts\":%s,\"links\":{}}", accounts);
  DeskJsonIter iter;
  DeskJsonSlice failure;

  desk_scripted_server_add (server, "GET /v1/end-users", 200, "{\"end_users\":[{\"id\":\"eu_1\"}],\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/consent", 200,
                            "{\"consents\":[{\"arrangement_id\":\"c1\",\"end_user_id\":\"eu_1\","
                            "\"institution_id\":\"1\",\"active\":true,"
                            "\"permissions\":[\"accounts\",\"balances\",\"payees\",\"transactions\"]}],"
                            "\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/banking/accounts", 200, body);
  desk_json_iter_init (&iter, hazard_extra (page, "failures"));
  while (desk_json_iter_next (&iter, NULL, &failure))
    {
      g_autofree char *call = desk_json_slice_dup_string (desk_json_slice_get_member (failure, "call"));
      g_autofree char *error_body = desk_json_slice_dup_raw (desk_json_slice_get_member (failure, "body"));
      gint64 status = 0;

      g_assert_true (desk_json_slice_get_int64 (desk_json_slice_get_member (failure, "status"), &status));
      desk_scripted_server_add (server, call, status, error_body);
      if (status == 429)
        desk_scripted_server_set_header (server, "Retry-After", "3600");
    }
}

static DeskSyncItem *
find_item (DeskSync   *sync,
           const char *name)
{
  GListModel *items = desk_sync_get_items (sync);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (desk_sync_item_get_resource (item)->name, name))
        return item;
    }
  g_assert_not_reached ();
}

static void
assert_failures_are_named (DeskSync     *sync,
                           DeskJsonPage *page)
{
  DeskJsonIter iter;
  DeskJsonSlice failure;

  desk_json_iter_init (&iter, hazard_extra (page, "failures"));
  while (desk_json_iter_next (&iter, NULL, &failure))
    {
      g_autofree char *name = desk_json_slice_dup_string (desk_json_slice_get_member (failure, "resource"));
      DeskSyncItem *item = find_item (sync, name);
      gint64 status = 0;

      g_assert_true (desk_json_slice_get_int64 (desk_json_slice_get_member (failure, "status"), &status));
      g_assert_cmpint (desk_sync_item_get_state (item), ==, status == 404 ? DESK_SYNC_NOT_OFFERED : DESK_SYNC_FAILED);
      g_assert_cmpuint (desk_api_error_get_status (desk_sync_item_get_error (item)), ==, status);
    }
}

static void
run_sync (DeskSync *sync)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_sync_run_async (sync, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_false (desk_sync_run_finish (sync, result, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
}

static void
test_partial_failure (DeskJsonPage *page)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  DeskAppFixture fixture = { 0 };
  g_autoptr(DeskSync) sync = NULL;

  write_script (server, page);
  fixture.context = open_context (server);
  desk_app_fixture_refresh (&fixture);
  fixture.end_user = g_list_model_get_item (desk_directory_get_end_users (desk_context_get_directory (fixture.context)),
                                            0);
  sync = desk_sync_new (fixture.context, fixture.end_user);
  run_sync (sync);

  g_assert_cmpint (desk_sync_item_get_state (find_item (sync, "banking.accounts")), ==, DESK_SYNC_DONE);
  g_assert_cmpuint (desk_app_fixture_count_rows (&fixture, "eu_1", "banking.accounts"), ==, 2);
  assert_failures_are_named (sync, page);

  g_clear_object (&fixture.end_user);
  g_clear_object (&fixture.context);
}

void
hazards_add_errors (void)
{
  hazard_add ("37-large-pages", test_large_pages);
  hazard_add ("38-error-bodies", test_error_bodies);
  hazard_add ("39-partial-failure", test_partial_failure);
}
