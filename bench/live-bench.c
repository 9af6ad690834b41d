/* live-bench.c: how long the main loop is held up while an end user's data are fetched into the open window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * live-bench API AUTH END-USER: credentials come from the environment. The window shows the transactions that come. Prints
 * the rows, the seconds, and the longest time that the main loop did not come back, by the clock and by its own computing.
 */
#include "desk-config.h"

#include <adwaita.h>
#include <locale.h>

#include "desk-catalogue.h"
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

static void
measure (const char *api_uri,
         const char *auth_uri,
         const char *end_user_id)
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
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  char *folder;

  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("Usage: live-bench API AUTH END-USER\n");
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
  measure (argv[1], argv[2], argv[3]);
  desk_test_folder_free (folder);

  return 0;
}
