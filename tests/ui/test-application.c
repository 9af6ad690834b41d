/* test-application.c: what a notification asks of the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-application.h"
#include "desk-test-folder.h"
#include "desk-test-sandbox.h"
#include "desk-window.h"
#include "ui-probe.h"

static void
test_shows_a_consent_from_a_cold_start (void)
{
  g_autoptr(DeskApplication) application = NULL;
  g_autoptr(GError) error = NULL;
  GtkWindow *window;
  char *folder;

  if (!desk_test_sandbox_is_there ())
    return;

  folder = desk_test_folder_new ();
  application = desk_application_new (folder, g_getenv ("DESK_TEST_SANDBOX"));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_action_group_activate_action (G_ACTION_GROUP (application), "show-consent", g_variant_new_string ("no-such-consent"));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_assert_true (DESK_IS_WINDOW (window));
  UI_WAIT (ui_has_text (window, "This consent is not listed any more"));

  gtk_window_destroy (window);
  desk_test_folder_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/application/shows-a-consent-from-a-cold-start", test_shows_a_consent_from_a_cold_start);

  return g_test_run ();
}
