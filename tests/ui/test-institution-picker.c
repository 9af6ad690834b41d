/* test-institution-picker.c: the institution is chosen before linking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-await.h"
#include "desk-institution-picker.h"
#include "desk-institution-row.h"
#include "desk-scripted-server.h"
#include "ui-keys.h"
#include "ui-probe.h"

#define CALL "GET /v1/institutions"
#define HEALTH(word) "\"status\":{\"connections\":{\"status\":\"" word "\"}}"

#define INSTITUTIONS \
  "[{\"id\":\"1\",\"name\":\"Wattle Bank\",\"industry\":\"banking\",\"priority\":1," HEALTH ("HEALTHY") "}," \
  "{\"id\":\"2\",\"name\":\"Gumtree Energy\",\"industry\":\"energy\",\"priority\":2," HEALTH ("DEGRADED") "}," \
  "{\"id\":\"3\",\"name\":\"Saltbush Savings\",\"industry\":\"banking\",\"priority\":3," HEALTH ("OUTAGE") "}," \
  "{\"id\":\"4\",\"name\":\"Eastpac\",\"industry\":\"banking\",\"is_accessible\":false,\"priority\":1," HEALTH ("HEALTHY") "}]"

#define ON_PAGE "Let the end user choose on the consent page"

typedef struct
{
  DeskScriptedServer    *server;
  DeskApiClient         *client;
  DeskInstitutionList   *list;
  DeskInstitutionPicker *picker;
  GtkWindow             *window;
  GPtrArray             *chosen; /* (element-type utf8): "" for the choice on the page */
} Fixture;

static void
chosen_cb (DeskInstitutionPicker *picker,
           const char            *institution_id,
           Fixture               *fixture)
{
  g_ptr_array_add (fixture->chosen, g_strdup (institution_id != NULL ? institution_id : ""));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->server = desk_scripted_server_new ();
  fixture->client = desk_api_client_new (desk_scripted_server_get_api_uri (fixture->server), "v3", NULL, &error);
  g_assert_no_error (error);
  desk_api_client_set_credentials (fixture->client, "client-1", "secret-1");
  g_object_set (fixture->client, "retry-delay", 0, NULL);
  fixture->list = desk_institution_list_new (fixture->client);

  fixture->chosen = g_ptr_array_new_with_free_func (g_free);
  fixture->picker = DESK_INSTITUTION_PICKER (desk_institution_picker_new ());
  g_signal_connect (fixture->picker, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = ui_show (GTK_WIDGET (fixture->picker), 400, 600);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->list);
  desk_await_idle ();
  g_assert_finalize_object (fixture->client);
  desk_scripted_server_free (fixture->server);
  g_ptr_array_unref (fixture->chosen);
}

static void
load (Fixture    *fixture,
      guint       status,
      const char *body)
{
  desk_scripted_server_add (fixture->server, CALL, status, body);
  desk_institution_picker_set_list (fixture->picker, fixture->list);
  UI_WAIT (desk_institution_list_get_state (fixture->list) > DESK_INSTITUTION_LIST_LOADING);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (ui_find (fixture->picker, "search_entry"), text);
}

static void
focus_search (Fixture *fixture)
{
  gtk_widget_grab_focus (ui_find (fixture->picker, "search_entry"));
}

/* Returns: (nullable): the row with that title, if it is there */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_find_nth (ui_find (fixture->picker, "list_view"), DESK_TYPE_INSTITUTION_ROW, i)) != NULL; i++)
    {
      if (gtk_widget_get_mapped (row) && ui_has_text (row, title))
        return row;
    }

  return NULL;
}

static void
assert_says (Fixture    *fixture,
             const char *title,
             const char *facts)
{
  g_assert_true (ui_has_text (find_row (fixture, title), facts));
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (ui_find (fixture->picker, "list_view")));
}

static void
assert_n_institutions (Fixture *fixture,
                       guint    n)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, n + 1);
}

static void
activate_row (Fixture *fixture,
              guint    position)
{
  g_signal_emit_by_name (ui_find (fixture->picker, "list_view"), "activate", position);
}

static void
assert_chosen (Fixture    *fixture,
               const char *id)
{
  g_assert_cmpuint (fixture->chosen->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->chosen, 0), ==, id);
}

