/* test-institution-list.c: tests of the list of institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-institution-list.h"

#include "desk-api-error.h"
#include "desk-await.h"
#include "desk-scripted-server.h"

#define CALL "GET /v1/institutions"

/* Not in the order in which they are offered. */
#define INSTITUTIONS \
  "[{\"id\":\"4\",\"name\":\"Zebra\",\"industry\":\"energy\",\"is_accessible\":true,\"priority\":2}," \
  "{\"id\":\"1\",\"name\":\"Eastpac\",\"industry\":\"banking\",\"is_accessible\":false,\"priority\":1}," \
  "{\"id\":\"2\",\"name\":\"Aardvark\",\"industry\":\"banking\",\"is_accessible\":false,\"priority\":1}," \
  "{\"id\":\"3\",\"name\":\"Wattle\",\"industry\":\"banking\",\"priority\":2}]"

typedef struct
{
  DeskScriptedServer  *server;
  DeskApiClient       *client;
  DeskInstitutionList *list;
  guint                n_state_changes;
} Fixture;

static void
state_changed_cb (DeskInstitutionList *list,
                  Fixture             *fixture)
{
  fixture->n_state_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->server = desk_scripted_server_new ();
  fixture->client = desk_api_client_new (desk_scripted_server_get_api_uri (fixture->server), "v3", NULL, &error);
  g_assert_no_error (error);
  desk_api_client_set_credentials (fixture->client, "client-1", "secret-1");
  g_object_set (fixture->client, "retry-delay", 0, NULL);
  fixture->list = desk_institution_list_new (fixture->client);
  g_signal_connect (fixture->list, "state-changed", G_CALLBACK (state_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->list);
  desk_await_idle ();
  g_assert_finalize_object (fixture->client);
  desk_scripted_server_free (fixture->server);
}

static void
load (Fixture                  *fixture,
      guint                     status,
      const char               *body,
      DeskInstitutionListState  state)
{
  desk_scripted_server_add (fixture->server, CALL, status, body);
  desk_institution_list_load (fixture->list);
  g_assert_cmpint (desk_institution_list_get_state (fixture->list), ==, DESK_INSTITUTION_LIST_LOADING);
  while (desk_institution_list_get_state (fixture->list) == DESK_INSTITUTION_LIST_LOADING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (desk_institution_list_get_state (fixture->list), ==, state);
}

static void
assert_ids (Fixture    *fixture,
            const char *ids)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr(DeskInstitution) institution = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_string_append (text, desk_institution_get_id (institution));
    }
  g_assert_cmpstr (text->str, ==, ids);
}

static void
test_asks_for_nothing_by_itself (Fixture       *fixture,
                                 gconstpointer  data)
{
  desk_await_idle ();
  g_assert_cmpint (desk_institution_list_get_state (fixture->list), ==, DESK_INSTITUTION_LIST_IDLE);
  g_assert_cmpuint (desk_scripted_server_count (fixture->server, NULL), ==, 0);
}

static void
test_those_that_may_be_used_come_first (Fixture       *fixture,
                                        gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS, DESK_INSTITUTION_LIST_READY);
  assert_ids (fixture, "3421");
}

static void
test_asks_for_both_industries (Fixture       *fixture,
                               gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS, DESK_INSTITUTION_LIST_READY);
  g_assert_cmpstr (desk_scripted_server_get_request (fixture->server, CALL, 0)->query, ==, "client_id=client-1");
}

static void
test_tells_each_state (Fixture       *fixture,
                       gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS, DESK_INSTITUTION_LIST_READY);
  g_assert_cmpuint (fixture->n_state_changes, ==, 2);
}

static void
test_failure_has_a_reason (Fixture       *fixture,
                           gconstpointer  data)
{
  load (fixture, 403, NULL, DESK_INSTITUTION_LIST_FAILED);
  g_assert_error (desk_institution_list_get_error (fixture->list), DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN);
}

static void
test_loads_again_after_a_failure (Fixture       *fixture,
                                  gconstpointer  data)
{
  load (fixture, 403, NULL, DESK_INSTITUTION_LIST_FAILED);
  load (fixture, 200, INSTITUTIONS, DESK_INSTITUTION_LIST_READY);
  g_assert_null (desk_institution_list_get_error (fixture->list));
  assert_ids (fixture, "3421");
}

static void
test_keeps_what_it_had (Fixture       *fixture,
                        gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS, DESK_INSTITUTION_LIST_READY);
  load (fixture, 403, NULL, DESK_INSTITUTION_LIST_FAILED);
  assert_ids (fixture, "3421");
}

static void
test_newer_question_counts (Fixture       *fixture,
                            gconstpointer  data)
{
  desk_scripted_server_add_silence (fixture->server, CALL);
  desk_institution_list_load (fixture->list);
  desk_scripted_server_wait (fixture->server, CALL, 1);
  load (fixture, 200, "[{\"id\":\"7\"}]", DESK_INSTITUTION_LIST_READY);
  desk_await_idle ();
  assert_ids (fixture, "7");
}

static void
test_question_can_be_taken_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  desk_scripted_server_add_silence (fixture->server, CALL);
  desk_institution_list_load (fixture->list);
  desk_scripted_server_wait (fixture->server, CALL, 1);
  desk_institution_list_cancel (fixture->list);
  desk_await_idle ();
  g_assert_cmpint (desk_institution_list_get_state (fixture->list), ==, DESK_INSTITUTION_LIST_IDLE);
}

static void
test_question_ends_with_the_list (Fixture       *fixture,
                                  gconstpointer  data)
{
  desk_scripted_server_add_silence (fixture->server, CALL);
  desk_institution_list_load (fixture->list);
  desk_scripted_server_wait (fixture->server, CALL, 1);
  g_signal_handlers_disconnect_by_data (fixture->list, fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
}

static void
test_finds_by_id (Fixture       *fixture,
                  gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS, DESK_INSTITUTION_LIST_READY);
  g_assert_cmpstr (desk_institution_get_name (desk_institution_list_find (fixture->list, "4")), ==, "Zebra");
  g_assert_null (desk_institution_list_find (fixture->list, "5"));
  g_assert_null (desk_institution_list_find (fixture->list, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/institution-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("asks-for-nothing-by-itself", test_asks_for_nothing_by_itself);
  ADD ("those-that-may-be-used-come-first", test_those_that_may_be_used_come_first);
  ADD ("asks-for-both-industries", test_asks_for_both_industries);
  ADD ("tells-each-state", test_tells_each_state);
  ADD ("failure-has-a-reason", test_failure_has_a_reason);
  ADD ("loads-again-after-a-failure", test_loads_again_after_a_failure);
  ADD ("keeps-what-it-had", test_keeps_what_it_had);
  ADD ("newer-question-counts", test_newer_question_counts);
  ADD ("question-can-be-taken-back", test_question_can_be_taken_back);
  ADD ("question-ends-with-the-list", test_question_ends_with_the_list);
  ADD ("finds-by-id", test_finds_by_id);
#undef ADD

  return g_test_run ();
}
