/* test-consent-answer.c: answers of a server that bring no page, or one that speaks of an error
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consent-stage.h"

static void
assert_failed (Stage      *stage,
               const char *word)
{
  stage_wait_report (stage, "load-failed");

  g_assert_nonnull (strstr (stage->failure, word));
  g_assert_cmpuint (stage->shown->len, ==, 0);
}

static void
test_type_that_cannot_be_shown_fails (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", "Content-Type: application/x-nothing", "bytes");
  stage_open (stage, "/", GPOINTER_TO_INT (way));

  assert_failed (stage, "application/x-nothing");
  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_no_content_fails (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve_status (stage, "/", SOUP_STATUS_NO_CONTENT, NULL, "");
  stage_open (stage, "/", GPOINTER_TO_INT (way));

  assert_failed (stage, "204");
  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_empty_error_fails (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve_status (stage, "/", SOUP_STATUS_BAD_GATEWAY, NULL, "");
  stage_open (stage, "/", GPOINTER_TO_INT (way));

  assert_failed (stage, "502");
}

static void
test_page_of_error_is_shown (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve_status (stage, "/", SOUP_STATUS_GATEWAY_TIMEOUT, NULL, "<p>Come back later</p>");
  stage_open (stage, "/", GPOINTER_TO_INT (way));
  stage_wait_text (stage->shown);

  g_assert_true (stage_has (stage->reports, "error-answered-504"));
  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
open_first_step (Stage       *stage,
                 const char  *body,
                 DeskLinkWay  way)
{
  stage_serve (stage, "/", NULL, body);
  stage_open (stage, "/", way);
}

static void
test_later_no_content_fails (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve_status (stage, "/next", SOUP_STATUS_NO_CONTENT, NULL, "");
  open_first_step (stage, "<form method='post' action='/next'></form>"
                   "<script>addEventListener ('load', () => setTimeout (() => document.forms[0].submit (), 0));</script>",
                   GPOINTER_TO_INT (way));
  stage_wait_report (stage, "load-failed");

  g_assert_cmpuint (stage->shown->len, ==, 1);
}

static void
test_link_to_a_file_is_left_out (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/terms", "Content-Type: application/x-nothing", "bytes");
  open_first_step (stage, "<a href='/terms'>Terms</a>"
                   "<script>addEventListener ('load', () => setTimeout (() => document.links[0].click (), 0));</script>",
                   GPOINTER_TO_INT (way));
  stage_wait_report (stage, "answer-dropped");

  g_assert_cmpuint (stage->reports->len, ==, 1);
}

static void
test_file_in_inner_frame_is_no_failure (gconstpointer way)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/file", "Content-Type: application/x-nothing", "bytes");
  stage_serve (stage, "/next", NULL, "<script>fetch ('/beacon/next');</script>");
  open_first_step (stage, "<iframe src='/file'></iframe>"
                   "<script>setTimeout (() => { location.href = '/next'; }, 100);</script>",
                   GPOINTER_TO_INT (way));
  stage_wait_beacon (stage, "next");

  g_assert_cmpuint (stage->reports->len, ==, 0);
}

static void
add (const char    *name,
     GTestDataFunc  function)
{
  g_autofree char *redirect = g_strconcat ("/consent-answer/redirect/", name, NULL);
  g_autofree char *embedded = g_strconcat ("/consent-answer/embedded/", name, NULL);

  g_test_add_data_func (redirect, GINT_TO_POINTER (DESK_LINK_WAY_REDIRECT), function);
  g_test_add_data_func (embedded, GINT_TO_POINTER (DESK_LINK_WAY_EMBEDDED), function);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("type-that-cannot-be-shown-fails", test_type_that_cannot_be_shown_fails);
  add ("no-content-fails", test_no_content_fails);
  add ("empty-error-fails", test_empty_error_fails);
  add ("page-of-error-is-shown", test_page_of_error_is_shown);
  add ("later-no-content-fails", test_later_no_content_fails);
  add ("link-to-a-file-is-left-out", test_link_to_a_file_is_left_out);
  add ("file-in-inner-frame-is-no-failure", test_file_in_inner_frame_is_no_failure);

  return g_test_run ();
}
