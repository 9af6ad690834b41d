/* test-link-notes.c: what a link attempt notes of its page beside its steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-stage.h"

#define PAGE "https://bank.example:8443/page?code=hidden"

static guint
count_lines (LinkStage  *stage,
             const char *title,
             const char *detail)
{
  GListModel *entries = desk_link_attempt_get_timeline (stage->attempt);
  guint n_lines = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskTimelineEntry) entry = g_list_model_get_item (entries, i);

      if (g_strcmp0 (desk_timeline_entry_get_title (entry), title) == 0 &&
          g_strcmp0 (desk_timeline_entry_get_detail (entry), detail) == 0)
        n_lines++;
    }

  return n_lines;
}

static void
test_status_of_an_error (DeskAppFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_error_answered (stage->attempt, PAGE, 502);

  g_assert_cmpuint (count_lines (stage, "The server answered with an error", "bank.example:8443: status 502"), ==, 1);
}

static void
test_link_to_what_cannot_be_shown (DeskAppFixture *fixture,
                                   gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_answer_dropped (stage->attempt, PAGE);

  g_assert_cmpuint (count_lines (stage, "A link led to what cannot be shown", "bank.example:8443"), ==, 1);
}

static void
test_page_in_a_window (DeskAppFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_REDIRECT, NULL);
  desk_link_attempt_popup_shown (stage->attempt, PAGE);

  g_assert_cmpuint (count_lines (stage, "Page opened in a window", "bank.example:8443"), ==, 1);
  g_assert_cmpuint (count_lines (stage, "The consent page is shown", NULL), ==, 0);
}

static char *
new_deep_message (void)
{
  g_autoptr(GString) json = g_string_new ("{\"isCompleted\":true,\"consentID\":\"c\",\"more\":");

  for (guint i = 0; i < 100; i++)
    g_string_append_c (json, '[');
  for (guint i = 0; i < 100; i++)
    g_string_append_c (json, ']');
  g_string_append_c (json, '}');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
test_message_that_cannot_be_read (DeskAppFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;
  g_autofree char *deep = new_deep_message ();
  const char *origin;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  origin = desk_link_attempt_get_auth_origin (stage->attempt);
  desk_link_attempt_take_message (stage->attempt, origin, DESK_LINK_MESSAGE_SOURCE_FRAME, deep);
  desk_link_attempt_message_dropped (stage->attempt, origin);

  g_assert_cmpuint (count_lines (stage, "A message of the page could not be read", strstr (origin, "//") + 2), ==, 1);
}

static void
test_unreadable_message_from_elsewhere (DeskAppFixture *fixture,
                                        gconstpointer   data)
{
  g_autoptr(LinkStage) stage = NULL;

  if (fixture->sandbox == NULL)
    return;

  stage = link_stage_open (fixture, DESK_LINK_WAY_EMBEDDED, NULL);
  desk_link_attempt_message_dropped (stage->attempt, "https://elsewhere.example");

  g_assert_cmpuint (count_lines (stage, "A message of the page could not be read", "elsewhere.example"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/link-notes/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("status-of-an-error", test_status_of_an_error);
  ADD ("message-that-cannot-be-read", test_message_that_cannot_be_read);
  ADD ("unreadable-message-from-elsewhere", test_unreadable_message_from_elsewhere);
  ADD ("page-in-a-window", test_page_in_a_window);
  ADD ("link-to-what-cannot-be-shown", test_link_to_what_cannot_be_shown);
#undef ADD

  return g_test_run ();
}
