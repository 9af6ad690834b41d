/* test-consent-widgets.c: what the parts of the link dialog show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-await.h"
#include "desk-consent-fact.h"
#include "desk-consent-host.h"
#include "desk-consent-origin-bar.h"
#include "desk-consent-timeline-row.h"
#include "desk-consent-timeline.h"
#include "desk-consent-way.h"
#include "desk-consent-web.h"
#include "ui-probe.h"

static void
test_host_page_is_of_the_same_security (void)
{
  g_assert_cmpstr (desk_consent_host_get_base_uri ("https://auth.example.com/"), ==, "https://consent-desk.invalid/");
  g_assert_cmpstr (desk_consent_host_get_base_uri ("http://127.0.0.1:99/"), ==, "http://consent-desk.invalid/");
}

static void
test_host_page_escapes (void)
{
  g_autofree char *page = desk_consent_host_new_page ("https://a.example/?x=\"><script>&y=@title@", "The <page>");

  g_assert_nonnull (strstr (page, "src=\"https://a.example/?x=&quot;&gt;&lt;script&gt;&amp;y=@title@\""));
  g_assert_nonnull (strstr (page, "title=\"The &lt;page&gt;\""));
  g_assert_null (strstr (page, "<script"));
}

static void
test_way_has_a_name (void)
{
  for (int way = DESK_LINK_WAY_REDIRECT; way <= DESK_LINK_WAY_BROWSER; way++)
    {
      g_assert_cmpint (desk_consent_way_from_name (desk_consent_way_get_name (way)), ==, way);
      g_assert_cmpstr (desk_consent_way_get_label (way), !=, desk_consent_way_get_name (way));
    }
}

static void
test_unknown_way_is_the_redirect (void)
{
  g_assert_cmpint (desk_consent_way_from_name ("telepathy"), ==, DESK_LINK_WAY_REDIRECT);
}

static void
check_origin (const char *origin,
              const char *text,
              const char *icon_name)
{
  g_autoptr(GtkWidget) bar = g_object_ref_sink (desk_consent_origin_bar_new ());

  desk_consent_origin_bar_set_origin (DESK_CONSENT_ORIGIN_BAR (bar), origin);
  g_assert_cmpstr (ui_get_text (bar, "host_label"), ==, text);
  g_assert_cmpstr (gtk_image_get_icon_name (ui_find (bar, "icon")), ==, icon_name);
}

static void
test_lock_is_for_https_only (void)
{
  check_origin ("https://login.wattle.example", "login.wattle.example", "channel-secure-symbolic");
  check_origin ("http://127.0.0.1:1234", "http://127.0.0.1:1234", "channel-insecure-symbolic");
  check_origin (NULL, "Unknown page", "dialog-question-symbolic");
}

static void
test_opener_is_named_if_it_is_another (void)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (desk_consent_origin_bar_new ());
  DeskConsentOriginBar *bar = DESK_CONSENT_ORIGIN_BAR (widget);

  desk_consent_origin_bar_set_opened_by (bar, "https://auth.fiskil.com");
  desk_consent_origin_bar_set_origin (bar, "https://auth.fiskil.com");
  g_assert_false (gtk_widget_get_visible (ui_find (bar, "opened_by_label")));

  desk_consent_origin_bar_set_origin (bar, "https://login.wattle.example");
  g_assert_true (gtk_widget_get_visible (ui_find (bar, "opened_by_label")));
  g_assert_cmpstr (ui_get_text (bar, "opened_by_label"), ==, "opened by auth.fiskil.com");
}

static void
test_time_left_is_in_minutes (void)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (desk_consent_origin_bar_new ());
  DeskConsentOriginBar *bar = DESK_CONSENT_ORIGIN_BAR (widget);

  desk_consent_origin_bar_set_seconds_left (bar, 605);
  g_assert_true (gtk_widget_get_visible (ui_find (bar, "time_label")));
  g_assert_cmpstr (ui_get_text (bar, "time_label"), ==, "10:05 left");

  desk_consent_origin_bar_set_seconds_left (bar, 0);
  g_assert_false (gtk_widget_get_visible (ui_find (bar, "time_label")));
}

static void
test_step_follows_its_entry (void)
{
  g_autoptr(DeskTimelineEntry) entry = desk_timeline_entry_new (DESK_TIMELINE_CURRENT, 240, "Page opened", NULL);
  g_autoptr(GtkWidget) row = g_object_ref_sink (desk_consent_timeline_row_new (entry));

  g_assert_cmpstr (ui_get_text (row, "title_label"), ==, "Page opened");
  g_assert_cmpstr (ui_get_text (row, "time_label"), ==, "now");
  g_assert_false (gtk_widget_get_visible (ui_find (row, "detail_label")));

  desk_timeline_entry_set_kind (entry, DESK_TIMELINE_DONE);
  g_assert_cmpstr (ui_get_text (row, "time_label"), ==, "0.240 s");
  g_assert_cmpstr (gtk_image_get_icon_name (ui_find (row, "icon")), ==, "object-select-symbolic");
}

static void
add_entry (GListStore *entries)
{
  g_autoptr(DeskTimelineEntry) entry = desk_timeline_entry_new (DESK_TIMELINE_DONE, 6800, "Allowed", "6 permissions");

  g_list_store_append (entries, entry);
}

/* Returns: (transfer none): on the screen, of one entry */
static GtkWidget *
show_timeline (GtkWindow *window)
{
  GtkWidget *timeline = g_object_new (DESK_TYPE_CONSENT_TIMELINE, NULL);
  g_autoptr(GListStore) entries = g_list_store_new (DESK_TYPE_TIMELINE_ENTRY);

  add_entry (entries);
  gtk_window_set_child (window, timeline);
  desk_consent_timeline_set_model (DESK_CONSENT_TIMELINE (timeline), G_LIST_MODEL (entries));
  gtk_window_present (window);

  return timeline;
}

