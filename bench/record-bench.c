/* record-bench.c: how long the main loop is held up by the views of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * record-bench [RECORDS-IN-THE-RECORD]: shows a made record of 5 MB in both views and prints, for each thing that a user
 * does, the longest time that the main loop did not come back, by the clock and by its own computing. A frame has 16 ms.
 */
#include "desk-config.h"

#include <adwaita.h>

#include "desk-catalogue.h"
#include "desk-json-view.h"
#include "desk-record-view.h"
#include "loop-clock.h"

#define DEFAULT_RATES 12500
#define N_PAGES 20

static GBytes *
make_record (guint n_rates)
{
  GString *json = g_string_new ("{\"account_id\":\"a\",\"display_name\":\"Long\",\"lending_rates\":[");

  for (guint i = 0; i < n_rates; i++)
    g_string_append_printf (json,
                            "%s{\"lending_rate_type\":\"VARIABLE\",\"rate\":\"0.05%02u\",\"comparison_rate\":\"0.0612\","
                            "\"calculation_frequency\":\"P1D\",\"application_type\":\"PERIODIC\","
                            "\"application_frequency\":\"P1M\",\"repayment_type\":\"PRINCIPAL_AND_INTEREST\","
                            "\"loan_purpose\":\"OWNER_OCCUPIED\",\"additional_info\":\"Rate %u of a long record\","
                            "\"tiers\":[{\"name\":\"Tier %u\",\"unit_of_measure\":\"DOLLAR\",\"minimum_value\":\"0\","
                            "\"maximum_value\":\"250000\"}]}",
                            i > 0 ? "," : "", i % 100, i, i);
  g_string_append (json, "]}");
  return g_string_free_to_bytes (json);
}

static gboolean
is_loading (GtkWidget *view)
{
  gboolean loading;

  g_object_get (view, "loading", &loading, NULL);
  return loading;
}

/* Runs the loop until nothing is left to do. */
static void
settle (GtkWidget *view)
{
  while (is_loading (view) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2; g_get_monotonic_time () < end;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

static void
tell (const char *what)
{
  g_print ("%-24s longest block %5.1f ms, computing %5.1f ms\n", what, loop_clock_get_block (), loop_clock_get_work ());
}

static gpointer
find (GtkWidget *widget,
      GType      type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GtkAdjustment *
get_scroll (GtkWidget *view)
{
  GtkWidget *list = find (view, GTK_TYPE_LIST_VIEW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)));
}

static void
measure_scrolling (GtkWidget *view)
{
  GtkAdjustment *adjustment = get_scroll (view);

  loop_clock_start ();
  for (guint i = 1; i <= N_PAGES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * gtk_adjustment_get_page_size (adjustment));
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
    }
  settle (view);
  tell ("  pages down");

  loop_clock_start ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  settle (view);
  tell ("  jump to the middle");
}

static void
measure_search (GtkWidget *view)
{
  loop_clock_start ();
  gtk_editable_set_text (GTK_EDITABLE (find (view, GTK_TYPE_SEARCH_ENTRY)), "rate 77");
  settle (view);
  tell ("  search");
  gtk_editable_set_text (GTK_EDITABLE (find (view, GTK_TYPE_SEARCH_ENTRY)), "");
  settle (view);
}

static void
measure_folds (GtkWidget  *view,
               const char *fold_all,
               const char *expand_all)
{
  loop_clock_start ();
  gtk_widget_activate_action (view, fold_all, NULL);
  settle (view);
  tell ("  fold all");

  loop_clock_start ();
  gtk_widget_activate_action (view, expand_all, NULL);
  settle (view);
  tell ("  expand all");
}

static void
measure_record_view (GtkWindow *window,
                     GBytes    *bytes)
{
  GtkWidget *view = desk_record_view_new ();
  gint64 start;

  gtk_window_set_child (window, view);
  settle (view);
  loop_clock_start ();
  start = g_get_monotonic_time ();
  desk_record_view_set_record (DESK_RECORD_VIEW (view), bytes, desk_catalogue_find ("banking.accounts"));
  while (is_loading (view))
    g_main_context_iteration (NULL, TRUE);
  g_print ("fields: %u lines after %.0f ms\n",
           desk_record_outline_get_n_lines (desk_record_view_get_outline (DESK_RECORD_VIEW (view))),
           (g_get_monotonic_time () - start) / 1000.0);
  settle (view);
  tell ("  open");
  measure_folds (view, "record.fold-all", "record.expand-all");
  measure_scrolling (view);
  measure_search (view);
}

static void
measure_json_view (GtkWindow *window,
                   GBytes    *bytes)
{
  GtkWidget *view = desk_json_view_new ();
  gint64 start;

  gtk_window_set_child (window, view);
  settle (view);
  loop_clock_start ();
  start = g_get_monotonic_time ();
  desk_json_view_set_bytes (DESK_JSON_VIEW (view), bytes);
  while (is_loading (view))
    g_main_context_iteration (NULL, TRUE);
  g_print ("JSON: %u lines after %.0f ms\n",
           g_list_model_get_n_items (G_LIST_MODEL (desk_json_view_get_lines (DESK_JSON_VIEW (view)))),
           (g_get_monotonic_time () - start) / 1000.0);
  settle (view);
  tell ("  open");
  measure_folds (view, "json.fold-all", "json.expand-all");
  measure_scrolling (view);
  measure_search (view);
}

int
main (int   argc,
      char *argv[])
{
  guint64 n_rates = DEFAULT_RATES;
  g_autoptr(GBytes) bytes = NULL;
  GtkWidget *window = NULL;

  if (argc > 1 && !g_ascii_string_to_unsigned (argv[1], 10, 1, 1000000, &n_rates, NULL))
    return 2;
  adw_init ();
  loop_clock_install ();
  bytes = make_record ((guint) n_rates);
  g_print ("a record of %.1f MB\n", g_bytes_get_size (bytes) / 1e6);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 680, 760);
  gtk_window_present (GTK_WINDOW (window));
  measure_record_view (GTK_WINDOW (window), bytes);
  measure_json_view (GTK_WINDOW (window), bytes);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
