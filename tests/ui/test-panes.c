/* test-panes.c: what one end user shares: the menu of data sets, their pages, and the fetch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-catalogue.h"
#include "desk-consent-card.h"
#include "desk-data-menu.h"
#include "desk-data-pane.h"
#include "desk-end-user-pane.h"
#include "desk-identity-page.h"
#include "desk-rows-page.h"
#include "desk-sync-bar.h"
#include "desk-usage-page.h"
#include "ui-probe.h"
#include "ui-rows.h"

typedef struct
{
  DeskAppFixture app;
  GtkWidget *widget;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GType type = (GType) GPOINTER_TO_SIZE (data);

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  fixture->widget = g_object_new (type, NULL);
  fixture->window = ui_show (fixture->widget, 600, 600);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
grant (Fixture    *fixture,
       const char *institution_id)
{
  g_autofree char *consent_id = desk_test_sandbox_grant (fixture->app.sandbox,
                                                         desk_end_user_get_id (fixture->app.end_user), institution_id);

  desk_app_fixture_refresh (&fixture->app);
}

static void
end_consent (Fixture *fixture)
{
  g_autoptr(DeskConsent) consent = g_list_model_get_item (
    desk_directory_get_consents (desk_context_get_directory (fixture->app.context),
                                 desk_end_user_get_id (fixture->app.end_user)), 0);
  g_autofree char *path = g_strdup_printf ("/sandbox/consents/%s/end", desk_consent_get_id (consent));
  g_autofree char *answer = desk_test_sandbox_call (fixture->app.sandbox, "POST", path, "{\"how\":\"institution\"}");

  desk_app_fixture_refresh (&fixture->app);
}

static void
show_menu (Fixture *fixture)
{
  desk_data_menu_set_end_user (DESK_DATA_MENU (fixture->widget), fixture->app.context, fixture->app.end_user);
}

static void
count_resource_cb (gpointer  menu,
                   gpointer  resource,
                   gpointer *chosen)
{
  *chosen = resource;
}

static void
test_menu_has_what_is_permitted (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  show_menu (fixture);
  g_assert_false (ui_has_text (fixture->widget, "Transactions"));
  grant (fixture, DESK_TEST_BANK);
  g_assert_true (ui_has_text (fixture->widget, "Banking"));
  g_assert_true (ui_has_text (fixture->widget, "Transactions"));
  g_assert_false (ui_has_text (fixture->widget, "Usage"));
  grant (fixture, DESK_TEST_RETAILER);
  g_assert_true (ui_has_text (fixture->widget, "Usage"));
}

static void
test_menu_keeps_its_rows_while_nothing_changes (Fixture       *fixture,
                                                gconstpointer  data)
{
  GtkWidget *row;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  show_menu (fixture);
  row = ui_find_nth (fixture->widget, GTK_TYPE_LIST_BOX_ROW, 1);
  gtk_widget_grab_focus (row);
  desk_app_fixture_refresh (&fixture->app);
  g_assert_true (gtk_window_get_focus (fixture->window) == row);
}

static void
test_menu_forgets_what_has_ended (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  show_menu (fixture);
  end_consent (fixture);
  g_assert_false (ui_has_text (fixture->widget, "Transactions"));
}

static void
test_counts_follow_the_store (Fixture       *fixture,
                              gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  show_menu (fixture);
  ui_rows_add (&fixture->app, "banking.transactions",
               (const char *const[]) { "{\"fiskil_id\":\"1\"}", "{\"fiskil_id\":\"2\"}", NULL });
  UI_WAIT (ui_has_text (fixture->widget, "2"));
}

static void
test_menu_resolves_to_what_is_there (Fixture       *fixture,
                                     gconstpointer  data)
{
  const DeskResource *usage = desk_catalogue_find ("energy.usage");
  const DeskResource *transactions = desk_catalogue_find ("banking.transactions");

  if (fixture->app.sandbox == NULL)
    return;

  show_menu (fixture);
  g_assert_null (desk_data_menu_resolve (DESK_DATA_MENU (fixture->widget), usage));
  grant (fixture, DESK_TEST_BANK);
  g_assert_true (desk_data_menu_resolve (DESK_DATA_MENU (fixture->widget), transactions) == transactions);
  g_assert_true (desk_resource_is_banking (desk_data_menu_resolve (DESK_DATA_MENU (fixture->widget), usage)));
}

static void
test_menu_marks_and_reports_a_choice (Fixture       *fixture,
                                      gconstpointer  data)
{
  const DeskResource *balances = desk_catalogue_find ("banking.balances");
  GtkListBox *list;
  GtkListBoxRow *row;
  gpointer chosen = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  show_menu (fixture);
  list = ui_find_nth (fixture->widget, GTK_TYPE_LIST_BOX, 0);
  desk_data_menu_select (DESK_DATA_MENU (fixture->widget), balances);
  row = gtk_list_box_get_selected_row (list);
  g_assert_true (ui_has_text (row, "Balances"));

  g_signal_connect (fixture->widget, "resource-activated", G_CALLBACK (count_resource_cb), &chosen);
  g_signal_emit_by_name (row, "activate");
  g_assert_true (chosen == balances);
}

static void
test_end_user_pane_says_what_to_do (Fixture       *fixture,
                                    gconstpointer  data)
{
  DeskEndUserPane *pane = (DeskEndUserPane *) fixture->widget;

  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (ui_has_text (ui_find (pane, "status"), "Nobody is chosen"));
  desk_end_user_pane_set_end_user (pane, fixture->app.context, fixture->app.end_user);
  g_assert_cmpstr (ui_get_text (pane, "title"), ==, "Mia Chen");
  g_assert_true (ui_has_text (ui_find (pane, "status"), "No accounts linked yet"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (ui_find (pane, "stack")), ==, "status");
  grant (fixture, DESK_TEST_BANK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (ui_find (pane, "stack")), ==, "content");
  g_assert_nonnull (ui_find_nth (pane, DESK_TYPE_CONSENT_CARD, 0));
  desk_end_user_pane_set_end_user (pane, fixture->app.context, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (ui_find (pane, "stack")), ==, "status");
}

static void
consent_cb (gpointer      pane,
            DeskConsent  *consent,
            DeskConsent **chosen)
{
  *chosen = consent;
}

static void
test_end_user_pane_reports_a_consent (Fixture       *fixture,
                                      gconstpointer  data)
{
  DeskEndUserPane *pane = (DeskEndUserPane *) fixture->widget;
  DeskConsent *chosen = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  desk_end_user_pane_set_end_user (pane, fixture->app.context, fixture->app.end_user);
  g_assert_nonnull (desk_end_user_pane_select_resource (pane, NULL));
  g_signal_connect (pane, "consent-activated", G_CALLBACK (consent_cb), &chosen);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (ui_find (pane, "consents"), 0), "activate");
  g_assert_cmpstr (desk_consent_get_institution_id (chosen), ==, DESK_TEST_BANK);
}

static gpointer
find_link_button (gpointer widget,
                  guint    n)
{
  gpointer button = NULL;

  for (guint i = 0; (button = ui_find_nth (widget, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (button), "win.link-account") == 0 && n-- == 0)
        return button;
    }

  g_assert_not_reached ();
}

static void
intended_cb (guint *n_intended)
{
  (*n_intended)++;
}

/* GTK makes no crossing of a test's own: we say what its controllers would. */
static void
enter (GtkWidget *button)
{
  GtkWidget *whole = gtk_widget_get_ancestor (button, ADW_TYPE_SPLIT_BUTTON);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (whole != NULL ? whole : button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "enter");
      else if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "enter", 1.0, 1.0);
    }
}