static void
assert_marked (Fixture    *fixture,
               const char *id,
               guint       position)
{
  g_assert_cmpstr (desk_institution_picker_get_institution_id (fixture->picker), ==, id);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (fixture))), ==, position);
}

static void
test_page_is_the_default (Fixture       *fixture,
                          gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  assert_marked (fixture, NULL, 0);
  activate_row (fixture, 0);
  assert_chosen (fixture, "");
}

static void
test_health_is_said_in_words (Fixture       *fixture,
                              gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  UI_WAIT (find_row (fixture, "Saltbush Savings") != NULL);
  assert_says (fixture, "Wattle Bank", "Bank · Works normally");
  assert_says (fixture, "Gumtree Energy", "Energy retailer · Has problems now: linking may be slow or fail");
  assert_says (fixture, "Saltbush Savings", "Bank · Out of order now: linking will probably fail");
}

static void
test_what_is_not_told_is_not_said (Fixture       *fixture,
                                   gconstpointer  data)
{
  load (fixture, 200, "[{\"id\":\"1\",\"name\":\"Wattle\",\"industry\":\"banking\"}]");
  UI_WAIT (find_row (fixture, "Wattle") != NULL);
  assert_says (fixture, "Wattle", "Bank");
}

static void
test_outage_can_be_chosen_and_stays_said (Fixture       *fixture,
                                          gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  UI_WAIT (find_row (fixture, "Saltbush Savings") != NULL);
  activate_row (fixture, 3);
  assert_chosen (fixture, "3");
  assert_marked (fixture, "3", 3);
  assert_says (fixture, "Saltbush Savings", "Bank · Out of order now: linking will probably fail");
}

static void
test_what_may_not_be_used_says_why (Fixture       *fixture,
                                    gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  UI_WAIT (find_row (fixture, "Eastpac") != NULL);
  assert_says (fixture, "Eastpac", "Bank · Not enabled for your team");
  g_assert_false (gtk_widget_is_sensitive (find_row (fixture, "Eastpac")));
  activate_row (fixture, 4);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
}

static void
test_search_ignores_case (Fixture       *fixture,
                          gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  search (fixture, "sALT");
  assert_n_institutions (fixture, 1);
  UI_WAIT (find_row (fixture, "Saltbush Savings") != NULL);
  g_assert_nonnull (find_row (fixture, ON_PAGE));
}

static void
test_industry_narrows (Fixture       *fixture,
                       gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  gtk_toggle_button_set_active (ui_find (fixture->picker, "banks_button"), TRUE);
  assert_n_institutions (fixture, 3);
  gtk_toggle_button_set_active (ui_find (fixture->picker, "energy_button"), TRUE);
  assert_n_institutions (fixture, 1);
  gtk_toggle_button_set_active (ui_find (fixture->picker, "all_button"), TRUE);
  assert_n_institutions (fixture, 4);
}

static void
test_nothing_found_has_a_way_back (Fixture       *fixture,
                                   gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  gtk_toggle_button_set_active (ui_find (fixture->picker, "energy_button"), TRUE);
  search (fixture, "wattle");
  g_assert_true (ui_has_text (ui_find (fixture->picker, "status"), "Nothing found"));
  g_assert_nonnull (find_row (fixture, ON_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->picker), "picker.show-all", NULL);
  g_assert_false (ui_is_shown (fixture->picker, "status"));
  assert_n_institutions (fixture, 4);
}

static void
test_none_offered_is_said (Fixture       *fixture,
                           gconstpointer  data)
{
  load (fixture, 200, "[]");
  g_assert_true (ui_has_text (ui_find (fixture->picker, "status"), "No institution is offered"));
}

static void
test_loading_shows_what_is_coming (Fixture       *fixture,
                                   gconstpointer  data)
{
  desk_scripted_server_add_silence (fixture->server, CALL);
  desk_institution_picker_set_list (fixture->picker, fixture->list);
  UI_WAIT (find_row (fixture, "Reading the banks and energy retailers …") != NULL);
  g_assert_false (ui_is_shown (fixture->picker, "status"));
  activate_row (fixture, 1);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
  activate_row (fixture, 0);
  assert_chosen (fixture, "");
}

