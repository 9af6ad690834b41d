/* tour-windows.c: what of the application is not a page of data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-windows.h"

#include <adwaita.h>

#include "desk-environment-dialog.h"
#include "desk-environments-window.h"
#include "desk-sandbox-window.h"
#include "tour-wait.h"

#define PHONE_WIDTH 360
#define PHONE_HEIGHT 640

/* The window has one more, for what a search finds. */
static void
collect_pages (GtkWidget *widget,
               GPtrArray *pages)
{
  if (ADW_IS_PREFERENCES_PAGE (widget) && ADW_IS_VIEW_STACK (gtk_widget_get_parent (widget)))
    g_ptr_array_add (pages, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_pages (child, pages);
}

static void
activate (DeskWindow *window,
          const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (window), action, NULL))
    g_error ("The action %s is not there", action);
}

static void
look_at_sandbox (TourAlbum  *album,
                 DeskWindow *window)
{
  g_autoptr(GPtrArray) pages = g_ptr_array_new ();
  GtkWindow *controls;

  activate (window, "win.sandbox-controls");
  controls = tour_wait_window (DESK_TYPE_SANDBOX_WINDOW);
  collect_pages (GTK_WIDGET (controls), pages);
  for (guint i = 0; i < pages->len; i++)
    {
      AdwPreferencesPage *page = g_ptr_array_index (pages, i);
      g_autofree char *name = g_strdup_printf ("sandbox-%u", i + 1);

      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (controls), page);
      tour_album_take_light_and_dark (album, controls, name);
    }
  gtk_window_destroy (controls);
}

static void
look_at_environments (TourAlbum  *album,
                      DeskWindow *window)
{
  GtkWindow *environments;
  GtkWindow *dialog;

  activate (window, "app.environments");
  environments = tour_wait_window (DESK_TYPE_ENVIRONMENTS_WINDOW);
  tour_album_take_light_and_dark (album, environments, "environments");
  gtk_window_destroy (environments);
  activate (window, "app.add-environment");
  dialog = tour_wait_window (DESK_TYPE_ENVIRONMENT_DIALOG);
  tour_album_take_light_and_dark (album, dialog, "environment-dialog");
  gtk_window_set_default_size (dialog, PHONE_WIDTH, PHONE_HEIGHT);
  tour_wait_a_bit ();
  tour_album_take (album, dialog, "environment-dialog-phone");
  gtk_window_destroy (dialog);
}

/* The newest call is chosen. */
static void
look_at_inspector (TourAlbum  *album,
                   DeskWindow *window)
{
  GtkColumnView *view = tour_find (tour_find (window, "inspector_pane"), "view");

  activate (window, "win.toggle-inspector");
  tour_wait_a_bit ();
  gtk_selection_model_select_item (gtk_column_view_get_model (view), 0, TRUE);
  tour_album_take_light_and_dark (album, GTK_WINDOW (window), "inspector");
  activate (window, "win.toggle-inspector");
  tour_wait_a_bit ();
}

static void
look_as_audience (TourAlbum  *album,
                  DeskWindow *window)
{
  GtkWindow *controls;

  activate (window, "win.presentation-mode");
  activate (window, "win.sandbox-controls");
  controls = tour_wait_window (DESK_TYPE_SANDBOX_WINDOW);
  tour_album_take_light_and_dark (album, controls, "presentation-sandbox");
  gtk_window_destroy (controls);
  activate (window, "win.presentation-mode");
  tour_wait_a_bit ();
}

void
tour_windows_look (TourAlbum  *album,
                   DeskWindow *window)
{
  look_at_sandbox (album, window);
  look_at_environments (album, window);
  look_at_inspector (album, window);
  look_as_audience (album, window);
}
