/* test-status.c: what is shown instead of content, short statuses, and errors to copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-clock.h"
#include "desk-consent-card.h"
#include "desk-consent-status-words.h"
#include "desk-status-pill.h"
#include "desk-status-view.h"
#include "desk-ui-error.h"
#include "ui-probe.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
#define START (G_GINT64_CONSTANT (1767225600) * G_USEC_PER_SEC) /* 1 Jan 2026 */

static GtkWidget *
new_view (void)
{
  return g_object_ref_sink (desk_status_view_new ());
}

static void
count_cb (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_loading_says_what_is_coming (void)
{
  g_autoptr(GtkWidget) view = new_view ();

  desk_status_view_set_loading (DESK_STATUS_VIEW (view), "Reading accounts …");
  g_assert_true (ui_has_text (view, "Reading accounts …"));
  g_assert_true (gtk_spinner_get_spinning (ui_find (view, "spinner")));
  g_assert_false (ui_is_shown (view, "retry_button"));
}

static void
test_empty_says_what_to_do (void)
{
  g_autoptr(GtkWidget) view = new_view ();

  desk_status_view_set_loading (DESK_STATUS_VIEW (view), "Reading …");
  desk_status_view_set_empty (DESK_STATUS_VIEW (view), "edit-find-symbolic", "Nobody", "Make one", "_New", "win.new");
  g_assert_true (ui_has_text (view, "Nobody"));
  g_assert_true (ui_has_text (view, "Make one"));
  g_assert_false (ui_is_shown (view, "spinner"));
  g_assert_true (ui_is_shown (view, "action_button"));
  g_assert_cmpstr (gtk_actionable_get_action_name (ui_find (view, "action_button")), ==, "win.new");

  desk_status_view_set_empty (DESK_STATUS_VIEW (view), "edit-find-symbolic", "Nobody", NULL, NULL, NULL);
  g_assert_false (ui_is_shown (view, "action_button"));
}

static void
test_hostile_text_is_no_markup (void)
{
  g_autoptr(GtkWidget) view = new_view ();
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "<b>broke</b> & %s");

  desk_status_view_set_failed (DESK_STATUS_VIEW (view), "<i>It</i> failed", error);
  g_assert_true (ui_has_text (view, "<i>It</i> failed"));
  g_assert_true (ui_has_text (view, "<b>broke</b> & %s"));
  desk_status_view_set_empty (DESK_STATUS_VIEW (view), "edit-find-symbolic", "<b>a</b>", "<u>b</u>", NULL, NULL);
  g_assert_true (ui_has_text (view, "<b>a</b>"));
  g_assert_true (ui_has_text (view, "<u>b</u>"));
}

static void
test_failure_can_be_tried_again_and_copied (void)
{
  GtkWidget *view = desk_status_view_new ();
  GtkWindow *window = ui_show (view, 400, 400);
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It broke");
  g_autofree char *copied = NULL;
  guint n_retries = 0;

  desk_status_view_set_failed (DESK_STATUS_VIEW (view), "Failed", error);
  g_signal_connect_swapped (view, "retry", G_CALLBACK (count_cb), &n_retries);
  ui_click (view, "retry_button");
  g_assert_cmpuint (n_retries, ==, 1);
  ui_click (view, "copy_button");
  copied = ui_dup_clipboard ();
  g_assert_cmpstr (copied, ==, "It broke");
  gtk_window_destroy (window);
}

