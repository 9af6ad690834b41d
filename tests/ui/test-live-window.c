/* test-live-window.c: what the open window shows of what happens elsewhere, with nobody touching it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-catalogue.h"
#include "desk-data-menu.h"
#include "desk-format.h"
#include "desk-live.h"
#include "desk-window.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture app;
  DeskWindow    *window;
  DeskLive      *live;
  char          *consent_id;
} Fixture;

static gboolean
is_ready (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (ui_find (fixture->window, "stack")), "panes") == 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *end_user_id;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  end_user_id = desk_end_user_get_id (fixture->app.end_user);
  fixture->consent_id = desk_test_sandbox_grant (fixture->app.sandbox, end_user_id, DESK_TEST_BANK);
  fixture->window = DESK_WINDOW (desk_window_new (NULL, fixture->app.context));
  gtk_window_present (GTK_WINDOW (fixture->window));
  UI_WAIT (is_ready (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-end-user", "s", end_user_id);
  UI_WAIT (desk_window_get_busy (fixture->window));
  UI_WAIT (!desk_window_get_busy (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->live != NULL)
    desk_live_stop (fixture->live);
  g_clear_object (&fixture->live);
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->consent_id);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

/* The sandbox knows of us as soon as its answer is recorded. */
static void
join (Fixture *fixture)
{
  fixture->live = desk_live_new (fixture->app.context);
  desk_live_join_sandbox (fixture->live);
  desk_app_fixture_await_call (&fixture->app, "/sandbox/webhooks/target");
}

static void
test_consent_ended_at_the_institution (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *path = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  join (fixture);
  g_assert_true (ui_has_text (fixture->window, "Active"));
  path = g_strdup_printf ("/sandbox/consents/%s/end", fixture->consent_id);
  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}"));

  UI_WAIT (ui_has_text (fixture->window, "Ended"));
  UI_WAIT (ui_has_text (fixture->window, "Nothing is shared now"));
  while (desk_app_fixture_count_rows (&fixture->app, desk_end_user_get_id (fixture->app.end_user),
                                      "banking.transactions") > 0);
}

/* The menu's switch, and the setting that it is kept in. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (desk_context_get_refreshes_in_background (fixture->app.context));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh-in-background", NULL);
  UI_WAIT (!desk_context_get_refreshes_in_background (fixture->app.context));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh-in-background", NULL);
  UI_WAIT (desk_context_get_refreshes_in_background (fixture->app.context));
}

#define NO_TRANSACTIONS "{\"fault\":\"data-error:503@banking/transactions\",\"on\":%s}"

static void
switch_fault (Fixture    *fixture,
              const char *on)
{
  g_autofree char *body = g_strdup_printf (NO_TRANSACTIONS, on);

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults", body));
}

static gint64
get_began_at (Fixture    *fixture,
              const char *resource)
{
  return desk_sync_log_find (desk_context_get_sync_log (fixture->app.context),
                             desk_end_user_get_id (fixture->app.end_user), desk_catalogue_find (resource))->began_at;
}

/* Signs beside data sets that failed. */
static guint
count_signs (Fixture *fixture)
{
  GtkWidget *menu = ui_find_nth (fixture->window, DESK_TYPE_DATA_MENU, 0);
  GtkWidget *image;
  guint n_signs = 0;

  for (guint i = 0; (image = ui_find_nth (menu, GTK_TYPE_IMAGE, i)) != NULL; i++)
    n_signs += gtk_widget_get_visible (image);

  return n_signs;
}

/* How many there are depends on the day and the hour. */
static char *
dup_fresh_words (Fixture *fixture)
{
  g_autofree char *count = desk_format_count (
    desk_app_fixture_count_rows (&fixture->app, desk_end_user_get_id (fixture->app.end_user), "banking.transactions"));

  return g_strdup_printf ("%s rows · fetched just now", count);
}

/* Of the data set that is shown: its error with its id, the age of its rows, and a way to fetch it alone. */
static void
test_data_set_that_failed (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *fresh = NULL;
  GtkWidget *line;
  GtkWidget *retry;
  gint64 accounts;

  if (fixture->app.sandbox == NULL)
    return;

  line = ui_find (ui_find (fixture->window, "data_pane"), "sync_line");
  retry = ui_find (line, "retry_button");
  fresh = dup_fresh_words (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-resource", "s", "banking.transactions");
  UI_WAIT (ui_has_text (line, fresh));
  g_assert_false (gtk_widget_get_visible (retry));
  g_assert_cmpuint (count_signs (fixture), ==, 0);

  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
  switch_fault (fixture, "true");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  UI_WAIT (gtk_widget_get_visible (retry) && gtk_widget_get_sensitive (retry));
  g_assert_true (g_str_has_prefix (ui_get_text (line, "label"), "The service is not available right now"));
  g_assert_true (g_str_has_prefix (ui_get_text (line, "note"), "err_"));
  g_assert_true (g_str_has_suffix (ui_get_text (line, "note"), " · fetched just now"));
  UI_WAIT (!desk_window_get_busy (fixture->window));
  g_assert_cmpuint (count_signs (fixture), ==, 1);

  accounts = get_began_at (fixture, "banking.accounts");
  switch_fault (fixture, "false");
  g_signal_emit_by_name (retry, "clicked");
  UI_WAIT (ui_has_text (line, fresh));
  g_assert_false (gtk_widget_get_visible (retry));
  UI_WAIT (!desk_window_get_busy (fixture->window));
  g_assert_cmpint (get_began_at (fixture, "banking.accounts"), ==, accounts);
  g_assert_cmpuint (count_signs (fixture), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/live-window/consent-ended-at-the-institution", Fixture, NULL, set_up,
              test_consent_ended_at_the_institution, tear_down);
  g_test_add ("/live-window/data-set-that-failed", Fixture, NULL, set_up, test_data_set_that_failed, tear_down);
  g_test_add ("/live-window/refresh-in-background", Fixture, NULL, set_up, test_switch, tear_down);

  return g_test_run ();
}
