/* test-inspector.c: the drawer with every call and every webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-await.h"
#include "desk-inspector-body.h"
#include "desk-inspector-detail.h"
#include "desk-inspector-pane.h"
#include "desk-window.h"
#include "inspector-stage.h"
#include "ui-keys.h"
#include "ui-probe.h"

#define BAD_ANSWER "{\"id\":\"err_7\",\"name\":\"n\",\"message\":\"m\"}"

typedef struct
{
  InspectorStage  stage;
  GtkWindow      *window;
  GtkWidget      *pane;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  inspector_stage_set_up (&fixture->stage, NULL);
  fixture->pane = desk_inspector_pane_new ();
  desk_inspector_pane_set_inspector (DESK_INSPECTOR_PANE (fixture->pane), fixture->stage.inspector);
  fixture->window = ui_show (fixture->pane, 1400, 400);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.consentdesk.ConsentDesk");

  gtk_window_destroy (fixture->window);
  desk_await_idle ();
  g_settings_reset (settings, "inspector-limit");
  inspector_stage_tear_down (&fixture->stage, NULL);
}

static GtkSelectionModel *
get_list (Fixture *fixture)
{
  return gtk_column_view_get_model (ui_find (fixture->pane, "view"));
}

static void
assert_listed (Fixture    *fixture,
               guint       n_entries,
               const char *first)
{
  GListModel *list = G_LIST_MODEL (get_list (fixture));
  g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (list, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_entries);
  g_assert_cmpstr (desk_inspector_entry_get_title (entry), ==, first);
}

static void
choose (Fixture *fixture,
        guint    position)
{
  gtk_selection_model_select_item (get_list (fixture), position, TRUE);
}

static void
show (Fixture    *fixture,
      const char *page)
{
  gtk_stack_set_visible_child_name (ui_find (ui_find (fixture->pane, "detail"), "stack"), page);
}

static GBytes *
get_shown (Fixture    *fixture,
           const char *body)
{
  return desk_inspector_body_get (ui_find (ui_find (fixture->pane, "detail"), body));
}

static void
assert_copied (Fixture    *fixture,
               const char *action,
               const char *part)
{
  g_autofree char *copied = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->pane, action, NULL));
  copied = ui_dup_clipboard ();
  g_assert_nonnull (strstr (copied, part));
}

static void
search (Fixture    *fixture,
        const char *words)
{
  gtk_editable_set_text (ui_find (fixture->pane, "search_entry"), words);
  g_signal_emit_by_name (ui_find (fixture->pane, "search_entry"), "search-changed");
}

static void
test_nothing_is_explained (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_true (ui_has_text (fixture->pane, "No calls yet"));
}

static void
test_a_line_says_it_all (Fixture       *fixture,
                         gconstpointer  data)
{
  inspector_stage_ask (&fixture->stage, "/permissions", 404, BAD_ANSWER);
  UI_WAIT (ui_has_text (fixture->pane, "/v1/permissions"));
  g_assert_true (ui_has_text (fixture->pane, "Not found · 404"));
  g_assert_true (ui_has_text (fixture->pane, "OK · 200"));
  g_assert_true (ui_has_text (fixture->pane, "POST"));
  g_assert_true (ui_has_text (fixture->pane, "1"));
}

static void
test_a_closed_drawer_makes_no_rows (Fixture       *fixture,
                                    gconstpointer  data)
{
  gtk_widget_set_visible (fixture->pane, FALSE);
  inspector_stage_ask (&fixture->stage, "/permissions", 200, "{}");
  g_assert_null (get_list (fixture));

  gtk_widget_set_visible (fixture->pane, TRUE);
  UI_WAIT (ui_has_text (fixture->pane, "/v1/permissions"));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkDropDown *filter = ui_find (fixture->pane, "filter_drop_down");

  inspector_stage_add_webhook (&fixture->stage, "consent.received", "{}");
  inspector_stage_ask (&fixture->stage, "/permissions", 404, BAD_ANSWER);
  assert_listed (fixture, 3, "/v1/permissions");
  gtk_drop_down_set_selected (filter, 1);
  assert_listed (fixture, 2, "/v1/permissions");
  gtk_drop_down_set_selected (filter, 2);
  assert_listed (fixture, 1, "consent.received");
  gtk_drop_down_set_selected (filter, 3);
  assert_listed (fixture, 1, "/v1/permissions");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  inspector_stage_ask (&fixture->stage, "/permissions", 404, BAD_ANSWER);
  search (fixture, "err_7");
  assert_listed (fixture, 1, "/v1/permissions");
  search (fixture, "nothing like it");
  g_assert_true (ui_has_text (fixture->pane, "Nothing matches"));
}

static void
test_both_bodies (Fixture       *fixture,
                  gconstpointer  data)
{
  const DeskApiRecord *record;

  inspector_stage_ask (&fixture->stage, "/permissions", 200, "[]");
  choose (fixture, 1);
  record = desk_inspector_entry_get_record (inspector_stage_get (&fixture->stage, 1));
  g_assert_true (get_shown (fixture, "response") == record->response_body);
  show (fixture, "request");
  g_assert_true (get_shown (fixture, "request") == record->request_body);
  choose (fixture, 0);
  show (fixture, "request");
  g_assert_true (ui_has_text (ui_find (ui_find (fixture->pane, "detail"), "request"), "There was no body."));
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  inspector_stage_ask (&fixture->stage, "/permissions", 404, BAD_ANSWER);
  choose (fixture, 0);
  show (fixture, "facts");
  g_assert_true (ui_has_text (fixture->pane, "404 Not Found"));
  g_assert_true (ui_has_text (fixture->pane, "err_7"));
  g_assert_true (ui_has_text (fixture->pane, "Bearer [redacted]"));
  g_assert_true (ui_has_text (fixture->pane, "Request headers"));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  inspector_stage_ask (&fixture->stage, "/permissions", 404, BAD_ANSWER);
  choose (fixture, 0);
  assert_copied (fixture, "inspector.copy-curl", "/v1/permissions'");
  assert_copied (fixture, "inspector.copy-error-id", "err_7");
  assert_copied (fixture, "inspector.copy-address", "http://127.0.0.1");
  assert_copied (fixture, "inspector.copy-body", BAD_ANSWER);
}

static void
test_raw_is_kept_over_the_pages (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *detail = ui_find (fixture->pane, "detail");
  gboolean raw = FALSE;

  inspector_stage_ask (&fixture->stage, "/permissions", 200, "[]");
  choose (fixture, 0);
  g_object_set (ui_find (detail, "response"), "raw", TRUE, NULL);
  g_object_get (ui_find (detail, "request"), "raw", &raw, NULL);
  g_assert_true (raw);
}

static void
test_what_is_purged_goes_from_the_screen (Fixture       *fixture,
                                          gconstpointer  data)
{
  DeskTestLife *life = &fixture->stage.life;

  inspector_stage_ask (&fixture->stage, "/banking/accounts?end_user_id=eu_1", 200, "[1]");
  desk_test_life_list (life, desk_test_consent ("c-1", -10, 80, NULL), NULL);
  choose (fixture, 0);
  g_assert_nonnull (get_shown (fixture, "response"));
  desk_test_life_list (life, desk_test_consent ("c-1", -10, 80, "Expired or Revoked"), NULL);
  g_assert_null (get_shown (fixture, "response"));
  g_assert_true (ui_has_text (fixture->pane, "The body was removed, as what it told is not shared any more."));
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  gboolean paused = FALSE;
  gboolean shows_numbers = FALSE;
  guint limit = 0;

  g_assert_true (gtk_widget_activate_action (fixture->pane, "inspecting.paused", NULL));
  g_assert_true (gtk_widget_activate_action (fixture->pane, "inspecting.shows-numbers", NULL));
  g_assert_true (gtk_widget_activate_action (fixture->pane, "inspecting.inspector-limit", "u", 2000));
  g_object_get (fixture->stage.inspector, "paused", &paused, "shows-numbers", &shows_numbers, "limit", &limit, NULL);
  g_assert_true (paused);
  g_assert_true (shows_numbers);
  g_assert_cmpuint (limit, ==, 2000);
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  inspector_stage_ask (&fixture->stage, "/permissions", 200, "[]");
  choose (fixture, 0);
  g_assert_true (gtk_widget_activate_action (fixture->pane, "inspector.clear", NULL));
  g_assert_true (ui_has_text (fixture->pane, "No calls yet"));
  g_assert_null (get_shown (fixture, "response"));
}

static void
test_folded (Fixture       *fixture,
             gconstpointer  data)
{
  AdwLeaflet *leaflet = ui_find (fixture->pane, "leaflet");

  inspector_stage_ask (&fixture->stage, "/permissions", 200, "[]");
  gtk_window_set_default_size (fixture->window, 360, 400);
  UI_WAIT (adw_leaflet_get_folded (leaflet));
  choose (fixture, 0);
  g_signal_emit_by_name (ui_find (fixture->pane, "view"), "activate", 0);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "detail");
  ui_click (ui_find (fixture->pane, "detail"), "back_button");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "list");
}

static void
test_escape_leads_back (Fixture       *fixture,
                        gconstpointer  data)
{
  AdwLeaflet *leaflet = ui_find (fixture->pane, "leaflet");

  inspector_stage_ask (&fixture->stage, "/permissions", 200, "[]");
  gtk_window_set_default_size (fixture->window, 360, 400);
  UI_WAIT (adw_leaflet_get_folded (leaflet));
  choose (fixture, 0);
  g_signal_emit_by_name (ui_find (fixture->pane, "view"), "activate", 0);
  g_assert_true (ui_press (fixture->window, GDK_KEY_Escape));
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "list");
}

static void
test_menu_of_a_row (Fixture       *fixture,
                    gconstpointer  data)
{
  inspector_stage_ask (&fixture->stage, "/permissions", 404, BAD_ANSWER);
  gtk_widget_grab_focus (ui_find (fixture->pane, "view"));
  UI_WAIT (ui_press (fixture->window, GDK_KEY_Menu));
  g_assert_true (ui_has_text (fixture->pane, "Copy the Address"));
  g_assert_nonnull (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (get_list (fixture))));
}

static void
test_receiver_is_shown (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_false (ui_is_shown (fixture->pane, "receiver"));
  desk_inspector_set_receiver (fixture->stage.inspector, "http://127.0.0.1:9/webhooks", NULL);
  g_assert_true (ui_is_shown (fixture->pane, "receiver"));
  g_assert_cmpstr (ui_get_text (fixture->pane, "receiver_label"), ==,
                   "Webhooks are received at http://127.0.0.1:9/webhooks");
  g_assert_false (ui_is_shown (fixture->pane, "receiver_problem"));
  assert_copied (fixture, "inspector.copy-webhook-address", "http://127.0.0.1:9/webhooks");
}

static void
test_why_nothing_is_received_is_shown (Fixture       *fixture,
                                       gconstpointer  data)
{
  desk_inspector_set_receiver (fixture->stage.inspector, NULL, "Port 9 is taken");
  g_assert_cmpstr (ui_get_text (fixture->pane, "receiver_label"), ==, "Port 9 is taken");
  g_assert_true (ui_is_shown (fixture->pane, "receiver_problem"));
  g_assert_false (ui_is_shown (fixture->pane, "receiver_button"));
}

static void
replay_cb (DeskInspectorEntry **asked,
           DeskInspectorEntry  *entry)
{
  *asked = entry;
}

static gboolean
shows_replay (Fixture *fixture)
{
  return gtk_widget_get_visible (ui_find (ui_find (fixture->pane, "detail"), "replay_button"));
}

static void
test_replay_is_offered_for_what_is_to_be_believed (Fixture       *fixture,
                                                   gconstpointer  data)
{
  inspector_stage_add_message (&fixture->stage, DESK_WEBHOOK_VALID);
  inspector_stage_add_message (&fixture->stage, DESK_WEBHOOK_FORGED);
  choose (fixture, 0);
  g_assert_false (shows_replay (fixture));
  g_assert_false (gtk_widget_is_sensitive (ui_find (ui_find (fixture->pane, "detail"), "replay_button")));
  choose (fixture, 1);
  g_assert_true (shows_replay (fixture));
  g_assert_true (gtk_widget_is_sensitive (ui_find (ui_find (fixture->pane, "detail"), "replay_button")));
}

static void
test_replay_is_asked_for_by_keyboard (Fixture       *fixture,
                                      gconstpointer  data)
{
  DeskInspectorEntry *entry = inspector_stage_add_message (&fixture->stage, DESK_WEBHOOK_VALID);
  GtkWidget *button = ui_find (ui_find (fixture->pane, "detail"), "replay_button");
  DeskInspectorEntry *asked = NULL;

  g_signal_connect_swapped (fixture->stage.inspector, "replay", G_CALLBACK (replay_cb), &asked);
  choose (fixture, 0);
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (button));
  UI_WAIT (asked == entry);
}

static void
add_replay_cb (DeskInspector      *inspector,
               DeskInspectorEntry *entry)
{
  desk_inspector_add_replay (inspector, entry, "Accounts: 3 records fetched");
}

static void
test_replay_is_chosen (Fixture       *fixture,
                       gconstpointer  data)
{
  inspector_stage_add_message (&fixture->stage, DESK_WEBHOOK_VALID);
  g_signal_connect (fixture->stage.inspector, "replay", G_CALLBACK (add_replay_cb), NULL);
  choose (fixture, 0);
  g_assert_true (gtk_widget_activate_action (fixture->pane, "inspector.replay", NULL));
  g_assert_true (gtk_selection_model_is_selected (get_list (fixture), 0));
  show (fixture, "facts");
  g_assert_true (ui_has_text (fixture->pane, "Replayed"));
  g_assert_true (ui_has_text (fixture->pane, "Accounts: 3 records fetched"));
}

static void
test_effect_is_shown_as_it_becomes_known (Fixture       *fixture,
                                          gconstpointer  data)
{
  DeskInspectorEntry *entry = inspector_stage_add_message (&fixture->stage, DESK_WEBHOOK_VALID);

  choose (fixture, 0);
  show (fixture, "facts");
  g_assert_true (ui_has_text (fixture->pane, "Not known yet"));
  desk_inspector_entry_set_effect (entry, "Accounts: 3 records fetched");
  g_assert_true (ui_has_text (fixture->pane, "Accounts: 3 records fetched"));
  g_assert_nonnull (strstr (ui_get_text (ui_find (fixture->pane, "detail"), "summary"), "3 records"));
}

/* Returns: (transfer none) (nullable): NULL if there is no sandbox to run */
static GtkWidget *
open_window (DeskAppFixture *app,
             int             width,
             int             height)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.consentdesk.ConsentDesk");
  GtkWidget *window;

  if (app->sandbox == NULL)
    return NULL;

  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  window = desk_window_new (NULL, app->context);
  gtk_window_present (GTK_WINDOW (window));
  UI_WAIT (gtk_widget_get_width (window) > 0);
  return window;
}

