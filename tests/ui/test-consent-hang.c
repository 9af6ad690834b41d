/* test-consent-hang.c: pages that never come and web processes that stand still
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>

#include "consent-stage.h"
#include "desk-descendant.h"

/* As the kernel cuts it. */
#define WEB_PROCESS "WebKitWebProces"

static void
signal_web_process (int number)
{
  g_autoptr(GArray) processes = desk_descendant_find (WEB_PROCESS);

  g_assert_cmpuint (processes->len, ==, 1);
  g_assert_cmpint (kill (g_array_index (processes, GPid, 0), number), ==, 0);
}

static void
wait_responsive (Stage    *stage,
                 gboolean  is_responsive)
{
  while (webkit_web_view_get_is_web_process_responsive (stage_get_web_view (stage)) != is_responsive)
    g_main_context_iteration (NULL, TRUE);
}

/* WebKit notices only what it asks: a load is such a question. */
static void
stop_web_process (Stage *stage)
{
  stage_serve (stage, "/", NULL, "<script>fetch ('/beacon/ready');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "ready");
  signal_web_process (SIGSTOP);
  webkit_web_view_reload (stage_get_web_view (stage));
}

static void
test_hang_is_reported (void)
{
  g_autoptr(Stage) stage = stage_new ();

  desk_consent_view_set_patience (stage->view, 0, 0);
  stop_web_process (stage);
  stage_wait_report (stage, "unresponsive");
  signal_web_process (SIGCONT);

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_short_hang_is_survived (void)
{
  g_autoptr(Stage) stage = stage_new ();

  /* It would be given up long after the test's own time-out. */
  desk_consent_view_set_patience (stage->view, 0, G_MAXINT);
  stop_web_process (stage);
  wait_responsive (stage, FALSE);
  signal_web_process (SIGCONT);
  wait_responsive (stage, TRUE);
  while (stage->shown->len < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (stage->reports->len, ==, 0);
}

static void
test_frame_that_shows_nothing_is_given_up (void)
{
  g_autoptr(Stage) stage = stage_new ();

  desk_consent_view_set_patience (stage->view, 0, 0);
  stage_hold (stage, "/");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");

  g_assert_cmpuint (stage->shown->len, ==, 0);
}

#define ADD(name, function) g_test_add_func ("/consent-hang/" name, function)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("hang-is-reported", test_hang_is_reported);
  ADD ("short-hang-is-survived", test_short_hang_is_survived);
  ADD ("frame-that-shows-nothing-is-given-up", test_frame_that_shows_nothing_is_given_up);

  return g_test_run ();
}