static void
test_timeline_has_a_row_for_each_entry (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *list_box = ui_find (show_timeline (window), "list_box");

  UI_WAIT (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0) != NULL);
  g_assert_cmpstr (ui_get_text (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0), "detail_label"), ==,
                   "6 permissions");

  gtk_window_destroy (window);
}

static void
test_timeline_is_empty_until_it_is_on_the_screen (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *list_box = ui_find (show_timeline (window), "list_box");

  g_assert_true (gtk_widget_get_mapped (list_box));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0));

  gtk_window_destroy (window);
}

static void
test_timeline_takes_another_model_at_once (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *timeline = show_timeline (window);
  GtkWidget *list_box = ui_find (timeline, "list_box");
  g_autoptr(GListStore) none = g_list_store_new (DESK_TYPE_TIMELINE_ENTRY);

  UI_WAIT (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0) != NULL);
  desk_consent_timeline_set_model (DESK_CONSENT_TIMELINE (timeline), G_LIST_MODEL (none));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0));

  gtk_window_destroy (window);
}

static gboolean
is_end_in_sight (GtkWidget *timeline)
{
  GtkWidget *scrolled_window = ui_find (timeline, "scrolled_window");
  GtkWidget *last = gtk_widget_get_last_child (ui_find (timeline, "list_box"));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (last, scrolled_window, &bounds)
         && bounds.size.height > 0
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scrolled_window);
}

/* Returns: (transfer none): of more entries than there is room for; the end of the first ones was in sight */
static GtkWidget *
show_long_timeline (GtkWindow  *window,
                    GListStore *entries)
{
  GtkWidget *timeline = g_object_new (DESK_TYPE_CONSENT_TIMELINE, NULL);

  for (int i = 0; i < 20; i++)
    add_entry (entries);
  desk_consent_timeline_set_model (DESK_CONSENT_TIMELINE (timeline), G_LIST_MODEL (entries));
  desk_consent_timeline_set_open (DESK_CONSENT_TIMELINE (timeline), FALSE);
  gtk_window_set_default_size (window, 280, 200);
  gtk_window_set_child (window, timeline);
  gtk_window_present (window);
  UI_WAIT (gtk_widget_get_last_child (ui_find (timeline, "list_box")) != NULL && is_end_in_sight (timeline));

  return timeline;
}

static void
test_timeline_follows_its_end (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  g_autoptr(GListStore) entries = g_list_store_new (DESK_TYPE_TIMELINE_ENTRY);
  GtkWidget *timeline = show_long_timeline (window, entries);

  add_entry (entries);
  add_entry (entries);
  g_assert_false (is_end_in_sight (timeline));
  UI_WAIT (is_end_in_sight (timeline));

  gtk_window_destroy (window);
}

static void
test_timeline_stays_where_it_is_read (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  g_autoptr(GListStore) entries = g_list_store_new (DESK_TYPE_TIMELINE_ENTRY);
  GtkWidget *timeline = show_long_timeline (window, entries);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (ui_find (timeline, "scrolled_window"));
  double upper = gtk_adjustment_get_upper (adjustment);

  gtk_adjustment_set_value (adjustment, 0);
  add_entry (entries);
  UI_WAIT (gtk_adjustment_get_upper (adjustment) > upper);
  desk_await_idle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_window_destroy (window);
}

static void
test_timeline_promises_only_while_it_is_open (void)
{
  g_autoptr(GtkWidget) timeline = g_object_ref_sink (g_object_new (DESK_TYPE_CONSENT_TIMELINE, NULL));

  desk_consent_timeline_set_open (DESK_CONSENT_TIMELINE (timeline), FALSE);
  g_assert_false (gtk_widget_get_visible (ui_find (timeline, "hint_label")));
  desk_consent_timeline_set_open (DESK_CONSENT_TIMELINE (timeline), TRUE);
  g_assert_true (gtk_widget_get_visible (ui_find (timeline, "hint_label")));
}

