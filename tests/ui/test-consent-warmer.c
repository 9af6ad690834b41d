/* test-consent-warmer.c: when a consent view is kept ready, and when it is let go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <signal.h>

#include "desk-consent-warmer.h"
#include "desk-descendant.h"
#include "ui-probe.h"

/* As the kernel cuts it. */
#define WEB_PROCESS "WebKitWebProces"

/* Nobody tells us of other processes: the main context runs, and we look again and again. */
#define UI_POLL(condition) \
  G_STMT_START { while (!(condition)) g_main_context_iteration (NULL, FALSE); } G_STMT_END

typedef struct
{
  DeskContext *context;
  DeskConsentWarmer *warmer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DeskEnvironment) environment = NULL;

  environment = desk_environment_new_temporary ("http://127.0.0.1:1/v1", "http://127.0.0.1:2", NULL);
  fixture->context = desk_context_new (environment, NULL, NULL);
  fixture->warmer = desk_consent_warmer_new (fixture->context);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->warmer);
  g_clear_object (&fixture->context);
}

static guint
count_web_processes (void)
{
  g_autoptr(GArray) processes = desk_descendant_find (WEB_PROCESS);

  return processes->len;
}

static void
test_nothing_is_warm_at_first (Fixture       *fixture,
                               gconstpointer  data)
{
  g_assert_null (desk_consent_warmer_take (fixture->warmer));
}

static void
test_web_process_runs (Fixture       *fixture,
                       gconstpointer  data)
{
  desk_consent_warmer_warm_up (fixture->warmer);
  UI_POLL (count_web_processes () > 0);

  g_assert_cmpuint (count_web_processes (), ==, 1);
}

static void
test_a_view_is_given_once (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DeskConsentView) view = NULL;

  desk_consent_warmer_warm_up (fixture->warmer);
  view = desk_consent_warmer_take (fixture->warmer);

  g_assert_nonnull (view);
  g_assert_null (desk_consent_warmer_take (fixture->warmer));
}

static void
test_no_second_view_is_made (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DeskConsentView) view = NULL;

  desk_consent_warmer_warm_up (fixture->warmer);
  desk_consent_warmer_warm_up (fixture->warmer);
  view = desk_consent_warmer_take (fixture->warmer);

  g_assert_nonnull (view);
  g_assert_null (desk_consent_warmer_take (fixture->warmer));
}

static void
freeze (Fixture *fixture,
        gint64   seconds)
{
  desk_clock_freeze (desk_context_get_clock (fixture->context), seconds * G_USEC_PER_SEC);
}

static void
test_is_kept_for_less_than_a_minute (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(DeskConsentView) view = NULL;

  freeze (fixture, 1000);
  desk_consent_warmer_warm_up (fixture->warmer);
  freeze (fixture, 1059);
  view = desk_consent_warmer_take (fixture->warmer);

  g_assert_nonnull (view);
}

static void
test_is_released_after_a_minute (Fixture       *fixture,
                                 gconstpointer  data)
{
  freeze (fixture, 1000);
  desk_consent_warmer_warm_up (fixture->warmer);
  freeze (fixture, 1060);

  g_assert_null (desk_consent_warmer_take (fixture->warmer));
}

static void
test_each_intent_counts_anew (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(DeskConsentView) view = NULL;

  freeze (fixture, 1000);
  desk_consent_warmer_warm_up (fixture->warmer);
  freeze (fixture, 1040);
  desk_consent_warmer_warm_up (fixture->warmer);
  freeze (fixture, 1080);
  view = desk_consent_warmer_take (fixture->warmer);

  g_assert_nonnull (view);
}

static void
test_web_process_ends_with_its_release (Fixture       *fixture,
                                        gconstpointer  data)
{
  freeze (fixture, 1000);
  desk_consent_warmer_warm_up (fixture->warmer);
  UI_POLL (count_web_processes () == 1);
  freeze (fixture, 1060);
  UI_POLL (count_web_processes () == 0);
}

/* WebKit aborts us if the process ends before it has a connection, which has a thread of its own. */
static gboolean
has_connection (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", pid);
  g_autoptr(GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, task, "comm", NULL);
      g_autofree char *name = NULL;

      if (g_file_get_contents (file, &name, NULL, NULL) && g_str_equal (g_strchomp (name), "ReceiveQueue"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_web_process_up (GPid *pid)
{
  g_autoptr(GArray) processes = desk_descendant_find (WEB_PROCESS);

  if (processes->len != 1)
    return FALSE;

  *pid = g_array_index (processes, GPid, 0);
  return has_connection (*pid);
}

static gboolean
ended_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  gboolean *ended = user_data;

  *ended = TRUE;

  return FALSE;
}

static void
test_one_whose_process_ended_is_not_given (Fixture       *fixture,
                                           gconstpointer  data)
{
  gboolean ended = FALSE;
  GPid pid = 0;

  desk_consent_warmer_warm_up (fixture->warmer);
  UI_POLL (is_web_process_up (&pid));
  g_signal_add_emission_hook (g_signal_lookup ("web-process-ended", DESK_TYPE_CONSENT_VIEW), 0, ended_cb, &ended, NULL);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  UI_WAIT (ended);

  g_assert_null (desk_consent_warmer_take (fixture->warmer));
}

#define ADD(name, function) g_test_add ("/consent-warmer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("nothing-is-warm-at-first", test_nothing_is_warm_at_first);
  ADD ("web-process-runs", test_web_process_runs);
  ADD ("a-view-is-given-once", test_a_view_is_given_once);
  ADD ("no-second-view-is-made", test_no_second_view_is_made);
  ADD ("is-kept-for-less-than-a-minute", test_is_kept_for_less_than_a_minute);
  ADD ("is-released-after-a-minute", test_is_released_after_a_minute);
  ADD ("each-intent-counts-anew", test_each_intent_counts_anew);
  ADD ("web-process-ends-with-its-release", test_web_process_ends_with_its_release);
  ADD ("one-whose-process-ended-is-not-given", test_one_whose_process_ended_is_not_given);

  return g_test_run ();
}
