/* live-bench.c: how long the main loop is held up while an end user's data are fetched into the open window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * live-bench API AUTH END-USER [revoke]: credentials come from the environment. The window shows the transactions that come.
 * Prints the rows, the seconds, and the longest time that the main loop did not come back, by the clock and by its own
 * computing. With `revoke` it goes on: it prints `ready` as soon as the sandbox sends its webhooks here, and then the monotonic
 * time, in microseconds, of the first frame that shows a consent as ended.
 */
#include "desk-config.h"

#include <adwaita.h>
#include <locale.h>

#include "desk-catalogue.h"
#include "desk-live.h"
#include "desk-test-folder.h"
#include "desk-window.h"
#include "loop-clock.h"
#include "tour-wait.h"

#define WIDTH 1280
#define HEIGHT 800

/* Returns: the rows of the table that is on the screen */
static guint
count_rows (GtkWidget *widget)
{
  guint n_rows = GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget)
                 ? g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (widget)))) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); n_rows == 0 && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows = count_rows (child);

  return n_rows;
}

static gboolean
is_open (gpointer window)
{
  return desk_context_get_directory (desk_window_get_context (window)) != NULL;
}

static gboolean
is_busy (gpointer window)
{
  return desk_window_get_busy (window);
}

static gboolean
is_idle (gpointer window)
{
  return !desk_window_get_busy (window);
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

/* @painted_at: monotonic time; 0 before */
typedef struct
{
  GtkWidget *window;
  gint64     painted_at;
} Watch;

static void
after_paint_cb (Watch *watch)
{
  if (watch->painted_at == 0 && has_text (tour_find (watch->window, "end_user_pane"), "Ended"))
    watch->painted_at = g_get_monotonic_time ();
}

static gboolean
is_painted (gpointer watch)
{
  return ((Watch *) watch)->painted_at != 0;
}

static gboolean
is_recorded (gpointer context)
{
  /* The answer to the target of the webhooks is the last call. */
  GListModel *entries = desk_inspector_get_entries (desk_context_get_inspector (context));
  g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, 0);

  return entry != NULL && g_str_has_suffix (desk_inspector_entry_get_title (entry), "/webhooks/target");
}

static void
measure_revocation (GtkWidget   *window,
                    DeskContext *context)
{
  g_autoptr(DeskLive) live = desk_live_new (context);
  Watch watch = { window, 0 };

  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), &watch);
  desk_live_join_sandbox (live);
  tour_wait_until ("the sandbox knows where to send", is_recorded, context);
  g_print ("ready\n");
  tour_wait_until ("the consent is shown as ended", is_painted, &watch);
  g_print ("%" G_GINT64_FORMAT "\n", watch.painted_at);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (window), &watch);
}

static void
measure (const char *api_uri,
         const char *auth_uri,
         const char *end_user_id,
         gboolean    revokes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskEnvironment) environment = desk_environment_new_temporary (api_uri, auth_uri, &error);
  g_autoptr(DeskContext) context = environment != NULL ? desk_context_new (environment, NULL, NULL) : NULL;
  GtkWidget *window;
  gint64 start;

  if (context == NULL)
    g_error ("%s", error->message);

  window = desk_window_new (NULL, context);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  tour_wait_until ("the service answers", is_open, window);
  tour_wait_a_bit ();
  gtk_widget_activate_action (window, "win.show-resource", "s", "banking.transactions");

  gtk_widget_activate_action (window, "win.select-end-user", "s", end_user_id);
  tour_wait_until ("the fetch begins", is_busy, window);
  tour_wait_frames (window);
  loop_clock_start ();
  start = g_get_monotonic_time ();
  while (is_busy (window))
    g_main_context_iteration (NULL, TRUE);
  tour_wait_until ("the fetch ends", is_idle, window);
  /* The list follows twice a second. */
  tour_wait_a_bit ();
  g_print ("%u %.1f %.1f %.1f\n", count_rows (window), (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC,
           loop_clock_get_block (), loop_clock_get_work ());
  if (revokes)
    measure_revocation (window, context);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  char *folder;

  setlocale (LC_ALL, "");
  if (argc != 4 && !(argc == 5 && g_str_equal (argv[4], "revoke")))
    {
      g_printerr ("Usage: live-bench API AUTH END-USER [revoke]\n");
      return 2;
    }

  folder = desk_test_folder_new ();
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_SCHEMA_FOLDER, TRUE);
  adw_init ();
  loop_clock_install ();
  measure (argv[1], argv[2], argv[3], argc == 5);
  desk_test_folder_free (folder);

  return 0;
}
