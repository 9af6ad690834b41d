/* test-category-change.c: puts a transaction into another category, and knows which there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-category-change.h"

#include "desk-api-error.h"
#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-category-codes.h"
#include "desk-credentials.h"
#include "desk-page-keeper.h"
#include "desk-scripted-server.h"
#include "desk-test-context.h"
#include "desk-test-rows.h"

#define PETS "GENERAL_MERCHANDISE_PET_SUPPLIES"

static const char *
get_end_user_id (DeskAppFixture *fixture)
{
  return desk_end_user_get_id (fixture->end_user);
}

static void
fetch_transactions (DeskAppFixture *fixture)
{
  g_free (desk_test_sandbox_grant (fixture->sandbox, get_end_user_id (fixture), DESK_TEST_BANK));
  desk_app_fixture_refresh (fixture);
  desk_app_fixture_sync (fixture);
  g_object_set (desk_context_get_client (fixture->context), "retry-delay", 0, NULL);
}

/* Returns: (transfer full): the received bytes of the transaction that is at @position in the list */
static GBytes *
read_transaction (DeskAppFixture *fixture,
                  guint           position)
{
  DeskStore *store = desk_context_get_store (fixture->context);
  const DeskResource *resource = desk_catalogue_find ("banking.transactions");
  g_autoptr(DeskQuery) query = desk_query_new (resource, get_end_user_id (fixture));
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  GAsyncResult *slot = NULL;

  desk_store_list_async (store, query, position, 1, NULL, desk_await_keep, &slot);
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
dup_category (GBytes *bytes)
{
  DeskJsonSlice record;

  g_assert_true (desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &record, NULL));

  return desk_json_slice_dup_text (desk_json_slice_get_path (record, "category.secondary_category"));
}

static gboolean
run (DeskCategoryChange  *change,
     GError             **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_category_change_run_async (change, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_category_change_run_finish (change, result, error);
}

static void
set_fault (DeskAppFixture *fixture,
           const char     *fault)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":true}", fault);

  g_free (desk_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/faults", body));
}

/* The list begins with pending transactions; further down they are posted. */
static void
test_row_is_what_the_service_sends (DeskAppFixture *fixture,
                                    gconstpointer   data)
{
  guint position = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(DeskCategoryChange) change = NULL;
  g_autofree char *category = NULL;
  g_autoptr(GError) error = NULL;
  guint n_rows;

  if (fixture->sandbox == NULL)
    return;

  fetch_transactions (fixture);
  before = read_transaction (fixture, position);
  n_rows = desk_app_fixture_count_rows (fixture, get_end_user_id (fixture), "banking.transactions");
  change = desk_category_change_new (fixture->context, get_end_user_id (fixture), before, PETS);
  g_assert_true (run (change, &error));
  g_assert_no_error (error);

  after = read_transaction (fixture, position);
  category = dup_category (after);
  g_assert_cmpstr (category, ==, PETS);
  g_assert_cmpstr (desk_category_change_get_found_category (change), ==, PETS);
  g_assert_cmpuint (desk_app_fixture_count_rows (fixture, get_end_user_id (fixture), "banking.transactions"), ==, n_rows);
}

static void
test_undo_brings_the_old_category_back (DeskAppFixture *fixture,
                                        gconstpointer   data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(DeskCategoryChange) change = NULL;
  g_autoptr(DeskCategoryChange) undo = NULL;
  g_autofree char *old = NULL;
  g_autofree char *category = NULL;

  if (fixture->sandbox == NULL)
    return;

  fetch_transactions (fixture);
  before = read_transaction (fixture, 20);
  old = dup_category (before);
  change = desk_category_change_new (fixture->context, get_end_user_id (fixture), before, PETS);
  g_assert_true (run (change, NULL));
  undo = desk_category_change_new_undo (change);
  g_assert_true (run (undo, NULL));
  after = read_transaction (fixture, 20);
  category = dup_category (after);

  g_assert_cmpstr (category, ==, old);
  g_assert_cmpstr (desk_category_change_get_previous_category (undo), ==, PETS);
}

static void
test_no_undo_without_an_old_category (DeskAppFixture *fixture,
                                      gconstpointer   data)
{
  g_autoptr(GBytes) record = g_bytes_new_static ("{\"fiskil_id\":\"t\"}", 17);
  g_autoptr(DeskCategoryChange) change = NULL;

  if (fixture->sandbox == NULL)
    return;

  change = desk_category_change_new (fixture->context, get_end_user_id (fixture), record, PETS);
  g_assert_null (desk_category_change_new_undo (change));
}

static void
test_refused_category_changes_nothing (DeskAppFixture *fixture,
                                       gconstpointer   data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(DeskCategoryChange) change = NULL;
  g_autoptr(GError) error = NULL;

  if (fixture->sandbox == NULL)
    return;

  fetch_transactions (fixture);
  before = read_transaction (fixture, 0);
  change = desk_category_change_new (fixture->context, get_end_user_id (fixture), before, "NO_SUCH_THING");
  g_assert_false (run (change, &error));
  after = read_transaction (fixture, 0);

  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_true (g_bytes_equal (before, after));
}

