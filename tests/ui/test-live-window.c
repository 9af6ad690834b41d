/* test-live-window.c: what the open window shows of what happens elsewhere, with nobody touching it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
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
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (fixture->app.context));
  guint before = g_list_model_get_n_items (entries);

  fixture->live = desk_live_new (fixture->app.context);
  desk_live_join_sandbox (fixture->live);
  UI_WAIT (g_list_model_get_n_items (entries) > before);
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

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/live-window/consent-ended-at-the-institution", Fixture, NULL, set_up,
              test_consent_ended_at_the_institution, tear_down);
  g_test_add ("/live-window/refresh-in-background", Fixture, NULL, set_up, test_switch, tear_down);

  return g_test_run ();
}