static void
test_failure_has_a_retry (Fixture       *fixture,
                          gconstpointer  data)
{
  load (fixture, 403, NULL);
  g_assert_true (ui_has_text (ui_find (fixture->picker, "status"), "The institutions could not be read"));
  desk_scripted_server_add (fixture->server, CALL, 200, INSTITUTIONS);
  ui_click (ui_find (fixture->picker, "status"), "retry_button");
  UI_WAIT (desk_institution_list_get_state (fixture->list) == DESK_INSTITUTION_LIST_READY);
  g_assert_false (ui_is_shown (fixture->picker, "status"));
  assert_n_institutions (fixture, 4);
}

static void
test_page_can_be_chosen_after_a_failure (Fixture       *fixture,
                                         gconstpointer  data)
{
  load (fixture, 403, NULL);
  activate_row (fixture, 0);
  assert_chosen (fixture, "");
}

static void
test_preselection_waits_for_the_list (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_object_set (fixture->picker, "institution-id", "2", NULL);
  load (fixture, 200, INSTITUTIONS);
  assert_marked (fixture, "2", 2);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
}

static void
test_preselection_that_is_not_offered (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_object_set (fixture->picker, "institution-id", "4", NULL);
  load (fixture, 200, INSTITUTIONS);
  assert_marked (fixture, NULL, 0);
  g_object_set (fixture->picker, "institution-id", "unknown", NULL);
  assert_marked (fixture, NULL, 0);
}

static void
test_hidden_choice_stays (Fixture       *fixture,
                          gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  desk_institution_picker_set_institution_id (fixture->picker, "1");
  search (fixture, "gumtree");
  assert_marked (fixture, "1", GTK_INVALID_LIST_POSITION);
  search (fixture, "");
  assert_marked (fixture, "1", 1);
}

static void
test_arrows_and_enter_choose (Fixture       *fixture,
                              gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  UI_WAIT (find_row (fixture, "Wattle Bank") != NULL);
  desk_institution_picker_focus (fixture->picker);
  g_assert_true (ui_press (fixture->window, GDK_KEY_Down));
  g_assert_true (ui_press (fixture->window, GDK_KEY_Down));
  assert_marked (fixture, "2", 2);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
  g_assert_true (ui_press (fixture->window, GDK_KEY_Return));
  assert_chosen (fixture, "2");
}

static void
test_down_leads_from_the_search_to_what_is_found (Fixture       *fixture,
                                                  gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  focus_search (fixture);
  search (fixture, "salt");
  UI_WAIT (find_row (fixture, "Saltbush Savings") != NULL);
  g_assert_true (ui_press (fixture->window, GDK_KEY_Down));
  assert_marked (fixture, "3", 1);
  g_assert_true (gtk_window_get_focus (fixture->window) ==
                 gtk_widget_get_parent (find_row (fixture, "Saltbush Savings")));
}

static void
test_enter_in_the_search_chooses_the_first (Fixture       *fixture,
                                            gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  focus_search (fixture);
  search (fixture, "gum");
  g_assert_true (ui_press (fixture->window, GDK_KEY_Return));
  assert_chosen (fixture, "2");
}

static void
test_enter_chooses_nothing_where_nothing_is_found (Fixture       *fixture,
                                                   gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  focus_search (fixture);
  search (fixture, "zzz");
  ui_press (fixture->window, GDK_KEY_Return);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
}

static void
test_enter_does_not_choose_what_may_not_be_used (Fixture       *fixture,
                                                 gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  focus_search (fixture);
  search (fixture, "eastpac");
  ui_press (fixture->window, GDK_KEY_Return);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
}

static void
test_typing_starts_the_search (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkSearchEntry *entry = ui_find (fixture->picker, "search_entry");

  load (fixture, 200, INSTITUTIONS);
  g_assert_true (gtk_search_entry_get_key_capture_widget (entry) == GTK_WIDGET (fixture->picker));
  desk_institution_picker_focus (fixture->picker);
  search (fixture, "w");
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  g_signal_emit_by_name (entry, "search-started");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), GTK_WIDGET (entry)));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
}

static void
test_escape_leaves_the_search_first (Fixture       *fixture,
                                     gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  focus_search (fixture);
  search (fixture, "salt");
  g_assert_true (ui_press (fixture->window, GDK_KEY_Escape));
  assert_n_institutions (fixture, 4);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), ui_find (fixture->picker, "list_view")));
  g_assert_false (ui_press (fixture->window, GDK_KEY_Escape));
}

