/* test-consent-head-start.c: what the consent dialog does before it is on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-dialog-private.h"

#include "desk-app-fixture.h"
#include "ui-probe.h"

typedef struct
{
  DeskAppFixture     app;
  DeskConsentWarmer *warmer; /* (nullable) */
  DeskConsentDialog *dialog; /* (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  fixture->warmer = desk_consent_warmer_new (fixture->app.context);
  fixture->dialog = DESK_CONSENT_DIALOG (desk_consent_dialog_new (fixture->app.context, fixture->app.end_user));
  desk_consent_dialog_set_warmer (fixture->dialog, fixture->warmer);
  desk_consent_warmer_warm_up (fixture->warmer);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    desk_consent_dialog_discard (fixture->dialog);
  g_clear_object (&fixture->warmer);
  while (g_main_context_iteration (NULL, FALSE));
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->dialog->stack);
}

static gboolean
is_on_screen (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog));
}

static void
test_view_paints_before_the_dialog_is_shown (Fixture       *fixture,
                                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_consent_dialog_prepare (fixture->dialog);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (desk_consent_warmer_peek (fixture->warmer))));
  g_assert_false (is_on_screen (fixture));
}

static void
test_view_paints_until_the_page_is_there (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWidget *view;

  if (fixture->app.sandbox == NULL)
    return;

  desk_consent_dialog_prepare (fixture->dialog);
  view = GTK_WIDGET (desk_consent_warmer_peek (fixture->warmer));
  desk_consent_dialog_start (fixture->dialog);
  g_assert_true (gtk_widget_get_mapped (view));

  UI_WAIT (fixture->dialog->view != NULL && is_on_screen (fixture));
  g_assert_true (GTK_WIDGET (fixture->dialog->view) == view);
}

/* What the stack covers would be styled with the window. */
static void
test_other_pages_wait_for_their_turn (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(GtkSelectionModel) pages = NULL;
  guint n_pages;

  if (fixture->app.sandbox == NULL)
    return;

  desk_consent_dialog_prepare (fixture->dialog);
  pages = gtk_stack_get_pages (fixture->dialog->stack);
  n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));
  g_assert_cmpuint (n_pages, >, 1);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkStackPage *page = GTK_STACK_PAGE (item);

      g_assert_cmpint (gtk_widget_get_visible (gtk_stack_page_get_child (page)), ==,
                       g_str_equal (gtk_stack_page_get_name (page), "page"));
    }
}

static void
test_next_warm_view_takes_the_place (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(DeskConsentView) first = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  desk_consent_dialog_prepare (fixture->dialog);
  first = desk_consent_warmer_take (fixture->warmer);
  desk_consent_view_close (first);
  desk_consent_warmer_warm_up (fixture->warmer);
  desk_consent_dialog_prepare (fixture->dialog);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (desk_consent_warmer_peek (fixture->warmer))));
  g_assert_null (gtk_widget_get_parent (GTK_WIDGET (first)));
}

static void
test_slow_service_is_waited_for_in_words (Fixture       *fixture,
                                          gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_free (desk_test_sandbox_call (fixture->app.sandbox, "POST", "/sandbox/faults",
                                  "{\"fault\":\"latency:600s\",\"on\":true}"));
  desk_consent_dialog_prepare (fixture->dialog);
  desk_consent_dialog_start (fixture->dialog);
  UI_WAIT (is_on_screen (fixture));
  g_assert_cmpstr (get_page (fixture), ==, "preparing");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->origin_bar)));
}

static void
test_choice_of_institution_has_no_origin (Fixture       *fixture,
                                          gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  desk_consent_dialog_prepare (fixture->dialog);
  desk_consent_dialog_ask_institution (fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  g_assert_cmpstr (get_page (fixture), ==, "institution");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog->origin_bar)));
}

static void
test_discarded_before_it_was_shown (Fixture       *fixture,
                                    gconstpointer  data)
{
  DeskConsentDialog *dialog = fixture->dialog;

  if (fixture->app.sandbox == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
  desk_consent_dialog_prepare (dialog);
  desk_consent_dialog_discard (dialog);
  g_assert_null (gtk_widget_get_parent (GTK_WIDGET (desk_consent_warmer_peek (fixture->warmer))));

  UI_WAIT (fixture->dialog == NULL);
}

static void
test_browser_needs_no_view (Fixture       *fixture,
                            gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  g_object_set (fixture->dialog, "way", DESK_LINK_WAY_BROWSER, NULL);
  desk_consent_dialog_prepare (fixture->dialog);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (desk_consent_warmer_peek (fixture->warmer))));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/consent-head-start/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("view-paints-before-the-dialog-is-shown", test_view_paints_before_the_dialog_is_shown);
  ADD ("view-paints-until-the-page-is-there", test_view_paints_until_the_page_is_there);
  ADD ("other-pages-wait-for-their-turn", test_other_pages_wait_for_their_turn);
  ADD ("next-warm-view-takes-the-place", test_next_warm_view_takes_the_place);
  ADD ("slow-service-is-waited-for-in-words", test_slow_service_is_waited_for_in_words);
  ADD ("choice-of-institution-has-no-origin", test_choice_of_institution_has_no_origin);
  ADD ("discarded-before-it-was-shown", test_discarded_before_it_was_shown);
  ADD ("browser-needs-no-view", test_browser_needs_no_view);
#undef ADD

  return g_test_run ();
}