/* The button of the header bar, which is a half of a larger one, and that of the page which says that nothing is linked yet. */
static void
test_pointer_and_focus_on_link_account_are_intent (Fixture       *fixture,
                                                   gconstpointer  data)
{
  guint n_intended = 0;

  if (fixture->app.sandbox == NULL)
    return;

  desk_end_user_pane_set_end_user (DESK_END_USER_PANE (fixture->widget), fixture->app.context, fixture->app.end_user);
  g_signal_connect_swapped (fixture->widget, "link-intended", G_CALLBACK (intended_cb), &n_intended);
  enter (find_link_button (fixture->widget, 0));
  g_assert_cmpuint (n_intended, ==, 2);
  enter (find_link_button (fixture->widget, 1));
  g_assert_cmpuint (n_intended, ==, 4);
}

static void
test_end_user_pane_in_narrow_windows (Fixture       *fixture,
                                      gconstpointer  data)
{
  DeskEndUserPane *pane = (DeskEndUserPane *) fixture->widget;

  if (fixture->app.sandbox == NULL)
    return;

  desk_end_user_pane_set_folded (pane, TRUE);
  g_assert_true (ui_is_shown (pane, "back_button"));
  desk_end_user_pane_set_folded (pane, FALSE);
  g_assert_false (ui_is_shown (pane, "back_button"));
  desk_end_user_pane_set_alone (pane, FALSE);
  g_assert_cmpint (gtk_label_get_max_width_chars (ui_find (pane, "title")), >, 0);
  desk_end_user_pane_set_alone (pane, TRUE);
  g_assert_cmpint (gtk_label_get_max_width_chars (ui_find (pane, "title")), ==, -1);
}