static void
test_escape_in_the_list_ends_the_search (Fixture       *fixture,
                                         gconstpointer  data)
{
  load (fixture, 200, INSTITUTIONS);
  focus_search (fixture);
  search (fixture, "salt");
  UI_WAIT (find_row (fixture, "Saltbush Savings") != NULL);
  ui_press (fixture->window, GDK_KEY_Down);
  g_assert_true (ui_press (fixture->window, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (ui_find (fixture->picker, "search_entry")), ==, "");
}

static void
test_long_names_need_no_wide_window (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *name = g_strnfill (200, 'w');
  g_autofree char *body = g_strdup_printf ("[{\"id\":\"1\",\"name\":\"%s\",\"industry\":\"%s\"," HEALTH ("OUTAGE") "}]",
                                           name, name);
  int minimum;

  load (fixture, 200, body);
  UI_WAIT (find_row (fixture, name) != NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->picker), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_names_are_no_markup (Fixture       *fixture,
                          gconstpointer  data)
{
  load (fixture, 200, "[{\"id\":\"1\",\"name\":\"<b>A&B</b>\"}]");
  UI_WAIT (find_row (fixture, "<b>A&B</b>") != NULL);
}

static guint
count_row_widgets (Fixture *fixture)
{
  guint n = 0;

  while (ui_find_nth (ui_find (fixture->picker, "list_view"), DESK_TYPE_INSTITUTION_ROW, n) != NULL)
    n++;

  return n;
}

static void
test_only_rows_near_by_are_made (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GString) body = g_string_new ("[{\"id\":\"first\",\"name\":\"First\"}");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (body, ",{\"id\":\"%u\",\"name\":\"Bank %u\",\"priority\":1}", i, i);
  g_string_append_c (body, ']');
  load (fixture, 200, body->str);
  UI_WAIT (find_row (fixture, "First") != NULL);
  assert_n_institutions (fixture, 1001);
  g_assert_cmpuint (count_row_widgets (fixture), <, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/institution-picker/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("page-is-the-default", test_page_is_the_default);
  ADD ("health-is-said-in-words", test_health_is_said_in_words);
  ADD ("what-is-not-told-is-not-said", test_what_is_not_told_is_not_said);
  ADD ("outage-can-be-chosen-and-stays-said", test_outage_can_be_chosen_and_stays_said);
  ADD ("what-may-not-be-used-says-why", test_what_may_not_be_used_says_why);
  ADD ("search-ignores-case", test_search_ignores_case);
  ADD ("industry-narrows", test_industry_narrows);
  ADD ("nothing-found-has-a-way-back", test_nothing_found_has_a_way_back);
  ADD ("none-offered-is-said", test_none_offered_is_said);
  ADD ("loading-shows-what-is-coming", test_loading_shows_what_is_coming);
  ADD ("failure-has-a-retry", test_failure_has_a_retry);
  ADD ("page-can-be-chosen-after-a-failure", test_page_can_be_chosen_after_a_failure);
  ADD ("preselection-waits-for-the-list", test_preselection_waits_for_the_list);
  ADD ("preselection-that-is-not-offered", test_preselection_that_is_not_offered);
  ADD ("hidden-choice-stays", test_hidden_choice_stays);
  ADD ("arrows-and-enter-choose", test_arrows_and_enter_choose);
  ADD ("down-leads-from-the-search-to-what-is-found", test_down_leads_from_the_search_to_what_is_found);
  ADD ("enter-in-the-search-chooses-the-first", test_enter_in_the_search_chooses_the_first);
  ADD ("enter-chooses-nothing-where-nothing-is-found", test_enter_chooses_nothing_where_nothing_is_found);
  ADD ("enter-does-not-choose-what-may-not-be-used", test_enter_does_not_choose_what_may_not_be_used);
  ADD ("typing-starts-the-search", test_typing_starts_the_search);
  ADD ("escape-leaves-the-search-first", test_escape_leaves_the_search_first);
  ADD ("escape-in-the-list-ends-the-search", test_escape_in_the_list_ends_the_search);
  ADD ("long-names-need-no-wide-window", test_long_names_need_no_wide_window);
  ADD ("names-are-no-markup", test_names_are_no_markup);
  ADD ("only-rows-near-by-are-made", test_only_rows_near_by_are_made);
#undef ADD

  return g_test_run ();
}