/* A context of a service that plays a script; its only end user is eu_1. */
static DeskContext *
open_scripted (DeskScriptedServer *server)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  DeskContext *context;

  g_setenv (DESK_CREDENTIALS_CLIENT_ID_VARIABLE, "client", TRUE);
  g_setenv (DESK_CREDENTIALS_CLIENT_SECRET_VARIABLE, "secret", TRUE);
  environment = desk_environment_new_temporary (desk_scripted_server_get_api_uri (server),
                                                desk_scripted_server_get_origin (server), NULL);
  context = desk_context_new (environment, NULL, NULL);
  desk_test_context_open (context);
  desk_test_context_refresh (context);

  return context;
}

static void
test_lost_answer_is_looked_up (void)
{
  g_autoptr(DeskScriptedServer) server = desk_scripted_server_new ();
  g_autoptr(GBytes) record = g_bytes_new_static ("{\"fiskil_id\":\"t\"}", 17);
  g_autoptr(DeskContext) context = NULL;
  g_autoptr(DeskCategoryChange) change = NULL;
  g_autoptr(GError) error = NULL;

  desk_scripted_server_add (server, "GET /v1/institutions", 200, "[]");
  desk_scripted_server_add (server, "GET /v1/end-users", 200, "{\"end_users\":[{\"id\":\"eu_1\"}],\"links\":{}}");
  desk_scripted_server_add (server, "GET /v1/consent", 200, "{\"consents\":[],\"links\":{}}");
  context = open_scripted (server);

  desk_scripted_server_add_raw (server, "POST /v1/banking/transactions/category", "");
  desk_scripted_server_add (server, "GET /v1/banking/transactions", 200,
                            "{\"transactions\":[{\"fiskil_id\":\"t\",\"category\":{\"secondary_category\":\"" PETS "\"}}],"
                            "\"links\":{}}");
  change = desk_category_change_new (context, "eu_1", record, PETS);

  g_assert_true (run (change, &error));
  g_assert_no_error (error);
}

static void
test_stays_uncertain_if_it_cannot_be_looked_up (DeskAppFixture *fixture,
                                                gconstpointer   data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(DeskCategoryChange) change = NULL;
  g_autoptr(GError) error = NULL;

  if (fixture->sandbox == NULL)
    return;

  fetch_transactions (fixture);
  before = read_transaction (fixture, 20);
  set_fault (fixture, "cut@banking/transactions");
  change = desk_category_change_new (fixture->context, get_end_user_id (fixture), before, PETS);

  g_assert_false (run (change, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_UNCERTAIN);
}

static void
test_says_if_the_row_could_not_be_read_again (DeskAppFixture *fixture,
                                              gconstpointer   data)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) elsewhere = NULL;
  g_autoptr(DeskCategoryChange) change = NULL;
  DeskJsonSlice record;
  g_autofree char *id = NULL;
  char *text;

  if (fixture->sandbox == NULL)
    return;

  fetch_transactions (fixture);
  before = read_transaction (fixture, 20);
  g_assert_true (desk_json_parse (g_bytes_get_data (before, NULL), g_bytes_get_size (before), &record, NULL));
  id = desk_json_slice_dup_text (desk_json_slice_get_member (record, "fiskil_id"));
  text = g_strdup_printf ("{\"fiskil_id\":\"%s\",\"posting_date_time\":\"1990-01-01T00:00:00Z\"}", id);
  elsewhere = g_bytes_new_take (text, strlen (text));
  change = desk_category_change_new (fixture->context, get_end_user_id (fixture), elsewhere, PETS);

  g_assert_true (run (change, NULL));
  g_assert_null (desk_category_change_get_found_category (change));
}

static void
test_possible_with_a_fiskil_id_only (void)
{
  g_autoptr(GBytes) with = g_bytes_new_static ("{\"fiskil_id\":\"t\"}", 17);
  g_autoptr(GBytes) without = g_bytes_new_static ("{\"transaction_id\":\"t\"}", 22);

  g_assert_true (desk_category_change_is_possible (with));
  g_assert_false (desk_category_change_is_possible (without));
  g_assert_false (desk_category_change_is_possible (NULL));
}

