/* test-sync-faults.c: each network fault of the sandbox on each data set of a fetch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fault acts on every call for data at once, so that each data set meets it. What must hold: every data set ends, with
 * its rows or with a cause in words; the service is asked a bounded number of times; and as soon as the fault is over, the
 * next fetch has the very rows that the sandbox has.
 */
#include <json-glib/json-glib.h>

#include "desk-api-retry.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-sync.h"

/**
 * Fault:
 * @spec: as the sandbox takes it
 * @is_overcome: whether a fetch comes through it
 */
typedef struct
{
  const char *spec;
  gboolean    is_overcome;
} Fault;

static const Fault faults[] = {
  { "data-error:503", FALSE },
  { "data-error:404", TRUE },
  { "duplicate-page", TRUE },
  { "cursor-loop", FALSE },
  { "latency:20ms", TRUE },
  { "jitter:40ms", TRUE },
  { "cut", FALSE },
  { "drip:4M", TRUE },
  { "rate-limit:40", TRUE },
  { "http-500:3", TRUE },
  { "http-502:3", TRUE },
  { "http-503:3", TRUE },
  { "http-500", FALSE },
  { "expired-token:3", TRUE },
  { "truncated", FALSE },
  { "content-type:text/html", FALSE },
  { "oversized:1M", TRUE },
};

static gboolean
run (DeskAppFixture *fixture,
     DeskStore      *store,
     DeskSync      **sync)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  *sync = desk_sync_new (fixture->context, fixture->end_user);
  if (store != NULL)
    desk_sync_set_store (*sync, store);
  desk_sync_run_async (*sync, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_sync_run_finish (*sync, result, NULL);
}

static void
switch_fault (DeskAppFixture *fixture,
              const Fault    *fault,
              gboolean        on)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":%s}", fault->spec, on ? "true" : "false");
  g_autofree char *answer = desk_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/faults", body);

  g_assert_nonnull (answer);
}

static guint
count_requests (DeskAppFixture *fixture)
{
  g_autofree char *answer = desk_test_sandbox_call (fixture->sandbox, "GET", "/sandbox/requests", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *object;

  g_assert_true (json_parser_load_from_data (parser, answer, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));

  return json_array_get_length (json_object_get_array_member (object, "requests"));
}

static GHashTable *
count_rows (DeskAppFixture *fixture,
            DeskStore      *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_store_count_async (store, desk_end_user_get_id (fixture->end_user), NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_store_count_finish (store, result, NULL);
}

static void
check_items (DeskSync    *sync,
             const Fault *fault)
{
  GListModel *items = desk_sync_get_items (sync);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      DeskSyncState state = desk_sync_item_get_state (item);

      if (state == DESK_SYNC_FAILED)
        {
          g_assert_false (fault->is_overcome);
          g_assert_nonnull (desk_sync_item_get_error (item));
          g_assert_cmpuint (strlen (desk_sync_item_get_error (item)->message), >, 10);
        }
      else
        g_assert_true (state == DESK_SYNC_DONE || state == DESK_SYNC_NOT_OFFERED);
    }
}

/* What a fetch without any fault brings, in a store of its own. */
static guint
count_expected (DeskAppFixture  *fixture,
                GHashTable     **rows)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(DeskSync) sync = NULL;
  guint before = count_requests (fixture);

  g_assert_true (run (fixture, store, &sync));
  *rows = count_rows (fixture, store);

  return count_requests (fixture) - before;
}

static void
check_rows (DeskAppFixture *fixture,
            GHashTable     *expected)
{
  g_autoptr(GHashTable) rows = count_rows (fixture, desk_context_get_store (fixture->context));
  GHashTableIter iter;
  gpointer name;
  gpointer count;

  g_assert_cmpuint (g_hash_table_size (rows), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &count))
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (rows, name)), ==, GPOINTER_TO_UINT (count));
}

static void
grant (DeskAppFixture *fixture,
       const char     *institution_id)
{
  g_autofree char *consent_id = NULL;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, desk_end_user_get_id (fixture->end_user), institution_id);
}

/**
 * Stage:
 *
 * One sandbox for all faults, with somebody who shares all there is.
 */
typedef struct
{
  DeskAppFixture  app;
  GHashTable     *rows;       /* (owned): what there is, by the data set */
  guint           n_requests; /* that it takes to fetch it */
} Stage;

typedef struct
{
  Stage       *stage;
  const Fault *fault;
} Scene;

static void
test_fault (gconstpointer data)
{
  const Scene *scene = data;
  DeskAppFixture *fixture = &scene->stage->app;
  g_autoptr(DeskSync) broken = NULL;
  g_autoptr(DeskSync) whole = NULL;
  guint before;

  if (fixture->sandbox == NULL)
    {
      g_test_skip ("DESK_TEST_SANDBOX names no program");
      return;
    }

  before = count_requests (fixture);
  switch_fault (fixture, scene->fault, TRUE);
  g_assert_cmpint (run (fixture, NULL, &broken), ==, scene->fault->is_overcome);
  check_items (broken, scene->fault);
  /* Each call at most as often as it is tried, and a token for each try. */
  g_assert_cmpuint (count_requests (fixture) - before, <=, 2 * DESK_API_RETRY_MAX_TRIES * scene->stage->n_requests);

  switch_fault (fixture, scene->fault, FALSE);
  g_assert_true (run (fixture, NULL, &whole));
  check_rows (fixture, scene->stage->rows);
}

static void
set_stage (Stage *stage)
{
  desk_app_fixture_set_up (&stage->app, NULL);
  if (stage->app.sandbox == NULL)
    return;

  grant (&stage->app, DESK_TEST_BANK);
  grant (&stage->app, DESK_TEST_RETAILER);
  desk_app_fixture_refresh (&stage->app);
  g_object_set (desk_context_get_client (stage->app.context), "retry-delay", 0, NULL);
  stage->n_requests = count_expected (&stage->app, &stage->rows);
}

int
main (int   argc,
      char *argv[])
{
  Scene scenes[G_N_ELEMENTS (faults)];
  Stage stage = { 0 };
  int status;

  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("DESK_TEST_SANDBOX") != NULL)
    set_stage (&stage);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sync-faults/%s", faults[i].spec);

      scenes[i] = (Scene) { &stage, &faults[i] };
      g_test_add_data_func (path, &scenes[i], test_fault);
    }
  status = g_test_run ();
  g_clear_pointer (&stage.rows, g_hash_table_unref);
  desk_app_fixture_tear_down (&stage.app, NULL);

  return status;
}