static void
test_fact_without_a_value_is_hidden (void)
{
  g_autoptr(GtkWidget) fact = g_object_ref_sink (g_object_new (DESK_TYPE_CONSENT_FACT, "copyable", TRUE, NULL));

  desk_consent_fact_set_value (DESK_CONSENT_FACT (fact), "err_<b>1</b>");
  g_assert_true (gtk_widget_get_visible (fact));
  g_assert_true (gtk_widget_get_visible (ui_find (fact, "copy_button")));
  g_assert_cmpstr (ui_get_text (fact, "value_label"), ==, "err_<b>1</b>");

  desk_consent_fact_set_value (DESK_CONSENT_FACT (fact), NULL);
  g_assert_false (gtk_widget_get_visible (fact));
}

static guint
count_glyphs (PangoLayout *layout)
{
  guint n_glyphs = 0;

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    {
      for (GSList *runs = ((PangoLayoutLine *) lines->data)->runs; runs != NULL; runs = runs->next)
        n_glyphs += (guint) ((PangoLayoutRun *) runs->data)->glyphs->num_glyphs;
    }

  return n_glyphs;
}

/* A hyphen at the end of a line would be read as a part of the id. */
static void
test_long_id_is_broken_without_a_hyphen (void)
{
  static const char id[] = "err_abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdef";
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *facts = gtk_list_box_new ();
  GtkWidget *fact = g_object_new (DESK_TYPE_CONSENT_FACT, "title", "Error id", NULL);
  GtkLabel *label = ui_find (fact, "value_label");

  desk_consent_fact_set_value (DESK_CONSENT_FACT (fact), id);
  gtk_window_set_default_size (window, 200, 200);
  gtk_list_box_append (GTK_LIST_BOX (facts), fact);
  gtk_window_set_child (window, facts);
  gtk_window_present (window);
  UI_WAIT (pango_layout_get_line_count (gtk_label_get_layout (label)) > 1);
  g_assert_cmpuint (count_glyphs (gtk_label_get_layout (label)), ==, strlen (id));
  gtk_window_destroy (window);
}

static gboolean
is_failure (GQuark domain,
            int    code)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "");

  return desk_consent_web_is_failure (error);
}

static void
test_load_given_up_is_no_failure (void)
{
  g_assert_true (is_failure (WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_FAILED));
  g_assert_false (is_failure (WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED));
  g_assert_false (is_failure (WEBKIT_POLICY_ERROR, WEBKIT_POLICY_ERROR_FRAME_LOAD_INTERRUPTED_BY_POLICY_CHANGE));
}

static void
test_web_view_keeps_nothing (void)
{
  g_autoptr(WebKitUserContentManager) manager = webkit_user_content_manager_new ();
  g_autoptr(GtkWidget) widget = g_object_ref_sink (desk_consent_web_new (manager));
  g_autoptr(GtkWidget) other = g_object_ref_sink (desk_consent_web_new (manager));
  WebKitWebView *web_view = WEBKIT_WEB_VIEW (widget);
  WebKitNetworkSession *session = webkit_web_view_get_network_session (web_view);

  g_assert_true (webkit_network_session_is_ephemeral (session));
  g_assert_true (session != webkit_web_view_get_network_session (WEBKIT_WEB_VIEW (other)));
  g_assert_true (webkit_web_view_get_context (web_view) != webkit_web_context_get_default ());
  g_assert_cmpint (webkit_network_session_get_tls_errors_policy (session), ==, WEBKIT_TLS_ERRORS_POLICY_FAIL);
  g_assert_false (webkit_settings_get_enable_developer_extras (webkit_web_view_get_settings (web_view)));
}

#define ADD(name, function) g_test_add_func ("/consent-widgets/" name, function)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("host-page-is-of-the-same-security", test_host_page_is_of_the_same_security);
  ADD ("host-page-escapes", test_host_page_escapes);
  ADD ("way-has-a-name", test_way_has_a_name);
  ADD ("unknown-way-is-the-redirect", test_unknown_way_is_the_redirect);
  ADD ("lock-is-for-https-only", test_lock_is_for_https_only);
  ADD ("opener-is-named-if-it-is-another", test_opener_is_named_if_it_is_another);
  ADD ("time-left-is-in-minutes", test_time_left_is_in_minutes);
  ADD ("step-follows-its-entry", test_step_follows_its_entry);
  ADD ("timeline-has-a-row-for-each-entry", test_timeline_has_a_row_for_each_entry);
  ADD ("timeline-is-empty-until-it-is-on-the-screen", test_timeline_is_empty_until_it_is_on_the_screen);
  ADD ("timeline-takes-another-model-at-once", test_timeline_takes_another_model_at_once);
  ADD ("timeline-follows-its-end", test_timeline_follows_its_end);
  ADD ("timeline-stays-where-it-is-read", test_timeline_stays_where_it_is_read);
  ADD ("timeline-promises-only-while-it-is-open", test_timeline_promises_only_while_it_is_open);
  ADD ("fact-without-a-value-is-hidden", test_fact_without_a_value_is_hidden);
  ADD ("long-id-is-broken-without-a-hyphen", test_long_id_is_broken_without_a_hyphen);
  ADD ("load-given-up-is-no-failure", test_load_given_up_is_no_failure);
  ADD ("web-view-keeps-nothing", test_web_view_keeps_nothing);

  return g_test_run ();
}