static void
show_data (Fixture    *fixture,
           const char *resource)
{
  desk_data_pane_show (DESK_DATA_PANE (fixture->widget), fixture->app.context, fixture->app.end_user,
                       resource != NULL ? desk_catalogue_find (resource) : NULL);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return adw_bin_get_child (ui_find (fixture->widget, "page"));
}

static void
test_data_pane_is_never_blank (Fixture       *fixture,
                               gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_true (ui_has_text (get_page (fixture), "Choose an end user, then a data set."));
  show_data (fixture, NULL);
  g_assert_true (ui_has_text (get_page (fixture), "The data will be here"));
  grant (fixture, DESK_TEST_BANK);
  end_consent (fixture);
  show_data (fixture, NULL);
  g_assert_true (ui_has_text (get_page (fixture), "Nothing is shared now"));
}

static void
test_data_pane_has_a_page_for_each (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *page;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  show_data (fixture, "banking.transactions");
  page = get_page (fixture);
  g_assert_true (DESK_IS_ROWS_PAGE (page));
  show_data (fixture, "banking.transactions");
  g_assert_true (get_page (fixture) == page);
  show_data (fixture, "energy.usage");
  g_assert_true (DESK_IS_USAGE_PAGE (get_page (fixture)));
  show_data (fixture, "common.identity");
  g_assert_true (DESK_IS_IDENTITY_PAGE (get_page (fixture)));
}

static void
test_title_names_the_one_who_shares (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  show_data (fixture, "banking.transactions");
  g_assert_true (g_str_has_suffix (ui_get_text (fixture->widget, "title"), " · Transactions"));
  g_assert_false (ui_is_shown (fixture->widget, "subtitle"));

  desk_data_pane_set_narrow (DESK_DATA_PANE (fixture->widget), TRUE);
  g_assert_cmpstr (ui_get_text (fixture->widget, "title"), ==, "Transactions");
  g_assert_true (ui_is_shown (fixture->widget, "subtitle"));
  desk_data_pane_set_narrow (DESK_DATA_PANE (fixture->widget), FALSE);

  grant (fixture, DESK_TEST_BANK);
  show_data (fixture, "banking.transactions");
  g_assert_cmpstr (ui_get_text (fixture->widget, "title"), ==, "Transactions");
}

static void
test_data_pane_in_narrow_windows (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_data_pane_set_folded (DESK_DATA_PANE (fixture->widget), TRUE);
  g_assert_true (ui_is_shown (fixture->widget, "back_button"));
  grant (fixture, DESK_TEST_BANK);
  show_data (fixture, "banking.transactions");
  desk_data_pane_start_search (DESK_DATA_PANE (fixture->widget));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), ui_find (get_page (fixture), "search_entry")));
}

static void
finished_cb (gpointer     bar,
             DeskEndUser *end_user,
             gboolean     complete,
             int         *outcome)
{
  *outcome = complete;
}