static void
test_copying_is_answered_by_a_toast (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *label = gtk_label_new ("text");

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  desk_ui_copy (label, "copied text");
  UI_WAIT (ui_has_text (overlay, "Copied"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pill_never_speaks_by_colour_alone (void)
{
  g_autoptr(GtkWidget) pill = g_object_ref_sink (desk_status_pill_new ());

  g_assert_false (gtk_widget_get_visible (pill));
  desk_status_pill_set (DESK_STATUS_PILL (pill), DESK_STATUS_PILL_GOOD, "<Active>");
  g_assert_true (ui_has_text (pill, "<Active>"));
  g_assert_true (ui_has_text (pill, "✓"));
  g_assert_true (gtk_widget_has_css_class (pill, "good"));

  desk_status_pill_set (DESK_STATUS_PILL (pill), DESK_STATUS_PILL_OVER, "Ended");
  g_assert_false (ui_has_text (pill, "✓"));
  g_assert_false (gtk_widget_has_css_class (pill, "good"));
  desk_status_pill_set (DESK_STATUS_PILL (pill), DESK_STATUS_PILL_OVER, "");
  g_assert_false (gtk_widget_get_visible (pill));
}

static void
check_summary (guint       n_active,
               guint       n_ended,
               int         days_left,
               const char *words)
{
  g_autoptr(GtkWidget) pill = g_object_ref_sink (desk_status_pill_new ());
  const DeskDirectorySummary summary = { .n_active = n_active, .n_ended = n_ended, .days_left = days_left };

  desk_status_pill_show_summary (DESK_STATUS_PILL (pill), &summary);
  g_assert_true (ui_has_text (pill, words));
}

static void
test_summary_tells_what_matters_most (void)
{
  check_summary (2, 1, 90, "2 active");
  check_summary (2, 0, 6, "6 days left");
  check_summary (1, 0, -1, "1 active");
  check_summary (0, 3, -1, "Ended");
  check_summary (0, 0, -1, "Not linked");
}

static DeskConsent *
new_consent (const char *more)
{
  g_autofree char *json = g_strdup_printf (
    "{\"arrangement_id\":\"c\",\"end_user_id\":\"e\",\"institution_name\":\"Wattle <b>Bank\",\"active\":true,"
    "\"created_at\":\"2026-01-01T00:00:00Z\",\"account_ids\":[\"1\",\"2\",\"3\",\"4\"],"
    "\"permissions\":[\"accounts\"]%s}", more);
  g_autoptr(GError) error = NULL;
  DeskConsent *consent = desk_consent_new_from_json (ui_parse (json), &error);

  g_assert_no_error (error);

  return consent;
}

#define EXPIRES ",\"expires_at\":\"2026-04-11T00:00:00Z\"" /* 100 days */

static void
test_card_shows_what_is_left (void)
{
  g_autoptr(DeskConsent) consent = new_consent (EXPIRES);
  g_autoptr(DeskClock) clock = desk_clock_new ();
  g_autoptr(GtkWidget) card = NULL;

  desk_clock_freeze (clock, START + 25 * DAY);
  card = g_object_ref_sink (desk_consent_card_new (consent, clock));
  g_assert_true (desk_consent_card_get_consent (DESK_CONSENT_CARD (card)) == consent);
  g_assert_cmpstr (ui_get_text (card, "name"), ==, "Wattle <b>Bank");
  g_assert_cmpstr (ui_get_text (card, "left"), ==, "75 days left");
  g_assert_cmpstr (ui_get_text (card, "note"), ==, "Shared since 1 Jan 2026");
  g_assert_cmpstr (ui_get_text (card, "scope"), ==, "4 accounts · 1 permission");
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (ui_find (card, "time_bar")), 0.75, 0.001);
  g_assert_true (ui_has_text (ui_find (card, "pill"), "Active"));
}

static void
test_card_follows_the_clock (void)
{
  g_autoptr(DeskConsent) consent = new_consent (EXPIRES);
  g_autoptr(DeskClock) clock = desk_clock_new ();
  g_autoptr(GtkWidget) card = NULL;

  desk_clock_freeze (clock, START);
  card = g_object_ref_sink (desk_consent_card_new (consent, clock));
  desk_clock_freeze (clock, START + 94 * DAY);
  g_assert_true (ui_has_text (ui_find (card, "pill"), "6 days left"));
  g_assert_cmpstr (ui_get_text (card, "note"), ==, "Agree again before 11 Apr 2026");
  desk_clock_freeze (clock, START + 101 * DAY);
  g_assert_true (ui_has_text (ui_find (card, "pill"), "Ended"));
  g_assert_false (ui_is_shown (card, "time_bar"));
  g_assert_false (ui_is_shown (card, "left"));
}

static void
test_card_follows_the_consent (void)
{
  g_autoptr(DeskConsent) consent = new_consent (EXPIRES);
  g_autoptr(DeskConsent) other = new_consent (EXPIRES ",\"active\":false");
  g_autoptr(DeskClock) clock = desk_clock_new ();
  g_autoptr(GtkWidget) card = NULL;

  desk_clock_freeze (clock, START);
  card = g_object_ref_sink (desk_consent_card_new (consent, clock));
  desk_consent_update_from (consent, other);
  g_assert_true (ui_has_text (ui_find (card, "pill"), "Ended"));
}

static void
test_card_without_an_end_has_no_bar (void)
{
  g_autoptr(DeskConsent) consent = new_consent ("");
  g_autoptr(DeskClock) clock = desk_clock_new ();
  g_autoptr(GtkWidget) card = NULL;

  desk_clock_freeze (clock, START);
  card = g_object_ref_sink (desk_consent_card_new (consent, clock));
  g_assert_false (ui_is_shown (card, "time_bar"));
  g_assert_cmpstr (ui_get_text (card, "left"), ==, "No end date");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/status-view/loading-says-what-is-coming", test_loading_says_what_is_coming);
  g_test_add_func ("/status-view/empty-says-what-to-do", test_empty_says_what_to_do);
  g_test_add_func ("/status-view/hostile-text-is-no-markup", test_hostile_text_is_no_markup);
  g_test_add_func ("/status-view/failure-can-be-tried-again-and-copied", test_failure_can_be_tried_again_and_copied);
  g_test_add_func ("/copy/is-answered-by-a-toast", test_copying_is_answered_by_a_toast);
  g_test_add_func ("/status-pill/never-speaks-by-colour-alone", test_pill_never_speaks_by_colour_alone);
  g_test_add_func ("/status-pill/summary-tells-what-matters-most", test_summary_tells_what_matters_most);
  g_test_add_func ("/consent-card/shows-what-is-left", test_card_shows_what_is_left);
  g_test_add_func ("/consent-card/follows-the-clock", test_card_follows_the_clock);
  g_test_add_func ("/consent-card/follows-the-consent", test_card_follows_the_consent);
  g_test_add_func ("/consent-card/without-an-end-has-no-bar", test_card_without_an_end_has_no_bar);

  return g_test_run ();
}
