/* test-flow-notes.c: what a link attempt writes down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

#include <string.h>

static char *
dup_records (DeskLinkFlow        *flow,
             const DeskLinkEvent *event)
{
  g_autoptr(GPtrArray) commands = desk_link_flow_handle (flow, event);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commands->len; i++)
    {
      const DeskLinkCommand *command = g_ptr_array_index (commands, i);

      if (command->kind == DESK_LINK_COMMAND_RECORD || command->kind == DESK_LINK_COMMAND_NOTE)
        {
          const char *detail = command->detail;

          g_string_append_printf (text, "%s%s%s\n", command->text, detail != NULL ? ": " : "",
                                  detail != NULL ? detail : "");
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_ignored_is_recorded_once (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, "Foreign message");
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = verdict };

  verdict->origin = g_strdup ("https://evil.example");
  expect (dup_records (flow, &event), "Foreign message: https://evil.example\n");
  expect (dup_records (flow, &event), "");
}

static void
test_failure_that_ends_nothing_is_noted (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_PAGE_FAILED, .session_id = FLOW_DRIVER_SESSION,
                          .failure = DESK_LINK_FAILURE_NETWORK, .message = "no route" };

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE));
  expect (dup_records (flow, &event), "The consent page could not be loaded: no route\n");
}

/* A step counts as done when the next one begins. */
static void
test_failure_that_is_looked_into_is_no_step (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = verdict };
  g_autoptr(GPtrArray) commands = NULL;
  guint n_notes = 0;

  verdict->code = g_strdup ("AUTH_SESSION_INVALID");
  commands = desk_link_flow_handle (flow, &event);
  for (guint i = 0; i < commands->len; i++)
    {
      const DeskLinkCommand *command = g_ptr_array_index (commands, i);

      g_assert_false (command->kind == DESK_LINK_COMMAND_RECORD
                      && g_str_equal (command->text, "The page reported a failure"));
      n_notes += command->kind == DESK_LINK_COMMAND_NOTE && g_str_equal (command->text, "The page reported a failure");
    }

  g_assert_cmpuint (n_notes, ==, 1);
}

static void
test_reasons_that_take_turns (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_framed ();
  g_autoptr(DeskLinkVerdict) one = desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, "One");
  g_autoptr(DeskLinkVerdict) other = desk_link_verdict_new (DESK_LINK_VERDICT_DENY, "Other");
  DeskLinkEvent first = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = one };
  DeskLinkEvent second = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = other };

  expect (dup_records (flow, &first), "One\n");
  expect (dup_records (flow, &second), "Other\n");
  expect (dup_records (flow, &first), "");
  expect (dup_records (flow, &second), "");
  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_REFUSED));
  expect (dup_records (flow, &first), "One\n");
}

static void
test_records_are_short_and_discreet (void)
{
  g_autoptr(DeskLinkFlow) flow = flow_driver_new_waiting ();
  g_autofree char *long_id = g_strnfill (1024 * 1024, 'x');
  g_autoptr(DeskLinkVerdict) verdict = desk_link_verdict_new_completed (long_id);
  DeskLinkEvent event = { .kind = DESK_LINK_EVENT_VERDICT, .session_id = FLOW_DRIVER_SESSION, .verdict = verdict };
  g_autofree char *records = NULL;

  verdict->redirect_url = g_strdup ("https://app.example/cb?secret=hush");
  records = dup_records (flow, &event);
  g_assert_cmpuint (strlen (records), <, 1000);
  g_assert_nonnull (strstr (records, "app.example"));
  g_assert_null (strstr (records, "hush"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-flow-notes/ignored-is-recorded-once", test_ignored_is_recorded_once);
  g_test_add_func ("/link-flow-notes/failure-that-ends-nothing-is-noted", test_failure_that_ends_nothing_is_noted);
  g_test_add_func ("/link-flow-notes/failure-that-is-looked-into-is-no-step",
                   test_failure_that_is_looked_into_is_no_step);
  g_test_add_func ("/link-flow-notes/reasons-that-take-turns-are-recorded-once-a-page", test_reasons_that_take_turns);
  g_test_add_func ("/link-flow-notes/records-are-short-and-discreet", test_records_are_short_and_discreet);
  return g_test_run ();
}