static void
test_records_that_come_after_their_consent_do_not_stay (DeskAppFixture *fixture,
                                                        gconstpointer   data)
{
  g_autoptr(DeskPageKeeper) keeper = NULL;
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *consent_id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GAsyncResult *slot = NULL;

  if (fixture->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->sandbox, get_end_user_id (fixture), DESK_TEST_BANK);
  desk_app_fixture_refresh (fixture);
  keeper = desk_page_keeper_new (fixture->context, get_end_user_id (fixture));
  path = g_strdup_printf ("/sandbox/consents/%s/end", consent_id);
  g_free (desk_test_sandbox_call (fixture->sandbox, "POST", path, "{\"how\":\"institution\"}"));
  desk_app_fixture_refresh (fixture);

  text = g_strdup_printf ("[{\"fiskil_id\":\"t\",\"arrangement_id\":\"%s\",\"institution_id\":\"" DESK_TEST_BANK "\"}]",
                          consent_id);
  bytes = g_bytes_new (text, strlen (text));
  page = desk_json_page_new (bytes, NULL, NULL);
  desk_page_keeper_keep_async (keeper, desk_catalogue_find ("banking.balances"), page, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  g_assert_true (desk_page_keeper_keep_finish (keeper, result, NULL));

  while (desk_app_fixture_count_rows (fixture, get_end_user_id (fixture), "banking.balances") > 0)
    g_main_context_iteration (NULL, FALSE);
}

static GPtrArray *
load_codes (DeskStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  GPtrArray *codes;

  desk_category_codes_load_async (store, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  codes = desk_category_codes_load_finish (store, result, &error);
  g_assert_no_error (error);

  return codes;
}

static void
test_documented_codes_are_known_without_rows (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GPtrArray) codes = load_codes (store);
  const DeskCategoryCode *first = g_ptr_array_index (codes, 0);

  g_assert_cmpuint (codes->len, ==, 6);
  g_assert_cmpstr (first->code, ==, "FOOD_AND_DRINK_GROCERIES");
  g_assert_cmpstr (first->main_code, ==, "FOOD_AND_DRINK");
}

static void
test_codes_of_rows_are_sorted_in (void)
{
  g_autoptr(DeskStore) store = desk_store_new (NULL);
  g_autoptr(GPtrArray) codes = NULL;
  const DeskCategoryCode *coffee;
  const DeskCategoryCode *last;

  desk_test_rows_add (store, "banking.transactions", "eu_1", 1,
                      "[{\"fiskil_id\":\"1\",\"category\":{\"primary_category\":\"FOOD_AND_DRINK\","
                      "\"secondary_category\":\"FOOD_AND_DRINK_COFFEE\"}},"
                      "{\"fiskil_id\":\"2\",\"category\":{\"secondary_category\":\"ANYTHING\"}},"
                      "{\"fiskil_id\":\"3\",\"category\":{\"primary_category\":\"FOOD_AND_DRINK\","
                      "\"secondary_category\":\"FOOD_AND_DRINK_GROCERIES\"}}]");
  codes = load_codes (store);
  coffee = g_ptr_array_index (codes, 0);
  last = g_ptr_array_index (codes, codes->len - 1);

  g_assert_cmpuint (codes->len, ==, 8);
  g_assert_cmpstr (coffee->code, ==, "FOOD_AND_DRINK_COFFEE");
  g_assert_cmpstr (last->code, ==, "ANYTHING");
  g_assert_null (last->main_code);
}

static void
test_typed_codes_are_spelled_as_the_service_does (void)
{
  g_autofree char *words = desk_category_codes_dup_entered (" food and drink-groceries ");

  g_assert_cmpstr (words, ==, "FOOD_AND_DRINK_GROCERIES");
  g_assert_null (desk_category_codes_dup_entered ("  "));
  g_assert_null (desk_category_codes_dup_entered ("caf\303\251"));
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*func) (DeskAppFixture *, gconstpointer))
{
  g_test_add (path, DeskAppFixture, data, desk_app_fixture_set_up, func, desk_app_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/category-change/pending-row-is-what-the-service-sends", GUINT_TO_POINTER (0), test_row_is_what_the_service_sends);
  add ("/category-change/posted-row-is-what-the-service-sends", GUINT_TO_POINTER (20), test_row_is_what_the_service_sends);
  add ("/category-change/undo-brings-the-old-category-back", NULL, test_undo_brings_the_old_category_back);
  add ("/category-change/no-undo-without-an-old-category", NULL, test_no_undo_without_an_old_category);
  add ("/category-change/refused-category-changes-nothing", NULL, test_refused_category_changes_nothing);
  g_test_add_func ("/category-change/lost-answer-is-looked-up", test_lost_answer_is_looked_up);
  add ("/category-change/stays-uncertain-if-it-cannot-be-looked-up", NULL,
       test_stays_uncertain_if_it_cannot_be_looked_up);
  add ("/category-change/says-if-the-row-could-not-be-read-again", NULL, test_says_if_the_row_could_not_be_read_again);
  g_test_add_func ("/category-change/possible-with-a-fiskil-id-only", test_possible_with_a_fiskil_id_only);
  add ("/page-keeper/records-that-come-after-their-consent-do-not-stay", NULL,
       test_records_that_come_after_their_consent_do_not_stay);
  g_test_add_func ("/category-codes/documented-ones-are-known-without-rows",
                   test_documented_codes_are_known_without_rows);
  g_test_add_func ("/category-codes/those-of-rows-are-sorted-in", test_codes_of_rows_are_sorted_in);
  g_test_add_func ("/category-codes/typed-ones-are-spelled-as-the-service-does",
                   test_typed_codes_are_spelled_as_the_service_does);

  return g_test_run ();
}