static void
test_sync_bar_tells_how_far_it_is (Fixture       *fixture,
                                   gconstpointer  data)
{
  DeskSyncBar *bar = (DeskSyncBar *) fixture->widget;
  gboolean told = FALSE;
  int outcome = -1;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  g_signal_connect (bar, "finished", G_CALLBACK (finished_cb), &outcome);
  desk_sync_bar_run (bar, fixture->app.context, fixture->app.end_user);
  g_assert_true (desk_sync_bar_get_running (bar));
  while (outcome == -1)
    {
      told = told || g_str_has_prefix (ui_get_text (bar, "label"), "Mia Chen: fetching ");
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (told);
  g_assert_true (outcome);
  g_assert_false (desk_sync_bar_get_running (bar));
  g_assert_false (gtk_revealer_get_reveal_child (ui_find (bar, "revealer")));
}

static void
test_cancelled_sync_is_no_failure (Fixture       *fixture,
                                   gconstpointer  data)
{
  DeskSyncBar *bar = (DeskSyncBar *) fixture->widget;
  int outcome = -1;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  g_signal_connect (bar, "finished", G_CALLBACK (finished_cb), &outcome);
  desk_sync_bar_run (bar, fixture->app.context, fixture->app.end_user);
  ui_click (bar, "cancel_button");
  UI_WAIT (outcome != -1);
  g_assert_false (outcome);
  g_assert_false (ui_is_shown (bar, "retry_button"));
  g_assert_false (gtk_revealer_get_reveal_child (ui_find (bar, "revealer")));
}

static void
test_cancelled_sync_gives_way_to_a_new_one (Fixture       *fixture,
                                            gconstpointer  data)
{
  DeskSyncBar *bar = (DeskSyncBar *) fixture->widget;
  int outcome = -1;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  g_signal_connect (bar, "finished", G_CALLBACK (finished_cb), &outcome);
  desk_sync_bar_run (bar, fixture->app.context, fixture->app.end_user);
  desk_sync_bar_cancel (bar);
  desk_sync_bar_run (bar, fixture->app.context, fixture->app.end_user);
  UI_WAIT (outcome != -1);
  g_assert_true (outcome);
}

static void
test_failed_sync_is_a_sentence_with_a_retry (Fixture       *fixture,
                                             gconstpointer  data)
{
  DeskSyncBar *bar = (DeskSyncBar *) fixture->widget;
  g_autofree char *copied = NULL;
  int outcome = -1;

  if (fixture->app.sandbox == NULL)
    return;

  grant (fixture, DESK_TEST_BANK);
  desk_test_sandbox_kill (fixture->app.sandbox);
  g_signal_connect (bar, "finished", G_CALLBACK (finished_cb), &outcome);
  desk_sync_bar_run (bar, fixture->app.context, fixture->app.end_user);
  UI_WAIT (outcome != -1);
  g_assert_false (outcome);
  g_assert_nonnull (strstr (ui_get_text (bar, "label"), "could not be"));
  ui_click (bar, "copy_button");
  copied = ui_dup_clipboard ();
  g_assert_nonnull (strstr (copied, "could not be"));

  desk_test_sandbox_restart (fixture->app.sandbox);
  desk_api_client_set_credentials (desk_context_get_client (fixture->app.context),
                                   g_getenv ("CONSENT_DESK_CLIENT_ID"), g_getenv ("CONSENT_DESK_CLIENT_SECRET"));
  outcome = -1;
  ui_click (bar, "retry_button");
  UI_WAIT (outcome != -1);
  g_assert_true (outcome);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, type, function) \
  g_test_add (path, Fixture, GSIZE_TO_POINTER (type), set_up, function, tear_down)
  ADD ("/data-menu/has-what-is-permitted", DESK_TYPE_DATA_MENU, test_menu_has_what_is_permitted);
  ADD ("/data-menu/keeps-its-rows-while-nothing-changes", DESK_TYPE_DATA_MENU,
       test_menu_keeps_its_rows_while_nothing_changes);
  ADD ("/data-menu/forgets-what-has-ended", DESK_TYPE_DATA_MENU, test_menu_forgets_what_has_ended);
  ADD ("/data-menu/counts-follow-the-store", DESK_TYPE_DATA_MENU, test_counts_follow_the_store);
  ADD ("/data-menu/resolves-to-what-is-there", DESK_TYPE_DATA_MENU, test_menu_resolves_to_what_is_there);
  ADD ("/data-menu/marks-and-reports-a-choice", DESK_TYPE_DATA_MENU, test_menu_marks_and_reports_a_choice);
  ADD ("/end-user-pane/says-what-to-do", DESK_TYPE_END_USER_PANE, test_end_user_pane_says_what_to_do);
  ADD ("/end-user-pane/reports-a-consent", DESK_TYPE_END_USER_PANE, test_end_user_pane_reports_a_consent);
  ADD ("/end-user-pane/pointer-and-focus-are-intent", DESK_TYPE_END_USER_PANE,
       test_pointer_and_focus_on_link_account_are_intent);
  ADD ("/end-user-pane/in-narrow-windows", DESK_TYPE_END_USER_PANE, test_end_user_pane_in_narrow_windows);
  ADD ("/data-pane/is-never-blank", DESK_TYPE_DATA_PANE, test_data_pane_is_never_blank);
  ADD ("/data-pane/has-a-page-for-each", DESK_TYPE_DATA_PANE, test_data_pane_has_a_page_for_each);
  ADD ("/data-pane/title-names-the-one-who-shares", DESK_TYPE_DATA_PANE, test_title_names_the_one_who_shares);
  ADD ("/data-pane/in-narrow-windows", DESK_TYPE_DATA_PANE, test_data_pane_in_narrow_windows);
  ADD ("/sync-bar/tells-how-far-it-is", DESK_TYPE_SYNC_BAR, test_sync_bar_tells_how_far_it_is);
  ADD ("/sync-bar/cancelled-is-no-failure", DESK_TYPE_SYNC_BAR, test_cancelled_sync_is_no_failure);
  ADD ("/sync-bar/cancelled-gives-way-to-a-new-one", DESK_TYPE_SYNC_BAR, test_cancelled_sync_gives_way_to_a_new_one);
  ADD ("/sync-bar/failure-is-a-sentence-with-a-retry", DESK_TYPE_SYNC_BAR, test_failed_sync_is_a_sentence_with_a_retry);
#undef ADD

  return g_test_run ();
}
