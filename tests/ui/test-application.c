/* test-application.c: what a notification and the desktop's shell ask of the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-application.h"
#include "desk-consent-dialog.h"
#include "desk-consent-window.h"
#include "desk-end-user-dialog.h"
#include "desk-test-sandbox.h"
#include "desk-window.h"
#include "filled-sandbox.h"
#include "ui-probe.h"

/* GTK keeps an application that was started until the end of the program: there is one for all tests. */
static DeskApplication *application;
static FilledSandbox sandbox;

static void
start_application (void)
{
  g_autoptr(GError) error = NULL;

  application = desk_application_new (sandbox.folder, g_getenv ("DESK_TEST_SANDBOX"));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static void
close_windows (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

/* Returns: (transfer none): the window that the action opens, as none is open before */
static DeskWindow *
start_with (const char *action,
            GVariant   *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, target);
  return DESK_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
test_shows_a_consent_from_a_cold_start (void)
{
  DeskConsentWindow *shown = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  start_with ("show-consent", g_variant_new_string (sandbox.consent_id));
  UI_WAIT ((shown = ui_find_window (DESK_TYPE_CONSENT_WINDOW)) != NULL);
  g_assert_cmpstr (desk_consent_get_id (desk_consent_window_get_consent (shown)), ==, sandbox.consent_id);
  close_windows ();
}

static void
test_says_that_a_consent_is_gone (void)
{
  DeskWindow *window = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  window = start_with ("show-consent", g_variant_new_string ("no-such-consent"));
  UI_WAIT (ui_has_text (window, "This consent is not listed any more"));
  close_windows ();
}

static void
test_renews_a_consent_from_a_cold_start (void)
{
  GtkWindow *dialog = NULL;
  g_autofree char *expected = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  start_with ("renew-consent", g_variant_new_string (sandbox.consent_id));
  UI_WAIT ((dialog = ui_find_window (DESK_TYPE_CONSENT_DIALOG)) != NULL);
  expected = g_strdup_printf ("Agree again: %s", sandbox.institution);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, expected);
  close_windows ();
}

static void
test_asks_for_a_new_end_user_from_a_cold_start (void)
{
  if (!desk_test_sandbox_is_there ())
    return;

  start_with ("new-end-user", NULL);
  UI_WAIT (ui_find_window (DESK_TYPE_END_USER_DIALOG) != NULL);
  close_windows ();
}

static guint
count_end_user_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      n += DESK_IS_END_USER_DIALOG (window);
    }

  return n;
}

static void
test_open_dialog_is_answered_first (void)
{
  if (!desk_test_sandbox_is_there ())
    return;

  start_with ("new-end-user", NULL);
  UI_WAIT (ui_find_window (DESK_TYPE_END_USER_DIALOG) != NULL);
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-end-user", NULL);
  g_assert_cmpuint (count_end_user_dialogs (), ==, 1);
  close_windows ();
}

static void
test_finds_end_users_from_a_cold_start (void)
{
  DeskWindow *window = NULL;
  GtkEditable *entry = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  window = start_with ("find-end-users", g_variant_new_string ("mia"));
  entry = ui_find (ui_find (window, "end_users_pane"), "search_entry");
  UI_WAIT (g_str_equal (gtk_editable_get_text (entry), "mia"));
  close_windows ();
}

int
main (int   argc,
      char *argv[])
{
  int failed = 0;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  if (g_getenv ("DESK_TEST_SANDBOX") != NULL)
    {
      filled_sandbox_set_up (&sandbox);
      start_application ();
    }

  g_test_add_func ("/application/shows-a-consent-from-a-cold-start", test_shows_a_consent_from_a_cold_start);
  g_test_add_func ("/application/says-that-a-consent-is-gone", test_says_that_a_consent_is_gone);
  g_test_add_func ("/application/renews-a-consent-from-a-cold-start", test_renews_a_consent_from_a_cold_start);
  g_test_add_func ("/application/asks-for-a-new-end-user-from-a-cold-start",
                   test_asks_for_a_new_end_user_from_a_cold_start);
  g_test_add_func ("/application/open-dialog-is-answered-first", test_open_dialog_is_answered_first);
  g_test_add_func ("/application/finds-end-users-from-a-cold-start", test_finds_end_users_from_a_cold_start);

  failed = g_test_run ();
  g_clear_object (&application);
  if (sandbox.folder != NULL)
    filled_sandbox_tear_down (&sandbox);
  return failed;
}
