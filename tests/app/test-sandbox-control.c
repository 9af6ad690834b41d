/* test-sandbox-control.c: tests of the calls that steer the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-control.h"

#include <signal.h>

#include "desk-api-error.h"
#include "desk-await.h"
#include "desk-descendant.h"
#include "desk-fault-switch.h"
#include "desk-test-context.h"
#include "desk-test-folder.h"
#include "desk-test-sandbox.h"

#define DAY (24 * 60 * 60 * G_TIME_SPAN_SECOND)

typedef struct
{
  char               *folder;
  DeskContext        *context;
  DeskSandboxControl *control;
  DeskEndUser        *end_user;
  GAsyncResult       *slot;
} Fixture;

static DeskDirectory *
get_directory (Fixture *fixture)
{
  return desk_context_get_directory (fixture->context);
}

static gboolean
finish (Fixture  *fixture,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = desk_await_result (&fixture->slot);

  return desk_sandbox_control_finish (fixture->control, result, error);
}

static void
finish_well (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  finish (fixture, &error);
  g_assert_no_error (error);
}

static char *
finish_with_id (Fixture  *fixture,
                GError  **error)
{
  g_autoptr(GAsyncResult) result = desk_await_result (&fixture->slot);

  return desk_sandbox_control_finish_id (fixture->control, result, error);
}

static void
load (Fixture *fixture)
{
  desk_sandbox_control_load_async (fixture->control, NULL, desk_await_keep, &fixture->slot);
  finish_well (fixture);
}

static gboolean
refresh (Fixture  *fixture,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  desk_directory_refresh_async (get_directory (fixture), NULL, desk_await_keep, &fixture->slot);
  result = desk_await_result (&fixture->slot);

  return desk_directory_refresh_finish (get_directory (fixture), result, error);
}

static char *
grant (Fixture *fixture)
{
  g_autoptr(DeskDemoCustomer) customer = NULL;
  g_autoptr(GError) error = NULL;
  char *id;

  load (fixture);
  customer = g_list_model_get_item (desk_sandbox_control_get_customers (fixture->control), 0);
  desk_sandbox_control_grant_async (fixture->control, desk_end_user_get_id (fixture->end_user), customer, NULL,
                                    desk_await_keep, &fixture->slot);
  id = finish_with_id (fixture, &error);
  g_assert_no_error (error);
  refresh (fixture, &error);
  g_assert_no_error (error);

  return id;
}

static guint
count_active (Fixture *fixture)
{
  g_autoptr(GPtrArray) active = desk_directory_dup_active_consents (get_directory (fixture),
                                                                     desk_end_user_get_id (fixture->end_user));

  return active->len;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();

  if (!desk_test_sandbox_is_there ())
    return;

  fixture->folder = desk_test_folder_new ();
  fixture->context = desk_context_new (environment, fixture->folder, g_getenv ("DESK_TEST_SANDBOX"));
  fixture->control = desk_sandbox_control_new (fixture->context);
  desk_test_context_open (fixture->context);
  fixture->end_user = desk_test_context_create_end_user (fixture->context, "mia@example.com");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->end_user);
  g_clear_object (&fixture->control);
  g_clear_object (&fixture->context);
  if (fixture->folder != NULL)
    desk_test_folder_free (fixture->folder);
}

static void
test_customers_name_what_a_demoer_types (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(DeskDemoCustomer) first = NULL;

  if (fixture->context == NULL)
    return;

  load (fixture);
  first = g_list_model_get_item (desk_sandbox_control_get_customers (fixture->control), 0);
  g_assert_cmpstr (desk_demo_customer_get_title (first), ==, "Mia Chen");
  g_assert_cmpstr (desk_demo_customer_get_institution_name (first), ==, "Wattle Bank");
  g_assert_cmpstr (desk_demo_customer_get_industry (first), ==, "banking");
  g_assert_nonnull (strchr (desk_demo_customer_get_login (first), '@'));
  g_assert_false (desk_demo_customer_is_from_data (first));
}

static void
test_moved_clock_ends_what_is_over (Fixture       *fixture,
                                    gconstpointer  data)
{
  DeskClock *clock;
  g_autofree char *id = NULL;
  gint64 before;

  if (fixture->context == NULL)
    return;

  clock = desk_context_get_clock (fixture->context);
  id = grant (fixture);
  g_assert_cmpuint (count_active (fixture), ==, 1);

  before = desk_clock_get_now (clock);
  desk_sandbox_control_advance_async (fixture->control, "P400D", NULL, desk_await_keep, &fixture->slot);
  finish_well (fixture);
  g_assert_cmpint (desk_clock_get_now (clock) - before, >=, 400 * DAY);
  g_assert_cmpuint (count_active (fixture), ==, 0);
}

static void
test_clock_can_be_set (Fixture       *fixture,
                       gconstpointer  data)
{
  const gint64 instant = G_GINT64_CONSTANT (1900000000) * G_USEC_PER_SEC;
  gint64 now;

  if (fixture->context == NULL)
    return;

  desk_sandbox_control_set_clock_async (fixture->control, instant, NULL, desk_await_keep, &fixture->slot);
  finish_well (fixture);
  now = desk_clock_get_now (desk_context_get_clock (fixture->context));
  g_assert_cmpint (now, >=, instant);
  g_assert_cmpint (now - instant, <, DAY);
}

static void
test_consent_ends (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  id = grant (fixture);
  desk_sandbox_control_end_async (fixture->control, id, (DeskSandboxEnd) GPOINTER_TO_INT (data), NULL,
                                  desk_await_keep, &fixture->slot);
  finish_well (fixture);
  refresh (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_active (fixture), ==, 0);
}

static void
test_unknown_consent_cannot_end (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  desk_sandbox_control_end_async (fixture->control, "unknown", DESK_SANDBOX_END_EXPIRY, NULL, desk_await_keep,
                                  &fixture->slot);
  g_assert_false (finish (fixture, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND);
}

static void
switch_fault (Fixture    *fixture,
              const char *spec,
              gboolean    on)
{
  desk_sandbox_control_switch_async (fixture->control, spec, on, NULL, desk_await_keep, &fixture->slot);
  finish_well (fixture);
}

static void
test_fault_acts_until_it_is_off (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  load (fixture);
  g_object_set (desk_context_get_client (fixture->context), "retry-delay", 0, NULL);
  switch_fault (fixture, "http-500", TRUE);
  g_assert_cmpuint (desk_sandbox_control_get_n_faults (fixture->control), ==, 1);
  g_assert_false (refresh (fixture, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_UNAVAILABLE);
  g_clear_error (&error);

  switch_fault (fixture, "http-500", FALSE);
  g_assert_cmpuint (desk_sandbox_control_get_n_faults (fixture->control), ==, 0);
  refresh (fixture, &error);
  g_assert_no_error (error);
}

static void
test_all_faults_go_off_at_once (Fixture       *fixture,
                                gconstpointer  data)
{
  if (fixture->context == NULL)
    return;

  load (fixture);
  switch_fault (fixture, "popup", TRUE);
  switch_fault (fixture, "latency:1ms@banking", TRUE);
  g_assert_cmpuint (desk_sandbox_control_get_n_faults (fixture->control), ==, 2);

  desk_sandbox_control_clear_faults_async (fixture->control, NULL, desk_await_keep, &fixture->slot);
  finish_well (fixture);
  g_assert_cmpuint (desk_sandbox_control_get_n_faults (fixture->control), ==, 0);
}

static void
test_bad_parameter_is_refused_in_words (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  desk_sandbox_control_switch_async (fixture->control, "latency:soon", TRUE, NULL, desk_await_keep, &fixture->slot);
  g_assert_false (finish (fixture, &error));
  g_assert_error (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED);
  g_assert_nonnull (desk_api_error_get_message (error));
}

static void
test_webhook_needs_somewhere_to_go (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *consent_id = NULL;
  g_autofree char *message_id = NULL;
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  consent_id = grant (fixture);
  desk_sandbox_control_fire_async (fixture->control, "consent.revoked", consent_id, NULL, desk_await_keep,
                                   &fixture->slot);
  message_id = finish_with_id (fixture, &error);
  g_assert_null (message_id);
  g_assert_cmpstr (desk_api_error_get_name (error), ==, "no_webhook_target");
}

static GBytes *
call (Fixture    *fixture,
      const char *path,
      const char *body)
{
  DeskApiClient *client = desk_context_get_client (fixture->context);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *answer;

  desk_api_client_post_json_async (client, path, bytes, NULL, desk_await_keep, &fixture->slot);
  result = desk_await_result (&fixture->slot);
  answer = desk_api_client_post_json_finish (client, result, &error);
  g_assert_no_error (error);

  return answer;
}

static void
test_every_event_can_be_sent (Fixture       *fixture,
                              gconstpointer  data)
{
  const char *const *events = desk_sandbox_control_get_events ();
  g_autoptr(GBytes) answer = NULL;
  g_autofree char *consent_id = NULL;

  if (fixture->context == NULL)
    return;

  /* Nobody listens there; the sandbox does not wait for an answer. */
  consent_id = grant (fixture);
  answer = call (fixture, "//sandbox/webhooks/target", "{\"url\":\"http://127.0.0.1:1/hook\"}");
  for (guint i = 0; events[i] != NULL; i++)
    {
      g_autofree char *message_id = NULL;
      g_autoptr(GError) error = NULL;

      desk_sandbox_control_fire_async (fixture->control, events[i], consent_id, NULL, desk_await_keep, &fixture->slot);
      message_id = finish_with_id (fixture, &error);
      g_assert_no_error (error);
      g_assert_nonnull (message_id);
    }
}

