/* test-consent-crash.c: the web process is killed on each consent screen in each way, and linking is tried again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <signal.h>

#include "desk-app-fixture.h"
#include "desk-consent-dialog.h"
#include "desk-descendant.h"
#include "tour-driver.h"
#include "ui-probe.h"

/* As the kernel cuts it. */
#define WEB_PROCESS "WebKitWebProces"

typedef struct
{
  const char *screen;
  DeskLinkWay way;
} Case;

typedef struct
{
  const char *screen; /* (nullable): where the web process is killed */
  GtkWidget *elsewhere; /* (nullable): the dialog whose page's address is copied right before */
  DeskConsent *linked; /* (owned) (nullable) */
} Crash;

static void
kill_web_process (void)
{
  g_autoptr(GArray) processes = desk_descendant_find (WEB_PROCESS);

  g_assert_cmpuint (processes->len, ==, 1);
  g_assert_cmpint (kill (g_array_index (processes, GPid, 0), SIGKILL), ==, 0);
}

static void
screen_cb (const char *screen,
           gpointer    user_data)
{
  Crash *crash = user_data;

  if (g_strcmp0 (screen, crash->screen) != 0)
    return;

  crash->screen = NULL;
  if (crash->elsewhere != NULL)
    g_assert_true (gtk_widget_activate_action (crash->elsewhere, "link.copy-address", NULL));
  kill_web_process ();
}

static void
linked_cb (Crash       *crash,
           DeskConsent *consent)
{
  g_set_object (&crash->linked, consent);
}

static gboolean
is_there (GtkWidget  *dialog,
          const char *page_name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (ui_find (dialog, "stack")), page_name);
}

static guint
count_consents (DeskAppFixture *fixture)
{
  DeskDirectory *directory = desk_context_get_directory (fixture->context);

  return g_list_model_get_n_items (desk_directory_get_consents (directory, desk_end_user_get_id (fixture->end_user)));
}

static GtkWidget *
open_dialog (DeskAppFixture    *fixture,
             DeskConsentWarmer *warmer,
             DeskLinkWay        way)
{
  GtkWidget *dialog = desk_consent_dialog_new (fixture->context, fixture->end_user);

  desk_consent_dialog_set_warmer (DESK_CONSENT_DIALOG (dialog), warmer);
  g_object_set (dialog, "way", way, NULL);
  desk_consent_dialog_start (DESK_CONSENT_DIALOG (dialog));

  return dialog;
}

static void
test_try_again_links (DeskAppFixture *fixture,
                      gconstpointer   data)
{
  const Case *test = data;
  Crash crash = { .screen = test->screen };
  g_autoptr(TourDriver) driver = tour_driver_new (screen_cb, &crash);
  g_autoptr(DeskConsentWarmer) warmer = NULL;
  GtkWidget *dialog;

  if (fixture->sandbox == NULL)
    return;

  warmer = desk_consent_warmer_new (fixture->context);
  tour_driver_begin (driver, DESK_TEST_BANK, NULL);
  dialog = open_dialog (fixture, warmer, test->way);
  g_signal_connect_swapped (dialog, "linked", G_CALLBACK (linked_cb), &crash);
  UI_WAIT (is_there (dialog, "result"));

  g_assert_null (crash.screen);
  g_assert_null (crash.linked);
  g_assert_cmpstr (ui_get_text (ui_find (dialog, "result"), "title_label"), ==, "The consent page crashed");

  tour_driver_begin (driver, DESK_TEST_BANK, NULL);
  gtk_widget_activate_action (dialog, "link.retry", NULL);
  UI_WAIT (is_there (dialog, "result"));

  g_assert_true (tour_driver_saw_all (driver));
  g_assert_nonnull (crash.linked);
  g_assert_cmpint (desk_consent_get_status (crash.linked, desk_clock_get_now (desk_context_get_clock (fixture->context))), ==, DESK_CONSENT_STATUS_ACTIVE);

  gtk_window_destroy (GTK_WINDOW (dialog));
  g_clear_object (&crash.linked);
}

/* The other device goes on, and so does the dialog; both have the one session, which gives one consent. */
static void
test_goes_on_elsewhere (DeskAppFixture *fixture,
                        gconstpointer   data)
{
  Crash crash = { .screen = "code" };
  g_autoptr(TourDriver) driver = tour_driver_new (screen_cb, &crash);
  GtkWidget *dialog;

  if (fixture->sandbox == NULL)
    return;

  tour_driver_begin (driver, DESK_TEST_BANK, NULL);
  dialog = open_dialog (fixture, NULL, DESK_LINK_WAY_REDIRECT);
  crash.elsewhere = dialog;
  g_signal_connect_swapped (dialog, "linked", G_CALLBACK (linked_cb), &crash);
  UI_WAIT (is_there (dialog, "elsewhere"));

  g_assert_true (gtk_revealer_get_reveal_child (ui_find (dialog, "notice_revealer")));
  g_assert_cmpstr (ui_get_text (dialog, "notice_label"), ==,
                   "The page in this window failed: The consent page crashed. "
                   "It can still be finished on the other device.");
  g_assert_cmpstr (gtk_button_get_label (ui_find (dialog, "notice_button")), ==, "_Try again");
  g_assert_null (gtk_widget_get_first_child (ui_find (dialog, "view_bin")));

  tour_driver_begin (driver, DESK_TEST_BANK, NULL);
  ui_click (dialog, "notice_button");
  UI_WAIT (is_there (dialog, "result"));

  g_assert_nonnull (crash.linked);
  g_assert_cmpuint (count_consents (fixture), ==, 1);

  gtk_window_destroy (GTK_WINDOW (dialog));
  g_clear_object (&crash.linked);
}

static void
add (const char *way_name,
     const Case *test)
{
  g_autofree char *path = g_strdup_printf ("/consent-crash/%s/%s", way_name, test->screen);

  g_test_add (path, DeskAppFixture, test, desk_app_fixture_set_up, test_try_again_links, desk_app_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const screens[] = { "allow", "institution", "log-in", "code", "accounts", "confirm" };
  Case cases[G_N_ELEMENTS (screens)][2];

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      cases[i][0] = (Case) { screens[i], DESK_LINK_WAY_REDIRECT };
      cases[i][1] = (Case) { screens[i], DESK_LINK_WAY_EMBEDDED };
      add ("redirect", &cases[i][0]);
      add ("embedded", &cases[i][1]);
    }

  g_test_add ("/consent-crash/goes-on-elsewhere", DeskAppFixture, NULL, desk_app_fixture_set_up, test_goes_on_elsewhere,
              desk_app_fixture_tear_down);

  return g_test_run ();
}
