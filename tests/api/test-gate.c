/* test-gate.c: tests of how many requests are under way, and how soon the next one follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-api-fixture.h"
#include "desk-api-gate.h"
#include "desk-api-pace.h"

#define ROWS_CALL "GET /v1/rows"

/* At 4 in a second: four at once, then one each quarter of a second; what was saved up is a second's worth at most. */
static void
test_pace (void)
{
  static const struct
  {
    gint64 now;
    gint64 expected; /* 0: at once */
  } rows[] = {
    { 1000000, 0 }, { 1000000, 0 }, { 1000000, 0 }, { 1000000, 0 },
    { 1000000, 1250000 }, { 1250000, 0 }, { 1250000, 1500000 }, { 1500000, 0 },
    { 9000000, 0 }, { 9000000, 0 }, { 9000000, 0 }, { 9000000, 0 }, { 9000000, 9250000 },
  };
  DeskApiPace pace = { .per_second = 4 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 next = desk_api_pace_get_next (&pace, rows[i].now);

      if (rows[i].expected != 0)
        {
          g_assert_cmpint (next, ==, rows[i].expected);
          continue;
        }

      g_assert_cmpint (next, <=, rows[i].now);
      desk_api_pace_take (&pace, rows[i].now);
    }
}

static void
test_no_pace (void)
{
  DeskApiPace pace = { 0 };

  for (guint i = 0; i < 1000; i++)
    {
      g_assert_cmpint (desk_api_pace_get_next (&pace, 1), ==, 1);
      desk_api_pace_take (&pace, 1);
    }
}

/* Asks for something that is never answered. */
static void
ask (DeskApiFixture *self,
     GCancellable   *cancellable,
     GAsyncResult  **slot)
{
  desk_scripted_server_add_silence (self->server, ROWS_CALL);
  desk_api_client_get_json_async (self->client, "/rows", cancellable, desk_await_keep, slot);
}

static void
await_cancelled (DeskApiFixture *self,
                 GAsyncResult  **slot)
{
  g_autoptr(GAsyncResult) result = desk_await_result (slot);
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_api_client_get_json_finish (self->client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A token is asked for beside them, and by the time the server has seen that it would have seen a fifth. */
static void
check_that_no_more_come (DeskApiFixture *self)
{
  guint n_tokens = desk_scripted_server_count (self->server, TOKEN_CALL);

  desk_api_client_set_credentials (self->client, "other", "secret");
  desk_api_client_prepare (self->client);
  desk_scripted_server_wait (self->server, TOKEN_CALL, n_tokens + 1);
  desk_await_idle ();
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 4);
}

static void
test_four_at_a_time (DeskApiFixture *self,
                     gconstpointer   data)
{
  g_autoptr(GCancellable) first = g_cancellable_new ();
  g_autoptr(GCancellable) others = g_cancellable_new ();
  GAsyncResult *slots[6] = { NULL };

  ask (self, first, &slots[0]);
  for (guint i = 1; i < G_N_ELEMENTS (slots); i++)
    ask (self, others, &slots[i]);
  desk_scripted_server_wait (self->server, ROWS_CALL, 4);
  check_that_no_more_come (self);

  g_cancellable_cancel (first);
  await_cancelled (self, &slots[0]);
  desk_scripted_server_wait (self->server, ROWS_CALL, 5);
  g_cancellable_cancel (others);
  for (guint i = 1; i < G_N_ELEMENTS (slots); i++)
    await_cancelled (self, &slots[i]);
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 5);
}

/* Whatever becomes of a request, the next one has its place. */
static void
test_every_place_is_given_back (DeskApiFixture *self,
                                gconstpointer   data)
{
  static const guint statuses[] = { 400, 401, 404, 503, 400, 401, 404, 503, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rows/%u", i);
      g_autofree char *call = g_strconcat ("GET /v1", path, NULL);
      g_autoptr(GBytes) bytes = NULL;

      for (guint k = 0; k < 10; k++)
        desk_scripted_server_add (self->server, call, statuses[i], "[]");
      bytes = desk_api_fixture_get_json (self, path);
      g_assert_true ((bytes != NULL) == (statuses[i] == 200));
      g_clear_error (&self->error);
    }
}

static gboolean
enter (DeskApiGate  *gate,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_api_gate_enter_async (gate, cancellable, desk_await_keep, &slot);
  result = desk_await_result (&slot);

  return desk_api_gate_enter_finish (gate, result, error);
}

static void
test_cancelled_while_it_waits (void)
{
  g_autoptr(DeskApiGate) gate = desk_api_gate_new (1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_assert_true (enter (gate, NULL, NULL));
  desk_api_gate_enter_async (gate, cancellable, desk_await_keep, &slot);
  desk_await_idle ();
  g_assert_null (slot);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  g_assert_false (desk_api_gate_enter_finish (gate, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  desk_api_gate_leave (gate);
  g_assert_true (enter (gate, NULL, NULL));
  desk_api_gate_leave (gate);
}

/* A place that was given is there even if the request is cancelled before it hears of it. */
static void
test_cancelled_as_it_enters (void)
{
  g_autoptr(DeskApiGate) gate = desk_api_gate_new (1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_api_gate_enter_async (gate, cancellable, desk_await_keep, &slot);
  g_cancellable_cancel (cancellable);
  result = desk_await_result (&slot);
  g_assert_true (desk_api_gate_enter_finish (gate, result, NULL));
  desk_api_gate_leave (gate);
}

static void
test_rate_of_a_gate (void)
{
  g_autoptr(DeskApiGate) gate = desk_api_gate_new (4);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  desk_api_gate_set_rate (gate, 1);
  g_assert_true (enter (gate, NULL, NULL));
  desk_api_gate_enter_async (gate, NULL, desk_await_keep, &slot);
  desk_await_idle ();
  g_assert_null (slot);
  desk_api_gate_set_rate (gate, 0);
  result = desk_await_result (&slot);
  g_assert_true (desk_api_gate_enter_finish (gate, result, NULL));
}

#define ADD(path, function) \
  g_test_add ("/gate/" path, DeskApiFixture, "v3", desk_api_fixture_set_up, function, desk_api_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/pace", test_pace);
  g_test_add_func ("/gate/no-pace", test_no_pace);
  ADD ("four-at-a-time", test_four_at_a_time);
  ADD ("every-place-is-given-back", test_every_place_is_given_back);
  g_test_add_func ("/gate/cancelled-while-it-waits", test_cancelled_while_it_waits);
  g_test_add_func ("/gate/cancelled-as-it-enters", test_cancelled_as_it_enters);
  g_test_add_func ("/gate/rate", test_rate_of_a_gate);

  return g_test_run ();
}