static void
count_cb (guint *n_resets)
{
  (*n_resets)++;
}

static void
test_reset_leaves_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  guint n_resets = 0;

  if (fixture->context == NULL)
    return;

  id = grant (fixture);
  switch_fault (fixture, "popup", TRUE);
  g_signal_connect_swapped (fixture->context, "sandbox-reset", G_CALLBACK (count_cb), &n_resets);
  desk_sandbox_control_reset_async (fixture->control, NULL, desk_await_keep, &fixture->slot);
  finish_well (fixture);
  g_assert_cmpuint (n_resets, ==, 1);
  g_assert_cmpuint (desk_sandbox_control_get_n_faults (fixture->control), ==, 0);

  refresh (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (desk_directory_get_end_users (get_directory (fixture))), ==, 0);
}

static void
test_cancelled_call_says_so (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  desk_sandbox_control_advance_async (fixture->control, "P1D", cancellable, desk_await_keep, &fixture->slot);
  g_cancellable_cancel (cancellable);
  g_assert_false (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
ended_cb (gboolean *ended)
{
  *ended = TRUE;
}

static void
kill_sandbox (Fixture *fixture)
{
  g_autoptr(GArray) processes = desk_descendant_find ("consent-desk-sa");
  gboolean ended = FALSE;

  g_assert_cmpuint (processes->len, ==, 1);
  g_signal_connect_swapped (fixture->context, "sandbox-ended", G_CALLBACK (ended_cb), &ended);
  g_assert_cmpint (kill (g_array_index (processes, GPid, 0), SIGKILL), ==, 0);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (fixture->context, &ended);
}

static void
test_sandbox_that_is_gone_fails_every_call (Fixture       *fixture,
                                            gconstpointer  data)
{
  gint64 before;
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  kill_sandbox (fixture);
  before = desk_clock_get_now (desk_context_get_clock (fixture->context));
  desk_sandbox_control_advance_async (fixture->control, "P90D", NULL, desk_await_keep, &fixture->slot);
  g_assert_false (finish (fixture, &error));
  g_assert_cmpuint (error->domain, ==, DESK_API_ERROR);
  g_assert_cmpint (desk_clock_get_now (desk_context_get_clock (fixture->context)) - before, <, DAY);
}

static void
test_context_that_is_closed_fails_every_call (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  if (fixture->context == NULL)
    return;

  desk_context_close (fixture->context);
  desk_sandbox_control_load_async (fixture->control, NULL, desk_await_keep, &fixture->slot);
  g_assert_false (finish (fixture, &error));
  g_assert_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func) g_test_add ("/app/sandbox-control/" name, Fixture, data, set_up, func, tear_down)
  ADD ("customers-name-what-a-demoer-types", NULL, test_customers_name_what_a_demoer_types);
  ADD ("moved-clock-ends-what-is-over", NULL, test_moved_clock_ends_what_is_over);
  ADD ("clock-can-be-set", NULL, test_clock_can_be_set);
  ADD ("ends-at-the-institution", GINT_TO_POINTER (DESK_SANDBOX_END_INSTITUTION), test_consent_ends);
  ADD ("ends-by-expiry", GINT_TO_POINTER (DESK_SANDBOX_END_EXPIRY), test_consent_ends);
  ADD ("ends-with-its-accounts", GINT_TO_POINTER (DESK_SANDBOX_END_ACCOUNTS_CLOSED), test_consent_ends);
  ADD ("unknown-consent-cannot-end", NULL, test_unknown_consent_cannot_end);
  ADD ("fault-acts-until-it-is-off", NULL, test_fault_acts_until_it_is_off);
  ADD ("all-faults-go-off-at-once", NULL, test_all_faults_go_off_at_once);
  ADD ("bad-parameter-is-refused-in-words", NULL, test_bad_parameter_is_refused_in_words);
  ADD ("webhook-needs-somewhere-to-go", NULL, test_webhook_needs_somewhere_to_go);
  ADD ("every-event-can-be-sent", NULL, test_every_event_can_be_sent);
  ADD ("reset-leaves-nothing", NULL, test_reset_leaves_nothing);
  ADD ("cancelled-call-says-so", NULL, test_cancelled_call_says_so);
  ADD ("gone-sandbox-fails-every-call", NULL, test_sandbox_that_is_gone_fails_every_call);
  ADD ("closed-context-fails-every-call", NULL, test_context_that_is_closed_fails_every_call);
#undef ADD

  return g_test_run ();
}
