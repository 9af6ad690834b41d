/* test-accounts-page.c: bank accounts, and balances from the bank itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-account-row.h"
#include "desk-accounts-page.h"
#include "desk-app-fixture.h"
#include "ui-keys.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture  app;
  GtkWindow      *window;
  GtkWidget      *page;
  GtkWidget      *row;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *consent_id = NULL;

  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  consent_id = desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                        DESK_TEST_BANK);
  desk_app_fixture_refresh (&fixture->app);
  desk_app_fixture_sync (&fixture->app);
  g_object_set (desk_context_get_client (fixture->app.context), "retry-delay", 0, NULL);
  fixture->page = desk_accounts_page_new (fixture->app.context, fixture->app.end_user);
  fixture->window = ui_show (fixture->page, 600, 500);
  UI_WAIT ((fixture->row = ui_find_nth (fixture->page, DESK_TYPE_ACCOUNT_ROW, 0)) != NULL &&
           gtk_widget_get_visible (ui_find (fixture->row, "read_button")));
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
set_fault (Fixture    *fixture,
           const char *fault,
           gboolean    on)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":%s}", fault, on ? "true" : "false");

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults", body));
}

static gboolean
is_running (Fixture *fixture)
{
  return ui_is_shown (fixture->row, "spinner");
}

static void
test_row_says_that_the_bank_is_asked_and_when_it_was_read (Fixture       *fixture,
                                                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_assert_false (ui_is_shown (fixture->row, "note_box"));
  ui_click (fixture->row, "read_button");
  g_assert_true (is_running (fixture));
  g_assert_cmpstr (ui_get_text (fixture->row, "note"), ==, "Asking the bank …");
  UI_WAIT (!is_running (fixture));

  g_assert_cmpstr (ui_get_text (fixture->row, "note"), ==, "Read from the bank just now");
  g_assert_false (ui_is_shown (fixture->row, "problem"));
}

static void
test_failure_is_a_sentence_that_can_be_tried_again (Fixture       *fixture,
                                                    gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  set_fault (fixture, "http-502@banking/balances", TRUE);
  ui_click (fixture->row, "read_button");
  UI_WAIT (!is_running (fixture));
  g_assert_true (ui_is_shown (fixture->row, "problem"));
  g_assert_cmpstr (ui_get_text (fixture->row, "problem_label"), ==,
                   "The bank did not answer the service. Try again in a few minutes.");

  set_fault (fixture, "http-502@banking/balances", FALSE);
  ui_click (fixture->row, "retry_button");
  UI_WAIT (!is_running (fixture));
  g_assert_false (ui_is_shown (fixture->row, "problem"));
}

static void
test_bank_can_be_left_alone_again (Fixture       *fixture,
                                   gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  ui_click (fixture->row, "read_button");
  ui_click (fixture->row, "read_button");

  g_assert_false (is_running (fixture));
  g_assert_false (ui_is_shown (fixture->row, "note_box"));
}

static void
test_other_rows_stay_as_they_are (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *other;

  if (fixture->app.sandbox == NULL)
    return;

  other = ui_find_nth (fixture->page, DESK_TYPE_ACCOUNT_ROW, 1);
  g_assert_nonnull (other);
  ui_click (fixture->row, "read_button");

  g_assert_false (ui_is_shown (other, "spinner"));
}

static void
test_menu_key_opens_the_menu_of_the_row (Fixture       *fixture,
                                         gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  gtk_widget_grab_focus (gtk_widget_get_parent (fixture->row));
  g_assert_true (ui_press (fixture->window, GDK_KEY_Menu));

  g_assert_nonnull (ui_find_nth (fixture->page, GTK_TYPE_POPOVER_MENU, 0));
}

static void
test_page_that_goes_leaves_the_bank_alone (Fixture       *fixture,
                                           gconstpointer  data)
{
  guint n_references;

  if (fixture->app.sandbox == NULL)
    return;

  /* The page has one reference to the context, and so has each question that waits for its answer. */
  n_references = G_OBJECT (fixture->app.context)->ref_count;
  set_fault (fixture, "latency:100s@banking/balances", TRUE);
  ui_click (fixture->row, "read_button");
  gtk_window_destroy (g_steal_pointer (&fixture->window));

  UI_WAIT (G_OBJECT (fixture->app.context)->ref_count < n_references);
}

static void
add (const char *path,
     void      (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/accounts-page/row-says-that-the-bank-is-asked-and-when-it-was-read",
       test_row_says_that_the_bank_is_asked_and_when_it_was_read);
  add ("/accounts-page/failure-is-a-sentence-that-can-be-tried-again",
       test_failure_is_a_sentence_that_can_be_tried_again);
  add ("/accounts-page/bank-can-be-left-alone-again", test_bank_can_be_left_alone_again);
  add ("/accounts-page/other-rows-stay-as-they-are", test_other_rows_stay_as_they_are);
  add ("/accounts-page/menu-key-opens-the-menu-of-the-row", test_menu_key_opens_the_menu_of_the_row);
  add ("/accounts-page/page-that-goes-leaves-the-bank-alone", test_page_that_goes_leaves_the_bank_alone);

  return g_test_run ();
}