static gboolean
is_visible (GtkWidget  *window,
            const char *part)
{
  return gtk_widget_get_visible (ui_find (window, part));
}

/* With the handle above it. */
static int
measure_inspector (GtkWidget *window)
{
  return gtk_widget_get_height (ui_find (window, "drawer")) - gtk_paned_get_position (ui_find (window, "drawer"));
}

static void
test_drawer (DeskAppFixture *app,
             gconstpointer   data)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.consentdesk.ConsentDesk");
  GtkWidget *window = open_window (app, 1200, 780);

  if (window == NULL)
    return;

  g_assert_false (is_visible (window, "inspector_pane"));
  g_assert_true (gtk_widget_activate_action (window, "win.toggle-inspector", NULL));
  g_assert_true (is_visible (window, "inspector_pane"));
  g_assert_true (is_visible (window, "stack"));
  g_assert_true (g_settings_get_boolean (settings, "inspector-shown"));
  UI_WAIT (measure_inspector (window) == 340);
  g_assert_true (gtk_widget_activate_action (window, "win.toggle-inspector", NULL));
  g_assert_false (is_visible (window, "inspector_pane"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_drawer_keeps_its_height (DeskAppFixture *app,
                              gconstpointer   data)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.consentdesk.ConsentDesk");
  GtkWidget *window = open_window (app, 1200, 780);
  GtkPaned *drawer;

  if (window == NULL)
    return;

  drawer = ui_find (window, "drawer");
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  UI_WAIT (measure_inspector (window) == 340);
  gtk_paned_set_position (drawer, gtk_paned_get_position (drawer) + 60);
  UI_WAIT (measure_inspector (window) == 280);
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  UI_WAIT (measure_inspector (window) == 280);
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (settings, "inspector-height");
}

static void
test_a_small_window_is_all_drawer (DeskAppFixture *app,
                                   gconstpointer   data)
{
  GtkWidget *window = open_window (app, 360, 600);

  if (window == NULL)
    return;

  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  g_assert_true (ui_is_shown (ui_find (window, "inspector_pane"), "header"));
  g_assert_false (is_visible (window, "stack"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 780);
  UI_WAIT (is_visible (window, "stack"));
  g_assert_false (ui_is_shown (ui_find (window, "inspector_pane"), "header"));
  gtk_widget_activate_action (window, "win.toggle-inspector", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_bodies (GListModel *entries)
{
  guint n_bodies = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      if (desk_inspector_entry_get_scope (entry) == DESK_INSPECTOR_SCOPE_DATA)
        n_bodies += desk_inspector_entry_get_kept_size (entry) > 0;
    }
  return n_bodies;
}

static void
test_end_of_a_consent_of_the_sandbox (DeskAppFixture *app,
                                      gconstpointer   data)
{
  g_autofree char *consent_id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *answer = NULL;
  GListModel *entries;

  if (app->sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (app->sandbox, desk_end_user_get_id (app->end_user), DESK_TEST_BANK);
  entries = desk_inspector_get_entries (desk_context_get_inspector (app->context));
  desk_app_fixture_refresh (app);
  desk_app_fixture_sync (app);
  UI_WAIT (count_bodies (entries) > 3);
  path = g_strdup_printf ("/sandbox/consents/%s/end", consent_id);
  answer = desk_test_sandbox_call (app->sandbox, "POST", path, "{\"how\":\"institution\"}");
  desk_app_fixture_refresh (app);
  g_assert_cmpuint (count_bodies (entries), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/inspector/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-is-explained", test_nothing_is_explained);
  ADD ("a-line-says-it-all", test_a_line_says_it_all);
  ADD ("closed", test_a_closed_drawer_makes_no_rows);
  ADD ("filter", test_filter);
  ADD ("search", test_search);
  ADD ("both-bodies", test_both_bodies);
  ADD ("details", test_details);
  ADD ("copy", test_copy);
  ADD ("raw", test_raw_is_kept_over_the_pages);
  ADD ("purged", test_what_is_purged_goes_from_the_screen);
  ADD ("states", test_states);
  ADD ("clear", test_clear);
  ADD ("folded", test_folded);
  ADD ("escape", test_escape_leads_back);
  ADD ("menu", test_menu_of_a_row);
  ADD ("replay-is-offered", test_replay_is_offered_for_what_is_to_be_believed);
  ADD ("replay-by-keyboard", test_replay_is_asked_for_by_keyboard);
  ADD ("replay-is-chosen", test_replay_is_chosen);
  ADD ("receiver", test_receiver_is_shown);
  ADD ("receiver-problem", test_why_nothing_is_received_is_shown);
  ADD ("effect", test_effect_is_shown_as_it_becomes_known);
#undef ADD
#define ADD(path, function) \
  g_test_add ("/inspector/" path, DeskAppFixture, NULL, desk_app_fixture_set_up, function, desk_app_fixture_tear_down)
  ADD ("drawer", test_drawer);
  ADD ("drawer-keeps-its-height", test_drawer_keeps_its_height);
  ADD ("small-window", test_a_small_window_is_all_drawer);
  ADD ("end-of-a-consent", test_end_of_a_consent_of_the_sandbox);
#undef ADD

  return g_test_run ();
}
